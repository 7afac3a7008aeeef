/**
 * How users may start to sign in to the user pool.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface UserPoolSignInPolicy {
  /**
   * The first factors that choice-based sign-in offers.
   *
   * A complete list of 1 to 5 factors that replaces the pool's list; an empty list is refused at synth.
   * `AuthFactor.PASSWORD` alone is what a new pool has, and the way back to it.
   *
   * What is refused, at synth where all of it is declared and otherwise at deployment:
   *
   * - `EMAIL_OTP` and `SMS_OTP` while MFA is `ON`; with `OPTIONAL` they are accepted.
   * - `WEB_AUTHN` while MFA is `ON`, unless `factorConfiguration` of `webAuthnConfiguration` is
   *   `MULTI_FACTOR_WITH_USER_VERIFICATION`.
   * - `SMS_OTP` on a pool without an SMS configuration.
   * - `EMAIL_OTP`, `SMS_OTP` and `WEB_AUTHN` on the Lite tier: they need Essentials or higher.
   * - `SOFTWARE_TOKEN` on every pool: the service does not support it as a first factor.
   *
   * API: `Policies.SignInPolicy.AllowedFirstAuthFactors`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has the password alone.
   */
  readonly allowedFirstAuthFactors?: AuthFactor[];
}

/**
 * A first factor of choice-based sign-in.
 */
export enum AuthFactor {
  /** A password, sent as it is or proven by SRP. */
  PASSWORD = 'PASSWORD',

  /** A one-time code by email. Needs the Essentials tier or higher; refused while MFA is `ON`. */
  EMAIL_OTP = 'EMAIL_OTP',

  /** A one-time code by SMS. Needs the Essentials tier or higher and an SMS configuration; refused while MFA is `ON`. */
  SMS_OTP = 'SMS_OTP',

  /** A passkey. Needs the Essentials tier or higher. */
  WEB_AUTHN = 'WEB_AUTHN',

  /**
   * A code from an authenticator app. The API names it, and the service does not support it as a first factor: refused at
   * synth.
   */
  SOFTWARE_TOKEN = 'SOFTWARE_TOKEN',
}
