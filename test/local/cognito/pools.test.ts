import { echo, outcome } from './support';
import { EmbeddedCognito, freshPool, poolWithEverything } from '../../../local/cognito';
import model from '../../../local/cognito/model.json';
import type { JsonObject } from '../../../src/core/wire/json';

const { UserPoolId: _id, PoolName: _name, ...members } = model.shapes.UpdateUserPoolRequest.members;
const settings = Object.keys(members);

describe('the pool with everything', () => {
  test.each(settings)('has a value of its own for %s', (member) => {
    const cognito = new EmbeddedCognito();
    const value = cognito.pool(cognito.seed(poolWithEverything()))[member];
    expect(value).toBeDefined();
    expect(value).not.toEqual(cognito.pool(cognito.createUserPool())[member]);
  });

  test('has every trigger and every leaf of the password policy', () => {
    const { LambdaConfig, Policies } = poolWithEverything().pool as Record<string, JsonObject>;
    expect(Object.keys(LambdaConfig).sort()).toEqual(Object.keys(model.shapes.LambdaConfigType.members).sort());
    const policy = Policies.PasswordPolicy as JsonObject;
    expect(Object.keys(policy).sort()).toEqual(Object.keys(model.shapes.PasswordPolicyType.members).sort());
  });

  test('may be created as it is, but for MFA, which comes second', () => {
    const cognito = new EmbeddedCognito();
    const seeded = cognito.seed(poolWithEverything());
    const { MfaConfiguration, ...request } = echo(cognito.pool(seeded));
    const created = cognito.createUserPool(request);
    expect(outcome(() => cognito.call('SetUserPoolMfaConfig', { UserPoolId: created, ...cognito.mfa(seeded) }))).toBe('ok');
    expect(echo(cognito.pool(created))).toEqual({ MfaConfiguration, ...request });
    expect(cognito.mfa(created)).toEqual(cognito.mfa(seeded));
  });
});

test('the fresh pool reads as it was recorded', () => {
  const cognito = new EmbeddedCognito();
  const seed = freshPool();
  expect(cognito.pool(cognito.seed(seed))).toMatchObject(seed.pool);
});

/** The request that the AWS CLI sends for the example of its own help page, with the pool's id put in. */
const CLI_EXAMPLE: JsonObject = {
  Policies: {
    PasswordPolicy: {
      MinimumLength: 6,
      RequireUppercase: true,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      TemporaryPasswordValidityDays: 7,
    },
  },
  DeletionProtection: 'ACTIVE',
  LambdaConfig: {
    PreSignUp: 'arn:aws:lambda:us-west-2:123456789012:function:cognito-test-presignup-function',
    PreTokenGeneration: 'arn:aws:lambda:us-west-2:123456789012:function:cognito-test-pretoken-function',
  },
  AutoVerifiedAttributes: ['phone_number', 'email'],
  VerificationMessageTemplate: {
    SmsMessage: 'Your code is {####}',
    EmailMessage: 'Your code is {####}',
    EmailSubject: 'Your verification code',
    EmailMessageByLink: 'Click {##here##} to verify your email address.',
    EmailSubjectByLink: 'Your verification link',
    DefaultEmailOption: 'CONFIRM_WITH_LINK',
  },
  SmsAuthenticationMessage: 'Your code is {####}',
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email', 'phone_number'] },
  MfaConfiguration: 'OPTIONAL',
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  EmailConfiguration: {
    SourceArn: 'arn:aws:ses:us-west-2:123456789012:identity/admin@example.com',
    ReplyToEmailAddress: 'amdin+noreply@example.com',
    EmailSendingAccount: 'DEVELOPER',
    From: 'admin@amazon.com',
    ConfigurationSet: 'test-configuration-set',
  },
  SmsConfiguration: {
    SnsCallerArn: 'arn:aws:iam::123456789012:role/service-role/SNS-SMS-Role',
    ExternalId: '12345',
    SnsRegion: 'us-west-2',
  },
  UserPoolTags: { Function: 'MyMobileGame', Developers: 'Berlin' },
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: false,
    InviteMessageTemplate: {
      SMSMessage: 'Welcome {username}. Your confirmation code is {####}',
      EmailMessage: 'Welcome {username}. Your confirmation code is {####}',
      EmailSubject: 'Welcome to MyMobileGame',
    },
  },
  UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
  AccountRecoverySetting: {
    RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }, { Priority: 2, Name: 'verified_phone_number' }],
  },
};

test("the AWS CLI's own example is accepted on a Plus pool with an authenticator app", () => {
  const cognito = new EmbeddedCognito();
  const id = cognito.seed({
    userPoolId: 'us-west-2_EXAMPLE',
    pool: { UserPoolTier: 'PLUS' },
    mfa: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
  });
  expect(outcome(() => cognito.call('UpdateUserPool', { UserPoolId: id, ...CLI_EXAMPLE }))).toBe('ok');
  expect(cognito.pool(id)).toMatchObject(CLI_EXAMPLE);
});
