import { join } from 'node:path';
import { Aws, Duration, Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, type IDependable } from 'constructs';
import { DECLARED_SETTINGS } from './core/wire/contract';
import type { UserPoolSettingsProviderOptions } from './options';
import { tableOf, type Declarer } from './synth/declarers';
import { perPool } from './synth/per-pool';
import { checkPolicySize } from './synth/policy-size';
import { checkProviderOptions, LONGEST_TIMEOUT } from './synth/provider-options';
import { newestRuntime } from './synth/runtime';
import { allowNetworkInterfaces } from './synth/vpc';

const ID = 'UserPoolSettingsProvider';

/** CloudFormation's own limit. */
const LONGEST_WAIT = Duration.hours(1);

/**
 * The Lambda function behind `UserPoolSettings`: one in a stack, made by the first construct that needs it.
 *
 * Its role holds inline policies only, on the user pools in use; it grows with each construct by what that construct
 * needs. The function writes JSON lines with the paths of settings and never their values.
 */
export class UserPoolSettingsProvider extends Construct {
  /**
   * The provider of the stack that the scope is in.
   *
   * To give options, call it before the first `UserPoolSettings` of the stack: options for a provider that is there
   * already are refused.
   *
   * @param scope any construct of the stack
   * @param options options of the function that is made
   */
  public static getOrCreate(scope: Construct, options?: UserPoolSettingsProviderOptions): UserPoolSettingsProvider {
    const stack = Stack.of(scope);
    const existing = stack.node.tryFindChild(ID) as UserPoolSettingsProvider | undefined;
    if (existing && options) {
      throw new Error(`${existing.node.path} is there already: give its options before the first UserPoolSettings of the stack`);
    }
    return existing ?? new UserPoolSettingsProvider(stack, options ?? {});
  }

  /**
   * The function that CloudFormation calls.
   */
  public readonly lambdaFunction: lambda.IFunction;

  /**
   * The role of the function. `addToPolicy` statements on it are yours; those that settings need are there by themselves.
   */
  public readonly role: iam.IRole;

  // Pools that are allowed the same share a statement: a role has room for some ten thousand characters.
  private readonly permissions = new iam.PolicyDocument({ minimize: true });
  private readonly lasting: Construct[] = [];
  private readonly declarers: Declarer[] = [];
  private readonly timeout: Duration;
  private readonly concurrency: number | undefined;

  private constructor(stack: Stack, options: UserPoolSettingsProviderOptions) {
    super(stack, ID);
    checkProviderOptions(options);
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
      inlinePolicies: { Settings: this.permissions },
      permissionsBoundary: options.permissionsBoundary,
    });
    if (options.vpc) allowNetworkInterfaces(this.permissions, this.role);
    this.node.addValidation({ validate: () => checkPolicySize([this, ...this.lasting]) });
    this.permissions.addStatements(new iam.PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }));
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
        [DECLARED_SETTINGS]: Lazy.string({ produce: () => tableOf(stack, this.declarers) }),
      },
      // A run that has waited for its turn longer than CloudFormation waits must not begin any more.
      ...this.concurrency !== undefined && { maxEventAge: LONGEST_WAIT },
    });
  }

  /**
   * Allows the function what the settings of one construct need. What is returned has to exist while the settings do.
   *
   * @internal
   */
  public _allow(scope: Construct, userPool: IUserPool, statements: iam.PolicyStatement[], untilReleased: boolean): IDependable[] {
    if (!untilReleased) {
      this.permissions.addStatements(...statements);
      return [];
    }
    // A role is updated before what a template no longer has is deleted: settings that are taken back then need a policy
    // that is deleted after them.
    const policy = new iam.Policy(scope, perPool('Allow', scope, userPool), { statements, roles: [this.role] });
    this.lasting.push(policy);
    return [policy];
  }

  /**
   * Lets the function know who declares what, so that a construct that is deleted leaves alone what another one declares.
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
