import type { Capture } from './capture';
import { diff } from './diff';
import { blocksOf, comparableBlocks, isFactor } from './factors';
import { goalOf, withoutCleared } from './goal';
import { comparable, comparablePool, type Live } from './live';
import { merge } from './merge';
import { poolAfter } from './pool-after';
import { modernPath } from './twins';
import type { Declaration } from '../declared/declaration';
import { unitOf } from '../ledger/clearing';
import { LEDGER } from '../ledger/ledger';
import { Problem } from '../problem';
import type { JsonObject } from '../wire/json';
import { unique, valueAt, type Path } from '../wire/path';

/* All that is told member by member, of both APIs, in one document: everything but whether something is a second factor. */

/** A pool of which nobody ever set anything: to put back to it is to reset. */
export const NEW_POOL: Capture = { pool: {}, mfa: {} };

/** What settings are put back to. */
export function whatWas({ onRemoval, before }: Declaration): Capture {
  if (onRemoval !== 'RESTORE_PREVIOUS') return NEW_POOL;
  if (!before) throw new Problem('onRemoval RESTORE_PREVIOUS without the pool as it was before: invoke this function through the construct');
  return before;
}

type Declared = Pick<Declaration, 'settings' | 'clear'>;

/** In the requests' shape. */
export function documentIn({ pool, mfa }: Capture): JsonObject {
  return { ...pool, ...blocksOf(mfa) };
}

/** In comparable form. */
export function documentOf(live: Live): JsonObject {
  return { ...comparable(live).pool as JsonObject, ...comparableBlocks(live.mfa ?? {}) as JsonObject };
}

/** Whether a setting is anything but the default; of second factors only all of them together tell. */
export function isThere(live: Live): (path: Path) => boolean {
  const document = documentOf(live);
  return (path) => isFactor(path[0]) || valueAt(document, modernPath(path)) !== undefined;
}

/** What a declaration makes of what was, in comparable form. */
export function documentAfter(declared: Declared, was: Capture): JsonObject {
  const goal = goalOf(declared);
  const blocks = merge(withoutCleared(blocksOf(was.mfa), goal.cleared), blocksOf(goal.settings), LEDGER) as JsonObject;
  return { ...comparablePool(poolAfter(was.pool, goal)) as JsonObject, ...comparableBlocks(blocks) as JsonObject };
}

/** The values that a declaration makes different from what was. */
export function valuesChangedBy(declared: Declared, was: Capture): Path[] {
  const before = { ...comparablePool(was.pool) as JsonObject, ...comparableBlocks(was.mfa) as JsonObject };
  return diff(before, documentAfter(declared, was));
}

/** The settings that they are of, where some are set and taken off as one. */
export function changedBy(declared: Declared, was: Capture): Path[] {
  return unique(valuesChangedBy(declared, was).map(unitOf));
}
