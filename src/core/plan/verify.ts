import { diff, isUnder } from './diff';
import type { Goal } from './goal';
import type { Comparable } from './live';
import { merge } from './merge';
import { isOwned } from './owned';
import { withSharedSms } from './shared-sms';
import { foldTwins, modernPath } from './twins';
import { UPDATE_USER_POOL } from '../ledger/ledger';
import type { JsonObject } from '../wire/json';
import { valueAt, withValueAt, type Path } from '../wire/path';

export interface Deviations {
  /** Declared, and not as declared. */
  readonly unmet: readonly Path[];
  /** Taken off without a value in its place, and still there. */
  readonly kept: readonly Path[];
  /** Not declared, and back at the service's default: the trace of a write that lost it. */
  readonly lost: readonly Path[];
  /** The lost values as a document, to be declared for once; none for second factors, which no read tells whole (H3). */
  readonly lostValues: JsonObject | undefined;
}

/**
 * Holds what was read after the writes against what was expected. A value that nobody declared and that has become
 * another one, not the default, is somebody else's change and stays.
 */
export function verify(expected: Comparable, found: Comparable, { settings, cleared }: Goal): Deviations {
  const declared = foldTwins(withSharedSms(settings));
  const isDeclared = (path: Path) => isOwned(declared, path);
  const isKept = (path: Path) => !isDeclared(path) && cleared.some((each) => isUnder(path, modernPath(each)));
  const isLost = (side: keyof Comparable) => {
    // What somebody else put there may have taken off what cannot stand beside it.
    const possible = merge(expected[side], found[side] ?? {}, UPDATE_USER_POOL);
    const isGone = (path: Path) => valueAt(possible, path) !== undefined && valueAt(found[side], path) === undefined;
    return (path: Path) => !isDeclared(path) && !isKept(path) && isGone(path);
  };
  const [poolPaths, mfaPaths] = [diff(expected.pool, found.pool), diff(expected.mfa, found.mfa)];
  const [lostOfPool, lostOfMfa] = [poolPaths.filter(isLost('pool')), mfaPaths.filter(isLost('mfa'))];
  return {
    unmet: [...poolPaths, ...mfaPaths].filter(isDeclared),
    kept: [...poolPaths, ...mfaPaths].filter(isKept),
    lost: [...lostOfPool, ...lostOfMfa],
    lostValues: lostOfMfa.length > 0
      ? undefined
      : lostOfPool.reduce<JsonObject>((values, path) => withValueAt(values, path, valueAt(expected.pool, path)), {}),
  };
}
