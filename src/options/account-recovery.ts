/**
 * How users who forgot their password get a new one.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface AccountRecoverySetting {
  /**
   * The ways to recover an account, each with its priority.
   *
   * A complete list of 1 or 2 ways that replaces the pool's list; another number is refused at synth. Give each way and
   * each priority once. `ADMIN_ONLY` beside another way is refused at synth. While SMS is one of the pool's MFA factors,
   * `VERIFIED_PHONE_NUMBER` is refused, and while email is one, `VERIFIED_EMAIL` as the only way: at synth if the factor is
   * declared too, otherwise at deployment.
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
   * 1 or 2, anything else is refused at synth. The way with 1 is tried first.
   *
   * API: `AccountRecoverySetting.RecoveryMechanisms[].Priority`.
   */
  readonly priority: number;

  /**
   * The way to recover the account.
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
