import { AssertionsProvider, IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Aspects, CfnResource, CustomResource, Stack, type IAspect } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';

const SERVICE = 'CognitoIdentityServiceProvider';

/** Leaves of an answer by their paths, such as `UserPool.Policies.PasswordPolicy.MinimumLength`. Lists have numbers. */
export type Leaves = Readonly<Record<string, string | number | boolean>>;

/** The functions of this CDK's own constructs have a Node.js that AWS Lambda makes no new functions with any more. */
class SupportedRuntime implements IAspect {
  public visit(node: IConstruct): void {
    const isOwn = node.node.path.includes('UserPoolSettingsProvider');
    if (CfnResource.isCfnResource(node) && node.cfnResourceType === 'AWS::Lambda::Function' && !isOwn) {
      node.addPropertyOverride('Runtime', 'nodejs22.x');
    }
  }
}

/** One stack, and what has to be true once it is deployed: a deployment fails with what is not. */
export class IntegApp {
  public readonly stack: Stack;
  private readonly app = new App();
  /** It stands on the other stack by what it asks of it. */
  private readonly checks: Stack;
  private readonly assertions: IntegTest['assertions'];
  private count = 0;

  constructor(name: string) {
    this.stack = new Stack(this.app, name);
    this.checks = new Stack(this.app, `${name}Checks`);
    this.assertions = new IntegTest(this.app, `${name}Test`, { testCases: [this.stack], assertionStack: this.checks }).assertions;
    Aspects.of(this.app).add(new SupportedRuntime());
  }

  /** `DescribeUserPool` answers these leaves. Of the others nothing is said: all of them are too long for CloudFormation. */
  public expectPool(pool: IUserPool, leaves: Leaves): void {
    const inPool = Object.fromEntries(Object.entries(leaves).map(([path, value]) => [`UserPool.${path}`, value]));
    this.expectAnswer('describeUserPool', { UserPoolId: pool.userPoolId }, inPool);
  }

  /** `GetUserPoolMfaConfig` answers these leaves. */
  public expectMfa(pool: IUserPool, leaves: Leaves): void {
    this.expectAnswer('getUserPoolMfaConfig', { UserPoolId: pool.userPoolId }, leaves);
  }

  public expectAnswer(api: string, parameters: object, leaves: Leaves): void {
    const call = this.assertions.awsApiCall(SERVICE, api, parameters);
    this.expectEqual(leaves, (path) => call.getAttString(path));
  }

  /** A value that the deployment gave, such as `changedPaths`. */
  public expectValue(name: string, actual: string, expected: string): void {
    this.expectEqual({ [name]: expected }, () => actual);
  }

  public synth(): void {
    this.app.synth();
  }

  /**
   * What `assertions.expect` and `ExpectedResult.exact` are for. With this version the one names an attribute in its output
   * that the function does not answer, and the other means a word that the function does not know.
   */
  private expectEqual(expected: Leaves, actual: (name: string) => string): void {
    const names = Object.keys(expected).sort();
    const id = `Check${++this.count}`;
    new CustomResource(this.checks, id, {
      resourceType: 'Custom::DeployAssert@AssertEquals',
      serviceToken: new AssertionsProvider(this.checks, `${id}Provider`).serviceToken,
      properties: {
        actual: this.json(names, actual),
        expected: this.json(names, (name) => String(expected[name])),
        failDeployment: true,
      },
    });
  }

  private json(names: readonly string[], value: (name: string) => string): string {
    return this.checks.toJsonString(Object.fromEntries(names.map((name) => [name, value(name)])));
  }
}
