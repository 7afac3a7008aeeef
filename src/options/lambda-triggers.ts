import type { aws_kms as kms, aws_lambda as lambda } from 'aws-cdk-lib';

/**
 * The functions that the user pool calls.
 *
 * Merged per trigger: triggers that are not given keep what the pool has. The permission for Cognito to invoke each
 * function is made before its trigger is attached; a function of another account has to give it by itself. A function may
 * know the pool: its id, its ARN, a client's id, a grant.
 *
 * A trigger that is dropped later, or whose construct is deleted, is detached while the pool still has it, since Cognito
 * refuses sign-ins whose trigger it cannot invoke.
 */
export interface LambdaConfig {
  /**
   * Called before a user signs up: it can refuse, confirm the user at once, or link a federated user.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth.
   *
   * API: `LambdaConfig.PreSignUp`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly preSignUp?: lambda.IFunction;

  /**
   * Called before a message is sent: it writes the subject and text of emails and SMS.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth.
   *
   * API: `LambdaConfig.CustomMessage`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly customMessage?: lambda.IFunction;

  /**
   * Called after a user confirmed the account, email address or phone number.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth.
   *
   * API: `LambdaConfig.PostConfirmation`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly postConfirmation?: lambda.IFunction;

  /**
   * Called before a user signs in: it can refuse.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth.
   *
   * API: `LambdaConfig.PreAuthentication`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly preAuthentication?: lambda.IFunction;

  /**
   * Called after a user signed in.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth.
   *
   * API: `LambdaConfig.PostAuthentication`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly postAuthentication?: lambda.IFunction;

  /**
   * Called in custom authentication to decide on the next challenge.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth. One of three: it works with
   * `createAuthChallenge` and `verifyAuthChallengeResponse`.
   *
   * API: `LambdaConfig.DefineAuthChallenge`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly defineAuthChallenge?: lambda.IFunction;

  /**
   * Called in custom authentication to make the challenge.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth. One of three: it works with
   * `defineAuthChallenge` and `verifyAuthChallengeResponse`.
   *
   * API: `LambdaConfig.CreateAuthChallenge`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly createAuthChallenge?: lambda.IFunction;

  /**
   * Called in custom authentication to judge the answer to the challenge.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth. One of three: it works with
   * `defineAuthChallenge` and `createAuthChallenge`.
   *
   * API: `LambdaConfig.VerifyAuthChallengeResponse`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly verifyAuthChallengeResponse?: lambda.IFunction;

  /**
   * Legacy: called before tokens are issued, to change their claims.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth. It is the same setting as
   * `preTokenGenerationConfig`, which is the name to prefer since it also says the version of the event: declaring one
   * changes the other too, and different functions are refused, at synth or, where an ARN is a token, at deployment. If it
   * is given alone, the pool keeps the version that it has, and a pool that has none gets `V1_0`.
   *
   * API: `LambdaConfig.PreTokenGeneration`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly preTokenGeneration?: lambda.IFunction;

  /**
   * Called when a user is unknown at sign-in or at a password reset: it can bring the user from elsewhere.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth.
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
   * and different functions are refused, at synth or, where an ARN is a token, at deployment.
   *
   * API: `LambdaConfig.PreTokenGenerationConfig`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly preTokenGenerationConfig?: PreTokenGenerationVersionConfig;

  /**
   * Called in place of sending an SMS: it sends the message in its own way.
   *
   * Replaced as a whole. Without `kmsKey`, here or on the pool already, it is refused at deployment.
   *
   * API: `LambdaConfig.CustomSMSSender`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly customSmsSender?: CustomSmsLambdaVersionConfig;

  /**
   * Called in place of sending an email: it sends the message in its own way.
   *
   * Replaced as a whole. Without `kmsKey`, here or on the pool already, it is refused at deployment.
   *
   * API: `LambdaConfig.CustomEmailSender`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly customEmailSender?: CustomEmailLambdaVersionConfig;

  /**
   * The key that encrypts the codes and temporary passwords that custom senders get.
   *
   * One key for `customSmsSender` and `customEmailSender`, required as long as the pool has either. The app lets Cognito
   * (`cognito-idp.amazonaws.com`) use `kms:CreateGrant` by the key's policy, and lets the functions decrypt. Where it
   * cannot, since the key's policy or the function's role is not made here, a warning says what to allow. An alias that is
   * imported is refused at synth: give the key itself.
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
   * `V2_0` and `V3_0` need the Essentials tier or higher: on Lite the service refuses them at deployment.
   *
   * API: `LambdaConfig.PreTokenGenerationConfig.LambdaVersion`.
   */
  readonly lambdaVersion: PreTokenGenerationLambdaVersion;

  /**
   * The function that is called.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth.
   *
   * API: `LambdaConfig.PreTokenGenerationConfig.LambdaArn`.
   */
  readonly lambdaFunction: lambda.IFunction;
}

/**
 * The version of the event that a function gets before tokens are issued.
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
   * There is no other than `V1_0`.
   *
   * API: `LambdaConfig.CustomSMSSender.LambdaVersion`.
   *
   * @default CustomSmsSenderLambdaVersion.V1_0
   */
  readonly lambdaVersion?: CustomSmsSenderLambdaVersion;

  /**
   * The function that sends the SMS.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth.
   *
   * API: `LambdaConfig.CustomSMSSender.LambdaArn`.
   */
  readonly lambdaFunction: lambda.IFunction;
}

/**
 * The version of the event that a function gets for sending an SMS.
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
   * There is no other than `V1_0`.
   *
   * API: `LambdaConfig.CustomEmailSender.LambdaVersion`.
   *
   * @default CustomEmailSenderLambdaVersion.V1_0
   */
  readonly lambdaVersion?: CustomEmailSenderLambdaVersion;

  /**
   * The function that sends the email.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth.
   *
   * API: `LambdaConfig.CustomEmailSender.LambdaArn`.
   */
  readonly lambdaFunction: lambda.IFunction;
}

/**
 * The version of the event that a function gets for sending an email.
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
   * There is no other than `V1_0`.
   *
   * API: `LambdaConfig.InboundFederation.LambdaVersion`.
   *
   * @default InboundFederationLambdaVersion.V1_0
   */
  readonly lambdaVersion?: InboundFederationLambdaVersion;

  /**
   * The function that is called.
   *
   * A function, or a version or an alias of one; `$LATEST` is refused at synth.
   *
   * API: `LambdaConfig.InboundFederation.LambdaArn`.
   */
  readonly lambdaFunction: lambda.IFunction;
}

/**
 * The version of the event that a function gets for a sign-in by an external identity provider.
 */
export enum InboundFederationLambdaVersion {
  /** The only version there is. */
  V1_0 = 'V1_0',
}
