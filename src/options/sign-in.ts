/**
 * How users may start to sign in to the user pool.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface SignInPolicy {
  /**
   * The first factors that choice-based sign-in offers.
   *
   * A complete list of 1 to 5 factors that replaces the pool's list. `[AuthFactor.PASSWORD]` is what a new pool has, and
   * the way back to it; the service refuses an empty list.
   *
   * - Factors other than `PASSWORD` need the Essentials tier or higher: on Lite the service refuses them with
   *   `FeatureUnavailableInTierException`.
   * - `EMAIL_OTP` and `SMS_OTP` are refused while MFA is `ON`; with `OPTIONAL` they are accepted.
   * - `SMS_OTP` is refused on a pool without a valid `smsConfiguration`.
   * - `WEB_AUTHN` together with MFA `ON` is refused unless `factorConfiguration` of `webAuthnConfiguration` is
   *   `MULTI_FACTOR_WITH_USER_VERIFICATION`.
   * - `SOFTWARE_TOKEN` is not supported by the service as a first factor.
   *
   * API: `Policies.SignInPolicy.AllowedFirstAuthFactors`.
   *
   * @default - not managed: the pool keeps what it has
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

  /** A code from an authenticator app. The API names it, but the service does not support it as a first factor yet. */
  SOFTWARE_TOKEN = 'SOFTWARE_TOKEN',
}
