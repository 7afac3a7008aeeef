import type { SmsConfiguration } from './sms';

/**
 * Whether users sign in with a second factor.
 */
export enum UserPoolMfa {
  /** No user has a second factor. What a new pool has. */
  OFF = 'OFF',

  /** Every user must have a second factor before signing in. */
  ON = 'ON',

  /** A user who has set up a second factor must use it. The mode for adaptive authentication. */
  OPTIONAL = 'OPTIONAL',
}

/**
 * Codes by SMS as a second factor. Giving it, even with no member, makes SMS one of the pool's factors.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface SmsMfaConfig {
  /**
   * The text of the SMS with the sign-in code.
   *
   * From 6 to 140 characters, with the placeholder `{####}` where the code goes; anything else is refused at synth. The
   * pool has one such text: the top-level `smsAuthenticationMessage` is the same setting, and different texts are refused
   * at synth.
   *
   * API: `SmsMfaConfiguration.SmsAuthenticationMessage`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it sends the service's own text.
   */
  readonly smsAuthenticationMessage?: string;

  /**
   * The role and Region with which the pool sends SMS.
   *
   * The pool has one SMS configuration: the top-level `smsConfiguration` is the same setting, and different ones are
   * refused, at synth or, where one has a token, at deployment. SMS as a factor without one, here, there or on the pool
   * already, is refused at deployment.
   *
   * API: `SmsMfaConfiguration.SmsConfiguration`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly smsConfiguration?: SmsConfiguration;
}

/**
 * Codes from an authenticator app (TOTP) as a second factor.
 */
export interface SoftwareTokenMfaConfig {
  /**
   * Whether codes from an authenticator app are one of the pool's factors.
   *
   * `true` while MFA is `OFF` is refused: at synth if `mfaConfiguration` is declared, otherwise at deployment.
   *
   * API: `SoftwareTokenMfaConfiguration.Enabled`.
   */
  readonly enabled: boolean;
}

/**
 * Codes by email as a second factor, and the text of the emails with codes for MFA and for sign-in by email code.
 * Giving it, even with no member, makes email one of the pool's factors.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface EmailMfaConfig {
  /**
   * The text of the email with the code.
   *
   * From 6 to 20,000 characters, with the placeholder `{####}` where the code goes; anything else is refused at synth.
   *
   * API: `EmailMfaConfiguration.Message`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it sends the service's own text.
   */
  readonly message?: string;

  /**
   * The subject of the email with the code.
   *
   * At least 1 character: letters, marks, symbols, numbers, punctuation and white space. Anything else is refused at synth.
   *
   * API: `EmailMfaConfiguration.Subject`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it sends the service's own subject.
   */
  readonly subject?: string;
}

/**
 * Passkeys: which domain they are bound to and what they count for.
 *
 * Merged per member: members that are not given keep what the pool has. A passkey is not one of the factors that
 * `mfaConfiguration` needs, so this may be given while MFA is `OFF`. To offer passkeys at sign-in, put `WEB_AUTHN` among
 * the `allowedFirstAuthFactors` of the sign-in policy.
 */
export interface WebAuthnConfiguration {
  /**
   * The domain that passkeys are bound to (the relying party id).
   *
   * From 1 to 127 characters, anything else is refused at synth. Usually the pool's own domain; a pool that has a custom
   * domain, and whose users sign in by managed login or the classic hosted UI, must have its custom domain here. Passkeys
   * that were registered for the former domain stop working when it changes.
   *
   * API: `WebAuthnConfiguration.RelyingPartyId`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly relyingPartyId?: string;

  /**
   * Whether the authenticator must verify the user, for example by fingerprint or PIN.
   *
   * API: `WebAuthnConfiguration.UserVerification`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `PREFERRED`.
   */
  readonly userVerification?: UserVerification;

  /**
   * Whether signing in with a passkey satisfies MFA.
   *
   * `MULTI_FACTOR_WITH_USER_VERIFICATION` needs the Essentials tier or higher, and is refused on Lite. `SINGLE_FACTOR` is
   * refused while MFA is `ON` and `WEB_AUTHN` is among the allowed first factors. Both at synth where all of it is
   * declared, otherwise at deployment.
   *
   * API: `WebAuthnConfiguration.FactorConfiguration`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it takes a passkey for a single factor.
   */
  readonly factorConfiguration?: WebAuthnFactorConfiguration;
}

/**
 * Whether the authenticator of a passkey must verify the user.
 */
export enum UserVerification {
  /** Only authenticators that verify the user can be registered and used. */
  REQUIRED = 'required',

  /** Authenticators that verify the user are encouraged, others are accepted. */
  PREFERRED = 'preferred',
}

/**
 * What a sign-in with a passkey counts for.
 */
export enum WebAuthnFactorConfiguration {
  /** A passkey is one factor. */
  SINGLE_FACTOR = 'SINGLE_FACTOR',

  /** A passkey with user verification satisfies MFA. */
  MULTI_FACTOR_WITH_USER_VERIFICATION = 'MULTI_FACTOR_WITH_USER_VERIFICATION',
}
