import type { JsonObject } from '../../../src/core/wire/json';

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const ROLE = 'arn:aws:iam::123456789012:role/sms';
const KEY = 'arn:aws:kms:us-east-1:123456789012:key/k-0001';

/** Stands for a value that only the deployment knows. */
export const TOKEN = '${Token[TOKEN.1]}';

export interface Example {
  /** Settings that keep the rule. */
  readonly good: JsonObject;
  /** Settings that break it. */
  readonly bad: JsonObject;
  /** The bad ones with what decides behind a token: nothing is said at synth. */
  readonly token: JsonObject;
  /** What the sentence says to do, in part. */
  readonly says: string;
  /** What the bad settings are at synth, where another part of the pool decides. @default error */
  readonly atSynth?: 'error' | 'warning' | 'silent';
  /** The same on the merged pool. @default - as at synth, but warnings are silent */
  readonly atDeploy?: 'error' | 'silent';
}

const firstFactors = (...factors: string[]): JsonObject => ({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: factors } } });
const policy = (members: JsonObject): JsonObject => ({ Policies: { PasswordPolicy: members } });
const template = (members: JsonObject): JsonObject => ({ VerificationMessageTemplate: members });
const invite = (members: JsonObject): JsonObject => ({ AdminCreateUserConfig: { InviteMessageTemplate: members } });
const recovery = (...names: string[]): JsonObject => ({
  AccountRecoverySetting: { RecoveryMechanisms: names.map((Name, index) => ({ Priority: index + 1, Name })) },
});
const sender = (LambdaArn: string): JsonObject => ({ LambdaVersion: 'V1_0', LambdaArn });

/** Rules that need the feature plan: an error where the plan is declared, a warning where only the pool tells. */
const tier = (feature: JsonObject, token: JsonObject, plan: string): Example => ({
  good: { ...feature, UserPoolTier: 'PLUS' },
  bad: { ...feature, UserPoolTier: plan },
  token,
  says: 'declare userPoolTier',
});

const agreement = (legacy: JsonObject, modern: JsonObject, other: JsonObject, token: JsonObject): Example => ({
  good: { ...legacy, ...modern },
  bad: { ...legacy, ...other },
  token: { ...legacy, ...token },
  says: 'are one setting under two names and differ',
});

/** For every rule: settings that keep it, break it, and hide it behind a token. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  'temporary-password-validity-of-zero': {
    good: policy({ TemporaryPasswordValidityDays: 1 }),
    bad: policy({ TemporaryPasswordValidityDays: 0 }),
    token: policy({ TemporaryPasswordValidityDays: TOKEN }),
    says: 'its default of 7 days',
    atSynth: 'warning',
  },
  'unused-account-validity-of-zero': {
    good: { AdminCreateUserConfig: { UnusedAccountValidityDays: 1 } },
    bad: { AdminCreateUserConfig: { UnusedAccountValidityDays: 0 } },
    token: { AdminCreateUserConfig: { UnusedAccountValidityDays: TOKEN } },
    says: 'its default of 7 days',
    atSynth: 'warning',
  },
  'software-token-is-no-first-factor': {
    good: firstFactors('PASSWORD', 'EMAIL_OTP'),
    bad: firstFactors('PASSWORD', 'SOFTWARE_TOKEN'),
    token: firstFactors('PASSWORD', TOKEN),
    says: 'declare softwareTokenMfaConfiguration',
  },
  'one-time-passwords-with-required-mfa': {
    good: { ...firstFactors('PASSWORD', 'EMAIL_OTP'), MfaConfiguration: 'OPTIONAL' },
    bad: { ...firstFactors('PASSWORD', 'EMAIL_OTP'), MfaConfiguration: 'ON' },
    token: { ...firstFactors('PASSWORD', 'EMAIL_OTP'), MfaConfiguration: TOKEN },
    says: 'make mfaConfiguration OPTIONAL',
  },
  'passkeys-with-required-mfa': {
    good: {
      ...firstFactors('PASSWORD', 'WEB_AUTHN'),
      MfaConfiguration: 'ON',
      WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' },
    },
    bad: { ...firstFactors('PASSWORD', 'WEB_AUTHN'), MfaConfiguration: 'ON', WebAuthnConfiguration: { FactorConfiguration: 'SINGLE_FACTOR' } },
    token: { ...firstFactors('PASSWORD', 'WEB_AUTHN'), MfaConfiguration: 'ON', WebAuthnConfiguration: { FactorConfiguration: TOKEN } },
    says: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  },
  'sms-codes-need-sms': {
    good: { ...firstFactors('PASSWORD', 'SMS_OTP'), SmsConfiguration: { SnsCallerArn: ROLE } },
    bad: firstFactors('PASSWORD', 'SMS_OTP'),
    token: firstFactors(TOKEN),
    says: 'declare smsConfiguration',
    atSynth: 'silent',
    atDeploy: 'error',
  },
  'sms-factor-without-mfa': {
    good: { SmsMfaConfiguration: {}, MfaConfiguration: 'OPTIONAL' },
    bad: { SmsMfaConfiguration: {}, MfaConfiguration: 'OFF' },
    token: { SmsMfaConfiguration: {}, MfaConfiguration: TOKEN },
    says: 'make it OPTIONAL or ON',
  },
  'totp-factor-without-mfa': {
    good: { SoftwareTokenMfaConfiguration: { Enabled: false }, MfaConfiguration: 'OFF' },
    bad: { SoftwareTokenMfaConfiguration: { Enabled: true }, MfaConfiguration: 'OFF' },
    token: { SoftwareTokenMfaConfiguration: { Enabled: TOKEN }, MfaConfiguration: 'OFF' },
    says: 'make it OPTIONAL or ON',
  },
  'email-factor-without-mfa': {
    good: { EmailMfaConfiguration: {}, MfaConfiguration: 'ON' },
    bad: { EmailMfaConfiguration: {}, MfaConfiguration: 'OFF' },
    token: { EmailMfaConfiguration: {}, MfaConfiguration: TOKEN },
    says: 'make it OPTIONAL or ON',
  },
  'email-factor-needs-own-sender': {
    good: { EmailMfaConfiguration: {}, EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
    bad: { EmailMfaConfiguration: {}, EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } },
    token: { EmailMfaConfiguration: {}, EmailConfiguration: { EmailSendingAccount: TOKEN } },
    says: 'emailSendingAccount DEVELOPER',
  },
  'email-factor-and-recovery-by-email-alone': {
    good: { EmailMfaConfiguration: {}, ...recovery('verified_email', 'verified_phone_number') },
    bad: { EmailMfaConfiguration: {}, ...recovery('verified_email') },
    token: { EmailMfaConfiguration: {}, ...recovery(TOKEN) },
    says: 'add VERIFIED_PHONE_NUMBER',
  },
  'sms-factor-and-recovery-by-phone': {
    good: { SmsMfaConfiguration: {}, ...recovery('verified_email') },
    bad: { SmsMfaConfiguration: {}, ...recovery('verified_email', 'verified_phone_number') },
    token: { SmsMfaConfiguration: {}, ...recovery(TOKEN) },
    says: 'take VERIFIED_PHONE_NUMBER out',
  },
  'recovery-by-administrators-alone': {
    good: recovery('admin_only'),
    bad: recovery('admin_only', 'verified_email'),
    token: recovery('admin_only', TOKEN),
    says: 'declare it alone',
  },
  'sms-invitation-names-the-user': {
    good: invite({ SMSMessage: '{username} {####}' }),
    bad: invite({ SMSMessage: 'your code {####}' }),
    token: invite({ SMSMessage: TOKEN }),
    says: '{username}',
  },
  'sms-invitation-has-the-password': {
    good: { ...invite({ SMSMessage: 'hello {username}' }), ...firstFactors('PASSWORD', 'EMAIL_OTP') },
    bad: { ...invite({ SMSMessage: 'hello {username}' }), ...firstFactors('PASSWORD') },
    token: { ...invite({ SMSMessage: TOKEN }), ...firstFactors('PASSWORD') },
    says: 'the temporary password',
  },
  'email-invitation-names-the-user': {
    good: invite({ EmailMessage: '{username} {####}' }),
    bad: invite({ EmailMessage: 'your code {####}' }),
    token: invite({ EmailMessage: TOKEN }),
    says: '{username}',
  },
  'email-invitation-has-the-password': {
    good: invite({ EmailMessage: 'hello {username} {####}' }),
    bad: { ...invite({ EmailMessage: 'hello {username}' }), ...firstFactors('PASSWORD') },
    token: { ...invite({ EmailMessage: TOKEN }), ...firstFactors('PASSWORD') },
    says: 'the temporary password',
  },
  'attributes-verified-before-update': {
    good: { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] }, AutoVerifiedAttributes: ['email'] },
    bad: { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] }, AutoVerifiedAttributes: [] },
    token: { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] }, AutoVerifiedAttributes: [TOKEN] },
    says: 'in both lists',
  },
  'code-in-a-link-message': {
    good: template({ EmailMessageByLink: '{##here##}' }),
    bad: template({ EmailMessageByLink: '{##here##} or {####}' }),
    token: template({ EmailMessageByLink: TOKEN }),
    says: '{##Confirm your address##}',
  },
  'both-verification-emails': {
    good: template({ EmailMessage: 'your code {####}' }),
    bad: template({ EmailMessage: 'your code {####}', EmailMessageByLink: '{##here##}' }),
    token: template({ EmailMessage: 'your code {####}', EmailMessageByLink: TOKEN }),
    says: 'may refuse the two together',
    atSynth: 'warning',
  },
  'custom-text-by-default-sender': {
    good: { ...template({ EmailMessage: 'your code {####}' }), EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
    bad: { ...template({ EmailMessage: 'your code {####}' }), EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } },
    token: { ...template({ EmailMessage: 'your code {####}' }), EmailConfiguration: { EmailSendingAccount: TOKEN } },
    says: 'it needs DEVELOPER',
    atSynth: 'warning',
  },
  'own-sender-needs-identity': {
    good: { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: ARN } },
    bad: { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
    token: { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: TOKEN } },
    says: 'declare emailConfiguration.sourceArn',
    atSynth: 'silent',
    atDeploy: 'error',
  },
  'one-sms-sender': {
    good: { SmsConfiguration: { EumsSms: { CallerArn: ROLE } } },
    bad: { SmsConfiguration: { SnsCallerArn: ROLE, EumsSms: { CallerArn: ROLE } } },
    token: { SmsConfiguration: { SnsCallerArn: TOKEN } },
    says: 'declare one',
  },
  'one-mfa-sms-sender': {
    good: { SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: ROLE } } },
    bad: { SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: ROLE, EumsSms: { CallerArn: ROLE } } } },
    token: { SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: TOKEN } } },
    says: 'declare one',
  },
  'some-sms-sender': {
    good: { SmsConfiguration: { SnsCallerArn: ROLE, ExternalId: 'x' } },
    bad: { SmsConfiguration: { ExternalId: 'x' } },
    token: { SmsConfiguration: { SnsCallerArn: TOKEN, ExternalId: 'x' } },
    says: 'declare smsConfiguration.snsCaller',
    atSynth: 'silent',
    atDeploy: 'error',
  },
  'end-user-messaging-in-the-pools-region': {
    good: { SmsConfiguration: { EumsSms: { CallerArn: ROLE, Region: 'us-east-1' } } },
    bad: { SmsConfiguration: { EumsSms: { CallerArn: ROLE, Region: 'eu-west-1' } } },
    token: { SmsConfiguration: { EumsSms: { CallerArn: ROLE, Region: TOKEN } } },
    says: 'the Region of the user pool',
  },
  'device-configuration-says-something': {
    good: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: false } },
    bad: { DeviceConfiguration: {} },
    token: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: TOKEN } },
    says: 'declare challengeRequiredOnNewDevice',
  },
  'sms-sender-needs-key': {
    good: { LambdaConfig: { CustomSMSSender: sender(ARN), KMSKeyID: KEY } },
    bad: { LambdaConfig: { CustomSMSSender: sender(ARN) } },
    token: { LambdaConfig: { CustomSMSSender: sender(ARN), KMSKeyID: TOKEN } },
    says: 'declare lambdaConfig.kmsKey',
    atSynth: 'silent',
    atDeploy: 'error',
  },
  'email-sender-needs-key': {
    good: { LambdaConfig: { CustomEmailSender: sender(ARN), KMSKeyID: KEY } },
    bad: { LambdaConfig: { CustomEmailSender: sender(ARN) } },
    token: { LambdaConfig: { CustomEmailSender: sender(ARN), KMSKeyID: TOKEN } },
    says: 'declare lambdaConfig.kmsKey',
    atSynth: 'silent',
    atDeploy: 'error',
  },
  'acr-names-are-unique': {
    good: { AcrConfiguration: { Level1: { AcrValue: 'urn:a' }, Level2: { AcrValue: 'urn:b' } }, UserPoolTier: 'PLUS' },
    bad: { AcrConfiguration: { Level1: { AcrValue: 'urn:cognito:loa:2' } }, UserPoolTier: 'PLUS' },
    token: { AcrConfiguration: { Level1: { AcrValue: TOKEN } }, UserPoolTier: 'PLUS' },
    says: 'a name of its own',
  },
  'customer-key-needs-arn': {
    good: { KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: KEY } },
    bad: { KeyConfiguration: { KeyType: 'AWS_OWNED_KEY', KmsKeyArn: KEY } },
    token: { KeyConfiguration: { KeyType: TOKEN, KmsKeyArn: KEY } },
    says: 'declare one of the two',
  },
  'registration-is-opened-on-purpose': {
    good: { DcrConfiguration: { EnableStatus: 'Disabled', OpenDcrEnabled: false } },
    bad: { DcrConfiguration: { OpenDcrEnabled: false } },
    token: { DcrConfiguration: { EnableStatus: TOKEN } },
    says: 'declare dcrConfiguration.enabled',
    atSynth: 'silent',
    atDeploy: 'error',
  },
  'threat-protection-needs-plus': tier(
    { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }, { UserPoolAddOns: { AdvancedSecurityMode: TOKEN } }, 'ESSENTIALS'),
  'passwordless-sign-in-needs-essentials': tier(firstFactors('PASSWORD', 'EMAIL_OTP'), firstFactors(TOKEN), 'LITE'),
  'email-factor-needs-essentials': tier({ EmailMfaConfiguration: {} }, { EmailMfaConfiguration: { Message: TOKEN }, UserPoolTier: TOKEN }, 'LITE'),
  'passkey-mfa-needs-essentials': tier(
    { WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } },
    { WebAuthnConfiguration: { FactorConfiguration: TOKEN } }, 'LITE'),
  'acr-names-need-essentials': tier(
    { AcrConfiguration: { Level1: { AcrValue: 'urn:a' } } }, { AcrConfiguration: { Level1: { AcrValue: TOKEN } } }, 'LITE'),
  'client-registration-needs-essentials': tier(
    { DcrConfiguration: { EnableStatus: 'Enabled' } }, { DcrConfiguration: { EnableStatus: TOKEN } }, 'LITE'),
  'sms-verification-message-is-one-setting': agreement(
    { SmsVerificationMessage: 'a {####}' }, template({ SmsMessage: 'a {####}' }), template({ SmsMessage: 'b {####}' }), template({ SmsMessage: TOKEN })),
  'email-verification-message-is-one-setting': agreement(
    { EmailVerificationMessage: 'a {####}' }, template({ EmailMessage: 'a {####}' }), template({ EmailMessage: 'b {####}' }),
    template({ EmailMessage: TOKEN })),
  'email-verification-subject-is-one-setting': agreement(
    { EmailVerificationSubject: 'a' }, template({ EmailSubject: 'a' }), template({ EmailSubject: 'b' }), template({ EmailSubject: TOKEN })),
  'unused-account-validity-days-is-one-setting': agreement(
    { AdminCreateUserConfig: { UnusedAccountValidityDays: 3 } }, policy({ TemporaryPasswordValidityDays: 3 }),
    policy({ TemporaryPasswordValidityDays: 4 }), policy({ TemporaryPasswordValidityDays: TOKEN })),
  'pre-token-generation-is-one-setting': {
    good: { LambdaConfig: { PreTokenGeneration: ARN, PreTokenGenerationConfig: sender(ARN) } },
    bad: { LambdaConfig: { PreTokenGeneration: ARN, PreTokenGenerationConfig: sender(`${ARN}2`) } },
    token: { LambdaConfig: { PreTokenGeneration: ARN, PreTokenGenerationConfig: sender(TOKEN) } },
    says: 'are one setting under two names and differ',
  },
  'mfa-sms-configuration-is-one-setting': agreement(
    { SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: ROLE } } }, { SmsConfiguration: { SnsCallerArn: ROLE } },
    { SmsConfiguration: { SnsCallerArn: `${ROLE}2` } }, { SmsConfiguration: { SnsCallerArn: TOKEN } }),
  'mfa-sms-authentication-message-is-one-setting': agreement(
    { SmsMfaConfiguration: { SmsAuthenticationMessage: 'a {####}' } }, { SmsAuthenticationMessage: 'a {####}' },
    { SmsAuthenticationMessage: 'b {####}' }, { SmsAuthenticationMessage: TOKEN }),
};
