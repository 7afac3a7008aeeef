import { callsOf } from './calls';
import { changesOf, inOrder, withUnknown, type Change } from './changes';
import { dropped } from './dropped';
import { leafByLeaf, type Difference } from './leaf-by-leaf';
import type { Planned } from './outcome';
import { valueIn, type Filled } from './unknowns';
import type { Foresight } from '../../src/core/apply/foresee';
import { isUnder } from '../../src/core/plan/diff';
import type { Live } from '../../src/core/plan/live';
import { isOwned } from '../../src/core/plan/owned';
import { withSharedSms } from '../../src/core/plan/shared-sms';
import { foldTwins, modernPath } from '../../src/core/plan/twins';
import type { Path } from '../../src/core/wire/path';

const CAPTURED = 'what RESTORE_PREVIOUS puts back, and whether it can, is known only to the deployment: '
  + 'it was captured by an earlier one';
const MAY_BE_REFUSED = 'without what is put back this would be refused';

/** RESTORE_PREVIOUS goes back to what only the deployment has: what is declared is planned as ever, what is dropped is named. */
export function planBack(foresight: Foresight, { desired, former, open }: Filled, live: Live): Partial<Planned> {
  const { live: read, plan, refusal, findings } = foresight;
  const refused = { refusal: refusal?.message, findings, unknown: open, notes: [CAPTURED] };
  if (refusal && !read) return refused;
  const back = former ? dropped(former, desired, live) : [];
  // On the pool what is declared may stand beside what is put back, though not beside what is there now.
  if (refusal && back.length === 0) return refused;
  const known = read && plan ? changesOf({ live, plan, desired, lastSet: former?.settings })
    : refusal && desired ? leafByLeaf(desired, live).map(changeIn) : [];
  const declared = foldTwins(withSharedSms(desired?.settings ?? {}));
  const isDeclared = (path: Path) =>
    isOwned(declared, path) || desired?.clear.some((cleared) => isUnder(path, modernPath(cleared))) === true;
  const released = known.map(({ path }) => path).filter((path) => !isDeclared(path));
  const unknown = [...open.map(({ path }) => path), ...back, ...released];
  const changes = inOrder(withUnknown(known, unknown, (path) => valueIn(live, path)));
  return {
    changes,
    calls: callsOf(refusal ? undefined : plan, changes, live),
    unknown: open,
    findings,
    notes: [CAPTURED, ...refusal ? [`${MAY_BE_REFUSED}: ${refusal.message.replace(/^nothing was changed: /, '')}`] : []],
  };
}

function changeIn({ path, declared: after, live: before }: Difference): Change {
  const known = { after, isBeforeKnown: true, isAfterKnown: true };
  return before === undefined ? { path, action: 'add', ...known } : { path, action: 'update', before, ...known };
}
