import { equal } from './canonical';
import { reset, both, NO_GOAL, type Goal } from './goal';
import { merge } from './merge';
import type { Json, JsonObject } from '../wire/json';
import { valueAt, withValueAt, type Path } from '../wire/path';

export interface Change {
  /** What the pool had, in the requests' shape. */
  readonly was: JsonObject;
  /** What we made of it, and what it is now: both in comparable form. */
  readonly ours: Json | undefined;
  readonly now: Json | undefined;
}

/** Takes back what we changed at these places, wherever the pool still has what we wrote: what others wrote since is theirs. */
export function putBack(units: readonly Path[], change: Change, clear: (unit: Path) => Goal = reset): Goal {
  return units.filter((unit) => isStillOurs(unit, change)).map((unit): Goal => {
    const value = valueAt(change.was, unit);
    return value === undefined ? clear(unit) : { settings: withValueAt({}, unit, value), cleared: [unit] };
  }).reduce(both, NO_GOAL);
}

function isStillOurs(unit: Path, { ours, now }: Pick<Change, 'ours' | 'now'>): boolean {
  const [wrote, has] = [valueAt(ours, unit), valueAt(now, unit)];
  if (wrote === undefined || has === undefined) return wrote === has;
  return equal(merge(has, wrote), has);
}

export function unique(paths: readonly Path[]): Path[] {
  return paths.filter((path, index) => paths.findIndex((other) => equal(other, path)) === index);
}
