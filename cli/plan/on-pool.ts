import { callsOf } from './calls';
import { changesOf, inOrder, withUnknown, type Change } from './changes';
import { declaredIn, type Declared } from './declared';
import type { Event } from './events';
import type { Planned } from './outcome';
import type { PoolAhead } from './pool-ahead';
import { planBack } from './restored';
import { filled, valueIn, type Filled } from './unknowns';
import { foresee, type Foresight } from '../../src/core/apply/foresee';
import type { Declaration } from '../../src/core/declared/declaration';
import { captureOf } from '../../src/core/plan/capture';
import { diff, isUnder } from '../../src/core/plan/diff';
import { comparable, type Live } from '../../src/core/plan/live';
import { Problem } from '../../src/core/problem';
import { declaredByOthers } from '../../src/core/wire/declarers';
import type { Path } from '../../src/core/wire/path';

/** What an event would do with a pool that can be read. */
export async function onPool(event: Event, pool: PoolAhead): Promise<Partial<Planned>> {
  const { desired, former } = await declarations(event, pool);
  const isAnyUnknown = [desired, former].some((each) => each && each.unknown.length > 0);
  const all = filled(desired, former, isAnyUnknown ? await pool.now() : undefined);
  const foresight = await foreseen(event, pool, all);
  const { live, plan } = foresight;
  const result = (desired ?? former)?.isBeforeUnknown
    ? planBack(foresight, all, live ?? await pool.now())
    : planned(foresight, all);
  if (live && plan && result.refusal === undefined) pool.planned(live, plan);
  return result;
}

/** An earlier deployment has captured what RESTORE_PREVIOUS goes back to, or this one does. */
async function declarations(event: Event, pool: PoolAhead): Promise<{ readonly desired?: Declared; readonly former?: Declared }> {
  const { happening, properties, former, isCapturedNow } = event;
  if (happening === 'delete') return { former: formerIn(properties) };
  const before = isCapturedNow ? captureOf(await pool.now()) : undefined;
  return { desired: declaredIn(properties, before), former: former && formerIn(former) };
}

/** One that cannot be read was refused, and nothing of it was ever written. */
function formerIn(properties: Event['properties']): Declared | undefined {
  try {
    return declaredIn(properties);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** Where only what stands in for a value is in the way, the plan is made without it. */
async function foreseen(event: Event, port: PoolAhead, { desired, bare, former, open }: Filled): Promise<Foresight> {
  const { userPoolId, logicalId, table } = event;
  const pool = String(userPoolId);
  const run = { port, userPoolId: pool, former, isDeclaredElsewhere: declaredByOthers(table, pool, logicalId) };
  const attempt = async (declaration: Declaration | undefined) =>
    foresee({ ...run, desired: declaration, unknown: open.map(({ path }) => path) });
  const foresight = await attempt(desired);
  const isInDoubt = foresight.refusal && foresight.findings.length === 0 && open.length > 0;
  return isInDoubt ? attempt(bare) : foresight;
}

function planned({ live, plan, refusal, findings }: Foresight, { desired, former, open: unknown }: Filled): Partial<Planned> {
  if (refusal) return { refusal: refusal.message, findings, unknown };
  if (!live || !plan) return {};
  const known = changesOf({ live, plan, desired, lastSet: former?.settings });
  const changes = inOrder(withUnknown(known, unknown.map(({ path }) => path), (path) => valueIn(live, path)));
  return { changes, calls: callsOf(plan, changes, live), kept: keptOf(live, changes), unknown, findings };
}

function keptOf(live: Live, changes: readonly Change[]): number {
  const { pool, mfa } = comparable(live);
  const isChanged = (path: Path) => changes.some((change) => isUnder(path, change.path) || isUnder(change.path, path));
  return [...diff({}, pool), ...diff({}, mfa)].filter((path) => path.length > 0 && !isChanged(path)).length;
}
