import { LEDGER } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { equal } from '../../src/core/plan/canonical';
import { diff } from '../../src/core/plan/diff';
import type { JsonObject } from '../../src/core/wire/json';
import { valueAt, type Path } from '../../src/core/wire/path';

/** What became of values that a pool had. */
export interface Effect {
  readonly kept: readonly Path[];
  readonly reset: readonly Path[];
  /** Neither what they were nor what a new pool has. */
  readonly changed: readonly Path[];
}

/** The values by which a setting differs from what it was before it was set, but for mirrors: what is to be watched. */
export function valuesSet(before: JsonObject, after: JsonObject, path: Path): Path[] {
  return diff(valueAt(before, path), valueAt(after, path), path)
    .filter((leaf) => valueAt(after, leaf) !== undefined && rowAt(LEDGER, leaf)?.echo !== 'never');
}

export function effectOn(leaves: readonly Path[], before: JsonObject, set: JsonObject, now: JsonObject): Effect {
  const has = (leaf: Path, document: JsonObject) => equal(valueAt(now, leaf), valueAt(document, leaf));
  const others = leaves.filter((leaf) => !has(leaf, set));
  return {
    kept: leaves.filter((leaf) => has(leaf, set)),
    reset: others.filter((leaf) => has(leaf, before)),
    changed: others.filter((leaf) => !has(leaf, before)),
  };
}

export const OUTCOMES = ['kept', 'reset', 'partly', 'changed'] as const;
export type Outcome = typeof OUTCOMES[number];

export function outcomeOf({ kept, reset, changed }: Effect): Outcome {
  if (changed.length > 0) return 'changed';
  if (kept.length > 0 && reset.length > 0) return 'partly';
  return kept.length > 0 ? 'kept' : 'reset';
}
