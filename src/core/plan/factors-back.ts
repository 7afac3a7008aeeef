import { equal } from './canonical';
import { enabledFactors, FACTORS, liveSms, modeOf, SMS, type Mode } from './factors';
import { NO_GOAL, type Goal } from './goal';
import { merge } from './merge';
import { withoutSharedSms } from './shared-sms';
import { pick, type JsonObject } from '../wire/json';

export interface FactorChange {
  /** The complete set that the pool had. */
  readonly was: JsonObject;
  /** What we made of it, as declared. */
  readonly ours: JsonObject;
  /** What GetUserPoolMfaConfig answers. */
  readonly now: JsonObject;
  /** The mode that the pool shall have. */
  readonly mode: Mode;
}

/** Second factors are one setting: they go back together, if they still are as we set them. */
export function factorsBack({ was, ours, now, mode }: FactorChange): Goal {
  const [wrote, has] = [told(ours), modeOf(now) === 'OFF' ? {} : told(now)];
  const sms = liveSms(now);
  const isSmsOurs = sms === 'unknown' || (sms === 'on') === Object.hasOwn(ours, SMS);
  const isOurs = isSmsOurs && equal(Object.keys(wrote).sort(), Object.keys(has).sort()) && equal(merge(has, wrote), has);
  return isOurs ? { settings: mode === 'OFF' ? {} : was, cleared: FACTORS.map((name) => [name]) } : NO_GOAL;
}

/**
 * The complete set of factors, as a declaration of it. Where Cognito does not tell whether SMS is one (H3), the last run of
 * ours does, if it set the factors; if it did not, nothing does.
 */
export function factorSet(mfa: JsonObject, lastSet?: JsonObject): JsonObject | undefined {
  if (modeOf(mfa) === 'OFF') return {};
  const sms = liveSms(mfa, lastSet);
  const enabled = enabledFactors(mfa).filter((name) => name !== SMS || sms === 'on');
  return sms === 'unknown' ? undefined : pick(withoutSharedSms(mfa), (name) => enabled.includes(name));
}

/** The enabled factors, as far as any read tells of them. */
function told(mfa: JsonObject): JsonObject {
  const enabled = enabledFactors(mfa);
  return pick(mfa, (name) => name !== SMS && enabled.includes(name));
}
