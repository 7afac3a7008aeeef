import { Stack } from 'aws-cdk-lib';
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
