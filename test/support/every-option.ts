import { Duration, type Stack } from 'aws-cdk-lib';
import { Role, type IRole } from 'aws-cdk-lib/aws-iam';
import { Key, type IKey } from 'aws-cdk-lib/aws-kms';
import { Function, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Settings } from './synth';
import {
  AdvancedSecurityEnabledMode, AuthFactor, CustomEmailSenderLambdaVersion, CustomSmsSenderLambdaVersion, DefaultEmailOption,
  EmailSendingAccount, EncryptionKeyType, InboundFederationLambdaVersion, Issuer, OAuthFlow, PreTokenGenerationLambdaVersion,
  RecoveryOptionName, type SmsConfiguration, UserPoolAdvancedSecurityMode, UserPoolMfa, UserPoolTier, UserVerification,
  VerifiedAttribute, WebAuthnFactorConfiguration,
} from '../../src';
import type { Json, JsonObject } from '../../src/core/wire/json';

/** What settings refer to, by the last part of the ARN. */
export interface Resources {
  lambdaFunction(name: string): IFunction;
  role(name: string): IRole;
  key(name: string): IKey;
}

export const KEYS = {
  senders: 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555',
  pool: 'arn:aws:kms:us-east-1:123456789012:key/66666666-7777-4888-8999-000000000000',
};

/** Resources that are there already, by their ARNs. */
export function imported(stack: Stack): Resources {
  const once = <T>(id: string, make: () => T) => (stack.node.tryFindChild(id) as T | undefined) ?? make();
  return {
    lambdaFunction: (name) => once(name, () => Function.fromFunctionAttributes(stack, name, {
      functionArn: `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
      sameEnvironment: true,
    })),
    role: (name) => once(name, () => Role.fromRoleArn(stack, name, `arn:aws:iam::123456789012:role/${name}`)),
    key: (name) => once(`key-${name}`, () => Key.fromKeyArn(stack, `key-${name}`, KEYS[name as keyof typeof KEYS])),
  };
}

/** The parts of a pool that the API has in one of two shapes only. */
export function smsBySns({ role }: Resources): SmsConfiguration {
  return { snsCaller: role('sms'), externalId: 'external-id', snsRegion: 'eu-west-1' };
}

export function smsByEums({ role }: Resources): SmsConfiguration {
  return {
    eumsSms: {
      caller: role('eums'),
      externalId: 'eums-external-id',
      originationIdentity: 'sender-id',
      configurationSetName: 'eums-set',
      inEntityId: 'entity',
      inTemplateId: 'template',
      region: 'us-east-1',
    },
  };
}

/** Every option with a value that is not the default. */
export function everyOption(resources: Resources, smsConfiguration = smsBySns(resources)): Settings {
  const { lambdaFunction, key } = resources;
  const smsAuthenticationMessage = 'Sign in with {####}';
  const template = { smsMessage: 'SMS code {####}', emailMessage: 'Mail code {####}', emailSubject: 'Your code' };
  return {
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
      signInPolicy: { allowedFirstAuthFactors: [AuthFactor.PASSWORD, AuthFactor.EMAIL_OTP, AuthFactor.SMS_OTP, AuthFactor.WEB_AUTHN] },
    },
    deletionProtection: true,
    lambdaConfig: {
      preSignUp: lambdaFunction('pre-sign-up'),
      customMessage: lambdaFunction('custom-message'),
      postConfirmation: lambdaFunction('post-confirmation'),
      preAuthentication: lambdaFunction('pre-authentication'),
      postAuthentication: lambdaFunction('post-authentication'),
      defineAuthChallenge: lambdaFunction('define-auth-challenge'),
      createAuthChallenge: lambdaFunction('create-auth-challenge'),
      verifyAuthChallengeResponse: lambdaFunction('verify-auth-challenge-response'),
      preTokenGeneration: lambdaFunction('pre-token-generation'),
      userMigration: lambdaFunction('user-migration'),
      preTokenGenerationConfig: { lambdaVersion: PreTokenGenerationLambdaVersion.V2_0, lambdaFunction: lambdaFunction('pre-token-generation') },
      customSmsSender: { lambdaVersion: CustomSmsSenderLambdaVersion.V1_0, lambdaFunction: lambdaFunction('custom-sms-sender') },
      customEmailSender: { lambdaVersion: CustomEmailSenderLambdaVersion.V1_0, lambdaFunction: lambdaFunction('custom-email-sender') },
      kmsKey: key('senders'),
      inboundFederation: { lambdaVersion: InboundFederationLambdaVersion.V1_0, lambdaFunction: lambdaFunction('inbound-federation') },
    },
    autoVerifiedAttributes: [VerifiedAttribute.PHONE_NUMBER, VerifiedAttribute.EMAIL],
    smsVerificationMessage: template.smsMessage,
    emailVerificationMessage: template.emailMessage,
    emailVerificationSubject: template.emailSubject,
    verificationMessageTemplate: {
      ...template,
      emailMessageByLink: 'Click {##here##}',
      emailSubjectByLink: 'Your link',
      defaultEmailOption: DefaultEmailOption.CONFIRM_WITH_LINK,
    },
    smsAuthenticationMessage,
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: [VerifiedAttribute.EMAIL] },
    mfaConfiguration: UserPoolMfa.OPTIONAL,
    deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
    emailConfiguration: {
      sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.org',
      replyToEmailAddress: 'reply@example.org',
      emailSendingAccount: EmailSendingAccount.DEVELOPER,
      fromEmailAddress: 'Sender <sender@example.org>',
      configurationSet: 'mail-set',
    },
    smsConfiguration,
    userPoolTags: { 'stage': 'prod', 'cost center': '007' },
    adminCreateUserConfig: {
      allowAdminCreateUserOnly: true,
      unusedAccountValidity: Duration.days(11),
      inviteMessageTemplate: {
        smsMessage: 'Hello {username}: {####}',
        emailMessage: 'Dear {username}: {####}',
        emailSubject: 'Come in',
      },
    },
    userPoolAddOns: {
      advancedSecurityMode: UserPoolAdvancedSecurityMode.AUDIT,
      advancedSecurityAdditionalFlows: { customAuthMode: AdvancedSecurityEnabledMode.ENFORCED },
    },
    // The one mechanism that the service takes beside both SMS and email as second factors.
    accountRecoverySetting: { recoveryMechanisms: [{ priority: 1, name: RecoveryOptionName.ADMIN_ONLY }] },
    poolName: 'renamed',
    userPoolTier: UserPoolTier.PLUS,
    keyConfiguration: { keyType: EncryptionKeyType.CUSTOMER_MANAGED_KEY, kmsKey: key('pool') },
    issuerConfiguration: { issuer: Issuer.UPDATED },
    acrConfiguration: {
      level1: { acrValue: 'urn:example:1' },
      level2: { acrValue: 'urn:example:2' },
      level3: { acrValue: 'urn:example:3' },
      level4: { acrValue: 'urn:example:4' },
    },
    dcrConfiguration: {
      enabled: true,
      openDcrEnabled: true,
      authenticatedGrantTypes: [OAuthFlow.CODE, OAuthFlow.CLIENT_CREDENTIALS],
      openDcrGrantTypes: [OAuthFlow.CODE],
      allowedScopes: ['orders/read', 'orders/write'],
    },
    smsMfaConfiguration: { smsAuthenticationMessage, smsConfiguration },
    softwareTokenMfaConfiguration: { enabled: true },
    emailMfaConfiguration: { message: 'Mail factor {####}', subject: 'Second factor' },
    webAuthnConfiguration: {
      relyingPartyId: 'login.example.org',
      userVerification: UserVerification.REQUIRED,
      factorConfiguration: WebAuthnFactorConfiguration.MULTI_FACTOR_WITH_USER_VERIFICATION,
    },
  };
}

const lambdaArn = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
const roleArn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

const SNS: JsonObject = { SnsCallerArn: roleArn('sms'), ExternalId: 'external-id', SnsRegion: 'eu-west-1' };
const EUMS: JsonObject = {
  EumsSms: {
    CallerArn: roleArn('eums'),
    ExternalId: 'eums-external-id',
    OriginationIdentity: 'sender-id',
    ConfigurationSetName: 'eums-set',
    InEntityId: 'entity',
    InTemplateId: 'template',
    Region: 'us-east-1',
  },
};

/** What DescribeUserPool and GetUserPoolMfaConfig say of a pool that has every option, written down by hand. */
export function everyLeaf(sms: 'sns' | 'eums', keyArns: { readonly senders: string; readonly pool: string }): { pool: JsonObject; mfa: JsonObject } {
  const SmsConfiguration: Json = sms === 'sns' ? SNS : EUMS;
  return {
    pool: {
      Name: 'renamed',
      Policies: {
        PasswordPolicy: {
          MinimumLength: 17,
          RequireUppercase: false,
          RequireLowercase: false,
          RequireNumbers: false,
          RequireSymbols: false,
          PasswordHistorySize: 9,
          TemporaryPasswordValidityDays: 11,
        },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] },
      },
      DeletionProtection: 'ACTIVE',
      LambdaConfig: {
        PreSignUp: lambdaArn('pre-sign-up'),
        CustomMessage: lambdaArn('custom-message'),
        PostConfirmation: lambdaArn('post-confirmation'),
        PreAuthentication: lambdaArn('pre-authentication'),
        PostAuthentication: lambdaArn('post-authentication'),
        DefineAuthChallenge: lambdaArn('define-auth-challenge'),
        CreateAuthChallenge: lambdaArn('create-auth-challenge'),
        VerifyAuthChallengeResponse: lambdaArn('verify-auth-challenge-response'),
        PreTokenGeneration: lambdaArn('pre-token-generation'),
        UserMigration: lambdaArn('user-migration'),
        PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: lambdaArn('pre-token-generation') },
        CustomSMSSender: { LambdaVersion: 'V1_0', LambdaArn: lambdaArn('custom-sms-sender') },
        CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: lambdaArn('custom-email-sender') },
        KMSKeyID: keyArns.senders,
        InboundFederation: { LambdaVersion: 'V1_0', LambdaArn: lambdaArn('inbound-federation') },
      },
      AutoVerifiedAttributes: ['phone_number', 'email'],
      SmsVerificationMessage: 'SMS code {####}',
      EmailVerificationMessage: 'Mail code {####}',
      EmailVerificationSubject: 'Your code',
      VerificationMessageTemplate: {
        SmsMessage: 'SMS code {####}',
        EmailMessage: 'Mail code {####}',
        EmailSubject: 'Your code',
        EmailMessageByLink: 'Click {##here##}',
        EmailSubjectByLink: 'Your link',
        DefaultEmailOption: 'CONFIRM_WITH_LINK',
      },
      SmsAuthenticationMessage: 'Sign in with {####}',
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      MfaConfiguration: 'OPTIONAL',
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
      EmailConfiguration: {
        SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.org',
        ReplyToEmailAddress: 'reply@example.org',
        EmailSendingAccount: 'DEVELOPER',
        From: 'Sender <sender@example.org>',
        ConfigurationSet: 'mail-set',
      },
      SmsConfiguration,
      UserPoolTags: { 'stage': 'prod', 'cost center': '007' },
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: true,
        UnusedAccountValidityDays: 11,
        InviteMessageTemplate: {
          SMSMessage: 'Hello {username}: {####}',
          EmailMessage: 'Dear {username}: {####}',
          EmailSubject: 'Come in',
        },
      },
      UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'ENFORCED' } },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] },
      UserPoolTier: 'PLUS',
      KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: keyArns.pool },
      IssuerConfiguration: { Type: 'UPDATED' },
      AcrConfiguration: {
        Level1: { AcrValue: 'urn:example:1' },
        Level2: { AcrValue: 'urn:example:2' },
        Level3: { AcrValue: 'urn:example:3' },
        Level4: { AcrValue: 'urn:example:4' },
      },
      DcrConfiguration: {
        EnableStatus: 'Enabled',
        OpenDcrEnabled: true,
        AuthenticatedGrantTypes: ['code', 'client_credentials'],
        OpenDcrGrantTypes: ['code'],
        AllowedScopes: ['orders/read', 'orders/write'],
      },
    },
    mfa: {
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: { SmsAuthenticationMessage: 'Sign in with {####}', SmsConfiguration },
      SoftwareTokenMfaConfiguration: { Enabled: true },
      EmailMfaConfiguration: { Message: 'Mail factor {####}', Subject: 'Second factor' },
      WebAuthnConfiguration: {
        RelyingPartyId: 'login.example.org',
        UserVerification: 'required',
        FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      },
    },
  };
}
