import type { Duration } from 'aws-cdk-lib';

/**
 * What a password in the user pool must look like.
 *
 * Merged per member: members that are not given keep what the pool has. By itself the service would fill a partial policy
 * with its own defaults (8 characters, no required character types, 7 days); this never happens to members left out here.
 */
export interface UserPoolPasswordPolicy {
  /**
   * The least number of characters in a password.
   *
   * A whole number from 6 to 99, anything else is refused at synth.
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
   * @default - not managed: the pool keeps what it has. A pool that never had a password policy has `true`.
   */
  readonly requireUppercase?: boolean;

  /**
   * Whether a password must have a lowercase letter.
   *
   * API: `Policies.PasswordPolicy.RequireLowercase`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never had a password policy has `true`.
   */
  readonly requireLowercase?: boolean;

  /**
   * Whether a password must have a number.
   *
   * API: `Policies.PasswordPolicy.RequireNumbers`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never had a password policy has `true`.
   */
  readonly requireNumbers?: boolean;

  /**
   * Whether a password must have a symbol.
   *
   * API: `Policies.PasswordPolicy.RequireSymbols`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never had a password policy has `true`.
   */
  readonly requireSymbols?: boolean;

  /**
   * How many former passwords a user may not use again.
   *
   * A whole number from 0 to 24, anything else is refused at synth; 0 allows every former password. Needs the Essentials
   * tier or higher: on Lite the service refuses it at deployment.
   *
   * API: `Policies.PasswordPolicy.PasswordHistorySize`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has 0.
   */
  readonly passwordHistorySize?: number;

  /**
   * How long the temporary password of a user who was created by an administrator is valid.
   *
   * Whole days, from 1 to 365; more, or a part of a day, is refused at synth. 0 is a warning: the service takes it for its
   * default of 7 days. When the time is over, an administrator must set another password for the user.
   *
   * It is the same setting as the legacy `unusedAccountValidity` of `adminCreateUserConfig`: declaring one changes the
   * other too, and different values are refused at synth.
   *
   * API: `Policies.PasswordPolicy.TemporaryPasswordValidityDays`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has 7 days.
   */
  readonly temporaryPasswordValidity?: Duration;
}
