import { equal } from './canonical';
import { diff, isUnder } from './diff';
import type { Goal } from './goal';
import type { Comparable } from './live';
import { isOwned } from './owned';
import { SHARED_SMS, withSharedSms } from './shared-sms';
import { foldTwins, modernPath } from './twins';
import type { Call } from '../wire/api';
import type { JsonObject } from '../wire/json';
import { valueAt, withValueAt, type Path } from '../wire/path';

export interface Deviations {
  /** Declared, and not as declared. */
  readonly unmet: readonly Path[];
  /** Taken off without a value in its place, and still there as it was. */
  readonly kept: readonly Path[];
  /** Not declared, and back at the service's default, though no call said so: the trace of a write that lost it. */
  readonly lost: readonly Path[];
  /** The lost values as a document, to be declared for once; none for second factors, which no read tells whole (H3). */
  readonly lostValues: JsonObject | undefined;
}

/** A pool before the writes, as it was to be, and as it was read afterwards. */
export interface Sides {
  readonly before: Comparable;
  readonly expected: Comparable;
  readonly found: Comparable;
}

/**
 * Holds what was read after the writes against what was expected. What nobody declared and a call of ours said, and is
 * something else by now, is somebody else's wish and stays: our write cannot have lost it.
 */
export function verify({ before, expected, found }: Sides, { settings, cleared }: Goal, calls: readonly Call[]): Deviations {
  const declared = foldTwins(withSharedSms(settings));
  const isDeclared = (path: Path) => isOwned(declared, path);
  const isCleared = (path: Path) => !isDeclared(path) && cleared.some((each) => isUnder(path, modernPath(each)));
  // What is another value than before was not kept: the service may have a default that it shows.
  const isKept = (side: keyof Comparable) => (path: Path) => isCleared(path) && equal(valueAt(found[side], path), valueAt(before[side], path));
  const isLost = (side: keyof Comparable) => (path: Path) => !isDeclared(path) && !isCleared(path)
    && valueAt(expected[side], path) !== undefined && valueAt(found[side], path) === undefined && mayLose(calls, side, path);
  const [poolPaths, mfaPaths] = [diff(expected.pool, found.pool), diff(expected.mfa, found.mfa)];
  // Whoever has changed the mode since has ended the factors with it.
  const isOtherMode = poolPaths.some((path) => isUnder(path, ['MfaConfiguration']));
  const lostOfPool = poolPaths.filter(isLost('pool'));
  const lostOfMfa = isOtherMode ? [] : mfaPaths.filter(isLost('mfa'));
  return {
    unmet: [...poolPaths, ...mfaPaths].filter(isDeclared),
    kept: [...poolPaths.filter(isKept('pool')), ...mfaPaths.filter(isKept('mfa'))],
    lost: [...lostOfPool, ...lostOfMfa],
    lostValues: lostOfMfa.length > 0
      ? undefined
      : lostOfPool.reduce<JsonObject>((values, path) => withValueAt(values, path, valueAt(expected.pool, path)), {}),
  };
}

/** Whether one of the calls may reset a setting that it does not carry (H1, H4). */
function mayLose(calls: readonly Call[], side: keyof Comparable, path: Path): boolean {
  const of = (action: Call['action']) => calls.filter((call) => call.action === action).map(({ request }) => foldTwins(request));
  const [updates, sets] = [of('UpdateUserPool'), of('SetUserPoolMfaConfig')];
  const isCarriedBy = (requests: readonly JsonObject[], at: Path) => requests.some((request) => valueAt(request, at) !== undefined);
  if (side === 'mfa') return !isCarriedBy(sets, path);
  const bySet = sets.length > 0 && SHARED_SMS.includes(path[0]) && !isCarriedBy(sets, ['SmsMfaConfiguration', ...path]);
  return !isCarriedBy(updates, path) && (updates.length > 0 || bySet);
}
