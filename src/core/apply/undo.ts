import type { Aftermath } from './aborted';
import { Journal, type Entry as Written } from './journal';
import type { UserPoolPort } from './port';
import { read } from './read';
import { write } from './write';
import { equal } from '../plan/canonical';
import { isFactor, liveSms, SMS } from '../plan/factors';
import { comparable, type Live } from '../plan/live';
import { planOf } from '../plan/plan';
import { factorsBefore, revert } from '../plan/revert';
import type { JsonObject } from '../wire/json';
import { formatPath, unique, valueAt, type Path } from '../wire/path';

export interface Entry extends Written {
  /** What the same resource set before: it tells of SMS as a factor where no read does (H3). */
  readonly lastSet: JsonObject | undefined;
}

/** Answers may be lost and others be faster; the port's time ends it sooner. */
const ATTEMPTS = 6;

/** Takes back what a failed run wrote, and says what is not as before. */
export async function undo(port: UserPoolPort, userPoolId: string, entry: Entry): Promise<Aftermath> {
  const look = async () => read(port, userPoolId, entry.before.mfa !== undefined);
  const lastSet = entry.done.has('SetUserPoolMfaConfig') ? entry.asked : entry.lastSet;
  // What the pool is, as long as nobody has written since.
  let known: Live | undefined;
  try {
    known = await look();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const { calls } = planOf(userPoolId, known, revert(entry, known), lastSet);
      if (calls.length === 0) break;
      known = undefined;
      const isRefused = await write(port, calls, new Journal(), { afterRace: true, inNextRound: true }).then(() => false, () => true);
      known = await look();
      if (isRefused) break;
    }
  } catch {
    // Whatever it was, the failure that is told is the first one.
  }
  return known
    ? { left: notAsBefore(entry, known), isCertain: true }
    : { left: unique([...entry.changed, ...mayBeSms(entry) ? [[SMS]] : []]).map(formatPath), isCertain: false };
}

function notAsBefore(entry: Entry, live: Live): string[] {
  const [was, now] = [comparable(entry.before), comparable(live)];
  const differs = (path: Path) => (['pool', 'mfa'] as const).some((side) => !equal(valueAt(was[side], path), valueAt(now[side], path)));
  return unique([...entry.changed.filter(differs), ...mayBeSms(entry) && !factorsBefore(entry) ? [[SMS]] : []]).map(formatPath);
}

/** Whether SMS may have been among the factors that we replaced: no read shows whether it was, nor whether it is (H3). */
function mayBeSms({ before, changed, done }: Entry): boolean {
  const areReplaced = changed.some(([name]) => isFactor(name) || name === 'MfaConfiguration');
  return done.has('SetUserPoolMfaConfig') && areReplaced && liveSms(before.mfa ?? {}) === 'unknown';
}
