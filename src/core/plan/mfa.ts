import { diff } from './diff';
import { enabledFactors, hasDeclaredFactors, isFactor, liveSms, modeOf, observableMfa, SMS, TOTP, type Mode } from './factors';
import { withoutCleared, type Goal } from './goal';
import { merge } from './merge';
import { SHARED_SMS, withoutSharedSms } from './shared-sms';
import { SET_USER_POOL_MFA_CONFIG } from '../ledger/ledger';
import { Problem } from '../problem';
import { isObject, pick, type JsonObject } from '../wire/json';
import { memberOf, valueAt, type Path } from '../wire/path';

/** What SetUserPoolMfaConfig shall lead to, and whether it has to be called. */
export interface MfaPlan {
  readonly expected: JsonObject;
  readonly differs: readonly Path[];
}

export function isMfaManaged({ settings, cleared }: Goal): boolean {
  return [...Object.keys(settings), ...cleared.map(([name]) => name)].some((name) => Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name));
}

/** Whether a write may touch the pool's second factors or passkeys, so that they have to be read as well. */
export function isMfaInPlay(pool: JsonObject): boolean {
  const firstFactors = valueAt(pool, ['Policies', 'SignInPolicy', 'AllowedFirstAuthFactors']);
  return modeOf(pool) !== 'OFF' || (Array.isArray(firstFactors) && firstFactors.includes('WEB_AUTHN'));
}

/**
 * The whole that SetUserPoolMfaConfig replaces the former one with. Declared factors are the complete set; without any,
 * the factors stay as they are. `lastSet` is what the same resource set before.
 */
export function planMfa(live: JsonObject, goal: Goal, pool: JsonObject, lastSet: JsonObject | undefined): MfaPlan {
  const { settings: declared, cleared } = goal;
  const base = withoutCleared(live, cleared);
  const mode = (memberOf(declared, 'MfaConfiguration') ?? modeOf(live)) as Mode;
  const factors = mode === 'OFF' ? noFactors(declared) : factorsOf(live, base, declared, pool);
  const others = pick(declared, (name) => !isFactor(name) && Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name));
  const merged = merge(base, { ...others, ...factors, MfaConfiguration: mode }, SET_USER_POOL_MFA_CONFIG) as JsonObject;
  const expected = withSmsOf(pool, pick(merged, (name) => !isFactor(name) || Object.hasOwn(factors, name)));
  if (mode !== 'OFF' && enabledFactors(expected).length === 0) {
    throw new Problem(
      'MFA that is not OFF needs a second factor: '
      + 'declare smsMfaConfiguration, softwareTokenMfaConfiguration or emailMfaConfiguration',
    );
  }
  const saysSms = hasDeclaredFactors(declared) || cleared.some(([name]) => name === SMS);
  const differs = [
    ...(mode === modeOf(live) ? [] : [['MfaConfiguration']]),
    ...diff(observableMfa(live), observableMfa(expected)),
    ...(saysSms && smsDiffers(live, expected, lastSet) ? [[SMS]] : []),
  ];
  if (differs.length > 0 && mode !== 'OFF' && !saysSms) refuseToGuess(live);
  return { expected, differs };
}

/** The second factors as they are, for holding other settings against them: without MFA they mean nothing. */
export function liveMfa(mfa: JsonObject): JsonObject {
  return modeOf(mfa) === 'OFF' ? pick(mfa, (name) => !isFactor(name)) : withoutSharedSms(mfa);
}

function noFactors(declared: JsonObject): JsonObject {
  const on = enabledFactors(declared);
  if (on.length > 0) {
    throw new Problem(
      `MfaConfiguration is OFF while ${on.join(' and ')} is declared: `
      + 'declare mfaConfiguration OPTIONAL or ON, or leave the factors out',
    );
  }
  return {};
}

function factorsOf(live: JsonObject, base: JsonObject, declared: JsonObject, pool: JsonObject): JsonObject {
  if (hasDeclaredFactors(declared)) return { [TOTP]: { Enabled: false }, ...pick(declared, isFactor) };
  if (modeOf(live) !== 'OFF') return pick(base, (name) => isFactor(name) && (name !== SMS || liveSms(live) === 'on'));
  // As UpdateUserPool has it: SMS settings and an automatically verified phone number make SMS the factor (R12).
  const verified = memberOf(pool, 'AutoVerifiedAttributes');
  const bySms = Array.isArray(verified) && verified.includes('phone_number') && memberOf(pool, 'SmsConfiguration') !== undefined;
  return bySms ? { [SMS]: {} } : {};
}

/** SMS as a factor carries the SMS settings that the pool shall have. */
function withSmsOf(pool: JsonObject, expected: JsonObject): JsonObject {
  const sms = memberOf(expected, SMS);
  if (!isObject(sms)) return expected;
  if (memberOf(pool, 'SmsConfiguration') === undefined) {
    throw new Problem('SMS as a second factor needs a role to send messages with: declare smsConfiguration');
  }
  return { ...expected, [SMS]: { ...sms, ...pick(pool, (name) => SHARED_SMS.includes(name)) } };
}

/** Where the pool cannot tell, the last run of ours can, if it set the factors. */
function smsDiffers(live: JsonObject, expected: JsonObject, lastSet: JsonObject = {}): boolean {
  const [known, before] = [liveSms(live), enabledFactors(lastSet)];
  const wasOn = known === 'unknown' ? before.includes(SMS) : known === 'on';
  return (known === 'unknown' && before.length === 0) || (memberOf(expected, SMS) !== undefined) !== wasOn;
}

function refuseToGuess(live: JsonObject): void {
  if (liveSms(live) === 'unknown') {
    throw new Problem(
      'Cognito does not tell whether SMS is a second factor of this pool: declare its complete set of factors '
      + '(smsMfaConfiguration, softwareTokenMfaConfiguration, emailMfaConfiguration) beside the change',
    );
  }
}
