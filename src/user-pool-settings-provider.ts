import { join } from 'node:path';
import { Aws, type CustomResource, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const ID = 'UserPoolSettingsProvider';

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
   * @param scope any construct of the stack
   */
  public static getOrCreate(scope: Construct): UserPoolSettingsProvider {
    const stack = Stack.of(scope);
    return stack.node.tryFindChild(ID) as UserPoolSettingsProvider | undefined ?? new UserPoolSettingsProvider(stack);
  }

  /**
   * The function that CloudFormation calls.
   */
  public readonly lambdaFunction: lambda.IFunction;

  /**
   * The role of the function. `addToPolicy` statements on it are yours; those that settings need are there by themselves.
   */
  public readonly role: iam.IRole;

  private readonly permissions = new iam.PolicyDocument();
  private readonly latest = new Map<string, CustomResource>();

  private constructor(stack: Stack) {
    super(stack, ID);
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new iam.Role(this, 'Role', {
      description: 'Changes the settings of the user pools that this stack declares settings for',
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      // Inline, so that the function can never run before its permissions are there.
      inlinePolicies: { Settings: this.permissions },
    });
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
      timeout: Duration.minutes(2),
      memorySize: 256,
      // The hosts of Cognito end as all hosts of the partition do: no table of partitions to grow old.
      environment: { COGNITO_URL_SUFFIX: Aws.URL_SUFFIX },
    });
  }

  /**
   * Allows the function what the settings of one construct need.
   *
   * @internal
   */
  public _allow(statements: iam.PolicyStatement[]): void {
    this.permissions.addStatements(...statements);
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
   * The token that a custom resource is served by.
   *
   * @internal
   */
  public get _serviceToken(): string {
    return this.lambdaFunction.functionArn;
  }
}
