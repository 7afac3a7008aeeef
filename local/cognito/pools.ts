import type { JsonObject } from './json';
import type { Seed } from './seed';

const ACCOUNT = 'us-east-1:123456789012';
const lambda = (name: string): string => `arn:aws:lambda:${ACCOUNT}:function:${name}`;

/** The pool that most has to lose: every setting has a value that is accepted and is not the default. */
export function poolWithEverything(): Seed {
  return { pool: everySetting(), mfa: everyFactor(), factors: { sms: true, softwareToken: true, email: false } };
}

/** A new pool as recorded on the real service in 2026 (third-party recording, through Cloud Control). */
export function freshPool(): Seed {
  return {
    pool: {
      Name: 'fresh',
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
      },
      DeletionProtection: 'INACTIVE',
      LambdaConfig: {},
      AutoVerifiedAttributes: [],
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
      MfaConfiguration: 'OFF',
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      UserPoolTags: {
        'aws:cloudformation:stack-name': 'auth',
        'aws:cloudformation:logical-id': 'Pool',
        'aws:cloudformation:stack-id': `arn:aws:cloudformation:${ACCOUNT}:stack/auth/00000000-0000-4000-8000-000000000000`,
      },
      UserPoolTier: 'ESSENTIALS',
      KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
      IssuerConfiguration: { Type: 'ORIGINAL' },
    },
  };
}

function everySetting(): JsonObject {
  return {
    Name: 'everything',
    Policies: {
      PasswordPolicy: {
        MinimumLength: 14,
        RequireUppercase: true,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: false,
        PasswordHistorySize: 5,
        TemporaryPasswordValidityDays: 3,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] },
    },
    DeletionProtection: 'ACTIVE',
    LambdaConfig: everyTrigger(),
    AutoVerifiedAttributes: ['email', 'phone_number'],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    ...everyMessage(),
    MfaConfiguration: 'OPTIONAL',
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
    EmailConfiguration: {
      SourceArn: `arn:aws:ses:${ACCOUNT}:identity/example.com`,
      ReplyToEmailAddress: 'help@example.com',
      EmailSendingAccount: 'DEVELOPER',
      From: 'Example <no-reply@example.com>',
      ConfigurationSet: 'auth-mail',
    },
    SmsConfiguration: {
      SnsCallerArn: 'arn:aws:iam::123456789012:role/auth-sms',
      ExternalId: 'auth-external-id',
      SnsRegion: 'us-east-1',
    },
    UserPoolTags: {
      'team': 'identity',
      'cost-center': '42',
      'aws:cloudformation:stack-name': 'auth',
      'aws:cloudformation:logical-id': 'Pool',
    },
    UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
    UserPoolTier: 'PLUS',
    KeyConfiguration: {
      KeyType: 'CUSTOMER_MANAGED_KEY',
      KmsKeyArn: `arn:aws:kms:${ACCOUNT}:key/mrk-00000000000000000000000000000001`,
    },
    IssuerConfiguration: { Type: 'UPDATED' },
    AcrConfiguration: { Level2: { AcrValue: 'urn:example:acr:silver' }, Level3: { AcrValue: 'urn:example:acr:gold' } },
    DcrConfiguration: {
      EnableStatus: 'Enabled',
      OpenDcrEnabled: true,
      AuthenticatedGrantTypes: ['code'],
      OpenDcrGrantTypes: ['code'],
      AllowedScopes: ['orders/read'],
    },
    UsernameConfiguration: { CaseSensitive: false },
    EstimatedNumberOfUsers: 1234,
    Domain: 'everything',
  };
}

function everyTrigger(): JsonObject {
  return {
    PreSignUp: lambda('pre-sign-up'),
    CustomMessage: lambda('custom-message'),
    PostConfirmation: lambda('post-confirmation'),
    PreAuthentication: lambda('pre-authentication'),
    PostAuthentication: lambda('post-authentication'),
    DefineAuthChallenge: lambda('define-auth-challenge'),
    CreateAuthChallenge: lambda('create-auth-challenge'),
    VerifyAuthChallengeResponse: lambda('verify-auth-challenge-response'),
    PreTokenGeneration: lambda('pre-token-generation'),
    UserMigration: lambda('user-migration'),
    PreTokenGenerationConfig: { LambdaVersion: 'V3_0', LambdaArn: lambda('pre-token-generation') },
    CustomSMSSender: { LambdaVersion: 'V1_0', LambdaArn: lambda('custom-sms-sender') },
    CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: lambda('custom-email-sender') },
    KMSKeyID: `arn:aws:kms:${ACCOUNT}:key/00000000-0000-4000-8000-000000000000`,
    InboundFederation: { LambdaVersion: 'V1_0', LambdaArn: lambda('inbound-federation') },
  };
}

function everyMessage(): JsonObject {
  return {
    VerificationMessageTemplate: {
      SmsMessage: 'Example: your code is {####}',
      EmailMessage: 'Welcome to Example. Your code is {####}',
      EmailSubject: 'Your Example code',
      EmailMessageByLink: 'Welcome to Example. {##Confirm your address##}',
      EmailSubjectByLink: 'Your Example link',
      DefaultEmailOption: 'CONFIRM_WITH_LINK',
    },
    SmsAuthenticationMessage: 'Example: sign in with {####}',
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: true,
      InviteMessageTemplate: {
        SMSMessage: 'Hello {username}, your password is {####}',
        EmailMessage: 'Hello {username}, your temporary password is {####}',
        EmailSubject: 'Your invitation to Example',
      },
    },
  };
}

function everyFactor(): JsonObject {
  return {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    WebAuthnConfiguration: {
      RelyingPartyId: 'auth.example.com',
      UserVerification: 'required',
      FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    },
  };
}
