import type { aws_ec2 as ec2, aws_iam as iam, aws_logs as logs, Duration } from 'aws-cdk-lib';

/**
 * Options of the Lambda function behind `UserPoolSettings`. What is wrong in them is refused at synth, all in one error.
 */
export interface UserPoolSettingsProviderOptions {
  /**
   * How long one run of the function may take.
   *
   * From 30 seconds to 15 minutes, in whole seconds; anything else is refused at synth. A run takes about a second, and
   * longer while Cognito throttles the account, or while an SMS role that was just made is not known everywhere. The
   * function answers CloudFormation before this time is over, whatever Cognito does.
   *
   * API: `Timeout`, of AWS Lambda.
   *
   * @default Duration.minutes(2)
   */
  readonly timeout?: Duration;

  /**
   * The memory of the function, in MiB.
   *
   * A whole number from 128 to 10,240, anything else is refused at synth.
   *
   * API: `MemorySize`, of AWS Lambda.
   *
   * @default 256
   */
  readonly memorySize?: number;

  /**
   * How many runs of the function may go on at once.
   *
   * A whole number, 1 at least, anything else is refused at synth. It is AWS Lambda's reserved concurrency, taken from the
   * account's. A limit leaves more of Cognito's quota, 15 reads and 15 writes of user pools a second in an account and
   * Region, to others. It is not needed for a stack of many pools: a run that Cognito throttles waits and tries again. What
   * it needs is a `timeout` of 20 seconds, and 0.17 seconds more for each pool of the stack, or 0.34 with MFA or passkeys.
   * A run above the limit waits in AWS Lambda's queue, which tries again after a second at first and five minutes at last.
   *
   * API: `ReservedConcurrentExecutions`, of AWS Lambda.
   *
   * @default - not limited: as many runs as CloudFormation starts
   */
  readonly concurrency?: number;

  /**
   * How long the function's log is kept. It has the paths of settings, never their values.
   *
   * API: `retentionInDays`, of Amazon CloudWatch Logs.
   *
   * @default RetentionDays.THREE_MONTHS
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * The VPC that the function runs in.
   *
   * The function needs a way from there to Amazon Cognito (a NAT gateway, or an interface endpoint for `cognito-idp`) and
   * to Amazon S3, where CloudFormation takes its replies. Its role may then manage network interfaces, which AWS allows on
   * all resources only.
   *
   * API: `VpcConfig`, of AWS Lambda.
   *
   * @default - no VPC
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets of the VPC that the function runs in.
   *
   * Refused at synth without `vpc`.
   *
   * API: `VpcConfig.SubnetIds`, of AWS Lambda.
   *
   * @default - the private subnets of the VPC
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The security groups of the function: they have to let HTTPS out.
   *
   * Refused at synth without `vpc`.
   *
   * API: `VpcConfig.SecurityGroupIds`, of AWS Lambda.
   *
   * @default - one is made, which lets everything out and nothing in
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * The URL of Amazon Cognito's API, where it is not the service's own.
   *
   * For example that of an interface endpoint without private DNS. One for all pools of the stack, which then are in one
   * Region. `http` or `https`, without user, query and fragment; anything else is refused at synth.
   *
   * API: `AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER`, a variable of the function that the AWS SDKs know too.
   *
   * @default - the service's own endpoint in the pool's Region
   */
  readonly endpointUrl?: string;

  /**
   * The permissions boundary of the function's role.
   *
   * One that is applied to the app or the stack by `PermissionsBoundary.of(scope).apply(...)` holds for the role too.
   *
   * API: `PermissionsBoundary`, of AWS IAM.
   *
   * @default - none
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;
}
