import { unitOf } from '../../src/core/ledger/clearing';
import { TWINS } from '../../src/core/ledger/twins';
import type { JsonObject } from '../../src/core/wire/json';
import { valueAt, withValueAt } from '../../src/core/wire/path';
import type { Notes } from '../code/draft';
import { olderName, type Target } from '../code/target';

/** Settings that have two names under the modern one; the older one is a comment. */
export function underModernNames(settings: JsonObject, target: Target, notes: Notes): JsonObject {
  return TWINS.reduce((all, { legacy, modern, legacyNeverSent }) => {
    const value = valueAt(all, legacy);
    if (value === undefined) return all;
    const unit = unitOf(modern);
    // What is set as one cannot be declared by the one member that the older name has.
    if (unit.length < modern.length && valueAt(all, unit) === undefined) return all;
    notes.commentOut(legacy, olderName(target, modern));
    const isTold = valueAt(all, modern) !== undefined || (legacyNeverSent && value === 0);
    return isTold ? all : withValueAt(all, modern, value);
  }, settings);
}

/** Without the older names of what is left out. */
export function withoutLonelyTwins(settings: JsonObject, notes: Notes): JsonObject {
  return TWINS.reduce((all, { legacy, modern }) => {
    const isLonely = valueAt(all, legacy) !== undefined && notes.isOut(legacy) && valueAt(all, modern) === undefined;
    return isLonely ? withValueAt(all, legacy, undefined) : all;
  }, settings);
}
