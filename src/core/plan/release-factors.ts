import type { Capture } from './capture';
import { enabledFactors, hasDeclaredFactors, isFactor, modeOf, type Mode } from './factors';
import { factorsBack, factorSet } from './factors-back';
import { both, NO_GOAL, withoutCleared, type Goal } from './goal';
import type { Declaration } from '../declared/declaration';
import { pick, type JsonObject } from '../wire/json';

/** Why second factors cannot always be put back. */
export const UNTOLD = 'the second factors, since Cognito does not tell whether SMS was one of them';

/** `OFF` ends all factors, so that they are as much its doing. */
export function saysFactors(settings: JsonObject): boolean {
  return hasDeclaredFactors(settings) || settings.MfaConfiguration === 'OFF';
}

/** Whether a declaration decides what is a second factor; a message of one is a setting like any other. */
export function managesFactors({ settings, clear }: Declaration): boolean {
  return saysFactors(settings) || clear.some(([name, ...member]) => (isFactor(name) && member.length === 0) || name === 'MfaConfiguration');
}

/** Whether what is a factor is this declaration's doing, or, if it says nothing of factors, none of the former one's. */
export function staysFactor(name: string, desired: Declaration | undefined, former: Declaration): boolean {
  return desired && saysFactors(desired.settings) ? Object.hasOwn(desired.settings, name) : !managesFactors(former);
}

/**
 * What goes back into a factor that stays goes with all factors that there are, since a set that is said is the complete one;
 * where they cannot be told it stays as it is.
 */
export function besideFactors(goal: Goal, now: JsonObject, desired: Declaration | undefined, former: Declaration): Goal {
  if (!hasDeclaredFactors(goal.settings) || hasDeclaredFactors(desired?.settings ?? {})) return goal;
  const factors = factorSet(now, former.settings);
  return factors ? both({ settings: factors, cleared: [] }, goal) : NO_GOAL;
}

interface Release {
  /** What GetUserPoolMfaConfig answers. */
  readonly now: JsonObject;
  readonly desired: Declaration | undefined;
  readonly former: Declaration;
  readonly was: Capture;
  /** The mode that is put back, if it is. */
  readonly mode: Mode | undefined;
}

/** Second factors go back together, to what they were under the mode that the pool shall have. */
export function releasedFactors({ now, desired, former, was, mode: modeBack }: Release): Goal {
  const areDropped = managesFactors(former) && !(desired && saysFactors(desired.settings));
  if (!areDropped) return NO_GOAL;
  const mode = (desired?.settings.MfaConfiguration ?? modeBack ?? modeOf(now)) as Mode;
  const factors = factorSet(was.mfa);
  // MFA needs a factor: where there is none to go back to, those that are there stay.
  if (mode !== 'OFF' && (!factors || enabledFactors(factors).length === 0)) return NO_GOAL;
  const isCleared = (name: string) => desired?.clear.some(([cleared, ...member]) => cleared === name && member.length === 0) ?? false;
  const ours = saysFactors(former.settings) ? former.settings : withoutCleared(factors ?? {}, former.clear);
  return factorsBack({ was: pick(factors ?? {}, (name) => !isCleared(name)), ours, now, mode });
}
