import { SET_USER_POOL_MFA_CONFIG } from '../ledger/ledger';
import { Problem } from '../problem';
import { canonical, equal } from './canonical';
import { diff } from './diff';
import { merge } from './merge';
import { isObject, pick, type Json, type JsonObject } from '../wire/json';
import { memberOf, valueAt, type Path } from '../wire/path';

const FACTORS = ['SmsMfaConfiguration', 'SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration'] as const;
type Mode = 'OFF' | 'OPTIONAL' | 'ON';
const RANK: Readonly<Record<Mode, number>> = { OFF: 0, OPTIONAL: 1, ON: 2 };

/** What SetUserPoolMfaConfig shall lead to, and whether it has to be called. */
export interface MfaPlan {
  readonly expected: JsonObject;
  readonly differs: readonly Path[];
  /** A weaker mode has to be set before the pool's own settings are, a stronger one after (H4). */
  readonly loosens: boolean;
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
  const sms = declared.SmsMfaConfiguration;
  if (!isObject(sms)) return declared;
  const shared = ['SmsConfiguration', 'SmsAuthenticationMessage'].filter((name) => memberOf(sms, name) !== undefined);
  return shared.reduce((all, name) => {
    const own = memberOf(all, name);
    if (own !== undefined && !equal(own, sms[name])) {
      throw new Problem(`${name} and SmsMfaConfiguration.${name} are one setting and are declared with different values: declare one of them`);
    }
    return { ...all, [name]: sms[name] };
  }, declared);
}

/**
 * The whole that SetUserPoolMfaConfig replaces the former one with. Declared factors are the complete set; without any,
 * the factors stay as they are.
 */
export function planMfa(live: JsonObject, declared: JsonObject, pool: JsonObject, previous: JsonObject | undefined): MfaPlan {
  const mode = (memberOf(declared, 'MfaConfiguration') ?? modeOf(live)) as Mode;
  const factors = mode === 'OFF' ? noFactors(declared) : factorsOf(live, declared, pool);
  const declaredOthers = pick(declared, (name) => isOther(name) && Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name));
  const others = pick(merge(live, declaredOthers, SET_USER_POOL_MFA_CONFIG) as JsonObject, isOther);
  const expected = { ...others, ...factors, MfaConfiguration: mode };
  const differs = [
    ...(mode === modeOf(live) ? [] : [['MfaConfiguration']]),
    ...diff(observableMfa(live), observableMfa(expected)),
    ...(smsDiffers(live, expected, declared, previous) ? [['SmsMfaConfiguration']] : []),
  ];
  if (differs.length > 0 && mode !== 'OFF' && !hasDeclaredFactors(declared)) refuseToGuess(live);
  return { expected, differs, loosens: RANK[mode] < RANK[modeOf(live)] };
}

/** What GetUserPoolMfaConfig tells truly: the mode and the SMS settings are the pool's, and without MFA factors mean nothing. */
export function observableMfa(mfa: JsonObject): Json | undefined {
  const hidden = modeOf(mfa) === 'OFF' ? FACTORS : ['SmsMfaConfiguration'];
  return canonical(pick(mfa, (name) => name !== 'MfaConfiguration' && !(hidden as readonly string[]).includes(name)), SET_USER_POOL_MFA_CONFIG);
}

/** Passkeys, and members of the future. */
const isOther = (name: string): boolean => name !== 'MfaConfiguration' && !(FACTORS as readonly string[]).includes(name);

function modeOf(document: JsonObject): Mode {
  return (memberOf(document, 'MfaConfiguration') ?? 'OFF') as Mode;
}

function hasDeclaredFactors(declared: JsonObject): boolean {
  return FACTORS.some((name) => memberOf(declared, name) !== undefined);
}

function noFactors(declared: JsonObject): JsonObject {
  const on = FACTORS.filter((name) => memberOf(declared, name) !== undefined && !equal(declared[name], { Enabled: false }));
  if (on.length > 0) {
    throw new Problem(`MfaConfiguration is OFF while ${on.join(' and ')} is declared: declare mfaConfiguration OPTIONAL or ON, or leave the factors out`);
  }
  return {};
}

function factorsOf(live: JsonObject, declared: JsonObject, pool: JsonObject): JsonObject {
  const factors = hasDeclaredFactors(declared) ? declaredFactors(live, declared, pool) : liveFactors(live, pool);
  if (Object.values(factors).every((factor) => equal(factor, { Enabled: false }))) {
    throw new Problem('MFA that is not OFF needs a second factor: declare smsMfaConfiguration, softwareTokenMfaConfiguration or emailMfaConfiguration');
  }
  return factors;
}

function declaredFactors(live: JsonObject, declared: JsonObject, pool: JsonObject): JsonObject {
  const { SmsMfaConfiguration: sms, SoftwareTokenMfaConfiguration: totp, EmailMfaConfiguration: email } = declared;
  return {
    ...(sms !== undefined && { SmsMfaConfiguration: smsFactor(pool) }),
    SoftwareTokenMfaConfiguration: totp ?? { Enabled: false },
    ...(email !== undefined && { EmailMfaConfiguration: merge(memberOf(live, 'EmailMfaConfiguration'), email) }),
  };
}

function liveFactors(live: JsonObject, pool: JsonObject): JsonObject {
  if (modeOf(live) !== 'OFF') {
    return pick(live, (name) => (FACTORS as readonly string[]).includes(name) && (name !== 'SmsMfaConfiguration' || liveSms(live) === 'on'));
  }
  // As UpdateUserPool has it: SMS settings and an automatically verified phone number make SMS the factor (R12).
  const verified = memberOf(pool, 'AutoVerifiedAttributes');
  const bySms = Array.isArray(verified) && verified.includes('phone_number') && memberOf(pool, 'SmsConfiguration') !== undefined;
  return bySms ? { SmsMfaConfiguration: smsFactor(pool) } : {};
}

function smsFactor(pool: JsonObject): JsonObject {
  const factor = pick(pool, (name) => name === 'SmsConfiguration' || name === 'SmsAuthenticationMessage');
  if (factor.SmsConfiguration === undefined) {
    throw new Problem('SMS as a second factor needs a role to send messages with: declare smsConfiguration');
  }
  return factor;
}

/** The SMS settings are reported whether or not SMS is a factor (H3): beside another factor nobody can tell. */
function liveSms(live: JsonObject): 'on' | 'off' | 'unknown' {
  if (modeOf(live) === 'OFF' || memberOf(live, 'SmsMfaConfiguration') === undefined) return 'off';
  const another = valueAt(live, ['SoftwareTokenMfaConfiguration', 'Enabled']) === true || memberOf(live, 'EmailMfaConfiguration') !== undefined;
  return another ? 'unknown' : 'on';
}

/** Where the pool cannot tell, the last run of ours can: the same declared factors were set then. */
function smsDiffers(live: JsonObject, expected: JsonObject, declared: JsonObject, previous: JsonObject | undefined): boolean {
  if (!hasDeclaredFactors(declared)) return false;
  const known = liveSms(live);
  if (known === 'unknown') return previous === undefined || !equal(factorNames(previous), factorNames(declared));
  return (memberOf(expected, 'SmsMfaConfiguration') !== undefined) !== (known === 'on');
}

function factorNames(declared: JsonObject): Json {
  return FACTORS.filter((name) => memberOf(declared, name) !== undefined);
}

function refuseToGuess(live: JsonObject): void {
  if (liveSms(live) === 'unknown') {
    throw new Problem(
      'Cognito does not tell whether SMS is a second factor of this pool: declare its complete set of factors '
      + '(smsMfaConfiguration, softwareTokenMfaConfiguration, emailMfaConfiguration) beside the change',
    );
  }
}

