import { CfnResource } from 'aws-cdk-lib';
import { fault, type OmissionMode } from '../../local/cognito';
import { RecoveryOptionName, UserPoolTier, VerifiedAttribute } from '../../src';
import { FAILED_CREATE_ID } from '../../src/core/wire/contract';
import { closeAll, LocalApp } from '../support/local-app';
import { fullPool, fullPoolWithoutMfa } from '../support/pools';
import { moved, snapshot } from '../support/snapshot';

const MODES: OmissionMode[] = ['asMeasured', 'allReset', 'allKept'];
const ONE_WRITE_TWO_READS = ['DescribeUserPool', 'UpdateUserPool', 'DescribeUserPool'];
const READS = ['DescribeUserPool', 'GetUserPoolMfaConfig'];
const UNFORESEEN = 'AWS::Test::Unforeseen';

describe.each(MODES)('on a pool with everything set, when omitted members are %s,', (omission) => {
  let app: LocalApp;

  beforeEach(async () => {
    const refuse = () => { throw new Error('no such luck'); };
    app = await LocalApp.start({ cognito: { omission }, resources: { [UNFORESEEN]: { create: refuse } } });
  });
  afterEach(async () => {
    expect(app.deployment.replyProblems).toEqual([]);
    await closeAll();
  });

  test('one declared setting arrives by one write and two reads, and nothing else moves', async () => {
    const id = app.cognito.seed(fullPoolWithoutMfa());
    const before = snapshot(app.cognito, id);

    const { status } = await app.deploy(id, { smsAuthenticationMessage: 'Sign in: {####}' });

    expect(status).toBe('CREATE_COMPLETE');
    expect(moved(before, snapshot(app.cognito, id))).toEqual({
      'pool.SmsAuthenticationMessage': 'Sign in: {####}',
      'mfa.SmsMfaConfiguration.SmsAuthenticationMessage': 'Sign in: {####}',
    });
    expect(app.calls).toEqual(ONE_WRITE_TWO_READS);
    expect(app.changedPaths).toBe('SmsAuthenticationMessage');
  });

  test('second factors and passkeys survive too, for two reads more', async () => {
    const id = app.cognito.seed(fullPool());
    const [before, factors] = [snapshot(app.cognito, id), app.cognito.factors(id)];

    await app.deploy(id, { autoVerifiedAttributes: [VerifiedAttribute.EMAIL] });

    expect(moved(before, snapshot(app.cognito, id))).toEqual({ 'pool.AutoVerifiedAttributes': ['email'] });
    expect(app.cognito.factors(id)).toEqual(factors);
    expect(app.calls).toEqual([...READS, 'UpdateUserPool', ...READS]);
    expect(app.changedPaths).toBe('AutoVerifiedAttributes');
  });

  test('settings that the pool has already are not written', async () => {
    const id = app.cognito.seed(fullPool());
    const before = snapshot(app.cognito, id);

    const { status } = await app.deploy(id, {
      deletionProtection: true,
      autoVerifiedAttributes: [VerifiedAttribute.PHONE_NUMBER, VerifiedAttribute.EMAIL],
      accountRecoverySetting: { recoveryMechanisms: [{ priority: 1, name: RecoveryOptionName.VERIFIED_EMAIL }] },
      userPoolTags: { team: 'identity' },
    });

    expect(status).toBe('CREATE_COMPLETE');
    expect(snapshot(app.cognito, id)).toEqual(before);
    expect(app.calls).toEqual(READS);
    expect(app.changedPaths).toBe('');
  });

  test('an update moves what it declares, a dropped prop keeps its value, and the deletion leaves the pool as it is', async () => {
    const id = app.cognito.seed(fullPoolWithoutMfa());
    await app.deploy(id, { userPoolTags: { stage: 'test' }, smsAuthenticationMessage: 'Sign in: {####}' });
    const created = snapshot(app.cognito, id);

    await app.deploy(id, { userPoolTags: { stage: 'prod' }, smsAuthenticationMessage: 'Sign in: {####}' });
    const updated = snapshot(app.cognito, id);
    expect(moved(created, updated)).toEqual({ 'pool.UserPoolTags.stage': 'prod' });
    expect(app.calls).toEqual(ONE_WRITE_TWO_READS);
    expect(app.changedPaths).toBe('UserPoolTags.stage');

    const { status } = await app.deploy(id, { smsAuthenticationMessage: 'Sign in: {####}' });
    expect(status).toBe('UPDATE_COMPLETE');
    expect(snapshot(app.cognito, id)).toEqual(updated);
    expect(app.calls).toEqual(['DescribeUserPool']);
    expect(app.changedPaths).toBe('');

    await app.deploy(id, { smsAuthenticationMessage: 'Sign in: {####}' });
    expect(app.calls).toEqual([]);

    expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
    expect(snapshot(app.cognito, id)).toEqual(updated);
    expect(app.calls).toEqual([]);
  });

  test('an update that the service refuses is rolled back without a trace', async () => {
    const id = app.cognito.seed(fullPoolWithoutMfa());
    await app.deploy(id, { userPoolTags: { stage: 'test' } });
    const before = snapshot(app.cognito, id);

    app.cognito.faults.add({ action: 'UpdateUserPool', fault: fault.refusal('FeatureUnavailableInTierException', 'not in this tier') });
    const { status, reason } = await app.deploy(id, { userPoolTags: { stage: 'prod' } });

    expect(status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(reason).toMatch(`the tier of user pool ${id} lacks a feature that its settings use: raise userPoolTier, or switch the feature off`);
    expect(snapshot(app.cognito, id)).toEqual(before);
    expect(app.writes).toEqual(['UpdateUserPool']);
  });

  test('an update that the pool as it is does not allow is refused before the first write', async () => {
    const id = app.cognito.seed(fullPoolWithoutMfa());
    await app.deploy(id, { userPoolTags: { stage: 'test' } });
    const before = snapshot(app.cognito, id);

    const { status, reason } = await app.deploy(id, { userPoolTags: { stage: 'prod' }, userPoolTier: UserPoolTier.LITE });

    expect(status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(reason).toMatch('nothing was changed: userPoolAddOns.advancedSecurityMode [UserPoolAddOns.AdvancedSecurityMode] uses threat protection');
    expect(reason).toMatch('policies.signInPolicy.allowedFirstAuthFactors [Policies.SignInPolicy.AllowedFirstAuthFactors] uses '
      + 'sign-in without a password, which the pool\'s feature plan LITE does not have: declare userPoolTier ESSENTIALS, or switch it off');
    expect(snapshot(app.cognito, id)).toEqual(before);
    expect(app.writes).toEqual([]);
  });

  test('an update that was written is written back when something else in the stack fails', async () => {
    const id = app.cognito.seed(fullPoolWithoutMfa());
    await app.deploy(id, { userPoolTags: { stage: 'test' }, deletionProtection: true });
    const before = snapshot(app.cognito, id);

    const { status, reason } = await app.deploy(id, { userPoolTags: { stage: 'prod' }, deletionProtection: false }, {}, (stack) => {
      new CfnResource(stack, 'Unforeseen', { type: UNFORESEEN }).node.addDependency(stack.node.findChild('Settings'));
    });

    expect(status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(reason).toBe('no such luck');
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
    expect(app.writes).toEqual(['UpdateUserPool', 'UpdateUserPool']);
  });

  test('another pool is another attachment: the new one is made, the old one deleted, the old pool left as it is', async () => {
    const [first, second] = [app.cognito.seed(fullPoolWithoutMfa()), app.cognito.seed(fullPoolWithoutMfa())];
    await app.deploy(first, { userPoolTags: { stage: 'test' } });
    const before = [first, second].map((id) => snapshot(app.cognito, id));
    app.deployment.requests.length = 0;

    const { status } = await app.deploy(second, { userPoolTags: { stage: 'test' } });

    expect(status).toBe('UPDATE_COMPLETE');
    expect(moved(before[0], snapshot(app.cognito, first))).toEqual({});
    expect(moved(before[1], snapshot(app.cognito, second))).toEqual({ 'pool.UserPoolTags.stage': 'test' });
    expect(app.deployment.requests.map(({ RequestType, PhysicalResourceId }) => [RequestType, PhysicalResourceId?.split('/')[0]]))
      .toEqual([['Update', first], ['Delete', first]]);
    expect(app.cognito.requests.map(({ request }) => request.UserPoolId)).toEqual([second, second, second]);
    expect(app.changedPaths).toBe('UserPoolTags.stage');
  });

  test('a creation that fails is deleted without a call', async () => {
    const id = app.cognito.seed(fullPool());
    const before = snapshot(app.cognito, id);

    const { status } = await app.deploy(id, { userPoolTier: UserPoolTier.LITE });

    expect(status).toBe('ROLLBACK_COMPLETE');
    expect(snapshot(app.cognito, id)).toEqual(before);
    expect(app.calls).toEqual(READS);
    expect(app.deployment.requests.map(({ RequestType, PhysicalResourceId }) => [RequestType, PhysicalResourceId]))
      .toEqual([['Create', undefined], ['Delete', FAILED_CREATE_ID]]);
  });

  test('the attachment to a pool that is gone is deleted all the same', async () => {
    const id = app.cognito.seed({ pool: { DeletionProtection: 'INACTIVE' } });
    await app.deploy(id, { userPoolTags: { stage: 'test' } });
    app.cognito.otherWriter('DeleteUserPool', { UserPoolId: id });

    expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
    expect(app.calls).toEqual([]);
  });
});
