import { SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL } from '../ledger/ledger';
import { rowOf } from '../ledger/walk';
import { Problem } from '../problem';
import { canonical, equal } from './canonical';
import { diff } from './diff';
import { merge } from './merge';
import { isObject, pick, type Json, type JsonObject } from '../wire/json';
import { memberOf, valueAt, type Path } from '../wire/path';

export const SMS = 'SmsMfaConfiguration';
const TOTP = 'SoftwareTokenMfaConfiguration';
const FACTORS: readonly string[] = [SMS, TOTP, 'EmailMfaConfiguration'];
type Mode = 'OFF' | 'OPTIONAL' | 'ON';

/** What SMS as a factor shares with the pool; SetUserPoolMfaConfig writes both. */
export const SHARED_SMS: readonly string[] = ['SmsConfiguration', 'SmsAuthenticationMessage'];

/** What SetUserPoolMfaConfig shall lead to, and whether it has to be called. */
export interface MfaPlan {
  readonly expected: JsonObject;
  readonly differs: readonly Path[];
}

export function isMfaManaged(declared: JsonObject): boolean {
  return Object.keys(declared).some((name) => Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name));
}

/** Whether a write may touch the pool's second factors or passkeys, so that they have to be read as well. */
export function isMfaInPlay(pool: JsonObject, declared: JsonObject): boolean {
  const firstFactors = valueAt(pool, ['Policies', 'SignInPolicy', 'AllowedFirstAuthFactors']);
  return isMfaManaged(declared) || modeOf(pool) !== 'OFF' || (Array.isArray(firstFactors) && firstFactors.includes('WEB_AUTHN'));
}

/** SmsMfaConfiguration carries two members that are the pool's own: there they are merged, read and compared. */
export function withSharedSms(declared: JsonObject): JsonObject {
  return SHARED_SMS.reduce((all, name) => {
    const [own, inFactor, row] = [memberOf(declared, name), valueAt(declared, [SMS, name]), rowOf(UPDATE_USER_POOL, name)];
    if (inFactor === undefined) return all;
    const both = merge(own, inFactor, row);
    if (own !== undefined && !equal(both, merge(inFactor, own, row))) {
      throw new Problem(`${name} and ${SMS}.${name} are one setting and are declared with different values: declare one of them`);
    }
    return { ...all, [name]: both };
  }, declared);
}

/**
 * The whole that SetUserPoolMfaConfig replaces the former one with. Declared factors are the complete set; without any,
 * the factors stay as they are.
 */
export function planMfa(live: JsonObject, declared: JsonObject, pool: JsonObject, previous: JsonObject | undefined): MfaPlan {
  const mode = (memberOf(declared, 'MfaConfiguration') ?? modeOf(live)) as Mode;
  const factors = mode === 'OFF' ? noFactors(declared) : factorsOf(live, declared, pool);
  const others = pick(declared, (name) => !isFactor(name) && Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name));
  const merged = merge(live, { ...others, ...factors, MfaConfiguration: mode }, SET_USER_POOL_MFA_CONFIG) as JsonObject;
  const expected = withSmsOf(pool, pick(merged, (name) => !isFactor(name) || Object.hasOwn(factors, name)));
  if (mode !== 'OFF' && enabledFactors(expected).length === 0) {
    throw new Problem(
      'MFA that is not OFF needs a second factor: '
      + 'declare smsMfaConfiguration, softwareTokenMfaConfiguration or emailMfaConfiguration',
    );
  }
  const differs = [
    ...(mode === modeOf(live) ? [] : [['MfaConfiguration']]),
    ...diff(observableMfa(live), observableMfa(expected)),
    ...(smsDiffers(live, expected, declared, previous) ? [[SMS]] : []),
  ];
  if (differs.length > 0 && mode !== 'OFF' && !hasDeclaredFactors(declared)) refuseToGuess(live);
  return { expected, differs };
}

/** What GetUserPoolMfaConfig tells truly: the mode and the SMS settings are the pool's, and without MFA factors mean nothing. */
export function observableMfa(mfa: JsonObject): Json | undefined {
  const isHidden = (name: string) => name === 'MfaConfiguration' || (modeOf(mfa) === 'OFF' ? isFactor(name) : name === SMS);
  return canonical(pick(mfa, (name) => !isHidden(name)), SET_USER_POOL_MFA_CONFIG);
}

function isFactor(name: string): boolean {
  return FACTORS.includes(name);
}

/**
 * The second factors as they are, for holding other settings against them: without MFA they mean nothing, and what SMS
 * shares with the pool is the pool's to say.
 */
export function liveMfa(mfa: JsonObject): JsonObject {
  if (modeOf(mfa) === 'OFF') return pick(mfa, (name) => !isFactor(name));
  const sms = memberOf(mfa, SMS);
  return isObject(sms) ? { ...mfa, [SMS]: pick(sms, (name) => !SHARED_SMS.includes(name)) } : mfa;
}

/** TOTP says whether it is on; the others are on by being there. */
function enabledFactors(document: JsonObject): readonly string[] {
  return FACTORS.filter((name) => name === TOTP
    ? valueAt(document, [TOTP, 'Enabled']) === true
    : memberOf(document, name) !== undefined);
}

function modeOf(document: JsonObject): Mode {
  return (memberOf(document, 'MfaConfiguration') ?? 'OFF') as Mode;
}

function hasDeclaredFactors(declared: JsonObject): boolean {
  return Object.keys(declared).some(isFactor);
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

function factorsOf(live: JsonObject, declared: JsonObject, pool: JsonObject): JsonObject {
  if (hasDeclaredFactors(declared)) return { [TOTP]: { Enabled: false }, ...pick(declared, isFactor) };
  if (modeOf(live) !== 'OFF') return pick(live, (name) => isFactor(name) && (name !== SMS || liveSms(live) === 'on'));
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

/** The SMS settings are reported whether or not SMS is a factor (H3): beside another factor nobody can tell. */
function liveSms(live: JsonObject): 'on' | 'off' | 'unknown' {
  if (modeOf(live) === 'OFF' || memberOf(live, SMS) === undefined) return 'off';
  return enabledFactors(live).length > 1 ? 'unknown' : 'on';
}

/** Where the pool cannot tell, the last run of ours can, if it set the factors. */
function smsDiffers(live: JsonObject, expected: JsonObject, declared: JsonObject, previous: JsonObject = {}): boolean {
  if (!hasDeclaredFactors(declared)) return false;
  const [known, before] = [liveSms(live), enabledFactors(previous)];
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
