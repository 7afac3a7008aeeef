import type { Duration } from 'aws-cdk-lib';

/**
 * What a password in the user pool must look like.
 *
 * Merged per member: members that are not given keep what the pool has. By itself the service would fill a partial policy
 * with its own defaults (8 characters, no required character types, 7 days); this never happens to members left out here.
 */
export interface PasswordPolicy {
  /**
   * The least number of characters in a password.
   *
   * A whole number from 6 to 99; the service refuses others.
   *
   * API: `Policies.PasswordPolicy.MinimumLength`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has 8.
   */
  readonly minimumLength?: number;

  /**
   * Whether a password must have an uppercase letter.
   *
   * API: `Policies.PasswordPolicy.RequireUppercase`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly requireUppercase?: boolean;

  /**
   * Whether a password must have a lowercase letter.
   *
   * API: `Policies.PasswordPolicy.RequireLowercase`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly requireLowercase?: boolean;

  /**
   * Whether a password must have a number.
   *
   * API: `Policies.PasswordPolicy.RequireNumbers`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly requireNumbers?: boolean;

  /**
   * Whether a password must have a symbol.
   *
   * API: `Policies.PasswordPolicy.RequireSymbols`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly requireSymbols?: boolean;

  /**
   * How many former passwords a user may not use again.
   *
   * A whole number from 0 to 24; 0 allows every former password, and the service then no longer reports the member.
   * Needs the Essentials tier or higher.
   *
   * API: `Policies.PasswordPolicy.PasswordHistorySize`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has 0.
   */
  readonly passwordHistorySize?: number;

  /**
   * How long the temporary password of a user who was created by an administrator is valid.
   *
   * Whole days, from 1 to 365. The service takes 0 days for "not set", which is its default of 7 days.
   * When the time is over, an administrator must set another password for the user.
   *
   * It is the same setting as the legacy `unusedAccountValidity` of `adminCreateUserConfig`: declaring one changes the
   * other too.
   *
   * API: `Policies.PasswordPolicy.TemporaryPasswordValidityDays`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has 7 days.
   */
  readonly temporaryPasswordValidity?: Duration;
}
