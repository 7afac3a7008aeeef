import { inOrder, withUnknown, type Change } from './changes';
import { declaredIn } from './declared';
import type { Event } from './events';
import { onPool } from './on-pool';
import type { Planned } from './outcome';
import type { PoolAhead } from './pool-ahead';
import { Unknown } from './unknown';
import { ServiceError } from '../../src/core/apply/port';
import { orProblem } from '../../src/core/apply/possible';
import { diff } from '../../src/core/plan/diff';
import { withSharedSms } from '../../src/core/plan/shared-sms';
import { foldTwins } from '../../src/core/plan/twins';
import { Problem } from '../../src/core/problem';
import { checkDeclared } from '../../src/core/rules/check';
import { refuse } from '../../src/core/rules/words';
import { valueAt } from '../../src/core/wire/path';

const NOTHING: Planned = { changes: [], calls: [], unknown: [], findings: [], notes: [] };
const GONE = 'the user pool is gone, and its settings with it: nothing is left to take back';
const NOT_CALLED = 'not applied again, since none of its properties differs from the deployed ones: '
  + 'what others have changed is shown by drift';
const LEFT = 'leaves the stack, and the user pool keeps what it has';
const ONLY_DECLARED = 'is a user pool that only the deployment knows: what is declared is all that can be told';

/** What an event would do with a pool; the pool is then ahead by that. */
export async function planned(
  event: Event, pool: PoolAhead | undefined, explain: (error: ServiceError) => string,
): Promise<Planned> {
  if (event.happening === 'none') return { ...NOTHING, notes: [NOT_CALLED] };
  if (event.happening === 'leave') return { ...NOTHING, notes: [LEFT] };
  try {
    return { ...NOTHING, ...pool ? await onPool(event, pool) : onUnknownPool(event) };
  } catch (error) {
    if (error instanceof Problem) return { ...NOTHING, refusal: error.message };
    if (!(error instanceof ServiceError)) throw error;
    if (error.code !== 'ResourceNotFoundException') return { ...NOTHING, failure: explain(error) };
    return event.happening === 'delete' ? { ...NOTHING, notes: [GONE] } : { ...NOTHING, refusal: explain(error) };
  }
}

/** Of a pool that nobody can read yet only what is declared can be told. */
function onUnknownPool({ userPoolId, properties, happening }: Event): Partial<Planned> {
  const notes = [`${userPoolId instanceof Unknown ? userPoolId.shown : String(userPoolId)} ${ONLY_DECLARED}`];
  if (happening === 'delete') return { notes };
  const { declaration, unknown } = declaredIn(properties);
  const findings = checkDeclared(undefined, declaration.settings).filter(({ level }) => level === 'error');
  const refused = orProblem(() => refuse(findings));
  if (refused instanceof Problem) return { refusal: refused.message, findings, unknown, notes };
  const settings = foldTwins(withSharedSms(declaration.settings));
  const known = diff({}, settings).map((path): Change => ({
    path, action: 'add', isBeforeKnown: false, after: valueAt(settings, path), isAfterKnown: true,
  }));
  const changes = inOrder(withUnknown(known, unknown.map(({ path }) => path), () => undefined));
  return { changes: changes.map((change) => ({ ...change, isBeforeKnown: false })), unknown, notes };
}
