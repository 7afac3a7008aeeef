import type { Rule } from './rule';
import { includes } from './values';

const FIRST_FACTORS = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

export const SIGN_IN: readonly Rule[] = [
  {
    id: 'software-token-is-no-first-factor',
    reads: [FIRST_FACTORS],
    says: 'SOFTWARE_TOKEN is in the API\'s enum and not supported as a first factor.',
    evidence: 'documented (R13)',
    check: (factors) => includes(factors, 'SOFTWARE_TOKEN')
      ? 'has SOFTWARE_TOKEN, which Cognito does not support as a first factor: take it out, and declare softwareTokenMfaConfiguration for TOTP as a second factor'
      : undefined,
  },
  {
    id: 'one-time-passwords-with-required-mfa',
    reads: [FIRST_FACTORS, 'MfaConfiguration'],
    says: 'With MFA ON, codes by email or SMS cannot be first factors.',
    evidence: 'live, third party, us-east-1, 2026 (H8, R13)',
    refusal: 'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
    check: (factors, mode) => mode === 'ON' && includes(factors, 'EMAIL_OTP', 'SMS_OTP')
      ? 'has EMAIL_OTP or SMS_OTP, which cannot be first factors while MFA is ON: take them out, or make mfaConfiguration OPTIONAL'
      : undefined,
  },
  {
    id: 'passkeys-with-required-mfa',
    reads: [FIRST_FACTORS, 'MfaConfiguration', 'WebAuthnConfiguration.FactorConfiguration'],
    says: 'With MFA ON, passkeys as a first factor have to satisfy MFA by user verification.',
    evidence: 'live, third party: cdkd#2064 (H8, R13)',
    refusal: 'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor',
    check: (factors, mode, passkeys) => mode === 'ON' && includes(factors, 'WEB_AUTHN') && passkeys !== 'MULTI_FACTOR_WITH_USER_VERIFICATION'
      ? 'has WEB_AUTHN while MFA is ON: declare webAuthnConfiguration.factorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION, or take WEB_AUTHN out'
      : undefined,
  },
  {
    id: 'sms-codes-need-sms',
    reads: [FIRST_FACTORS, 'SmsConfiguration'],
    says: 'Codes by SMS as a first factor need an SMS configuration.',
    evidence: 'live, third party, us-east-1, 2026 (H8)',
    refusal: 'SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration',
    check: (factors, sms) => includes(factors, 'SMS_OTP') && sms === undefined
      ? 'has SMS_OTP on a pool that cannot send SMS: declare smsConfiguration'
      : undefined,
  },
];
