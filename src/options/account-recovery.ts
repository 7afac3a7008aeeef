/**
 * How users who forgot their password get a new one.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface AccountRecoverySetting {
  /**
   * The ways to recover an account, each with its priority.
   *
   * A complete list of 1 or 2 ways that replaces the pool's list; the service refuses an empty list. Use each way and
   * each priority once, and `ADMIN_ONLY` by itself. `VERIFIED_PHONE_NUMBER` is refused when SMS is one of the pool's MFA
   * factors; `VERIFIED_EMAIL` as the only way is refused when email is one of them.
   *
   * API: `AccountRecoverySetting.RecoveryMechanisms`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly recoveryMechanisms?: RecoveryOption[];
}

/**
 * One way to recover an account. It is part of a list that is replaced as a whole.
 */
export interface RecoveryOption {
  /**
   * The rank of this way among the others.
   *
   * 1 or 2; the way with 1 is tried first.
   *
   * API: `AccountRecoverySetting.RecoveryMechanisms[].Priority`.
   */
  readonly priority: number;

  /**
   * The way itself.
   *
   * API: `AccountRecoverySetting.RecoveryMechanisms[].Name`.
   */
  readonly name: RecoveryOptionName;
}

/**
 * A way to recover an account.
 */
export enum RecoveryOptionName {
  /** A code to the user's verified email address. */
  VERIFIED_EMAIL = 'verified_email',

  /** A code to the user's verified phone number. Refused when SMS is one of the pool's MFA factors. */
  VERIFIED_PHONE_NUMBER = 'verified_phone_number',

  /** Users cannot recover their account: an administrator resets the password. */
  ADMIN_ONLY = 'admin_only',
}
