import { cognitoWith, outcome, OWN_MAIL, SMS } from './support';
import type { JsonObject } from '../../../src/core/wire/json';

const TOTP: JsonObject = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const TOGETHER = "InvalidParameterException: Invalid MFA configuration given, can't turn off MFA and configure an MFA together.";
const NO_FACTOR = "InvalidParameterException: Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.";

describe('SetUserPoolMfaConfig', () => {
  test('turns off whatever a request leaves out', () => {
    const { setMfa, mfa, factors, pool } = cognitoWith({ SmsConfiguration: SMS }, {
      MfaConfiguration: 'ON',
      ...TOTP,
      WebAuthnConfiguration: { RelyingPartyId: 'a.example' },
    });
    setMfa({});
    expect(mfa()).toEqual({ MfaConfiguration: 'OFF', SmsMfaConfiguration: { SmsConfiguration: SMS } });
    expect(factors()).toEqual({ sms: false, softwareToken: false, email: false });
    expect(pool().MfaConfiguration).toBe('OFF');
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    ['a factor without MfaConfiguration', {}, TOTP, TOGETHER],
    [
      'a factor under OFF, even a disabled one',
      {},
      { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: { Enabled: false } },
      TOGETHER,
    ],
    ['ON without a factor', {}, { MfaConfiguration: 'ON' }, NO_FACTOR],
    [
      'OPTIONAL with a disabled factor',
      {},
      { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: false } },
      NO_FACTOR,
    ],
    ['OPTIONAL with nothing but passkeys', {}, {
      MfaConfiguration: 'OPTIONAL',
      WebAuthnConfiguration: { RelyingPartyId: 'a.example' },
    },
    'InvalidParameterException: Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.'],
    ['SMS on a pool that cannot send any', {}, { MfaConfiguration: 'ON', SmsMfaConfiguration: {} },
      'InvalidParameterException: SmsConfiguration is required to enable SMS MFA'],
    ['e-mail from the built-in sender', {}, { MfaConfiguration: 'ON', EmailMfaConfiguration: {} },
      'InvalidParameterException: Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT'],
    ['e-mail on Lite', {
      UserPoolTier: 'LITE',
      EmailConfiguration: OWN_MAIL,
    }, { MfaConfiguration: 'ON', EmailMfaConfiguration: {} },
    'FeatureUnavailableInTierException: The following features need to be disabled for the LITE pricing tier configured: Email MFA'],
    ['SMS beside recovery by phone', {
      SmsConfiguration: SMS,
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_phone_number', Priority: 1 }] },
    }, { MfaConfiguration: 'ON', SmsMfaConfiguration: {} },
    'InvalidParameterException: Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number'
    + ' as a recovery mechanism when SMS MFA is configured.'],
    ['required MFA beside one-time passwords', {
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    }, { MfaConfiguration: 'ON', ...TOTP },
    'InvalidParameterException: Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled'],
  ])('refuses %s', (_, pool, request, refusal) => {
    expect(outcome(() => cognitoWith(pool).setMfa(request))).toBe(refusal);
  });

  test('accepts passkeys under OFF, since they are no factor', () => {
    const { setMfa, mfa } = cognitoWith();
    setMfa({ MfaConfiguration: 'OFF', WebAuthnConfiguration: { RelyingPartyId: 'a.example' } });
    expect(mfa()).toEqual({ MfaConfiguration: 'OFF', WebAuthnConfiguration: { RelyingPartyId: 'a.example' } });
  });

  test('requires MFA of everybody at any time, and answers what GetUserPoolMfaConfig answers', () => {
    const { setMfa, mfa, factors } = cognitoWith({ EmailConfiguration: OWN_MAIL });
    const answer = setMfa({
      MfaConfiguration: 'ON',
      ...TOTP,
      EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' },
    });
    expect(answer).toEqual(mfa());
    expect(factors()).toEqual({ sms: false, softwareToken: true, email: true });
  });

  test('shares the SMS settings with the other API', () => {
    const { setMfa, pool, update, mfa } = cognitoWith({ SmsAuthenticationMessage: 'Old {####}' });
    setMfa({
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: { SmsConfiguration: SMS, SmsAuthenticationMessage: 'New {####}' },
    });
    expect(pool()).toMatchObject({ SmsConfiguration: SMS, SmsAuthenticationMessage: 'New {####}', MfaConfiguration: 'OPTIONAL' });
    update({ SmsConfiguration: { ...SMS, ExternalId: 'y' }, SmsAuthenticationMessage: 'Newer {####}' });
    expect(mfa().SmsMfaConfiguration).toEqual({
      SmsConfiguration: { ...SMS, ExternalId: 'y' },
      SmsAuthenticationMessage: 'Newer {####}',
    });
  });
});

describe('GetUserPoolMfaConfig', () => {
  test('tells the same SMS settings whether or not SMS is a factor', () => {
    const both = cognitoWith({ MfaConfiguration: 'ON' }, { ...TOTP, SmsMfaConfiguration: { SmsConfiguration: SMS } });
    const one = cognitoWith({ MfaConfiguration: 'ON', SmsConfiguration: SMS }, TOTP);
    expect(both.mfa()).toEqual(one.mfa());
    expect(both.factors().sms).toBe(true);
    expect(one.factors().sms).toBe(false);
  });
});

describe('UpdateUserPool', () => {
  test('leaves TOTP, e-mail and passkeys alone while MFA stays', () => {
    const factors = {
      ...TOTP,
      EmailMfaConfiguration: { Subject: 'Code' },
      WebAuthnConfiguration: { UserVerification: 'required' },
    };
    const { update, mfa } = cognitoWith({ MfaConfiguration: 'ON', EmailConfiguration: OWN_MAIL }, factors);
    update({ MfaConfiguration: 'ON', EmailConfiguration: OWN_MAIL });
    expect(mfa()).toEqual({ MfaConfiguration: 'ON', ...factors });
  });

  test('ends the factors when MFA is turned off', () => {
    const { update, mfa } = cognitoWith({ MfaConfiguration: 'ON' }, {
      ...TOTP,
      WebAuthnConfiguration: { UserVerification: 'required' },
    });
    update({ MfaConfiguration: 'OFF' });
    expect(mfa()).toEqual({ MfaConfiguration: 'OFF', WebAuthnConfiguration: { UserVerification: 'required' } });
  });

  test('makes SMS a factor when it makes MFA optional', () => {
    const { update, factors } = cognitoWith();
    update({ MfaConfiguration: 'OPTIONAL', SmsConfiguration: SMS, AutoVerifiedAttributes: ['phone_number'] });
    expect(factors()).toEqual({ sms: true, softwareToken: false, email: false });
  });
});
