import { isOnlyOfMfa, type Change } from './changes';
import { UPDATE_USER_POOL } from '../../src/core/ledger/ledger';
import { canonical, equal } from '../../src/core/plan/canonical';
import { diff } from '../../src/core/plan/diff';
import { comparable, type Live } from '../../src/core/plan/live';
import type { Plan } from '../../src/core/plan/plan';
import { foldTwins } from '../../src/core/plan/twins';
import type { Call, WriteAction } from '../../src/core/wire/api';
import { isObject, pick, type Json } from '../../src/core/wire/json';
import { valueAt, type Path } from '../../src/core/wire/path';

/** What a setting is from one call to a later one, and neither before nor afterwards. */
export interface Meanwhile {
  readonly path: Path;
  /** Absent where there is none. */
  readonly value?: Json;
}

/** One write of a deployment, and what it changes. */
export interface PlannedCall {
  readonly action: WriteAction;
  readonly paths: readonly Path[];
  /** What makes way for the next call. */
  readonly meanwhile: readonly Meanwhile[];
  /** False where it is made only if a value that the deployment knows is another one than the pool has. */
  readonly isCertain: boolean;
}

/** The writes in order. Each change is told of the first call that brings it about. */
export function callsOf(plan: Plan | undefined, changes: readonly Change[], live: Live): PlannedCall[] {
  let left = changes;
  const calls = (plan?.calls ?? []).map((call, index, all): PlannedCall => {
    const isLast = !all.slice(index + 1).some(({ action }) => action === call.action);
    const done = left.filter((change) => isDoneBy(call, change, plan!, isLast));
    left = left.filter((change) => !done.includes(change));
    const isCertain = done.length === 0 || done.some(({ isAfterKnown }) => isAfterKnown);
    const meanwhile = isLast ? [] : meanwhileBy(call, plan!, live);
    return { action: call.action, paths: done.map(({ path }) => path), meanwhile, isCertain };
  });
  return left.reduce(withPossible, calls);
}

function isDoneBy({ action, request }: Call, { path }: Change, { expected }: Plan, isLast: boolean): boolean {
  if (action === 'SetUserPoolMfaConfig') return actionFor(path) === action || isOfSms(request, path);
  if (actionFor(path) !== action) return false;
  return isLast || equal(valueAt(canonical(foldTwins(request), UPDATE_USER_POOL), path), valueAt(expected.pool, path));
}

/** A request that leaves a setting out keeps it. */
function meanwhileBy({ request }: Call, { expected }: Plan, live: Live): Meanwhile[] {
  const asked = foldTwins(request);
  const now = comparable(live).pool;
  const then = pick(asked, (name) => Object.hasOwn(UPDATE_USER_POOL.members, name));
  const before = isObject(now) ? pick(now, (name) => Object.hasOwn(then, name)) : {};
  const compared = canonical(then, UPDATE_USER_POOL);
  return diff(before, compared)
    .filter((path) => !equal(valueAt(compared, path), valueAt(expected.pool, path)))
    .map((path) => {
      const value = valueAt(asked, path);
      return { path, ...value !== undefined && { value } };
    });
}

/** With SMS as a factor goes what it shares with the pool. */
function isOfSms(request: Call['request'], path: Path): boolean {
  return valueAt(request, ['SmsMfaConfiguration', ...path]) !== undefined;
}

function withPossible(calls: readonly PlannedCall[], { path }: Change): PlannedCall[] {
  const action = actionFor(path);
  const there = calls.find((call) => call.action === action);
  if (!there) return [...calls, { action, paths: [path], meanwhile: [], isCertain: false }];
  return calls.map((call) => (call === there ? { ...call, paths: [...call.paths, path] } : call));
}

/** The mode is both APIs', and changed by one (H6). */
function actionFor([name]: Path): WriteAction {
  return name === 'MfaConfiguration' || isOnlyOfMfa(name) ? 'SetUserPoolMfaConfig' : 'UpdateUserPool';
}

