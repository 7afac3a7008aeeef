import { cognitoWith, lambdaArn, outcome, OWN_MAIL, SMS } from './support';
import type { JsonObject } from '../../../src/core/wire/json';

interface Case {
  readonly pool?: JsonObject;
  readonly mfa?: JsonObject;
  readonly request: JsonObject;
  readonly refusal: string;
}

const invalid = (message: string): string => `InvalidParameterException: ${message}`;
const TOTP: JsonObject = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const signIn = (...factors: string[]): JsonObject => ({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: factors } } });
const recovery = (...names: string[]): JsonObject => ({
  AccountRecoverySetting: { RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })) },
});

describe('UpdateUserPool refuses', () => {
  test.each<[string, Case]>([
    ['the alias of the temporary password validity, even unchanged', {
      request: { AdminCreateUserConfig: { UnusedAccountValidityDays: 7 } },
      refusal: invalid('Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays'),
    }],
    ['MFA for everybody on a pool that had none', {
      pool: { MfaConfiguration: 'OPTIONAL' },
      mfa: TOTP,
      request: { MfaConfiguration: 'ON' },
      refusal: invalid('Cannot turn MFA functionality ON, once the user pool has been created.'),
    }],
    ['optional MFA on a pool without any factor', {
      request: { MfaConfiguration: 'OPTIONAL' },
      refusal: invalid('SMS configuration and Auto verification for phone_number are required when MFA is required/optional'),
    }],
    ['optional MFA by SMS on a pool that does not verify phone numbers', {
      request: { MfaConfiguration: 'OPTIONAL', SmsConfiguration: SMS },
      refusal: invalid('SMS configuration and Auto verification for phone_number are required when MFA is required/optional'),
    }],
    ['an update that would take the only factor away', {
      pool: { MfaConfiguration: 'ON', SmsConfiguration: SMS },
      request: { MfaConfiguration: 'ON' },
      refusal: invalid('SMS configuration and Auto verification for phone_number are required when MFA is required/optional'),
    }],
    ['attributes to verify before an update that are not verified automatically', {
      request: {
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
        AutoVerifiedAttributes: ['phone_number'],
      },
      refusal: invalid('All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes'),
    }],
    ['automatic verification that no longer covers what the pool verifies before an update', {
      pool: {
        AutoVerifiedAttributes: ['email'],
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      },
      request: { AutoVerifiedAttributes: [] },
      refusal: invalid('All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes'),
    }],
    ['twins of the pre token generation trigger that differ', {
      request: {
        LambdaConfig: {
          PreTokenGeneration: lambdaArn('a'),
          PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: lambdaArn('b') },
        },
      },
      refusal: invalid('PreTokenGeneration and the LambdaArn of PreTokenGenerationConfig must be identical'),
    }],
    ['a custom sender without a key', {
      request: { LambdaConfig: { CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: lambdaArn('a') } } },
      refusal: invalid('KMSKeyID is required when CustomSMSSender or CustomEmailSender is set'),
    }],
    ['a code where the link belongs', {
      request: { VerificationMessageTemplate: { EmailMessageByLink: 'Your code is {####}' } },
      refusal: invalid('The message is invalid.'),
    }],
    ['an invitation that does not name the user', {
      request: { AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage: 'Your password is {####}' } } },
      refusal: invalid('The message is invalid.'),
    }],
    ['an invitation without the password', {
      request: { AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: 'Hello {username}' } } },
      refusal: invalid('The message is invalid.'),
    }],
    ['twins of a message that differ', {
      request: { EmailVerificationSubject: 'a', VerificationMessageTemplate: { EmailSubject: 'b' } },
      refusal: invalid('EmailVerificationSubject and VerificationMessageTemplate.EmailSubject must be identical'),
    }],
    ['one-time passwords as first factor where MFA is required', {
      pool: { MfaConfiguration: 'ON' },
      mfa: TOTP,
      request: signIn('PASSWORD', 'EMAIL_OTP'),
      refusal: invalid('Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled'),
    }],
    ['passkeys as a single factor where MFA is required', {
      pool: { MfaConfiguration: 'ON' },
      mfa: { ...TOTP, WebAuthnConfiguration: { FactorConfiguration: 'SINGLE_FACTOR' } },
      request: signIn('PASSWORD', 'WEB_AUTHN'),
      refusal: invalid('Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor'),
    }],
    ['one-time passwords by SMS on a pool that cannot send SMS', {
      request: signIn('PASSWORD', 'SMS_OTP'),
      refusal: invalid('SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration'),
    }],
    ['authenticator apps as first factor', {
      request: signIn('PASSWORD', 'SOFTWARE_TOKEN'),
      refusal: invalid('SOFTWARE_TOKEN is not supported as a first auth factor'),
    }],
    ['an own sender without its identity', {
      request: { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
      refusal: invalid('SourceArn is required when EmailSendingAccount is DEVELOPER'),
    }],
    ['the built-in sender under e-mail MFA', {
      pool: { MfaConfiguration: 'OPTIONAL', EmailConfiguration: OWN_MAIL },
      mfa: { EmailMfaConfiguration: {} },
      request: { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } },
      refusal: invalid('Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT'),
    }],
    ['two ways of sending SMS', {
      request: { SmsConfiguration: { ...SMS, EumsSms: { CallerArn: SMS.SnsCallerArn } } },
      refusal: invalid('Provide either SnsCallerArn or EumsSms in SmsConfiguration, but not both'),
    }],
    ['no way of sending SMS', {
      request: { SmsConfiguration: {} },
      refusal: invalid('SmsConfiguration requires SnsCallerArn or EumsSms'),
    }],
    ['SMS by End User Messaging of another Region', {
      request: { SmsConfiguration: { EumsSms: { CallerArn: SMS.SnsCallerArn, Region: 'eu-west-1' } } },
      refusal: invalid('The Region of EumsSms must be the Region of the user pool, us-east-1'),
    }],
    ['recovery by phone under SMS MFA', {
      pool: { MfaConfiguration: 'OPTIONAL', SmsConfiguration: SMS },
      request: { ...recovery('verified_email', 'verified_phone_number'), SmsConfiguration: SMS },
      refusal: invalid('Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured.'),
    }],
    ['recovery by nothing but e-mail under e-mail MFA', {
      pool: { MfaConfiguration: 'OPTIONAL', EmailConfiguration: OWN_MAIL },
      mfa: { EmailMfaConfiguration: {} },
      request: { ...recovery('verified_email'), EmailConfiguration: OWN_MAIL },
      refusal: invalid('Account Recovery Setting cannot use verified_email as the only recovery mechanism when email MFA is configured.'),
    }],
    ['recovery by an administrator beside another way', {
      request: recovery('admin_only', 'verified_email'),
      refusal: invalid('Invalid account recovery setting parameter. admin_only cannot be combined with other recovery mechanisms.'),
    }],
    ['two levels of one name', {
      request: { AcrConfiguration: { Level1: { AcrValue: 'same' }, Level2: { AcrValue: 'same' } } },
      refusal: invalid('The name of Level2 in AcrConfiguration must be unique across all levels'),
    }],
    ['the default name of another level', {
      request: { AcrConfiguration: { Level1: { AcrValue: 'urn:cognito:loa:2' }, Level2: { AcrValue: 'mine' } } },
      refusal: invalid('The name of Level1 in AcrConfiguration must be unique across all levels'),
    }],
    ['tags of AWS', {
      pool: { UserPoolTags: { 'aws:cloudformation:stack-name': 'auth' } },
      request: { UserPoolTags: { 'aws:cloudformation:stack-name': 'auth' } },
      refusal: 'UserPoolTaggingException: aws: prefixed tag key names are not allowed for external use.',
    }],
    ['threat protection below Plus', {
      request: { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } },
      refusal: 'FeatureUnavailableInTierException: The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection',
    }],
    ['passwordless sign-in on Lite', {
      pool: { UserPoolTier: 'LITE' },
      request: signIn('PASSWORD', 'EMAIL_OTP'),
      refusal: 'FeatureUnavailableInTierException: The following features need to be disabled for the LITE pricing tier configured: Passwordless Sign-In',
    }],
    ['a lower tier than the pool needs, with all that is in the way', {
      pool: { DcrConfiguration: { EnableStatus: 'Enabled' } },
      mfa: { WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } },
      request: {
        UserPoolTier: 'LITE',
        UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
        AcrConfiguration: { Level1: { AcrValue: 'mine' } },
        Policies: { PasswordPolicy: { PasswordHistorySize: 3 } },
        LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: lambdaArn('a') } },
      },
      refusal: 'FeatureUnavailableInTierException: The following features need to be disabled for the LITE pricing tier configured: Threat Protection,'
        + ' Passkey MFA, Custom ACR Names, Dynamic Client Registration, Password History, Access Token Customization',
    }],
  ])('%s', (_, { pool, mfa, request, refusal }) => {
    const subject = cognitoWith(pool, mfa);
    const before = subject.pool();
    expect(outcome(() => subject.update(request))).toBe(refusal);
    expect(subject.pool()).toEqual(before);
  });
});

describe('UpdateUserPool accepts', () => {
  test.each<[string, Omit<Case, 'refusal'>]>([
    ['MFA as it is', { pool: { MfaConfiguration: 'ON' }, mfa: TOTP, request: { MfaConfiguration: 'ON' } }],
    ['MFA that becomes optional', { pool: { MfaConfiguration: 'ON' }, mfa: TOTP, request: { MfaConfiguration: 'OPTIONAL' } }],
    [
      'optional MFA by SMS',
      { request: { MfaConfiguration: 'OPTIONAL', SmsConfiguration: SMS, AutoVerifiedAttributes: ['phone_number'] } },
    ],
    ['both messages of the verification mail', {
      request: {
        VerificationMessageTemplate: {
          EmailMessage: 'Code {####}',
          EmailMessageByLink: '{##Click##}',
          DefaultEmailOption: 'CONFIRM_WITH_LINK',
        },
      },
    }],
    [
      'messages of its own from the built-in sender',
      { request: { VerificationMessageTemplate: { EmailMessage: 'Code {####}', EmailSubject: 'Code' } } },
    ],
    [
      'twins of a message that agree',
      { request: { EmailVerificationSubject: 'a', VerificationMessageTemplate: { EmailSubject: 'a' } } },
    ],
    ['an invitation without password where none is needed', {
      request: {
        ...signIn('PASSWORD', 'EMAIL_OTP'),
        AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage: 'Hello {username}' } },
      },
    }],
    [
      'one-time passwords by e-mail where MFA is optional',
      { pool: { MfaConfiguration: 'OPTIONAL' }, mfa: TOTP, request: signIn('PASSWORD', 'EMAIL_OTP') },
    ],
    [
      'the default names of the levels on Lite',
      { pool: { UserPoolTier: 'LITE' }, request: { AcrConfiguration: { Level1: { AcrValue: 'urn:cognito:loa:1' } } } },
    ],
    ['Lite, once client registration is disabled in the same request', {
      pool: { DcrConfiguration: { EnableStatus: 'Enabled' } },
      request: { UserPoolTier: 'LITE', DcrConfiguration: { EnableStatus: 'Disabled' } },
    }],
  ])('%s', (_, { pool, mfa, request }) => {
    expect(outcome(() => cognitoWith(pool, mfa).update(request))).toBe('ok');
  });
});

test('CreateUserPool is held to the same rules', () => {
  const { cognito } = cognitoWith();
  expect(outcome(() => cognito.createUserPool({ MfaConfiguration: 'ON' })))
    .toBe(invalid('SMS configuration and Auto verification for phone_number are required when MFA is required/optional'));
  const id = cognito.createUserPool({ MfaConfiguration: 'ON', SmsConfiguration: SMS, AutoVerifiedAttributes: ['phone_number'] });
  expect(cognito.factors(id)).toEqual({ sms: true, softwareToken: false, email: false });
  expect(outcome(() => cognito.createUserPool({ PoolName: '' }))).toMatch(/^InvalidParameterException: 2 validation errors detected: Value '' at 'poolName'/);
});
