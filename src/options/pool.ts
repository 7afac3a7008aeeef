import type { aws_kms as kms } from 'aws-cdk-lib';
import type { PasswordPolicy } from './password-policy';
import type { SignInPolicy } from './sign-in';

/**
 * The policies of the user pool.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface UserPoolPolicy {
  /**
   * What a password must look like.
   *
   * API: `Policies.PasswordPolicy`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly passwordPolicy?: PasswordPolicy;

  /**
   * How users may start to sign in.
   *
   * API: `Policies.SignInPolicy`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly signInPolicy?: SignInPolicy;
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
 * Merged per member: members that are not given keep what the pool has. In a secondary Region of a replicated pool it
 * must be what the pool has: the service refuses a change.
 */
export interface KeyConfiguration {
  /**
   * Whose key it is.
   *
   * API: `KeyConfiguration.KeyType`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `AWS_OWNED_KEY`.
   */
  readonly keyType?: EncryptionKey;

  /**
   * The key, for `CUSTOMER_MANAGED_KEY`.
   *
   * A pool that is replicated to other Regions needs a multi-Region key.
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
export enum EncryptionKey {
  /** A key that AWS owns. What a new pool has. */
  AWS_OWNED_KEY = 'AWS_OWNED_KEY',

  /** A key in AWS KMS that you manage. */
  CUSTOMER_MANAGED_KEY = 'CUSTOMER_MANAGED_KEY',
}
