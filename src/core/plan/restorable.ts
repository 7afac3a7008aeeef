import { isUnder } from './diff';
import { changedBy, documentAfter, documentIn, whatWas } from './document';
import { factorSet } from './factors-back';
import { takenOffBy } from './put-back';
import { managesFactors, UNTOLD } from './release-factors';
import type { Declaration } from '../declared/declaration';
import { clearingOf } from '../ledger/clearing';
import { UPDATE_USER_POOL } from '../ledger/ledger';
import { propPath } from '../ledger/prop-path';
import { rows } from '../ledger/walk';
import { Problem } from '../problem';
import type { Json, JsonObject } from '../wire/json';
import { formatPath, valueAt, type Path } from '../wire/path';

/** `RESTORE_PREVIOUS` is a promise: what could not be put back is refused before it is set. */
export function checkRestorable(desired: Declaration): void {
  if (desired.onRemoval !== 'RESTORE_PREVIOUS') return;
  const was = whatWas(desired);
  const changed = changedBy(desired, was);
  const isChanged = (path: Path) => changed.some((unit) => isUnder(path, unit));
  const lasting = takenOffBy(changed, { was: documentIn(was), ours: documentAfter(desired, was) }).flatMap((unit) => {
    const clearing = clearingOf(unit);
    return clearing.by === 'impossible' ? [`${formatPath(propPath(unit))} [${formatPath(unit)}]: ${clearing.reason}`] : [];
  });
  const foreign = needed(documentIn(was)).filter(({ path, value }) => isChanged(path) && valueAt(desired.settings, path) !== value)
    .map(({ path }) => `${formatPath(propPath(path))} [${formatPath(path)}]: the function may use what is declared, not what was there before`);
  const reasons = [...lasting, ...foreign, ...managesFactors(desired) && factorSet(was.mfa) === undefined ? [UNTOLD] : []];
  if (reasons.length === 0) return;
  throw new Problem(`nothing was changed: onRemoval RESTORE_PREVIOUS could not be kept for ${reasons.join('; ')}: `
    + 'declare this in a UserPoolSettings of its own with onRemoval RETAIN');
}

/** The roles and keys in a pool that nobody may hand to Cognito without being allowed to (H20, H23). */
function needed(document: JsonObject): { readonly path: Path; readonly value: Json }[] {
  return rows(UPDATE_USER_POOL).flatMap(({ path, member }) => {
    const value = member.kind === 'arn' && member.needs ? valueAt(document, path) : undefined;
    return value === undefined ? [] : [{ path, value }];
  });
}
