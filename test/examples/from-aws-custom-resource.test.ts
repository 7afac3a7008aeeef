import { dirname, join } from 'node:path';
import { RemovalPolicy, type CfnResource, type Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { poolWithEverything } from '../../local/cognito';
import { UserPoolSettings, VerifiedAttribute } from '../../src';
import type { JsonObject } from '../../src/core/wire/json';
import { deployExample, EXAMPLE_POOL, startWithPool, synthesizeExample } from '../support/examples';
import type { InvokePermissions } from '../support/invoke-permissions';
import { closeAll, type LocalApp } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';
import type { Settings } from '../support/synth';

/** The SDK that Lambda's runtime brings along. */
const SDK = join(dirname(require.resolve('@aws-sdk/client-cognito-identity-provider/package.json')), '..', '..');
const SANDBOX = require.resolve('../support/sandbox.js');

let app: LocalApp;
let invocable: InvokePermissions;
/** What the triggers were at each event of the stack; somebody may sign in at any of them. */
let triggers: string[];

beforeEach(async () => {
  triggers = [];
  ({ app, invocable } = await startWithPool(poolWithEverything(), {
    iam: 'enforcedButPassRole',
    environment: { NODE_PATH: SDK, NODE_OPTIONS: `--require ${JSON.stringify(SANDBOX)}` },
    onEvent: (event) => {
      invocable.onEvent(event);
      triggers.push(JSON.stringify(app.cognito.pool(EXAMPLE_POOL).LambdaConfig));
    },
  }));
});
afterEach(async () => {
  expect(app.deployment.replyProblems).toEqual([]);
  await closeAll();
});

const now = () => snapshot(app.cognito, EXAMPLE_POOL);
const TRIGGER = 'arn:aws:lambda:us-east-1:123456789012:function:sign-up';

/** What somebody would miss, of the pool that has everything. */
const MISSED = ['AutoVerifiedAttributes', 'DeviceConfiguration', 'EmailConfiguration', 'LambdaConfig', 'UserPoolTags', 'VerificationMessageTemplate'];
/** The settings of which a value moved. */
const settingsIn = (paths: Record<string, unknown>) => new Set(Object.keys(paths).map((path) => path.split('.')[1]));

test('AwsCustomResource loses what it does not say; the app over the same stack brings back what it declares, and the trigger stays', async () => {
  const untouched = now();
  const created = await app.deployment.deploy(synthesizeExample('from-aws-custom-resource', app.outdir, 'before'));
  expect(created.status).toBe('CREATE_COMPLETE');
  const before = now();
  expect([...settingsIn(moved(untouched, before))]).toEqual(expect.arrayContaining(MISSED));
  expect(before.pool.LambdaConfig).toEqual({ PreSignUp: expect.stringMatching(/:function:App-PreSignUp/) });

  const [trigger] = triggers.splice(0).slice(-1);
  expect(invocable.broken.splice(0)).not.toEqual([]);
  const { status } = await deployExample(app, 'from-aws-custom-resource');

  expect(status).toBe('UPDATE_COMPLETE');
  expect(moved(before, now())).toEqual({
    'pool.Policies.PasswordPolicy.RequireLowercase': true,
    'pool.Policies.PasswordPolicy.RequireUppercase': true,
    'pool.Policies.PasswordPolicy.RequireNumbers': true,
    'pool.AutoVerifiedAttributes': ['email'],
    'pool.DeviceConfiguration.ChallengeRequiredOnNewDevice': true,
    'pool.DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': true,
  });
  expect(app.writes).toEqual(['UpdateUserPool']);
  expect(new Set(triggers)).toEqual(new Set([trigger]));
  expect(invocable.broken).toEqual([]);
  expect(app.deployment.resources.filter(({ type }) => type === 'Custom::AWS')).toEqual([]);
});

describe('an AwsCustomResource that takes its trigger off on deletion', () => {
  const old = (stack: Stack, removalPolicy?: RemovalPolicy) => {
    const userPool = UserPool.fromUserPoolId(stack, 'Imported', EXAMPLE_POOL);
    const call = (LambdaConfig: object) => ({
      service: 'CognitoIdentityServiceProvider',
      action: 'updateUserPool',
      parameters: { UserPoolId: EXAMPLE_POOL, LambdaConfig },
      physicalResourceId: PhysicalResourceId.of(EXAMPLE_POOL),
    });
    new AwsCustomResource(stack, 'UpdateUserPool', {
      onUpdate: call({ PreSignUp: TRIGGER }),
      onDelete: call({}),
      policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: [userPool.userPoolArn] }),
      installLatestAwsSdk: false,
      removalPolicy,
    });
  };
  const young = (stack: Stack, more: Settings = { autoVerifiedAttributes: [VerifiedAttribute.EMAIL] }) => {
    const userPool = UserPool.fromUserPoolId(stack, 'Pool', EXAMPLE_POOL);
    const preSignUp = Function.fromFunctionArn(stack, 'Trigger', TRIGGER);
    new UserPoolSettings(stack, 'Settings', { userPool, lambdaConfig: { preSignUp }, ...more });
  };

  test('wipes the pool after the settings were applied, if it goes in the same deployment', async () => {
    await app.deployStack((stack) => old(stack));
    expect((await app.deployStack((stack) => young(stack))).status).toBe('UPDATE_COMPLETE');
    expect(app.writes).toEqual(['UpdateUserPool', 'UpdateUserPool']);
    expect(app.cognito.pool(EXAMPLE_POOL).LambdaConfig).toEqual({});
    expect(app.cognito.pool(EXAMPLE_POOL).AutoVerifiedAttributes).toBeUndefined();
  });

  test('is left alone when it is retained first, in the deployment that makes the settings', async () => {
    await app.deployStack((stack) => old(stack));
    const before = now();

    await app.deployStack((stack) => {
      old(stack, RemovalPolicy.RETAIN);
      young(stack);
    });
    const after = now();
    expect(moved(before, after)).toEqual({ 'pool.AutoVerifiedAttributes': ['email'] });
    expect(app.writes).toEqual(['UpdateUserPool']);

    expect((await app.deployStack((stack) => young(stack))).status).toBe('UPDATE_COMPLETE');
    expect(app.calls).toEqual([]);
    expect(moved(after, now())).toEqual({});
    expect(app.deployment.resources.filter(({ type }) => type === 'Custom::AWS')).toEqual([]);
  });

  test('leaves a pool that refuses what it describes itself, until the settings say what is missing', async () => {
    await app.deployStack((stack) => old(stack));
    const before = now();
    const both = (more?: Settings) => (stack: Stack) => {
      old(stack, RemovalPolicy.RETAIN);
      young(stack, more);
    };

    const { status, reason } = await app.deployStack(both({ deletionProtection: true }));
    expect([status, reason]).toEqual(['UPDATE_ROLLBACK_COMPLETE', expect.stringContaining(
      'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes')]);
    expect(moved(before, now())).toEqual({});

    expect((await app.deployStack(both())).status).toBe('UPDATE_COMPLETE');
  });

  test.each([[true, TRIGGER], [false, undefined]])('when it comes back, settings that are retained (%s) leave the trigger %s', async (isRetained, trigger) => {
    app.cognito.seed({ pool: {}, userPoolId: EXAMPLE_POOL });
    await app.deployStack((stack) => young(stack));
    await app.deployStack((stack) => {
      young(stack);
      const settings = stack.node.findChild('Settings').node.findChild('Resource').node.defaultChild as CfnResource;
      if (isRetained) settings.applyRemovalPolicy(RemovalPolicy.RETAIN);
    });

    expect((await app.deployStack((stack) => old(stack))).status).toBe('UPDATE_COMPLETE');

    expect((app.cognito.pool(EXAMPLE_POOL).LambdaConfig as JsonObject | undefined)?.PreSignUp).toBe(trigger);
  });
});
