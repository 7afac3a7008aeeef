import { equal } from './canonical';
import { reset, type Goal } from './goal';
import { merge } from './merge';
import { LEDGER } from '../ledger/ledger';
import { rowAt } from '../ledger/walk';
import { isObject, type Json, type JsonObject } from '../wire/json';
import { valueAt, withValueAt, type Path } from '../wire/path';

export interface Change {
  /** What the pool had, in the requests' shape. */
  readonly was: JsonObject;
  /** What we made of it, what we said of it where we said less, and what it is now: all in comparable form. */
  readonly ours: Json | undefined;
  readonly said?: Json;
  readonly now: Json | undefined;
}

/** A goal for each of these places: back from what we changed, wherever the pool still has what we wrote: what others wrote since is theirs. */
export function putBack(units: readonly Path[], change: Change, clear: (unit: Path) => Goal = reset): Goal[] {
  const ours = units.filter((unit) => isStillOurs(unit, change));
  const values = ours.flatMap((unit): Goal[] => {
    const value = valueAt(change.was, unit);
    return value === undefined ? [] : [{ settings: withValueAt({}, unit, value), cleared: [unit] }];
  });
  return [...takenOffBy(ours, change).map(clear), ...values];
}

/** What was not there before, apart from what goes by itself when what was there comes back. */
export function takenOffBy(units: readonly Path[], { was, ours }: Pick<Change, 'was' | 'ours'>): Path[] {
  const [there, gone] = [true, false].map((isThere) => units.filter((unit) => (valueAt(was, unit) !== undefined) === isThere));
  const back = there.reduce<JsonObject>((document, unit) => withValueAt(document, unit, valueAt(was, unit)), {});
  const after = merge(ours, back, LEDGER);
  return gone.filter((unit) => valueAt(ours, unit) === undefined || valueAt(after, unit) !== undefined);
}

/**
 * What the service fills in by itself would keep alive what we made, and of what nobody knows an empty one may mean
 * something: such a structure goes as a whole, if nobody else has added to it.
 */
export function wholeOf(unit: Path, { was, ours, now }: Change): Path {
  const depth = unit.findIndex((_, index) => {
    const path = unit.slice(0, index + 1);
    const row = rowAt(LEDGER, path);
    const [wrote, has] = [valueAt(ours, path), valueAt(now, path)].map((value) => isObject(value) ? { ...row?.filled, ...value } : value);
    return (!row || row.filled) && valueAt(was, path) === undefined && has !== undefined && equal(wrote, has);
  });
  return depth < 0 ? unit : unit.slice(0, depth + 1);
}

function isStillOurs(unit: Path, { ours, said, now }: Pick<Change, 'ours' | 'said' | 'now'>): boolean {
  const [wrote, has] = [valueAt(said, unit) ?? valueAt(ours, unit), valueAt(now, unit)];
  if (wrote === undefined || has === undefined) return wrote === has;
  return equal(merge(has, wrote), has);
}
