import type { Capture } from './capture';
import { diff, isUnder } from './diff';
import { blocksOf, comparableBlocks, FACTORS, hasDeclaredFactors, isFactor, modeOf, type Mode } from './factors';
import { factorsBack, factorSet } from './factors-back';
import { both, goalOf, NO_GOAL, withoutCleared, type Goal } from './goal';
import { comparable, comparablePool, type Live } from './live';
import { merge } from './merge';
import { isOwned } from './owned';
import { poolAfter, SERVANTS } from './pool-after';
import { wholeOf, putBack, takenOffBy, unique } from './put-back';
import { settingsOf } from './settings-of';
import { withSharedSms } from './shared-sms';
import { foldTwins, modernPath } from './twins';
import { NOTHING, type Declaration } from '../declared/declaration';
import { clearingOf, unitOf } from '../ledger/clearing';
import { LEDGER } from '../ledger/ledger';
import { propPath } from '../ledger/prop-path';
import { rowAt } from '../ledger/walk';
import { Problem } from '../problem';
import { pick, type Json, type JsonObject } from '../wire/json';
import { formatPath, valueAt, type Path } from '../wire/path';

/** Whether another resource of the stack declares a setting: then it is no longer ours to take back. */
export type IsDeclared = (unit: Path) => boolean;

/** A pool of which nobody ever set anything: to put back to it is to reset. */
const NEW_POOL: Capture = { pool: {}, mfa: {} };

/**
 * What is to be done about settings that were declared and no longer are: nothing, unless the pool still has what we
 * wrote, and then what `onRemoval` says. A trigger of ours is detached in any case.
 */
export function released(
  live: Live, desired: Declaration | undefined, former: Declaration | undefined, isDeclaredElsewhere: IsDeclared = () => false,
): Goal {
  if (!former) return NO_GOAL;
  const declaration = desired ?? former;
  const was = whatWas(declaration);
  const remaining = poolAfter(settingsOf(live.pool), goalOf(desired ?? NOTHING));
  const change = {
    was: { ...was.pool, ...blocksOf(was.mfa) },
    ours: documentAfter(former, was),
    said: documentAfter(former, NEW_POOL),
    now: documentOf(live),
  };
  const units = unique(changedBy(former, was)
    .filter((unit) => isDropped(unit, desired) && isTaken(unit, declaration) && !isDeclaredElsewhere(unit)).map((unit) => {
      const whole = wholeOf(unit, change);
      return isDropped(whole, desired) && !isDeclaredElsewhere(whole) ? whole : unit;
    }));
  // What cannot stand beside what is declared now goes by that; what still serves others stays for them.
  const isInTheWay = (unit: Path) => valueAt(change.was, unit) === undefined
    && (valueAt({ ...remaining, ...blocksOf(live.mfa ?? {}) }, unit) === undefined || isServing(unit, units, remaining));
  const ofPool = putBack(units.filter((unit) => !isInTheWay(unit)), change);
  if (FACTORS.some((name) => isDeclaredElsewhere([name]))) return ofPool;
  return both(ofPool, releasedFactors({ live, desired, former, was }, ofPool));
}

/** Whether a deleted resource, or a dropped prop, can leave anything to do: else not even a read is needed. */
export function mayRelease({ settings, onRemoval }: Declaration): boolean {
  return onRemoval !== 'RETAIN' || changedBy({ settings, clear: [] }, NEW_POOL).some(dangles);
}

/** `RESTORE_PREVIOUS` is a promise: what could not be put back is refused before it is set. */
export function checkRestorable(desired: Declaration): void {
  if (desired.onRemoval !== 'RESTORE_PREVIOUS') return;
  const was = whatWas(desired);
  const change = { was: { ...was.pool, ...blocksOf(was.mfa) }, ours: documentAfter(desired, was) };
  const lasting = takenOffBy(changedBy(desired, was), change).flatMap((unit) => {
    const clearing = clearingOf(unit);
    return clearing.by === 'impossible' ? [`${formatPath(propPath(unit))} [${formatPath(unit)}]: ${clearing.reason}`] : [];
  });
  const reasons = [...lasting, ...managesFactors(desired) && factorSet(was.mfa) === undefined ? [UNTOLD] : []];
  if (reasons.length === 0) return;
  throw new Problem(`nothing was changed: onRemoval RESTORE_PREVIOUS could not be kept for ${reasons.join('; ')}: `
    + 'declare this in a UserPoolSettings of its own with onRemoval RETAIN');
}

const UNTOLD = 'the second factors, since Cognito does not tell whether SMS was one of them';

function whatWas({ onRemoval, before }: Declaration): Capture {
  if (onRemoval !== 'RESTORE_PREVIOUS') return NEW_POOL;
  if (!before) throw new Problem('onRemoval RESTORE_PREVIOUS without the pool as it was before: invoke this function through the construct');
  return before;
}

/** The settings that a declaration makes different from what was, second factors apart. */
function changedBy(declaration: Pick<Declaration, 'settings' | 'clear'>, was: Capture): Path[] {
  const before = { ...comparablePool(was.pool) as JsonObject, ...comparableBlocks(was.mfa) as JsonObject };
  return unique(diff(before, documentAfter(declaration, was)).map(unitOf));
}

function documentAfter(declaration: Pick<Declaration, 'settings' | 'clear'>, was: Capture): Json {
  const goal = goalOf(declaration);
  const blocks = merge(withoutCleared(blocksOf(was.mfa), goal.cleared), blocksOf(goal.settings), LEDGER) as JsonObject;
  return { ...comparablePool(poolAfter(was.pool, goal)) as JsonObject, ...comparableBlocks(blocks) as JsonObject };
}

/** Pool and passkeys in comparable form. */
function documentOf(live: Live): Json {
  return { ...comparable(live).pool as JsonObject, ...comparableBlocks(live.mfa ?? {}) as JsonObject };
}

function isDropped(unit: Path, { settings, clear }: Declaration = NOTHING): boolean {
  // Whether something is a factor is a matter of all factors; its messages are its own.
  if (isFactor(unit[0]) && (unit.length === 1 || !Object.hasOwn(settings, unit[0]))) return false;
  return !isOwned(foldTwins(withSharedSms(settings)), unit)
    && !clear.map(modernPath).some((path) => isUnder(unit, path) || isUnder(path, unit));
}

const dangles = (unit: Path) => rowAt(LEDGER, unit)?.breaksWhenDangling === true;

function isTaken(unit: Path, { onRemoval }: Declaration): boolean {
  return onRemoval !== 'RETAIN' || dangles(unit);
}

function isServing(unit: Path, leaving: readonly Path[], remaining: JsonObject): boolean {
  const served = SERVANTS.find(({ path }) => formatPath(path) === formatPath(unit))?.served ?? [];
  return served.some((other) => valueAt(remaining, other) !== undefined
    && !leaving.some((path) => formatPath(path) === formatPath(other)));
}

interface Release {
  readonly live: Live;
  readonly desired: Declaration | undefined;
  readonly former: Declaration;
  readonly was: Capture;
}

function releasedFactors({ live, desired, former, was }: Release, { settings }: Goal): Goal {
  const { onRemoval } = desired ?? former;
  const areDropped = managesFactors(former) && !(desired && saysFactors(desired.settings));
  if (!live.mfa || !areDropped || onRemoval === 'RETAIN') return NO_GOAL;
  const mode = (desired?.settings.MfaConfiguration ?? settings.MfaConfiguration ?? modeOf(live.mfa)) as Mode;
  const factors = factorSet(was.mfa);
  if (mode !== 'OFF' && !factors) throw new Problem(`onRemoval RESTORE_PREVIOUS cannot be kept for ${UNTOLD}: use RETAIN`);
  const isCleared = (name: string) => desired?.clear.some(([cleared]) => cleared === name) ?? false;
  return factorsBack({ was: pick(factors ?? {}, (name) => !isCleared(name)), ours: former.settings, now: live.mfa, mode });
}

/** `OFF` ends all factors, so that they are as much its doing. */
function saysFactors(settings: JsonObject): boolean {
  return hasDeclaredFactors(settings) || settings.MfaConfiguration === 'OFF';
}

function managesFactors({ settings, clear }: Declaration): boolean {
  return saysFactors(settings) || clear.some(([name]) => isFactor(name) || name === 'MfaConfiguration');
}
