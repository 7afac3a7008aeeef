import type { aws_kms as kms } from 'aws-cdk-lib';
import type { UserPoolPasswordPolicy } from './password-policy';
import type { UserPoolSignInPolicy } from './sign-in';

/**
 * The policies of the user pool.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface UserPoolPolicies {
  /**
   * What a password must look like.
   *
   * Merged per member: members that are not given keep what the pool has.
   *
   * API: `Policies.PasswordPolicy`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly passwordPolicy?: UserPoolPasswordPolicy;

  /**
   * How users may start to sign in.
   *
   * Its list is complete: it replaces the pool's list.
   *
   * API: `Policies.SignInPolicy`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has the password alone.
   */
  readonly signInPolicy?: UserPoolSignInPolicy;
}

/**
 * The feature plan of a user pool.
 */
export enum UserPoolTier {
  /** The plan with the fewest features. What pools from before November 2024 have. */
  LITE = 'LITE',

  /** The plan with passwordless sign-in, email MFA, password history and access token customization. What a new pool has. */
  ESSENTIALS = 'ESSENTIALS',

  /** Essentials and threat protection. */
  PLUS = 'PLUS',
}

/**
 * The key that encrypts the user pool's data.
 *
 * Merged per member: members that are not given keep what the pool has. In a secondary Region of a replicated pool it must
 * be what the pool has: the service refuses a change, at deployment.
 */
export interface KeyConfiguration {
  /**
   * Whose key it is.
   *
   * `CUSTOMER_MANAGED_KEY` needs `kmsKey`, here or on the pool, and is refused at deployment without one. `AWS_OWNED_KEY`
   * takes the pool's key off; declared beside `kmsKey` it is refused at synth.
   *
   * API: `KeyConfiguration.KeyType`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `AWS_OWNED_KEY`.
   */
  readonly keyType?: EncryptionKeyType;

  /**
   * The key, for `CUSTOMER_MANAGED_KEY`.
   *
   * A pool that is replicated to other Regions needs a multi-Region key. With `AWS_OWNED_KEY`, here or on the pool, it is
   * refused: declare `keyType` too. An alias that is imported is refused at synth: give the key itself.
   *
   * API: `KeyConfiguration.KmsKeyArn`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it uses a key of AWS.
   */
  readonly kmsKey?: kms.IKey;
}

/**
 * Whose key encrypts the user pool's data.
 */
export enum EncryptionKeyType {
  /** A key that AWS owns. What a new pool has. */
  AWS_OWNED_KEY = 'AWS_OWNED_KEY',

  /** A key in AWS KMS that you manage. */
  CUSTOMER_MANAGED_KEY = 'CUSTOMER_MANAGED_KEY',
}
