import { cognitoWith, echo, lambdaArn, outcome, SMS } from './support';
import { poolWithEverything, type OmissionMode } from '../../../local/cognito';
import type { JsonObject } from '../../../src/core/wire/json';

const MODES: OmissionMode[] = ['asMeasured', 'allReset', 'allKept'];

/** What is left of `poolWithEverything` when the request names no setting at all. */
function afterEmptyUpdate(omission: OmissionMode) {
  const seed = poolWithEverything();
  const subject = cognitoWith(seed.pool, seed.mfa, { omission });
  const before = subject.pool();
  subject.update({});
  return { before, after: subject.pool(), factors: subject.factors() };
}

describe('a setting that UpdateUserPool omits', () => {
  const defaults: [string, JsonObject[string] | undefined][] = [
    ['AutoVerifiedAttributes', undefined],
    ['LambdaConfig', {}],
    ['DeviceConfiguration', undefined],
    ['VerificationMessageTemplate', { DefaultEmailOption: 'CONFIRM_WITH_CODE' }],
    ['SmsVerificationMessage', undefined],
    ['EmailVerificationMessage', undefined],
    ['EmailVerificationSubject', undefined],
    ['SmsAuthenticationMessage', undefined],
    ['EmailConfiguration', { EmailSendingAccount: 'COGNITO_DEFAULT' }],
    ['SmsConfiguration', undefined],
    ['AccountRecoverySetting', undefined],
    ['UserPoolAddOns', undefined],
    ['DeletionProtection', 'INACTIVE'],
    ['KeyConfiguration', { KeyType: 'AWS_OWNED_KEY' }],
    ['IssuerConfiguration', { Type: 'ORIGINAL' }],
    ['AcrConfiguration', {
      Level1: { AcrValue: 'urn:cognito:loa:1' },
      Level2: { AcrValue: 'urn:cognito:loa:2' },
      Level3: { AcrValue: 'urn:cognito:loa:3' },
      Level4: { AcrValue: 'urn:cognito:loa:4' },
    }],
    ['UserPoolTags', { 'aws:cloudformation:stack-name': 'auth', 'aws:cloudformation:logical-id': 'Pool' }],
  ];

  test.each(defaults)('goes back to its default where nobody measured otherwise: %s', (member, value) => {
    expect(afterEmptyUpdate('asMeasured').after[member]).toEqual(value);
    expect(afterEmptyUpdate('allReset').after[member]).toEqual(value);
  });

  test.each(defaults)('stays when all are kept: %s', (member) => {
    const { before, after } = afterEmptyUpdate('allKept');
    expect(after[member]).toEqual(before[member]);
  });

  test.each([
    'Policies',
    'MfaConfiguration',
    'UserAttributeUpdateSettings',
  ])('stays as measured, and is reset when all are: %s', (member) => {
    const measured = afterEmptyUpdate('asMeasured');
    expect(measured.after[member]).toEqual(measured.before[member]);
    const reset = afterEmptyUpdate('allReset');
    expect(reset.after[member]).not.toEqual(reset.before[member]);
  });

  test.each(['UserPoolTier', 'DcrConfiguration', 'Name'])('stays in every mode, as the docs say: %s', (member) => {
    for (const mode of MODES) {
      const { before, after } = afterEmptyUpdate(mode);
      expect(after[member]).toEqual(before[member]);
    }
  });

  test('takes the factors along when it is MfaConfiguration and all are reset', () => {
    expect(afterEmptyUpdate('allReset').factors).toEqual({ sms: false, softwareToken: false, email: false });
  });

  test('takes SMS from the factors when it is SmsConfiguration', () => {
    expect(afterEmptyUpdate('asMeasured').factors).toEqual({ sms: false, softwareToken: true, email: false });
  });

  test('stays or goes for each of the two policies by itself', () => {
    const pool = {
      Policies: {
        PasswordPolicy: { MinimumLength: 20, TemporaryPasswordValidityDays: 2 },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] },
      },
    };
    const signIn = { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } };
    const measured = cognitoWith(pool);
    measured.update(signIn);
    expect(measured.pool().Policies).toMatchObject({ PasswordPolicy: { MinimumLength: 20 }, ...signIn.Policies });
    const reset = cognitoWith(pool, {}, { omission: 'allReset' });
    reset.update(signIn);
    expect(reset.pool().Policies).toMatchObject({ PasswordPolicy: { MinimumLength: 8 }, ...signIn.Policies });
  });
});

describe.each(MODES)('in the mode %s, a setting that is given', (omission) => {
  test('fills a partial password policy with the weak defaults, not with the values that the pool had', () => {
    const { update, pool } = cognitoWith({
      Policies: {
        PasswordPolicy: { MinimumLength: 20, RequireUppercase: true, PasswordHistorySize: 5, TemporaryPasswordValidityDays: 2 },
      },
    }, {}, { omission });
    update({ Policies: { PasswordPolicy: { MinimumLength: 10 } } });
    expect((pool().Policies as JsonObject).PasswordPolicy).toEqual({
      MinimumLength: 10,
      RequireUppercase: false,
      RequireLowercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
      TemporaryPasswordValidityDays: 7,
    });
  });

  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['AdminCreateUserConfig', { InviteMessageTemplate: { EmailSubject: 'Hello' } }, { AllowAdminCreateUserOnly: true },
      { AllowAdminCreateUserOnly: true, UnusedAccountValidityDays: 7 }],
    [
      'LambdaConfig',
      { PreSignUp: lambdaArn('a'), PostConfirmation: lambdaArn('b') },
      { PreSignUp: lambdaArn('c') },
      { PreSignUp: lambdaArn('c') },
    ],
    ['VerificationMessageTemplate', {
      EmailSubject: 'Hello',
      DefaultEmailOption: 'CONFIRM_WITH_LINK',
    }, { SmsMessage: 'Code {####}' },
    { SmsMessage: 'Code {####}', DefaultEmailOption: 'CONFIRM_WITH_CODE' }],
    ['EmailConfiguration', { ReplyToEmailAddress: 'a@example.com' }, { From: 'b@example.com' },
      { From: 'b@example.com', EmailSendingAccount: 'COGNITO_DEFAULT' }],
    [
      'SmsConfiguration',
      SMS,
      { SnsCallerArn: 'arn:aws:iam::123456789012:role/other' },
      { SnsCallerArn: 'arn:aws:iam::123456789012:role/other' },
    ],
    [
      'DeviceConfiguration',
      { ChallengeRequiredOnNewDevice: true },
      {},
      { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: false },
    ],
    ['DcrConfiguration', { EnableStatus: 'Disabled', OpenDcrEnabled: true, AllowedScopes: ['a/b'] }, { AllowedScopes: ['c/d'] },
      { EnableStatus: 'Enabled', OpenDcrEnabled: false, AllowedScopes: ['c/d'] }],
    [
      'UserPoolTags',
      { 'old': '1', 'aws:cloudformation:stack-name': 's' },
      { new: '2' },
      { 'new': '2', 'aws:cloudformation:stack-name': 's' },
    ],
  ])('replaces the whole of %s', (member, before, given, after) => {
    const { update, pool } = cognitoWith({ [member]: before }, {}, { omission });
    update({ [member]: given });
    expect(pool()[member]).toEqual(after);
  });

  test('leaves a pool as it was when all of it is sent back', () => {
    const seed = poolWithEverything();
    const { update, pool, mfa, factors } = cognitoWith(seed.pool, { ...seed.mfa, SmsMfaConfiguration: {} }, { omission });
    const before = { pool: pool(), mfa: mfa(), factors: factors() };
    update(echo(pool()));
    expect({ pool: { ...pool(), LastModifiedDate: 0 }, mfa: mfa(), factors: factors() })
      .toEqual({ ...before, pool: { ...before.pool, LastModifiedDate: 0 } });
  });
});

test('a legacy message alone changes one message where the template is kept, and is all that is left where it is not', () => {
  const pool = { VerificationMessageTemplate: { SmsMessage: 'Old {####}', EmailSubject: 'Hello' } };
  const kept = cognitoWith(pool, {}, { omission: 'allKept' });
  kept.update({ SmsVerificationMessage: 'New {####}' });
  expect(kept.pool().VerificationMessageTemplate).toMatchObject({ SmsMessage: 'New {####}', EmailSubject: 'Hello' });
  const reset = cognitoWith(pool);
  reset.update({ SmsVerificationMessage: 'New {####}' });
  expect(reset.pool().VerificationMessageTemplate).toEqual({ SmsMessage: 'New {####}', DefaultEmailOption: 'CONFIRM_WITH_CODE' });
});

test('an old pool keeps its alias when it is sent back, and loses it when it is not', () => {
  const old = { Policies: { PasswordPolicy: { MinimumLength: 9 } }, AdminCreateUserConfig: { UnusedAccountValidityDays: 30 } };
  const { update, pool } = cognitoWith(old);
  expect(pool().AdminCreateUserConfig).toMatchObject({ UnusedAccountValidityDays: 30 });
  expect(outcome(() => update({ AdminCreateUserConfig: { UnusedAccountValidityDays: 40 } }))).toBe('ok');
  expect(pool().AdminCreateUserConfig).toMatchObject({ UnusedAccountValidityDays: 40 });
  update({});
  expect(pool().AdminCreateUserConfig).toMatchObject({ UnusedAccountValidityDays: 7 });
  expect(pool().Policies).toMatchObject({ PasswordPolicy: { TemporaryPasswordValidityDays: 7 } });
});
