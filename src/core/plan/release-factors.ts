import type { Capture } from './capture';
import { hasDeclaredFactors, isFactor, modeOf, type Mode } from './factors';
import { factorsBack, factorSet } from './factors-back';
import { NO_GOAL, type Goal } from './goal';
import type { Declaration } from '../declared/declaration';
import { Problem } from '../problem';
import { pick, type JsonObject } from '../wire/json';

/** Why second factors cannot always be put back. */
export const UNTOLD = 'the second factors, since Cognito does not tell whether SMS was one of them';

/** `OFF` ends all factors, so that they are as much its doing. */
function saysFactors(settings: JsonObject): boolean {
  return hasDeclaredFactors(settings) || settings.MfaConfiguration === 'OFF';
}

/** Whether a declaration decides what is a second factor; a message of one is a setting like any other. */
export function managesFactors({ settings, clear }: Declaration): boolean {
  return saysFactors(settings) || clear.some(([name, ...member]) => (isFactor(name) && member.length === 0) || name === 'MfaConfiguration');
}

/** Whether the factors were declared and no longer are. */
export function areFactorsDropped(desired: Declaration | undefined, former: Declaration): boolean {
  return managesFactors(former) && !(desired && saysFactors(desired.settings));
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
  if (!areFactorsDropped(desired, former)) return NO_GOAL;
  const mode = (desired?.settings.MfaConfiguration ?? modeBack ?? modeOf(now)) as Mode;
  const factors = factorSet(was.mfa);
  if (mode !== 'OFF' && !factors) throw new Problem(`onRemoval RESTORE_PREVIOUS cannot be kept for ${UNTOLD}: use RETAIN`);
  const isCleared = (name: string) => desired?.clear.some(([cleared, ...member]) => cleared === name && member.length === 0) ?? false;
  return factorsBack({ was: pick(factors ?? {}, (name) => !isCleared(name)), ours: former.settings, now, mode });
}
