import { randomBytes } from 'node:crypto';
import { CfnResource, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Function, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { OmissionMode } from '../../local/cognito';
import { EmailSendingAccount, OnRemoval, Reapply, UserPoolMfa, UserPoolSettings, VerifiedAttribute } from '../../src';
import { closeAll, LocalApp } from '../support/local-app';
import { fullPoolWithoutMfa } from '../support/pools';
import { moved, snapshot } from '../support/snapshot';
import type { Settings } from '../support/synth';

const MODES: OmissionMode[] = ['asMeasured', 'allReset', 'allKept'];
const UNFORESEEN = 'AWS::Test::Unforeseen';
const OURS = 'arn:aws:lambda:us-east-1:123456789012:function:ours';
const THEIRS = 'arn:aws:lambda:us-east-1:123456789012:function:theirs';

const KEY = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555';

const imported = (stack: Stack, arn = OURS): IFunction => Function.fromFunctionArn(stack, arn.slice(-6), arn);

let app: LocalApp;

async function start(omission: OmissionMode = 'asMeasured'): Promise<void> {
  const refuse = () => { throw new Error('no such luck'); };
  app = await LocalApp.start({ cognito: { omission }, resources: { [UNFORESEEN]: { create: refuse } } });
}

const failing = (stack: Stack) => {
  new CfnResource(stack, 'Unforeseen', { type: UNFORESEEN }).node.addDependency(stack.node.findChild('Settings'));
};

afterEach(async () => {
  expect(app.deployment.replyProblems).toEqual([]);
  await closeAll();
});

/** A pool with little of its own. */
const PLAIN = { pool: { LambdaConfig: { PostConfirmation: THEIRS }, UserPoolTags: { owner: 'them' } } };

describe.each(MODES)('when omitted members are %s,', (omission) => {
  beforeEach(() => start(omission));

  test('a trigger is detached when it is dropped, and nobody else\'s is', async () => {
    const id = app.cognito.seed(PLAIN);
    const before = snapshot(app.cognito, id);
    const settings = (stack: Stack): Settings => ({ lambdaConfig: { preSignUp: imported(stack) }, smsVerificationMessage: 'Code: {####}' });
    await app.deploy(id, settings);
    expect(moved(before, snapshot(app.cognito, id))).toMatchObject({ 'pool.LambdaConfig.PreSignUp': OURS });

    await app.deploy(id, { smsVerificationMessage: 'Code: {####}' });

    expect(app.changedPaths).toBe('LambdaConfig.PreSignUp');
    expect(app.cognito.pool(id).LambdaConfig).toEqual({ PostConfirmation: THEIRS });
    expect(app.cognito.pool(id).SmsVerificationMessage).toBe('Code: {####}');
  });

  test('triggers are detached when the construct is deleted, the last one and the key of the senders too', async () => {
    const id = app.cognito.seed({ pool: {} });
    const before = snapshot(app.cognito, id);
    await app.deployStack((stack) => {
      const userPool = UserPool.fromUserPoolId(stack, 'Pool', id);
      const ours = imported(stack);
      new UserPoolSettings(stack, 'Settings', {
        userPool,
        lambdaConfig: {
          preSignUp: ours, preTokenGeneration: ours, customEmailSender: { lambdaFunction: ours }, kmsKey: Key.fromKeyArn(stack, 'Key', KEY),
        },
      });
    });
    expect(app.cognito.pool(id).LambdaConfig).toMatchObject({ PreSignUp: OURS, PreTokenGeneration: OURS, KMSKeyID: KEY });

    expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
  });

  test('a trigger that somebody else has changed since stays', async () => {
    const id = app.cognito.seed({ pool: {} });
    await app.deploy(id, (stack) => ({ lambdaConfig: { preSignUp: imported(stack) } }));
    app.cognito.otherWriter('UpdateUserPool', { UserPoolId: id, LambdaConfig: { PreSignUp: THEIRS } });

    expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
    expect(app.cognito.pool(id).LambdaConfig).toEqual({ PreSignUp: THEIRS });
    expect(app.writes).toEqual([]);
  });

  test('RESET_TO_DEFAULT puts back what is dropped, and all of it when the construct is deleted', async () => {
    const id = app.cognito.seed(PLAIN);
    const before = snapshot(app.cognito, id);
    const more: Settings = {
      policies: { passwordPolicy: { minimumLength: 16, requireSymbols: false } },
      emailConfiguration: { emailSendingAccount: EmailSendingAccount.DEVELOPER, sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' },
      mfaConfiguration: UserPoolMfa.OPTIONAL,
      softwareTokenMfaConfiguration: { enabled: true },
      webAuthnConfiguration: { relyingPartyId: 'auth.example.com' },
    };
    const some: Settings = { onRemoval: OnRemoval.RESET_TO_DEFAULT, deletionProtection: true, userPoolTags: { team: 'identity' } };
    await app.deploy(id, { ...some, ...more });
    expect(app.cognito.factors(id).softwareToken).toBe(true);

    expect((await app.deploy(id, some)).status).toBe('UPDATE_COMPLETE');
    expect(moved(before, snapshot(app.cognito, id))).toEqual({ 'pool.DeletionProtection': 'ACTIVE', 'pool.UserPoolTags.team': 'identity' });

    expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
    expect(app.writes).toEqual(['UpdateUserPool']);
  });

  test('RESTORE_PREVIOUS leaves a pool as it was found', async () => {
    const id = app.cognito.seed(fullPoolWithoutMfa());
    const before = snapshot(app.cognito, id);
    const settings = (stack: Stack): Settings => ({
      onRemoval: OnRemoval.RESTORE_PREVIOUS,
      lambdaConfig: { preSignUp: imported(stack) },
      policies: { passwordPolicy: { minimumLength: 30, requireSymbols: true } },
      userPoolTags: { 'team': 'ours', 'a.b': 'new' },
      verificationMessageTemplate: { emailMessage: 'Ours: {####}' },
      mfaConfiguration: UserPoolMfa.OPTIONAL,
      softwareTokenMfaConfiguration: { enabled: true },
    });
    expect(await app.deploy(id, settings)).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(app.cognito.factors(id).softwareToken).toBe(true);
    await app.deploy(id, (stack) => ({ ...settings(stack), userPoolTags: { team: 'still ours' }, smsAuthenticationMessage: 'Ours {####}' }));
    expect(app.cognito.pool(id).UserPoolTags).not.toHaveProperty(['a.b']);

    expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
  });

  test('clear puts back what somebody set', async () => {
    const id = app.cognito.seed(fullPoolWithoutMfa());
    const { status } = await app.deploy(id, {
      clear: ['userPoolTags.team', 'lambdaConfig.preTokenGeneration', 'emailConfiguration', 'userPoolAddOns', 'verificationMessageTemplate'],
    });

    expect(status).toBe('CREATE_COMPLETE');
    expect(app.cognito.pool(id)).toMatchObject({
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
    });
    expect(app.cognito.pool(id).UserPoolTags).not.toHaveProperty('team');
    expect(Object.keys(app.cognito.pool(id).LambdaConfig as object)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^PreToken/)]));
    expect((await app.deploy(id, { clear: ['userPoolTags.team'], userPoolTags: { more: 'x' } })).status).toBe('UPDATE_COMPLETE');
    expect(app.changedPaths).toBe('UserPoolTags.more');
  });
});

describe('a default that only an omission reaches', () => {
  test.each<[OmissionMode, string]>([['asMeasured', 'CREATE_COMPLETE'], ['allReset', 'CREATE_COMPLETE'], ['allKept', 'ROLLBACK_COMPLETE']])(
    'is verified: when omitted members are %s, the deployment ends with %s', async (omission, expected) => {
      await start(omission);
      const id = app.cognito.seed(fullPoolWithoutMfa());
      const before = snapshot(app.cognito, id);

      const { status, reason } = await app.deploy(id, { clear: ['deviceConfiguration'], deletionProtection: false });

      expect(status).toBe(expected);
      if (status === 'CREATE_COMPLETE') {
        expect(app.cognito.pool(id)).not.toHaveProperty('DeviceConfiguration');
      } else {
        expect(reason).toMatch(/: still there, though left out, which is all that the API has for it: DeviceConfiguration\..*; what was written has been taken back: the pool is as before/);
        expect(moved(before, snapshot(app.cognito, id))).toEqual({});
      }
    },
  );
});

describe('the life of a resource', () => {
  beforeEach(() => start());

  test('a rollback puts back what the failed deployment had added, by RESTORE_PREVIOUS', async () => {
    const id = app.cognito.seed(fullPoolWithoutMfa());
    const some: Settings = { onRemoval: OnRemoval.RESTORE_PREVIOUS, userPoolTags: { team: 'ours' } };
    await app.deploy(id, some);
    const before = snapshot(app.cognito, id);

    const { status } = await app.deploy(id, {
      ...some,
      deletionProtection: false,
      autoVerifiedAttributes: [VerifiedAttribute.EMAIL],
      mfaConfiguration: UserPoolMfa.OPTIONAL,
      softwareTokenMfaConfiguration: { enabled: true },
    }, {}, failing);

    expect(status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
  });

  test('a rollback detaches the triggers that the failed deployment had added, in any case', async () => {
    const id = app.cognito.seed(PLAIN);
    await app.deploy(id, { deletionProtection: true });
    const before = snapshot(app.cognito, id);

    await app.deploy(id, (stack) => ({ deletionProtection: true, lambdaConfig: { preSignUp: imported(stack) } }), {}, failing);

    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
  });

  test('a rollback of the creation leaves the pool as it was found, by RESTORE_PREVIOUS', async () => {
    const id = app.cognito.seed(fullPoolWithoutMfa());
    const before = snapshot(app.cognito, id);

    const { status } = await app.deploy(id, { onRemoval: OnRemoval.RESTORE_PREVIOUS, deletionProtection: false }, {}, failing);

    expect(status).toBe('ROLLBACK_COMPLETE');
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
    expect(app.writes).toEqual(['UpdateUserPool', 'UpdateUserPool']);
  });

  test('another pool is captured for itself, and the old one is left as it was found', async () => {
    const [first, second] = [app.cognito.seed(fullPoolWithoutMfa()), app.cognito.seed(PLAIN)];
    const before = [first, second].map((id) => snapshot(app.cognito, id));
    const settings: Settings = { onRemoval: OnRemoval.RESTORE_PREVIOUS, userPoolTags: { team: 'ours' }, deletionProtection: true };
    await app.deploy(first, settings);

    expect((await app.deploy(second, settings)).status).toBe('UPDATE_COMPLETE');
    expect(moved(before[0], snapshot(app.cognito, first))).toEqual({});
    expect(moved(before[1], snapshot(app.cognito, second))).toEqual({ 'pool.UserPoolTags.team': 'ours', 'pool.DeletionProtection': 'ACTIVE' });

    await app.destroy();
    expect(moved(before[1], snapshot(app.cognito, second))).toEqual({});
  });

  test('a rollback from another pool still knows how the first one was found', async () => {
    const [first, second] = [app.cognito.seed(fullPoolWithoutMfa()), app.cognito.seed(PLAIN)];
    const before = [first, second].map((id) => snapshot(app.cognito, id));
    const settings: Settings = { onRemoval: OnRemoval.RESTORE_PREVIOUS, userPoolTags: { team: 'ours' } };
    await app.deploy(first, settings);

    expect((await app.deploy(second, settings, {}, failing)).status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(moved(before[0], snapshot(app.cognito, first))).toEqual({ 'pool.UserPoolTags.team': 'ours' });
    expect(moved(before[1], snapshot(app.cognito, second))).toEqual({});

    await app.destroy();
    expect(moved(before[0], snapshot(app.cognito, first))).toEqual({});
  });

  test('one of several constructs is deleted with its permissions still there', async () => {
    const id = app.cognito.seed({ pool: {} });
    const both = (stack: Stack, ...names: string[]) => {
      const userPool = UserPool.fromUserPoolId(stack, 'Pool', id);
      if (names.includes('One')) new UserPoolSettings(stack, 'One', { userPool, deletionProtection: true });
      if (names.includes('Two')) new UserPoolSettings(stack, 'Two', { userPool, lambdaConfig: { preSignUp: imported(stack) } });
    };
    await app.deployStack((stack) => both(stack, 'One', 'Two'));
    const { events } = await app.deployStack((stack) => both(stack, 'One'));

    expect(app.cognito.pool(id).LambdaConfig ?? {}).toEqual({});
    const deleted = events.filter(({ status }) => status === 'DELETE_COMPLETE').map(({ type }) => type);
    expect(deleted).toEqual(['Custom::CognitoUserPoolSettings', 'AWS::Lambda::Permission', 'AWS::IAM::Policy']);
  });

  test('a pool that is gone has nothing to be taken back', async () => {
    const id = app.cognito.seed({ pool: {} });
    await app.deploy(id, (stack) => ({ onRemoval: OnRemoval.RESTORE_PREVIOUS, lambdaConfig: { preSignUp: imported(stack) } }));
    app.cognito.otherWriter('DeleteUserPool', { UserPoolId: id });

    expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
    expect(app.calls).toEqual(['DescribeUserPool']);
  });

  test('every deployment applies again what others have changed, if asked to', async () => {
    const id = app.cognito.seed({ pool: {} });
    const settings: Settings = { reapply: Reapply.EVERY_DEPLOYMENT, userPoolTags: { team: 'ours' } };
    await app.deploy(id, settings);
    app.cognito.otherWriter('UntagResource', { ResourceArn: app.cognito.pool(id).Arn, TagKeys: ['team'] });

    expect((await app.deploy(id, settings)).status).toBe('UPDATE_COMPLETE');
    expect(app.cognito.pool(id).UserPoolTags).toMatchObject({ team: 'ours' });
  });

  test('a pool that does not fit into a reply is refused before anything is written', async () => {
    const noise = randomBytes(4_500).toString('base64').slice(0, 5_000);
    const id = app.cognito.seed({ pool: { VerificationMessageTemplate: { EmailMessage: `${noise} {####}` } } });

    const { status, reason } = await app.deploy(id, { onRemoval: OnRemoval.RESTORE_PREVIOUS, deletionProtection: true });

    expect(status).toBe('ROLLBACK_COMPLETE');
    expect(reason).toMatch(/user pool \S+ is too large to capture: .*; use onRemoval RETAIN or RESET_TO_DEFAULT/);
    expect(app.writes).toEqual([]);
  });

  test('what could not be put back is refused before it is set', async () => {
    const id = app.cognito.seed({ pool: {} });

    const { status, reason } = await app.deploy(id, { onRemoval: OnRemoval.RESTORE_PREVIOUS, poolName: 'x', smsConfiguration: { snsRegion: 'us-east-1' } });

    expect(status).toBe('ROLLBACK_COMPLETE');
    expect(reason).toMatch(/nothing was changed: onRemoval RESTORE_PREVIOUS could not be kept for smsConfiguration\.snsRegion \[SmsConfiguration\.SnsRegion\]: no proven way/);
    expect(app.writes).toEqual([]);
  });
});
