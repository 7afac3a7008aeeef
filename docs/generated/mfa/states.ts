/** A second factor that SetUserPoolMfaConfig takes. */
export type Factor = 'SMS' | 'TOTP' | 'email';

/** What the MFA of a pool can be, as its users notice it. */
export interface MfaState {
  readonly mode: 'OFF' | 'OPTIONAL' | 'ON';
  /** The complete set of second factors. */
  readonly factors: readonly Factor[];
  readonly firstFactors: readonly string[];
  /** What a sign-in with a passkey counts for. */
  readonly passkeys: 'SINGLE_FACTOR' | 'MULTI_FACTOR_WITH_USER_VERIFICATION';
}

/** A state, and whether SMS settings are declared beside it though SMS is no factor. */
export interface DeclaredState extends MfaState {
  readonly hasUnusedSms?: boolean;
}

const PASSWORD_ALONE: MfaState = { mode: 'OFF', factors: [], firstFactors: ['PASSWORD'], passkeys: 'SINGLE_FACTOR' };

const SETS_OF_FACTORS: readonly Factor[][] =
  [['SMS'], ['TOTP'], ['email'], ['SMS', 'TOTP'], ['SMS', 'email'], ['TOTP', 'email'], ['SMS', 'TOTP', 'email']];

const withFactors = (mode: MfaState['mode']): Record<string, MfaState> =>
  Object.fromEntries(SETS_OF_FACTORS.map((factors) => [`${mode} ${factors.join(' + ')}`, { ...PASSWORD_ALONE, mode, factors }]));

const TOTP: MfaState = { ...PASSWORD_ALONE, mode: 'OPTIONAL', factors: ['TOTP'] };
const PASSKEY_FIRST = { firstFactors: ['PASSWORD', 'WEB_AUTHN'] };
const PASSKEY_MFA = { ...PASSKEY_FIRST, passkeys: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } as const;

/** By the name that the page gives them, in its order. Every one can be deployed on a new pool. */
export const STATES: Readonly<Record<string, DeclaredState>> = {
  'OFF': PASSWORD_ALONE,
  'OFF, SMS unused': { ...PASSWORD_ALONE, hasUnusedSms: true },
  'OFF, passkeys first': { ...PASSWORD_ALONE, ...PASSKEY_FIRST },
  ...withFactors('OPTIONAL'),
  'OPTIONAL TOTP, SMS unused': { ...TOTP, hasUnusedSms: true },
  'OPTIONAL TOTP, email codes first': { ...TOTP, firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
  'OPTIONAL TOTP, passkeys first': { ...TOTP, ...PASSKEY_FIRST },
  'OPTIONAL TOTP, passkey MFA': { ...TOTP, ...PASSKEY_MFA },
  ...withFactors('ON'),
  'ON TOTP, passkey MFA': { ...TOTP, ...PASSKEY_MFA, mode: 'ON' },
};
