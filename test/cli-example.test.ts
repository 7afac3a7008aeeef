import { Duration } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Function } from 'aws-cdk-lib/aws-lambda';
import {
  UserPoolAdvancedSecurityMode, DefaultEmailOption, EmailSendingAccount, RecoveryOptionName, UserPoolMfa, VerifiedAttribute,
} from '../src';
import example from './fixtures/cli-example-request.json';
import { deploy } from './support/deploy';
import { propertiesFor } from './support/synth';
import type { UserPoolPort } from '../src/core/apply/port';
import type { Call } from '../src/core/wire/api';
import type { JsonObject } from '../src/core/wire/json';

/** The example of the AWS CLI's help page for `update-user-pool`, as props. */
const properties = propertiesFor((stack) => ({
  policies: {
    passwordPolicy: {
      minimumLength: 6,
      requireUppercase: true,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: true,
      temporaryPasswordValidity: Duration.days(7),
    },
  },
  deletionProtection: true,
  lambdaConfig: {
    preSignUp: Function.fromFunctionArn(stack, 'PreSignUp', example.LambdaConfig.PreSignUp),
    preTokenGeneration: Function.fromFunctionArn(stack, 'PreToken', example.LambdaConfig.PreTokenGeneration),
  },
  autoVerifiedAttributes: [VerifiedAttribute.PHONE_NUMBER, VerifiedAttribute.EMAIL],
  verificationMessageTemplate: {
    smsMessage: 'Your code is {####}',
    emailMessage: 'Your code is {####}',
    emailSubject: 'Your verification code',
    emailMessageByLink: 'Click {##here##} to verify your email address.',
    emailSubjectByLink: 'Your verification link',
    defaultEmailOption: DefaultEmailOption.CONFIRM_WITH_LINK,
  },
  smsAuthenticationMessage: 'Your code is {####}',
  userAttributeUpdateSettings: {
    attributesRequireVerificationBeforeUpdate: [VerifiedAttribute.EMAIL, VerifiedAttribute.PHONE_NUMBER],
  },
  mfaConfiguration: UserPoolMfa.OPTIONAL,
  deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
  emailConfiguration: {
    sourceArn: example.EmailConfiguration.SourceArn,
    replyToEmailAddress: 'amdin+noreply@example.com',
    emailSendingAccount: EmailSendingAccount.DEVELOPER,
    fromEmailAddress: 'admin@amazon.com',
    configurationSet: 'test-configuration-set',
  },
  smsConfiguration: {
    snsCaller: Role.fromRoleArn(stack, 'Sms', example.SmsConfiguration.SnsCallerArn),
    externalId: '12345',
    snsRegion: 'us-west-2',
  },
  userPoolTags: { Function: 'MyMobileGame', Developers: 'Berlin' },
  adminCreateUserConfig: {
    allowAdminCreateUserOnly: false,
    inviteMessageTemplate: {
      smsMessage: 'Welcome {username}. Your confirmation code is {####}',
      emailMessage: 'Welcome {username}. Your confirmation code is {####}',
      emailSubject: 'Welcome to MyMobileGame',
    },
  },
  userPoolAddOns: { advancedSecurityMode: UserPoolAdvancedSecurityMode.AUDIT },
  accountRecoverySetting: {
    recoveryMechanisms: [
      { priority: 1, name: RecoveryOptionName.VERIFIED_EMAIL },
      { priority: 2, name: RecoveryOptionName.VERIFIED_PHONE_NUMBER },
    ],
  },
}));

/** A pool with no settings at all, which takes what it is told. */
async function callsFor(given: JsonObject, described: JsonObject): Promise<Call[]> {
  const calls: Call[] = [];
  let [pool, mfa] = [described, {} as JsonObject];
  const port: UserPoolPort = {
    describeUserPool: async () => pool,
    getUserPoolMfaConfig: async () => mfa,
    updateUserPool: async (request) => {
      calls.push({ action: 'UpdateUserPool', request });
      pool = { ...pool, ...request };
    },
    setUserPoolMfaConfig: async (request) => {
      calls.push({ action: 'SetUserPoolMfaConfig', request });
      mfa = request;
      pool = { ...pool, MfaConfiguration: request.MfaConfiguration };
    },
    wayBack: () => port,
  };
  await deploy(port, example.UserPoolId, given);
  return calls;
}

test('the request for the CLI help page\'s own example equals that request, but for the MFA mode, which has a call of its own', async () => {
  const { MfaConfiguration, ...update } = example;
  const [first, second, ...more] = await callsFor(properties, { Id: example.UserPoolId, Name: 'pool', Arn: 'arn' });

  expect(first).toEqual({ action: 'UpdateUserPool', request: update });
  expect(second).toEqual({
    action: 'SetUserPoolMfaConfig',
    request: {
      UserPoolId: example.UserPoolId,
      MfaConfiguration,
      SmsMfaConfiguration: { SmsAuthenticationMessage: example.SmsAuthenticationMessage, SmsConfiguration: example.SmsConfiguration },
    },
  });
  expect(more).toEqual([]);
});

test('the mode that the pool has is echoed by UpdateUserPool, as the ledger says', async () => {
  const [first] = await callsFor(properties, { Id: example.UserPoolId, Name: 'pool', MfaConfiguration: 'OFF' });

  expect(first.request).toEqual({ ...example, MfaConfiguration: 'OFF' });
});
