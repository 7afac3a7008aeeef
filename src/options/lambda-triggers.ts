import type { aws_kms as kms, aws_lambda as lambda } from 'aws-cdk-lib';

/**
 * The functions that the user pool calls.
 *
 * Merged per trigger: triggers that are not given keep what the pool has. The permission for Cognito to invoke each
 * function, an alias or a version of it, is made before its trigger is attached; a function of another account has to give it by
 * itself. A function may know the pool: its id, its ARN, a client's id, a grant.
 *
 * A trigger that is dropped later, or whose construct is deleted, is detached while the pool still has it, since Cognito
 * refuses sign-ins whose trigger it cannot invoke.
 */
export interface LambdaConfig {
  /**
   * Called before a user signs up: it can refuse, confirm the user at once, or link a federated user.
   *
   * API: `LambdaConfig.PreSignUp`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly preSignUp?: lambda.IFunction;

  /**
   * Called before a message is sent: it writes the subject and text of emails and SMS.
   *
   * API: `LambdaConfig.CustomMessage`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly customMessage?: lambda.IFunction;

  /**
   * Called after a user confirmed the account, email address or phone number.
   *
   * API: `LambdaConfig.PostConfirmation`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly postConfirmation?: lambda.IFunction;

  /**
   * Called before a user signs in: it can refuse.
   *
   * API: `LambdaConfig.PreAuthentication`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly preAuthentication?: lambda.IFunction;

  /**
   * Called after a user signed in.
   *
   * API: `LambdaConfig.PostAuthentication`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly postAuthentication?: lambda.IFunction;

  /**
   * Called in custom authentication to decide on the next challenge.
   *
   * One of three: it works with `createAuthChallenge` and `verifyAuthChallengeResponse`.
   *
   * API: `LambdaConfig.DefineAuthChallenge`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly defineAuthChallenge?: lambda.IFunction;

  /**
   * Called in custom authentication to make the challenge.
   *
   * One of three: it works with `defineAuthChallenge` and `verifyAuthChallengeResponse`.
   *
   * API: `LambdaConfig.CreateAuthChallenge`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly createAuthChallenge?: lambda.IFunction;

  /**
   * Called in custom authentication to judge the answer to the challenge.
   *
   * One of three: it works with `defineAuthChallenge` and `createAuthChallenge`.
   *
   * API: `LambdaConfig.VerifyAuthChallengeResponse`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly verifyAuthChallengeResponse?: lambda.IFunction;

  /**
   * Legacy: called before tokens are issued, to change their claims.
   *
   * It is the same setting as `preTokenGenerationConfig`, which is the name to prefer since it also says the version:
   * declaring one changes the other too. If both are given they must name the same function. Given alone, the pool keeps
   * its version of the trigger, and a pool that has none gets `V1_0`.
   *
   * API: `LambdaConfig.PreTokenGeneration`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly preTokenGeneration?: lambda.IFunction;

  /**
   * Called when a user is unknown at sign-in or at a password reset: it can bring the user from elsewhere.
   *
   * API: `LambdaConfig.UserMigration`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly userMigration?: lambda.IFunction;

  /**
   * Called before tokens are issued, to change their claims.
   *
   * Replaced as a whole. It is the same setting as the legacy `preTokenGeneration`: declaring one changes the other too,
   * and if both are given they must name the same function.
   *
   * API: `LambdaConfig.PreTokenGenerationConfig`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly preTokenGenerationConfig?: PreTokenGenerationVersionConfig;

  /**
   * Called in place of sending an SMS: it sends the message in its own way.
   *
   * Replaced as a whole. Needs `kmsKey`, here or on the pool already.
   *
   * API: `LambdaConfig.CustomSMSSender`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly customSmsSender?: CustomSmsLambdaVersionConfig;

  /**
   * Called in place of sending an email: it sends the message in its own way.
   *
   * Replaced as a whole. Needs `kmsKey`, here or on the pool already.
   *
   * API: `LambdaConfig.CustomEmailSender`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly customEmailSender?: CustomEmailLambdaVersionConfig;

  /**
   * The key that encrypts the codes and temporary passwords that custom senders get.
   *
   * One key for `customSmsSender` and `customEmailSender`, required as long as the pool has either. The key's policy lets
   * Cognito (`cognito-idp.amazonaws.com`) use `kms:CreateGrant` for the account's pools, and the functions may decrypt. A key
   * whose policy the app cannot change, and a function that is imported without its role, are warnings that say what to allow.
   *
   * API: `LambdaConfig.KMSKeyID`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly kmsKey?: kms.IKey;

  /**
   * Called when a user signs in by an external identity provider: it can change the user's attributes.
   *
   * Replaced as a whole.
   *
   * API: `LambdaConfig.InboundFederation`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly inboundFederation?: InboundFederationLambda;
}

/**
 * The function that changes tokens, and the version of its events. Replaced as a whole.
 */
export interface PreTokenGenerationVersionConfig {
  /**
   * The version of the event that the function gets.
   *
   * `V2_0` and `V3_0` need the Essentials tier or higher.
   *
   * API: `LambdaConfig.PreTokenGenerationConfig.LambdaVersion`.
   */
  readonly lambdaVersion: PreTokenGenerationLambdaVersion;

  /**
   * The function.
   *
   * API: `LambdaConfig.PreTokenGenerationConfig.LambdaArn`.
   */
  readonly lambdaFunction: lambda.IFunction;
}

/**
 * The version of the event before tokens are issued.
 */
export enum PreTokenGenerationLambdaVersion {
  /** The function can change ID tokens. */
  V1_0 = 'V1_0',

  /** The function can change ID tokens and access tokens. Needs the Essentials tier or higher. */
  V2_0 = 'V2_0',

  /** As `V2_0`, and also for machine-to-machine access tokens. Needs the Essentials tier or higher. */
  V3_0 = 'V3_0',
}

/**
 * The function that sends SMS, and the version of its events. Replaced as a whole.
 */
export interface CustomSmsLambdaVersionConfig {
  /**
   * The version of the event that the function gets.
   *
   * The service takes no other than `V1_0`.
   *
   * API: `LambdaConfig.CustomSMSSender.LambdaVersion`.
   *
   * @default CustomSmsSenderLambdaVersion.V1_0
   */
  readonly lambdaVersion?: CustomSmsSenderLambdaVersion;

  /**
   * The function.
   *
   * API: `LambdaConfig.CustomSMSSender.LambdaArn`.
   */
  readonly lambdaFunction: lambda.IFunction;
}

/**
 * The version of the event for sending an SMS.
 */
export enum CustomSmsSenderLambdaVersion {
  /** The only version there is. */
  V1_0 = 'V1_0',
}

/**
 * The function that sends emails, and the version of its events. Replaced as a whole.
 */
export interface CustomEmailLambdaVersionConfig {
  /**
   * The version of the event that the function gets.
   *
   * The service takes no other than `V1_0`.
   *
   * API: `LambdaConfig.CustomEmailSender.LambdaVersion`.
   *
   * @default CustomEmailSenderLambdaVersion.V1_0
   */
  readonly lambdaVersion?: CustomEmailSenderLambdaVersion;

  /**
   * The function.
   *
   * API: `LambdaConfig.CustomEmailSender.LambdaArn`.
   */
  readonly lambdaFunction: lambda.IFunction;
}

/**
 * The version of the event for sending an email.
 */
export enum CustomEmailSenderLambdaVersion {
  /** The only version there is. */
  V1_0 = 'V1_0',
}

/**
 * The function that changes federated users' attributes, and the version of its events. Replaced as a whole.
 */
export interface InboundFederationLambda {
  /**
   * The version of the event that the function gets.
   *
   * The service takes no other than `V1_0`.
   *
   * API: `LambdaConfig.InboundFederation.LambdaVersion`.
   *
   * @default InboundFederationLambdaVersion.V1_0
   */
  readonly lambdaVersion?: InboundFederationLambdaVersion;

  /**
   * The function.
   *
   * API: `LambdaConfig.InboundFederation.LambdaArn`.
   */
  readonly lambdaFunction: lambda.IFunction;
}

/**
 * The version of the event for a sign-in by an external identity provider.
 */
export enum InboundFederationLambdaVersion {
  /** The only version there is. */
  V1_0 = 'V1_0',
}
