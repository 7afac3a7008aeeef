import { changedBy, documentAfter, documentIn } from './document';
import { factorSet } from './factors-back';
import { takenOffBy } from './put-back';
import { whatWas } from './release';
import { managesFactors, UNTOLD } from './release-factors';
import type { Declaration } from '../declared/declaration';
import { clearingOf } from '../ledger/clearing';
import { propPath } from '../ledger/prop-path';
import { Problem } from '../problem';
import { formatPath } from '../wire/path';

/** `RESTORE_PREVIOUS` is a promise: what could not be put back is refused before it is set. */
export function checkRestorable(desired: Declaration): void {
  if (desired.onRemoval !== 'RESTORE_PREVIOUS') return;
  const was = whatWas(desired);
  const change = { was: documentIn(was), ours: documentAfter(desired, was) };
  const lasting = takenOffBy(changedBy(desired, was), change).flatMap((unit) => {
    const clearing = clearingOf(unit);
    return clearing.by === 'impossible' ? [`${formatPath(propPath(unit))} [${formatPath(unit)}]: ${clearing.reason}`] : [];
  });
  const reasons = [...lasting, ...managesFactors(desired) && factorSet(was.mfa) === undefined ? [UNTOLD] : []];
  if (reasons.length === 0) return;
  throw new Problem(`nothing was changed: onRemoval RESTORE_PREVIOUS could not be kept for ${reasons.join('; ')}: `
    + 'declare this in a UserPoolSettings of its own with onRemoval RETAIN');
}
