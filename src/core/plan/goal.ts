import { merge } from './merge';
import { withoutTwins } from './twins';
import type { Declaration } from '../declared/declaration';
import { clearingOf } from '../ledger/clearing';
import { LEDGER } from '../ledger/ledger';
import { Problem } from '../problem';
import type { JsonObject } from '../wire/json';
import { formatPath, valueAt, withValueAt, type Path } from '../wire/path';

/** What a run brings a pool to: of all else it says nothing. */
export interface Goal {
  /** Values that the pool shall have: declared, or put back. */
  readonly settings: JsonObject;
  /** What is taken off first, so that nothing of it stays beside its new value, if it has one. */
  readonly cleared: readonly Path[];
}

export const NO_GOAL: Goal = { settings: {}, cleared: [] };

/** A declaration as a goal: what it clears is put back by an explicit value wherever there is one, if it is there at all. */
export function goalOf({ settings, clear }: Pick<Declaration, 'settings' | 'clear'>, isThere: (path: Path) => boolean = () => true): Goal {
  return both(clear.filter(isThere).map(reset).reduce(both, NO_GOAL), { settings, cleared: [] });
}

/** The setting at the path as if nobody had ever set it. */
export function reset(path: Path): Goal {
  const clearing = clearingOf(path);
  if (clearing.by === 'impossible') throw new Problem(`${formatPath(path)} cannot be put back to the default: ${clearing.reason}`);
  return { settings: clearing.by === 'value' ? withValueAt({}, path, clearing.value) : {}, cleared: [path] };
}

/** The same as far as possible: without a word for it the setting is left out, and what comes of that is seen afterwards. */
export function takenOff(path: Path): Goal {
  return clearingOf(path).by === 'impossible' ? { settings: {}, cleared: [path] } : reset(path);
}

/** Two goals, the second of which prevails. */
export function both(first: Goal, second: Goal): Goal {
  return { settings: merge(first.settings, second.settings, LEDGER) as JsonObject, cleared: [...first.cleared, ...second.cleared] };
}

/** The document without what is cleared, under any of its names. */
export function withoutCleared(document: JsonObject, cleared: readonly Path[]): JsonObject {
  return cleared.reduce((rest, path) => {
    const bare = withoutTwins(rest, path);
    return valueAt(bare, path) === undefined ? bare : withValueAt(bare, path, undefined);
  }, document);
}
