import { diff } from './diff';
import { enabledFactors, hasDeclaredFactors, isFactor, liveSms, modeOf, observableMfa, SMS, TOTP, type Mode } from './factors';
import { withoutCleared, type Goal } from './goal';
import { merge } from './merge';
import { SHARED_SMS } from './shared-sms';
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
 * the factors stay as they are. `lastSet` is what the same resource declared before: it spares a call where SMS was as it is
 * to be, and is never taken for what the pool has.
 */
export function planMfa(live: JsonObject, goal: Goal, pool: JsonObject, lastSet: JsonObject | undefined): MfaPlan {
  const { settings: declared, cleared } = goal;
  const base = withoutCleared(live, cleared);
  const mode = (memberOf(declared, 'MfaConfiguration') ?? modeOf(live)) as Mode;
  const sms = liveSms(live, lastSet);
  const isSmsCleared = cleared.some(([name]) => name === SMS);
  const staying = pick(base, (name) => isFactor(name) && (name !== SMS || liveSms(live) === 'on'));
  const factors = mode === 'OFF' ? noFactors(declared) : complete(declared) ?? (modeOf(live) !== 'OFF' ? staying : isSmsCleared ? {} : firstFactor(pool));
  const others = pick(declared, (name) => !isFactor(name) && Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name));
  const merged = merge(base, { ...others, ...factors, MfaConfiguration: mode }, SET_USER_POOL_MFA_CONFIG) as JsonObject;
  const expected = withSmsOf(pool, pick(merged, (name) => !isFactor(name) || Object.hasOwn(factors, name)));
  if (mode !== 'OFF' && enabledFactors(expected).length === 0) {
    throw new Problem(
      'MFA that is not OFF needs a second factor: '
      + 'declare smsMfaConfiguration, softwareTokenMfaConfiguration or emailMfaConfiguration',
    );
  }
  const saysSms = hasDeclaredFactors(declared) || isSmsCleared;
  const smsThen = memberOf(expected, SMS) === undefined ? 'off' : 'on';
  const differs = [
    ...(mode === modeOf(live) ? [] : [['MfaConfiguration']]),
    ...diff(observableMfa(live), observableMfa(expected)),
    ...((saysSms || liveSms(live) !== 'unknown') && sms !== smsThen ? [[SMS]] : []),
  ];
  if (differs.length > 0 && mode !== 'OFF' && !saysSms && liveSms(live) === 'unknown') throw new Problem(ASK_FOR_FACTORS);
  return { expected, differs };
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

/** Of declared factors, those that are left out are none. */
function complete(declared: JsonObject): JsonObject | undefined {
  return hasDeclaredFactors(declared) ? { [TOTP]: { Enabled: false }, ...pick(declared, isFactor) } : undefined;
}

/** As UpdateUserPool has it: SMS settings and an automatically verified phone number make SMS the factor (R12). */
function firstFactor(pool: JsonObject): JsonObject {
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

const ASK_FOR_FACTORS = 'Cognito does not tell whether SMS is a second factor of this pool: declare its complete set of factors '
  + '(smsMfaConfiguration, softwareTokenMfaConfiguration, emailMfaConfiguration) beside the change';
