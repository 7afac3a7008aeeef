import type { Aftermath } from './aborted';
import { Journal, type Entry as Written } from './journal';
import type { UserPoolPort } from './port';
import { read } from './read';
import { write } from './write';
import { equal } from '../plan/canonical';
import { SMS } from '../plan/factors';
import { comparable, type Live } from '../plan/live';
import { planOf } from '../plan/plan';
import { factorsBefore, revert } from '../plan/revert';
import type { JsonObject } from '../wire/json';
import { formatPath, valueAt, type Path } from '../wire/path';

export interface Entry extends Written {
  /** What the same resource set before: it tells of SMS as a factor where no read does (H3). */
  readonly lastSet: JsonObject | undefined;
}

/** Answers may be lost and others be faster; the port's time ends it sooner. */
const ATTEMPTS = 6;

/** Takes back what a failed run wrote, and says what is not as before. */
export async function undo(port: UserPoolPort, userPoolId: string, entry: Entry): Promise<Aftermath> {
  try {
    let live = await read(port, userPoolId, entry.before.mfa !== undefined);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const { calls } = planOf(userPoolId, live, revert(entry, live), entry.asked);
      if (calls.length === 0) break;
      const isRefused = await write(port, calls, new Journal(), { afterRace: true, inNextRound: true }).then(() => false, () => true);
      live = await read(port, userPoolId, entry.before.mfa !== undefined);
      if (isRefused) break;
    }
    return { left: notAsBefore(entry, live), isCertain: true };
  } catch {
    // Whatever it was, the failure that is told is the first one.
    return { left: entry.changed.map(formatPath), isCertain: false };
  }
}

function notAsBefore(entry: Entry, live: Live): string[] {
  const [was, now] = [comparable(entry.before), comparable(live)];
  const differs = (side: 'pool' | 'mfa', path: Path) => !equal(valueAt(was[side], path), valueAt(now[side], path));
  const isUntold = ([name]: Path) => name === SMS && entry.done.has('SetUserPoolMfaConfig') && factorsBefore(entry) === undefined;
  return entry.changed.filter((path) => differs('pool', path) || differs('mfa', path) || isUntold(path)).map(formatPath);
}
