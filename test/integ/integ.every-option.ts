import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { IntegApp } from './support/integ-app';
import { PoolBeside } from './support/pool-beside';
import {
  AdvancedSecurityEnabledMode, UserPoolAdvancedSecurityMode, AuthFactor, DefaultEmailOption, EmailSendingAccount, OnRemoval,
  PreTokenGenerationLambdaVersion, RecoveryOptionName, UserPoolMfa, UserPoolSettings, UserPoolTier, UserVerification,
  VerifiedAttribute, WebAuthnFactorConfiguration,
} from '../../src';

/**
 * Every option that asks for nothing outside of the stack and that the service has had for long. Keys of AWS KMS, and with
 * them custom senders, are left out: they cost, and stay for a week after their deletion.
 */
const app = new IntegApp('UserPoolSettingsEveryOptionInteg');

const { userPool } = new PoolBeside(app.stack, 'Pool');
const trigger = new Function(app.stack, 'Trigger', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async (event) => event;'),
});
const externalId = 'integ';
const snsCaller = new Role(app.stack, 'SmsRole', {
  assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com', {
    conditions: { StringEquals: { 'sts:ExternalId': externalId } },
  }),
});
// Amazon SNS has no resource for a phone number.
snsCaller.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));

new UserPoolSettings(app.stack, 'Settings', {
  userPool,
  // The pool could not be deleted with the stack while it is protected.
  deletionProtection: true,
  onRemoval: OnRemoval.RESTORE_PREVIOUS,
  policies: {
    passwordPolicy: {
      minimumLength: 17,
      requireUppercase: false,
      requireLowercase: false,
      requireNumbers: false,
      requireSymbols: false,
      passwordHistorySize: 9,
      temporaryPasswordValidity: Duration.days(11),
    },
    signInPolicy: { allowedFirstAuthFactors: [AuthFactor.PASSWORD, AuthFactor.WEB_AUTHN] },
  },
  lambdaConfig: {
    preSignUp: trigger,
    customMessage: trigger,
    postConfirmation: trigger,
    preAuthentication: trigger,
    postAuthentication: trigger,
    defineAuthChallenge: trigger,
    createAuthChallenge: trigger,
    verifyAuthChallengeResponse: trigger,
    userMigration: trigger,
    preTokenGenerationConfig: { lambdaVersion: PreTokenGenerationLambdaVersion.V2_0, lambdaFunction: trigger },
  },
  autoVerifiedAttributes: [VerifiedAttribute.EMAIL],
  verificationMessageTemplate: {
    smsMessage: 'SMS code {####}',
    emailMessage: 'Mail code {####}',
    emailSubject: 'Your code',
    emailMessageByLink: 'Click {##here##}',
    emailSubjectByLink: 'Your link',
    defaultEmailOption: DefaultEmailOption.CONFIRM_WITH_LINK,
  },
  smsAuthenticationMessage: 'Sign in with {####}',
  userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: [VerifiedAttribute.EMAIL] },
  mfaConfiguration: UserPoolMfa.OPTIONAL,
  softwareTokenMfaConfiguration: { enabled: true },
  webAuthnConfiguration: {
    relyingPartyId: 'login.example.com',
    userVerification: UserVerification.REQUIRED,
    factorConfiguration: WebAuthnFactorConfiguration.MULTI_FACTOR_WITH_USER_VERIFICATION,
  },
  deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
  emailConfiguration: { emailSendingAccount: EmailSendingAccount.COGNITO_DEFAULT, replyToEmailAddress: 'reply@example.com' },
  userPoolTags: { stage: 'integ' },
  adminCreateUserConfig: {
    allowAdminCreateUserOnly: true,
    inviteMessageTemplate: {
      smsMessage: 'Hello {username}: {####}',
      emailMessage: 'Dear {username}: {####}',
      emailSubject: 'Come in',
    },
  },
  userPoolTier: UserPoolTier.PLUS,
  userPoolAddOns: {
    advancedSecurityMode: UserPoolAdvancedSecurityMode.AUDIT,
    advancedSecurityAdditionalFlows: { customAuthMode: AdvancedSecurityEnabledMode.AUDIT },
  },
  accountRecoverySetting: { recoveryMechanisms: [{ priority: 1, name: RecoveryOptionName.VERIFIED_EMAIL }] },
  poolName: 'renamed-by-integ',
});

// A setting that no request takes off the pool again: it stays, and with it the role until the pool is gone.
const sms = new UserPoolSettings(app.stack, 'Sms', {
  userPool, smsConfiguration: { snsCaller, externalId, snsRegion: app.stack.region },
});
sms.node.addDependency(snsCaller);

app.expectPool(userPool, {
  'DeletionProtection': 'ACTIVE',
  'Policies.PasswordPolicy.MinimumLength': 17,
  'Policies.PasswordPolicy.PasswordHistorySize': 9,
  'Policies.PasswordPolicy.TemporaryPasswordValidityDays': 11,
  'Policies.PasswordPolicy.RequireSymbols': false,
  'LambdaConfig.PreSignUp': trigger.functionArn,
  'LambdaConfig.PreTokenGenerationConfig.LambdaVersion': 'V2_0',
  'LambdaConfig.UserMigration': trigger.functionArn,
  'VerificationMessageTemplate.DefaultEmailOption': 'CONFIRM_WITH_LINK',
  'SmsAuthenticationMessage': 'Sign in with {####}',
  'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate.0': 'email',
  'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': true,
  'EmailConfiguration.ReplyToEmailAddress': 'reply@example.com',
  'SmsConfiguration.SnsCallerArn': snsCaller.roleArn,
  'UserPoolTags.stage': 'integ',
  'AdminCreateUserConfig.InviteMessageTemplate.EmailSubject': 'Come in',
  'UserPoolAddOns.AdvancedSecurityMode': 'AUDIT',
  'AccountRecoverySetting.RecoveryMechanisms.0.Name': 'verified_email',
  'Name': 'renamed-by-integ',
  'UserPoolTier': 'PLUS',
});
app.expectMfa(userPool, {
  'MfaConfiguration': 'OPTIONAL',
  'SoftwareTokenMfaConfiguration.Enabled': true,
  'WebAuthnConfiguration.RelyingPartyId': 'login.example.com',
  'WebAuthnConfiguration.FactorConfiguration': 'MULTI_FACTOR_WITH_USER_VERIFICATION',
});

app.synth();
