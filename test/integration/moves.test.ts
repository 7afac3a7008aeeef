import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Function, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { OnRemoval, UserPoolMfa, UserPoolSettings } from '../../src';
import { closeAll, LocalApp, type Build } from '../support/local-app';
import { moved, snapshot, type Snapshot } from '../support/snapshot';
import type { Settings } from '../support/synth';

// CloudFormation deletes what a template no longer has after it has made what is new: a construct that is renamed, or a setting
// that moves to another construct, must not be taken back by the one that had it.

const OURS = 'arn:aws:lambda:us-east-1:123456789012:function:ours';
const imported = (stack: Stack): IFunction => stack.node.tryFindChild('Fn') as IFunction | undefined ?? Function.fromFunctionArn(stack, 'Fn', OURS);
const preSignUp = (stack: Stack): Settings => ({ lambdaConfig: { preSignUp: imported(stack) } });

let app: LocalApp;
let id: string;
let before: Snapshot;

beforeEach(async () => {
  app = await LocalApp.start();
  id = app.cognito.seed({ pool: { UserPoolTags: { owner: 'them' } } });
  before = snapshot(app.cognito, id);
});
afterEach(closeAll);

const declaring = (constructs: Readonly<Record<string, (stack: Stack) => Settings>>): Build => (stack) => {
  const userPool = UserPool.fromUserPoolId(stack, 'Pool', id);
  for (const [name, settings] of Object.entries(constructs)) new UserPoolSettings(stack, name, { userPool, ...settings(stack) });
};

const RESETTING = { onRemoval: OnRemoval.RESET_TO_DEFAULT };
const everything = (stack: Stack): Settings => ({
  ...RESETTING,
  ...preSignUp(stack),
  deletionProtection: true,
  deviceConfiguration: { challengeRequiredOnNewDevice: true },
  emailVerificationMessage: 'Ours {####}',
  userPoolTags: { team: 'ours' },
  mfaConfiguration: UserPoolMfa.OPTIONAL,
  softwareTokenMfaConfiguration: { enabled: true },
  additionalSettings: { FutureConfiguration: { Mode: 'ours' } },
});

test.each<[string, (stack: Stack) => Settings]>([['a trigger', preSignUp], ['settings that are reset', everything]])(
  'a construct that is renamed keeps %s', async (_title, settings) => {
    await app.deployStack(declaring({ One: settings }));
    const declared = snapshot(app.cognito, id);
    expect(moved(before, declared)).toMatchObject({ 'pool.LambdaConfig.PreSignUp': OURS });

    expect((await app.deployStack(declaring({ Two: settings }))).status).toBe('UPDATE_COMPLETE');
    expect(moved(declared, snapshot(app.cognito, id))).toEqual({});
    expect(app.writes).toEqual([]);

    expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
  },
);

test.each([['One', 'Two'], ['Two', 'One']])('a trigger that moves from %s to %s stays attached all the time', async (from, to) => {
  const plain = (): Settings => ({ ...RESETTING, deletionProtection: true });
  const constructs = (owner: string) => Object.fromEntries(['One', 'Two'].map((name) => [name, name === owner ? preSignUp : plain]));
  const other = to === 'One' ? 'Two' : 'One';
  await app.deployStack(declaring(constructs(from)));

  await app.deployStack(declaring(constructs(to)));

  expect(app.cognito.pool(id)).toMatchObject({ LambdaConfig: { PreSignUp: OURS }, DeletionProtection: 'ACTIVE' });
  expect(app.writes).toEqual([]);
  await app.deployStack(declaring({ [other]: plain }));
  expect(app.cognito.pool(id).LambdaConfig ?? {}).toEqual({});
});

test('a setting that moves to a construct that retains it, stays', async () => {
  await app.deployStack(declaring({ One: () => ({ ...RESETTING, userPoolTags: { team: 'ours', stage: 'prod' } }) }));
  await app.deployStack(declaring({
    One: () => ({ ...RESETTING, userPoolTags: { team: 'ours' } }),
    Two: () => ({ onRemoval: OnRemoval.RESET_TO_DEFAULT, userPoolTags: { stage: 'prod' } }),
  }));
  expect(app.cognito.pool(id).UserPoolTags).toEqual({ owner: 'them', team: 'ours', stage: 'prod' });
});

test('a construct that is renamed and retains its settings from now on keeps them', async () => {
  await app.deployStack(declaring({ One: () => ({ ...RESETTING, deletionProtection: true }) }));
  await app.deployStack(declaring({ Two: () => ({ deletionProtection: true }) }));
  expect(app.cognito.pool(id)).toMatchObject({ DeletionProtection: 'ACTIVE' });
});

test('two halves of one structure are taken back together in the end', async () => {
  await app.deployStack(declaring({
    One: () => ({ ...RESETTING, deviceConfiguration: { challengeRequiredOnNewDevice: true } }),
    Two: () => ({ ...RESETTING, deviceConfiguration: { deviceOnlyRememberedOnUserPrompt: true } }),
  }));
  await app.destroy();
  expect(moved(before, snapshot(app.cognito, id))).toEqual({});
});

test('one setting has one owner in a stack', async () => {
  await expect(app.deployStack(declaring({ One: preSignUp, Two: preSignUp })))
    .rejects.toThrow('App/Two and App/One both declare lambdaConfig.preSignUp of one user pool: declare it in one of them');
});

test('a pool whose id only the deployment knows is captured for itself, whichever it is', async () => {
  const other = app.cognito.seed({ pool: { UserPoolTags: { owner: 'them' } } });
  const build: Build = (stack) => {
    const poolId = new CfnParameter(stack, 'PoolId').valueAsString;
    new UserPoolSettings(stack, 'Settings', {
      userPool: UserPool.fromUserPoolId(stack, 'Pool', poolId), deletionProtection: true, onRemoval: OnRemoval.RESTORE_PREVIOUS,
    });
  };
  await app.deployStack(build, { PoolId: id });
  expect((await app.deployStack(build, { PoolId: other })).status).toBe('UPDATE_COMPLETE');
  expect(moved(before, snapshot(app.cognito, id))).toEqual({});
  await app.destroy();
  expect(app.cognito.pool(other)).toMatchObject({ DeletionProtection: 'INACTIVE' });
});
