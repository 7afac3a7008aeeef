import type { Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { poolWithEverything, type EmbeddedCognito } from '../../local/cognito';
import type {
  ExistingResourceRequest, LocalDeployment, ResourceModel, ResourceRequest, ResourceResult, StackEvent, Template,
} from '../../local/deployment';
import { Reapply, UserPoolSettings } from '../../src';
import { pick, type JsonObject } from '../../src/core/wire/json';
import { deployExample, EXAMPLE_POOL, startWithPool } from '../support/examples';
import type { InvokePermissions } from '../support/invoke-permissions';
import { closeAll, type LocalApp } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';

const THEIRS = 'arn:aws:lambda:us-east-1:123456789012:function:auth-prod-preSignUp';
/** What the SDK of its runtime does not know, at some time. */
const YOUNG = ['KeyConfiguration', 'IssuerConfiguration', 'AcrConfiguration', 'DcrConfiguration'];
const READ_ONLY = [
  'Id', 'Name', 'Arn', 'Status', 'CreationDate', 'LastModifiedDate', 'SchemaAttributes', 'AliasAttributes', 'UsernameAttributes',
  'UsernameConfiguration', 'EstimatedNumberOfUsers', 'SmsConfigurationFailure', 'EmailConfigurationFailure', 'Domain', 'CustomDomain',
];

/**
 * What the framework's custom resource does to the pool and to the function's permissions, as its source says: it sends back what it
 * described, but for what the SDK of its runtime does not know.
 */
class ExistingPool implements ResourceModel {
  private permissionId = '';

  constructor(private readonly cognito: () => EmbeddedCognito, private readonly permissions: ResourceModel) {}

  public async create(request: ResourceRequest): Promise<ResourceResult> {
    const permission = {
      FunctionName: THEIRS,
      Principal: 'cognito-idp.amazonaws.com',
      Action: 'lambda:InvokeFunction',
      SourceArn: this.cognito().pool(EXAMPLE_POOL).Arn,
    };
    ({ physicalId: this.permissionId } = await this.permissions.create({ ...request, properties: permission }));
    this.write({ PreSignUp: THEIRS });
    return { physicalId: 'CustomResourceExistingCognitoUserPool' };
  }

  public async delete(request: ExistingResourceRequest): Promise<void> {
    await this.permissions.delete!({ ...request, physicalId: this.permissionId });
    this.write({});
  }

  private write(triggers: JsonObject): void {
    const described = this.cognito().pool(EXAMPLE_POOL) as Record<string, JsonObject>;
    const { Policies, AdminCreateUserConfig, LambdaConfig, UserPoolTags, ...others } = described;
    const { UnusedAccountValidityDays, ...adminCreateUserConfig } = AdminCreateUserConfig;
    this.cognito().otherWriter('UpdateUserPool', {
      UserPoolId: EXAMPLE_POOL,
      ...pick(others, (member) => !READ_ONLY.includes(member) && !YOUNG.includes(member)),
      Policies: {
        ...Policies,
        PasswordPolicy: { ...Policies.PasswordPolicy as JsonObject, TemporaryPasswordValidityDays: UnusedAccountValidityDays },
      },
      AdminCreateUserConfig: adminCreateUserConfig,
      UserPoolTags: pick(UserPoolTags, (tag) => !tag.startsWith('aws:')),
      LambdaConfig: { ...pick(LambdaConfig, (trigger) => LambdaConfig[trigger] !== THEIRS), ...triggers },
    });
  }
}

/** The stack of serverless.yml. */
function service({ event, policy, fn = true }: { event: boolean; policy?: 'Retain'; fn?: boolean }): Template {
  return {
    Resources: {
      ServerlessDeploymentBucket: { Type: 'AWS::S3::Bucket' },
      ...fn && { PreSignUpLambdaFunction: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'auth-prod-preSignUp' } } },
      ...event && {
        PreSignUpCustomCognitoUserPool1: {
          Type: 'Custom::CognitoUserPool',
          DependsOn: ['PreSignUpLambdaFunction'],
          Properties: { FunctionName: 'auth-prod-preSignUp', UserPoolName: 'customers', UserPoolConfigs: [{ Trigger: 'PreSignUp' }] },
          ...policy && { DeletionPolicy: policy },
        },
      },
    },
  };
}

let app: LocalApp;
let invocable: InvokePermissions;
let serverless: LocalDeployment;
/** Who was attached before sign-up at each event of both stacks. */
let attached: string[];

beforeEach(async () => {
  attached = [];
  const onEvent = (event: StackEvent) => {
    invocable.onEvent(event);
    const { PreSignUp: arn } = app.cognito.pool(EXAMPLE_POOL).LambdaConfig as { PreSignUp?: string };
    const who = arn === undefined ? 'nobody' : arn === THEIRS ? 'theirs' : 'ours';
    if (who !== attached.at(-1)) attached.push(who);
  };
  ({ app, invocable } = await startWithPool(poolWithEverything(), { iam: 'enforcedButPassRole', onEvent }));
  const existingPool = new ExistingPool(() => app.cognito, invocable.models['AWS::Lambda::Permission']);
  serverless = await app.start({ stackName: 'auth-prod', resources: { ...invocable.models, 'Custom::CognitoUserPool': existingPool }, onEvent });
  expect((await serverless.deploy(service({ event: true }))).status).toBe('CREATE_COMPLETE');
  expect(attached.splice(0)).toContain('theirs');
  invocable.broken.splice(0);
});
afterEach(closeAll);

const now = () => snapshot(app.cognito, EXAMPLE_POOL);
const broken = () => invocable.broken.filter((line) => line.includes(': PreSignUp '));

describe('the function moves to CDK', () => {
  test('by the steps of the guide: at each moment one of the two is attached and may be invoked, and nothing else moves', async () => {
    await serverless.deploy(service({ event: true, policy: 'Retain' }));
    const before = now();
    expect((await deployExample(app, 'from-serverless')).status).toBe('CREATE_COMPLETE');
    expect(app.writes).toEqual(['UpdateUserPool']);
    const after = now();
    expect(moved(before, after)).toEqual({ 'pool.LambdaConfig.PreSignUp': expect.stringMatching(/:function:App-PreSignUp/) });

    expect((await serverless.deploy(service({ event: false, fn: false }))).status).toBe('UPDATE_COMPLETE');

    expect(moved(after, now())).toEqual({});
    expect(attached).toEqual(['theirs', 'ours']);
    expect(broken()).toEqual([]);
  });

  test('without the policy, the framework writes the pool once more when it goes, without what its SDK does not know', async () => {
    await deployExample(app, 'from-serverless');
    const { pool, ...rest } = poolWithEverything();
    const { LambdaConfig } = app.cognito.pool(EXAMPLE_POOL);
    app.cognito.seed({ ...rest, pool: { ...pool, LambdaConfig }, userPoolId: EXAMPLE_POOL });
    const before = now();

    await serverless.deploy(service({ event: false, fn: false }));

    const lost = Object.keys(moved(before, now())).map((path) => path.split('.')[1]);
    expect([...new Set(lost)]).toEqual(['KeyConfiguration', 'IssuerConfiguration', 'AcrConfiguration']);
    expect(attached).toEqual(['theirs', 'ours']);
  });

  test('the other way round nobody is attached for a while', async () => {
    await serverless.deploy(service({ event: false, fn: false }));
    await deployExample(app, 'from-serverless');
    expect(attached).toEqual(['theirs', 'nobody', 'ours']);
  });
});

describe('back to the framework', () => {
  test('its function takes the place of ours, and stays when the stack is deleted', async () => {
    await serverless.deploy(service({ event: true, policy: 'Retain' }));
    await deployExample(app, 'from-serverless');
    await serverless.deploy(service({ event: false, fn: false }));

    await serverless.deploy(service({ event: true }));
    expect((await app.destroy()).status).toBe('DELETE_COMPLETE');

    expect(attached).toEqual(['theirs', 'ours', 'theirs']);
    expect(broken()).toEqual([]);
  });
});

describe('the function stays with the framework', () => {
  const attaching = (stack: Stack) => {
    const preSignUp = Function.fromFunctionAttributes(stack, 'PreSignUp', { functionArn: THEIRS, sameEnvironment: true });
    new UserPoolSettings(stack, 'Settings', {
      userPool: UserPool.fromUserPoolId(stack, 'Pool', EXAMPLE_POOL), lambdaConfig: { preSignUp }, reapply: Reapply.EVERY_DEPLOYMENT,
    });
  };

  test('and nothing is written, as it is attached already', async () => {
    await serverless.deploy(service({ event: true, policy: 'Retain' }));
    await app.deployStack(attaching);
    expect(app.writes).toEqual([]);
    await serverless.deploy(service({ event: false }));
    expect(attached).toEqual(['theirs']);
    expect(broken()).toEqual([]);
  });

  test('and is detached without the policy, until the next deployment with Reapply.EVERY_DEPLOYMENT', async () => {
    await app.deployStack(attaching);
    await serverless.deploy(service({ event: false }));
    expect(attached).toEqual(['theirs', 'nobody']);

    await app.deployStack(attaching);
    expect(attached).toEqual(['theirs', 'nobody', 'theirs']);
    expect(broken()).toEqual([]);
  });
});
