import { join } from 'node:path';
import { Aws, type CustomResource, Duration, Lazy, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, type IDependable } from 'constructs';
import { DECLARED_SETTINGS } from './core/wire/contract';
import { checkOwners, tableOf, type Declarer } from './synth/declarers';
import { perPool } from './synth/per-pool';
import { checkPolicySize } from './synth/policy-size';

const ID = 'UserPoolSettingsProvider';

/** CloudFormation's own limit. */
const LONGEST_WAIT = Duration.hours(1);
/** AWS Lambda's own limit. */
const LONGEST = Duration.minutes(15);

/**
 * Options of the Lambda function behind `UserPoolSettings`.
 */
export interface UserPoolSettingsProviderOptions {
  /**
   * How long one run of the function may take.
   *
   * From 30 seconds to 15 minutes, AWS Lambda's own limit; anything else is refused at synth. A run takes about a second;
   * it takes longer while Cognito throttles the account, or an SMS role that was just made has not spread yet. The function
   * answers CloudFormation before this time is over, whatever Cognito does.
   *
   * @default Duration.minutes(2)
   */
  readonly timeout?: Duration;

  /**
   * The memory of the function, in MiB.
   *
   * From 128 to 10,240.
   *
   * @default 256
   */
  readonly memorySize?: number;

  /**
   * How many runs of the function may go on at once: AWS Lambda's reserved concurrency, taken from the account's.
   *
   * From 1. Cognito answers 15 reads and 15 writes of user pools a second in an account and Region; runs that it refuses for
   * that wait and try again, so that a stack of many pools needs no limit, but time: a `timeout` of about 0.17 seconds for
   * each of its pools, or 0.34 with MFA or passkeys, and 20 seconds more. A limit leaves the quota to others. Runs above it
   * wait in the queue of AWS Lambda, which tries again after a second at first and five minutes at last.
   *
   * @default - not limited: as many runs as CloudFormation starts
   */
  readonly concurrency?: number;

  /**
   * How long the function's log is kept. It has the paths of settings, never their values.
   *
   * @default RetentionDays.THREE_MONTHS
   */
  readonly logRetention?: logs.RetentionDays;
}

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
  private readonly latest = new Map<string, CustomResource>();
  private readonly timeout: Duration;
  private readonly concurrency: number | undefined;

  private constructor(stack: Stack, options: UserPoolSettingsProviderOptions) {
    super(stack, ID);
    this.timeout = checkedTimeout(options.timeout ?? Duration.minutes(2));
    this.concurrency = checkedConcurrency(options.concurrency);
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: options.logRetention ?? logs.RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new iam.Role(this, 'Role', {
      description: 'Changes the settings of the user pools that this stack declares settings for',
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      // Inline, so that the function can never run before its permissions are there.
      inlinePolicies: { Settings: this.permissions },
    });
    this.node.addValidation({ validate: () => checkPolicySize([this, ...this.lasting]) });
    this.permissions.addStatements(new iam.PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }));
    this.lambdaFunction = new lambda.Function(this, 'Function', {
      description: 'Changes settings of Amazon Cognito user pools and loses none of the others',
      code: lambda.Code.fromAsset(join(__dirname, '..', 'assets', 'handler')),
      handler: 'index.handler',
      runtime: lambda.determineLatestNodeRuntime(this),
      role: this.role,
      logGroup,
      // The handler answers CloudFormation before its own end, whatever Cognito does.
      timeout: this.timeout,
      memorySize: options.memorySize ?? 256,
      reservedConcurrentExecutions: this.concurrency,
      // The hosts of Cognito end as all hosts of the partition do: no table of partitions to grow old.
      environment: {
        COGNITO_URL_SUFFIX: Aws.URL_SUFFIX,
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
    checkOwners(Stack.of(this), this.declarers, declarer);
    this.declarers.push(declarer);
  }

  /**
   * Has the settings of one pool applied one after the other: CloudFormation would run them at once, and Cognito, whose
   * updates replace the whole, would keep the last.
   *
   * @internal
   */
  public _enqueue(userPoolId: string, resource: CustomResource): void {
    const pool = JSON.stringify(Stack.of(this).resolve(userPoolId));
    const before = this.latest.get(pool);
    if (before) resource.node.addDependency(before);
    this.latest.set(pool, resource);
  }

  /**
   * When CloudFormation gives a run up: longer than the function can run, so that only one that died without a word is. A
   * run that waits for its turn is not dead, however long: then it is CloudFormation's own hour.
   *
   * @internal
   */
  public get _serviceTimeout(): Duration {
    if (this.concurrency !== undefined) return LONGEST_WAIT;
    return (this.timeout.isUnresolved() ? LONGEST : this.timeout).plus(Duration.minutes(3));
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

function checkedConcurrency(concurrency: number | undefined): number | undefined {
  const isAllowed = concurrency === undefined || Token.isUnresolved(concurrency) || (Number.isInteger(concurrency) && concurrency >= 1);
  if (!isAllowed) throw new Error(`concurrency must be a whole number from 1, got ${concurrency}`);
  return concurrency;
}

function checkedTimeout(timeout: Duration): Duration {
  const isAllowed = timeout.isUnresolved() || (timeout.toSeconds() >= 30 && timeout.toSeconds() <= LONGEST.toSeconds());
  if (!isAllowed) throw new Error(`timeout must be from 30 seconds to 15 minutes, got ${timeout.toHumanString()}`);
  return timeout;
}
