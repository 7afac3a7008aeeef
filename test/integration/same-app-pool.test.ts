import { Aspects, CfnParameter, CfnResource, Duration, Tags, type Stack } from 'aws-cdk-lib';
import { CfnUserPool, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Function, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { OmissionMode } from '../../local/cognito';
import { ResourceRefusal, type ResourceModel, type StackEvent } from '../../local/deployment';
import { ManagedUserPool, OnRemoval, UserPoolMfa, UserPoolSettings } from '../../src';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { closeAll, LocalApp, type Build } from '../support/local-app';
import { GONE, moved, snapshot, type Snapshot } from '../support/snapshot';
import type { Settings } from '../support/synth';

// A pool of the app is CloudFormation's too: each of its updates writes what the template has, and leaves out what we have set by API.

const OURS = 'arn:aws:lambda:us-east-1:123456789012:function:ours';
const imported = (stack: Stack): IFunction => stack.node.tryFindChild('Fn') as IFunction | undefined ?? Function.fromFunctionArn(stack, 'Fn', OURS);
const trigger = (stack: Stack): Settings => ({ lambdaConfig: { preSignUp: imported(stack) } });
const devices: Settings = { deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true } };
const factors: Settings = { mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } };
const tags: Settings = { userPoolTags: { team: 'ours' } };
const everything = (stack: Stack): Settings => ({ ...trigger(stack), ...devices, ...factors, ...tags });

const KINDS: readonly [string, (stack: Stack) => UserPool][] = [
  ['a UserPool with UserPoolSettings', (stack) => {
    const userPool = new UserPool(stack, 'Pool');
    new UserPoolSettings(stack, 'Settings', { userPool, ...everything(stack) });
    return userPool;
  }],
  ['a UserPool with UserPoolSettings that are reset in the end', (stack) => {
    const userPool = new UserPool(stack, 'Pool');
    new UserPoolSettings(stack, 'Settings', { userPool, ...everything(stack), onRemoval: OnRemoval.RESET_TO_DEFAULT });
    return userPool;
  }],
  ['a UserPool with two UserPoolSettings', (stack) => {
    const userPool = new UserPool(stack, 'Pool');
    new UserPoolSettings(stack, 'One', { userPool, ...trigger(stack), ...factors });
    new UserPoolSettings(stack, 'Two', { userPool, ...devices, ...tags });
    return userPool;
  }],
  ['a ManagedUserPool', (stack) => new ManagedUserPool(stack, 'Pool', everything(stack))],
  ['a ManagedUserPool that resets',
    (stack) => new ManagedUserPool(stack, 'Pool', { ...everything(stack), onRemoval: OnRemoval.RESET_TO_DEFAULT })],
];

/** What we have set, as the pool describes it. */
const SET: JsonObject = {
  LambdaConfig: { PreSignUp: OURS },
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  MfaConfiguration: 'OPTIONAL',
  UserPoolTags: expect.objectContaining({ team: 'ours' }) as JsonObject,
};

const resourceOf = (pool: UserPool) => pool.node.defaultChild as CfnUserPool;
type Change = (stack: Stack, resource: CfnUserPool) => void;

/** What has CloudFormation update the pool, and what of it is seen in the pool. */
const CHANGES: readonly [string, Change, Record<string, Json>][] = [
  ['a property in the code', (_, resource) => { resource.deletionProtection = 'ACTIVE'; },
    { 'pool.DeletionProtection': 'ACTIVE' }],
  ['an override', (_, resource) => resource.addPropertyOverride('DeletionProtection', 'ACTIVE'),
    { 'pool.DeletionProtection': 'ACTIVE' }],
  ['an aspect', (stack) => Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof CfnUserPool) node.deletionProtection = 'ACTIVE';
    },
  }), { 'pool.DeletionProtection': 'ACTIVE' }],
  ['a tag of the stack', (stack) => Tags.of(stack).add('app', 'x'), { 'pool.UserPoolTags.app': 'x' }],
];

let app: LocalApp;
let events: [StackEvent, JsonObject | undefined][];

async function start(omission: OmissionMode): Promise<void> {
  events = [];
  const resources: Record<string, ResourceModel> = { 'Test::Fragile': FRAGILE };
  app = await LocalApp.start({
    cognito: { omission },
    iam: 'enforced',
    resources,
    onEvent: (event) => events.push([event, poolNow()]),
  });
}

/** What fails when its properties change. */
const FRAGILE: ResourceModel = {
  create: () => ({ physicalId: 'fragile' }),
  update: () => { throw new ResourceRefusal('it broke'); },
};

function poolNow(): JsonObject | undefined {
  const id = poolId();
  return id === undefined ? undefined : structuredClone(app.cognito.pool(id));
}

function poolId(): string | undefined {
  const pool = app?.deployment.resources.find(({ type }) => type === 'AWS::Cognito::UserPool');
  return pool?.physicalId;
}

function now(): Snapshot {
  return snapshot(app.cognito, poolId()!);
}

/** The pool as it was when CloudFormation's own update of it had ended. */
function afterCloudFormation(): JsonObject {
  return events.find(([{ type, status }]) => type === 'AWS::Cognito::UserPool' && status === 'UPDATE_COMPLETE')![1]!;
}

afterEach(async () => {
  expect(app.deployment.replyProblems).toEqual([]);
  await closeAll();
});

const MODES: readonly OmissionMode[] = ['asMeasured', 'allReset', 'allKept'];

describe.each(MODES)('with a Cognito whose updates are %s', (omission) => {
  beforeEach(async () => start(omission));

  /** What CloudFormation's update leaves of ours. */
  const LEFT: Record<OmissionMode, JsonObject> = {
    asMeasured: { LambdaConfig: {}, MfaConfiguration: 'OPTIONAL' },
    allReset: { LambdaConfig: {}, MfaConfiguration: 'OFF' },
    allKept: { LambdaConfig: { PreSignUp: OURS }, DeviceConfiguration: SET.DeviceConfiguration, MfaConfiguration: 'OPTIONAL' },
  };

  describe.each(KINDS)('%s', (kind, make) => {
    /** What is noticed at all has nothing to do with what an update leaves. */
    const isNoticing = omission === 'asMeasured';
    const changes = isNoticing && /with UserPoolSettings$|^a ManagedUserPool$/.test(kind) ? CHANGES : CHANGES.slice(0, 1);

    test.each(changes)('has ours again in the deployment in which CloudFormation updates the pool for %s', async (_title, change, seen) => {
      expect((await app.deployStack((stack) => void make(stack))).status).toBe('CREATE_COMPLETE');
      expect(now().pool).toMatchObject(SET);
      const before = now();
      const enabled = app.cognito.factors(poolId()!);
      events = [];

      const { status } = await app.deployStack((stack) => change(stack, resourceOf(make(stack))));

      expect(status).toBe('UPDATE_COMPLETE');
      expect(afterCloudFormation()).toMatchObject(LEFT[omission]);
      if (omission !== 'allKept') expect(afterCloudFormation().DeviceConfiguration).toBeUndefined();
      expect(moved(before, now())).toStrictEqual(seen);
      expect(app.cognito.factors(poolId()!)).toEqual(enabled);
    });

    if (isNoticing) {
      test('has ours again where a parameter alone has another value', async () => {
        const build: Build = (stack) => {
          const name = new CfnParameter(stack, 'Name').valueAsString;
          resourceOf(make(stack)).userPoolName = name;
        };
        await app.deployStack(build, { Name: 'one' });
        const before = now();

        const { status } = await app.deployStack(build, { Name: 'two' });

        expect(status).toBe('UPDATE_COMPLETE');
        expect(moved(before, now())).toStrictEqual({ 'pool.Name': 'two' });
      });

      test('is not looked at where the pool does not change', async () => {
        const build = (description: string): Build => (stack) => {
          make(stack).addClient('Client', { userPoolClientName: description });
          new CfnResource(stack, 'Else', { type: 'Test::Else', properties: { description } });
        };
        await app.deployStack(build('one'));

        expect((await app.deployStack(build('two'))).status).toBe('UPDATE_COMPLETE');
        expect(app.calls).toEqual([]);
        expect(now().pool).toMatchObject(SET);
      });
    }

    test('has ours again after a rollback, where something fails after the function ran', async () => {
      const build = (name: string): Build => (stack) => {
        const pool = make(stack);
        const fragile = new CfnResource(stack, 'Fragile', { type: 'Test::Fragile', properties: { name } });
        for (const each of stack.node.findAll().filter(isSettings)) fragile.addDependency(each);
        resourceOf(pool).deletionProtection = name === 'bad' ? 'ACTIVE' : 'INACTIVE';
      };
      await app.deployStack(build('good'));
      const before = now();

      const { status, reason } = await app.deployStack(build('bad'));

      expect([status, reason]).toEqual(['UPDATE_ROLLBACK_COMPLETE', 'it broke']);
      expect(moved(before, now())).toStrictEqual({});
      expect(app.cognito.factors(poolId()!)).toMatchObject({ softwareToken: true });
    });

    // CloudFormation takes back what it had begun, and the function had not: nothing runs it. The next deployment that changes the pool or
    // what is declared does, or one with Reapply.EVERY_DEPLOYMENT.
    test('loses what CloudFormation\'s updates reset, where something fails between the pool and the function', async () => {
      const build = (name: string): Build => (stack) => {
        const pool = make(stack);
        const fragile = new CfnResource(stack, 'Fragile', { type: 'Test::Fragile', properties: { name } });
        fragile.addDependency(resourceOf(pool));
        for (const each of stack.node.findAll().filter(isSettings)) each.addDependency(fragile);
        resourceOf(pool).deletionProtection = name === 'bad' ? 'ACTIVE' : 'INACTIVE';
      };
      await app.deployStack(build('good'));
      const before = now();

      const { status } = await app.deployStack(build('bad'));

      expect(status).toBe('UPDATE_ROLLBACK_COMPLETE');
      expect(app.calls).toEqual([]);
      const lost = moved(before, now());
      const { 'pool.UserPoolTags.team': team, ...others } = lost;
      expect(others).toStrictEqual(LOST[omission]);
      expect(team).toBe(omission !== 'allKept' && !/Managed/.test(kind) ? GONE : undefined);

      // The template that was there before brings nothing back: to CloudFormation nothing is to be done.
      await app.deployStack(build('good'));
      expect(app.calls).toEqual([]);
      expect(moved(before, now())).toStrictEqual(lost);

      // A template in which anything of ours differs does.
      await app.deployStack((stack) => {
        build('good')(stack);
        for (const each of stack.node.findAll().filter(isSettings)) each.addPropertyOverride('Deployment', 'again');
      });
      expect(moved(before, now())).toStrictEqual({});
      expect(app.cognito.factors(poolId()!)).toMatchObject({ softwareToken: true });
    });
  });
});

const UNSET = {
  'pool.LambdaConfig': {},
  'pool.LambdaConfig.PreSignUp': GONE,
  'pool.DeviceConfiguration.ChallengeRequiredOnNewDevice': GONE,
  'pool.DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': GONE,
};
/** What a deployment that failed between the pool and the function has cost; tags are the function's beside a `UserPool` only. */
const LOST: Record<OmissionMode, Record<string, Json>> = {
  asMeasured: UNSET,
  allReset: {
    ...UNSET,
    'pool.MfaConfiguration': 'OFF',
    'mfa.MfaConfiguration': 'OFF',
    'mfa.SoftwareTokenMfaConfiguration.Enabled': GONE,
  },
  allKept: {},
};

function isSettings(node: unknown): node is CfnResource {
  return CfnResource.isCfnResource(node) && node.cfnResourceType === 'Custom::CognitoUserPoolSettings';
}

describe('beside a UserPool that says nothing of it', () => {
  // The L2 renders what it was not given as undefined. In the table of who declares what, that is the resource's.
  test.each<[string, Settings, JsonObject]>([
    ['days', { policies: { passwordPolicy: { temporaryPasswordValidity: Duration.days(3) } } },
      { Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } } }],
    ['a text', { verificationMessageTemplate: { emailSubjectByLink: 'Ours' } },
      { VerificationMessageTemplate: { EmailSubjectByLink: 'Ours' } }],
  ])('%s of settings that reset is taken back when it is dropped', async (_title, settings, leaf) => {
    await start('allKept');
    const build = (more: Settings): Build => (stack) => {
      const userPool = new UserPool(stack, 'Pool');
      new UserPoolSettings(stack, 'Settings', { userPool, ...tags, ...more, onRemoval: OnRemoval.RESET_TO_DEFAULT });
    };
    await app.deployStack(build(settings));
    expect(now().pool).toMatchObject(leaf);
    expect((await app.deployStack(build({}))).status).toBe('UPDATE_COMPLETE');
    expect(now().pool).not.toMatchObject(leaf);
  });
});

describe('a pool that is made anew', () => {
  const build = (caseSensitive: boolean): Build => (stack) => {
    const userPool = new UserPool(stack, 'Pool', { signInCaseSensitive: caseSensitive });
    new UserPoolSettings(stack, 'Settings', { userPool, ...everything(stack) });
  };

  test('has ours', async () => {
    await start('asMeasured');
    await app.deployStack(build(true));
    const former = poolId()!;

    expect((await app.deployStack(build(false))).status).toBe('UPDATE_COMPLETE');
    expect(poolId()).not.toBe(former);
    expect(now().pool).toMatchObject(SET);
  });

  // The one before stays, by its policy, and the functions of its triggers may go.
  test('leaves no trigger of ours at the one before', async () => {
    await start('asMeasured');
    await app.deployStack(build(true));
    const former = poolId()!;
    await app.deployStack(build(false));
    expect(app.cognito.pool(former).LambdaConfig).toEqual({});
  });
});
