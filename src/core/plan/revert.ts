import { equal } from './canonical';
import { captureOf } from './capture';
import { documentIn } from './document';
import { isFactor, modeOf, SMS } from './factors';
import { factorsBack, factorSet } from './factors-back';
import { both, takenOff, NO_GOAL, type Goal } from './goal';
import { comparable, type Comparable, type Live } from './live';
import { putBack, wholeOf } from './put-back';
import { unitOf } from '../ledger/clearing';
import { MEANWHILE } from '../ledger/meanwhile';
import type { WriteAction } from '../wire/api';
import { pick, type Json, type JsonObject } from '../wire/json';
import { unique, type Path } from '../wire/path';

/** What a run changed, and in what. */
export interface Changes {
  readonly before: Live;
  readonly expected: Comparable;
  readonly changed: readonly Path[];
  readonly done: ReadonlySet<WriteAction>;
  /** What was declared, which tells of SMS as a factor. */
  readonly asked: JsonObject;
  readonly lastSet: JsonObject | undefined;
}

/** The way back from what was changed to what was before, as far as nobody else has changed it since. */
export function revert(changes: Changes, live: Live): Goal {
  const { before, expected, changed } = changes;
  const was = captureOf(before);
  const now = flat(comparable(live));
  const change = { was: documentIn(was), ours: { ...flat(expected), ...pick(now, (name) => isOfAMoment(name, now[name])) }, now };
  const units = unique(changed.filter(([name]) => !isFactor(name)).map(unitOf).map((unit) => wholeOf(unit, change)));
  return [...putBack(units, change, takenOff), revertFactors(changes, live)].reduce(both, NO_GOAL);
}

/** The second factors before the run, if anything tells of all of them. */
export function factorsBefore({ before, lastSet }: Pick<Changes, 'before' | 'lastSet'>): JsonObject | undefined {
  return factorSet(before.mfa ?? {}, lastSet);
}

function revertFactors(changes: Changes, live: Live): Goal {
  const { before, expected, changed, done, asked } = changes;
  const isChanged = done.has('SetUserPoolMfaConfig') && changed.some(([name]) => isFactor(name) || name === 'MfaConfiguration');
  const was = factorsBefore(changes);
  if (!isChanged || !live.mfa || !was) return NO_GOAL;
  const ours = { ...expected.mfa as JsonObject, ...pick(asked, (name) => name === SMS) };
  return factorsBack({ was, ours, now: live.mfa, mode: modeOf(before.pool) });
}

/** Whether a run that went no further left the setting as it was to be between two calls. */
function isOfAMoment(name: string, value: Json): boolean {
  return Object.hasOwn(MEANWHILE, name) && equal(value, MEANWHILE[name]);
}

const flat = ({ pool, mfa }: Comparable): JsonObject => ({ ...pool as JsonObject, ...mfa as JsonObject });
