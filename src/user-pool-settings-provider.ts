import { join } from 'node:path';
import { Aws, Duration, Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { DECLARED_SETTINGS } from './core/wire/contract';
import type { UserPoolSettingsProviderOptions } from './options';
import { DerivedPolicy } from './synth/allow/derived-policy';
import { checkPolicySize } from './synth/allow/policy-size';
import { acceptNetworkInterfaces, networkInterfaces } from './synth/allow/vpc';
import { checkProviderOptions, LONGEST_TIMEOUT } from './synth/provider-options';
import { newestRuntime } from './synth/runtime';
import type { Declarer } from './synth/writers/declarers';
import { tableOf } from './synth/writers/table';

const ID = 'UserPoolSettingsProvider';

/** CloudFormation's own limit. */
const LONGEST_WAIT = Duration.hours(1);

/**
 * The Lambda function behind `UserPoolSettings`: one in a stack, made by the first construct that needs it.
 *
 * Its role holds inline policies only, on the user pools in use; it grows with each construct by what that construct needs.
 * The function writes JSON lines with the paths of settings and never their values.
 *
 * @example
 * UserPoolSettingsProvider.getOrCreate(stack, { timeout: Duration.minutes(5), memorySize: 512 });
 */
export class UserPoolSettingsProvider extends Construct {
  /**
   * The provider of the stack that the scope is in.
   *
   * To give options, call it before the first `UserPoolSettings` of the stack: options for a provider that is there already
   * are refused with an error.
   *
   * @param scope any construct of the stack
   * @param options options of the function that is made, by default those of `UserPoolSettingsProviderOptions`
   */
  public static getOrCreate(scope: Construct, options?: UserPoolSettingsProviderOptions): UserPoolSettingsProvider {
    const stack = Stack.of(scope);
    const existing = stack.node.tryFindChild(ID) as UserPoolSettingsProvider | undefined;
    if (existing && options) {
      throw new Error(`${existing.node.path} is there already: give its options before the first UserPoolSettings of the stack`);
    }
    if (existing) return existing;
    checkProviderOptions(options ?? {});
    return new UserPoolSettingsProvider(stack, options ?? {});
  }

  /**
   * The function that CloudFormation calls.
   */
  public readonly lambdaFunction: lambda.IFunction;

  /**
   * The role of the function.
   *
   * Statements that you add to it are yours; those that settings need are there by themselves.
   */
  public readonly role: iam.IRole;

  private readonly declarers: Declarer[] = [];
  private readonly timeout: Duration;
  private readonly concurrency: number | undefined;

  private constructor(stack: Stack, options: UserPoolSettingsProviderOptions) {
    super(stack, ID);
    this.timeout = options.timeout ?? Duration.minutes(2);
    this.concurrency = options.concurrency;
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: options.logRetention ?? logs.RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new iam.Role(this, 'Role', {
      description: 'Changes the settings of the user pools that this stack declares settings for',
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      // Inline, so that the function can never run before its permissions are there.
      inlinePolicies: { Settings: new DerivedPolicy(() => this.permissions(logGroup, options.vpc !== undefined)) },
      permissionsBoundary: options.permissionsBoundary,
    });
    if (options.vpc) acceptNetworkInterfaces(this.role);
    this.node.addValidation({ validate: () => checkPolicySize([this, ...this.declarers.flatMap(({ allowance }) => allowance ?? [])]) });
    this.lambdaFunction = new lambda.Function(this, 'Function', {
      description: 'Changes settings of Amazon Cognito user pools and loses none of the others',
      code: lambda.Code.fromAsset(join(__dirname, '..', 'assets', 'handler')),
      handler: 'index.handler',
      runtime: newestRuntime(this),
      role: this.role,
      logGroup,
      // The handler answers CloudFormation before its own end, whatever Cognito does.
      timeout: this.timeout,
      memorySize: options.memorySize ?? 256,
      reservedConcurrentExecutions: this.concurrency,
      vpc: options.vpc,
      vpcSubnets: options.vpcSubnets,
      securityGroups: options.securityGroups,
      // The hosts of Cognito end as all hosts of the partition do: no table of partitions to grow old.
      environment: {
        COGNITO_URL_SUFFIX: Aws.URL_SUFFIX,
        ...options.endpointUrl !== undefined && { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: options.endpointUrl },
        [DECLARED_SETTINGS]: Lazy.string({ produce: () => tableOf(this.lambdaFunction.node.defaultChild as lambda.CfnFunction, this.declarers) }),
      },
      // A run that has waited for its turn longer than CloudFormation waits must not begin any more.
      ...this.concurrency !== undefined && { maxEventAge: LONGEST_WAIT },
    });
  }

  /** Of a construct whose settings are taken back, its own policy has the statements. */
  private permissions(logGroup: logs.ILogGroup, isInVpc: boolean): iam.PolicyStatement[] {
    return [
      new iam.PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
      ...isInVpc ? [networkInterfaces()] : [],
      ...this.declarers.filter(({ allowance }) => !allowance).flatMap(({ statements }) => statements),
    ];
  }

  /**
   * Lets the function know who declares what, so that a construct that is deleted leaves alone what another one declares, and
   * allows it what that needs.
   *
   * @internal
   */
  public _know(declarer: Declarer): void {
    this.declarers.push(declarer);
  }

  /**
   * When CloudFormation gives a run up: longer than the function can run, so that only one that died without a word is. A
   * run that waits for its turn is not dead, however long: then it is CloudFormation's own hour.
   *
   * @internal
   */
  public get _serviceTimeout(): Duration {
    if (this.concurrency !== undefined) return LONGEST_WAIT;
    return (this.timeout.isUnresolved() ? LONGEST_TIMEOUT : this.timeout).plus(Duration.minutes(3));
  }

  /**
   * The token that a custom resource is served by.
   *
   * @internal
   */
  public get _serviceToken(): string {
    return this.lambdaFunction.functionArn;
  }
}
