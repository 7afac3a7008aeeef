import { isUnder } from './diff';
import { changedBy, documentAfter, documentIn, documentOf, NEW_POOL, valuesChangedBy, whatWas } from './document';
import { blocksOf, FACTORS, isFactor, type Mode } from './factors';
import { goalOf, type Goal } from './goal';
import type { Live } from './live';
import { isOwned } from './owned';
import { poolAfter, SERVANTS } from './pool-after';
import { putBack, wholeOf } from './put-back';
import { besideFactors, releasedFactors, staysFactor } from './release-factors';
import { settingsOf } from './settings-of';
import { withSharedSms } from './shared-sms';
import { foldTwins, modernPath } from './twins';
import { NOTHING, type Declaration } from '../declared/declaration';
import { breaksWhenDangling, clearingOf, unitOf } from '../ledger/clearing';
import type { JsonObject } from '../wire/json';
import { isSame, unique, valueAt, type Path } from '../wire/path';

/** Whether another resource of the stack declares a setting: then it is no longer ours to take back. */
export type IsDeclared = (unit: Path) => boolean;

/**
 * What is to be done about settings that were declared and no longer are, one by one: nothing, unless the pool still has what
 * we wrote, and then what `onRemoval` says. A trigger of ours is detached in any case.
 */
export function released(
  live: Live, desired: Declaration | undefined, former: Declaration | undefined, isDeclaredElsewhere: IsDeclared = () => false,
): Goal[] {
  if (!former) return [];
  const { onRemoval } = desired ?? former;
  const was = whatWas(desired ?? former);
  const change = { was: documentIn(was), ours: documentAfter(former, was), said: documentAfter(former, NEW_POOL), now: documentOf(live) };
  const isTakenBack = onRemoval === 'RETAIN' ? breaksWhenDangling : () => true;
  // Whether something is a factor is a matter of all factors; the messages of one that stays are settings like any other.
  const isOfItsOwn = ([name, ...member]: Path) => !isFactor(name) || (member.length > 0 && staysFactor(name, desired, former));
  const isReleased = (unit: Path) => isOfItsOwn(unit) && isTakenBack(unit) && !isDeclared(unit, desired) && !isDeclaredElsewhere(unit);
  // Of what goes as one, a part may be declared still, by its older name.
  const settingOf = (path: Path) => isDeclared(unitOf(path), desired) && !isDeclared(path, desired) ? path : unitOf(path);
  const units = unique(unique(valuesChangedBy(former, was).map(settingOf)).filter(isReleased).map((unit) => {
    const whole = wholeOf(unit, change);
    return isReleased(whole) ? whole : unit;
  }));

  const remaining = { ...poolAfter(settingsOf(live.pool), goalOf(desired ?? NOTHING)), ...blocksOf(live.mfa ?? {}) };
  // What cannot stand beside what is declared now goes by that; what still serves others stays for them; and what no request
  // takes off stays for good: it was set under another word than the one that holds now.
  const isStaying = (unit: Path) => valueAt(change.was, unit) === undefined
    && (valueAt(remaining, unit) === undefined || isServing(unit, units, remaining) || clearingOf(unit).by === 'impossible');
  const ofItsOwn = putBack(units.filter((unit) => !isStaying(unit)), change).map((goal) => besideFactors(goal, live.mfa ?? {}, desired, former));

  if (!live.mfa || onRemoval === 'RETAIN' || FACTORS.some((name) => isDeclaredElsewhere([name]))) return ofItsOwn;
  const mode = ofItsOwn.find(({ settings }) => settings.MfaConfiguration !== undefined)?.settings.MfaConfiguration as Mode | undefined;
  return [...ofItsOwn, releasedFactors({ now: live.mfa, desired, former, was, mode })];
}

/** Whether a deleted resource can leave anything to do: else not even a read is needed. */
export function mayRelease({ settings, onRemoval }: Declaration): boolean {
  return onRemoval !== 'RETAIN' || changedBy({ settings, clear: [] }, NEW_POOL).some(breaksWhenDangling);
}

function isDeclared(unit: Path, { settings, clear }: Declaration = NOTHING): boolean {
  return isOwned(foldTwins(withSharedSms(settings)), unit)
    || clear.map(modernPath).some((path) => isUnder(unit, path) || isUnder(path, unit));
}

function isServing(unit: Path, leaving: readonly Path[], remaining: JsonObject): boolean {
  const served = SERVANTS.find(({ path }) => isSame(path, unit))?.served ?? [];
  return served.some((other) => valueAt(remaining, other) !== undefined && !leaving.some((path) => isSame(path, other)));
}
