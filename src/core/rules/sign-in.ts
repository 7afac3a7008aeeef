import type { Rule } from './rule';
import { includes } from './values';

const FIRST_FACTORS = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

export const SIGN_IN: readonly Rule[] = [
  {
    id: 'software-token-is-no-first-factor',
    reads: [FIRST_FACTORS],
    check: (factors) => includes(factors, 'SOFTWARE_TOKEN')
      ? 'has SOFTWARE_TOKEN, which Cognito does not support as a first factor: take it out, and declare softwareTokenMfaConfiguration for TOTP as a second factor'
      : undefined,
  },
  {
    id: 'one-time-passwords-with-required-mfa',
    reads: [FIRST_FACTORS, 'MfaConfiguration'],
    check: (factors, mode) => mode === 'ON' && includes(factors, 'EMAIL_OTP', 'SMS_OTP')
      ? 'has EMAIL_OTP or SMS_OTP, which cannot be first factors while MFA is ON: take them out, or make mfaConfiguration OPTIONAL'
      : undefined,
  },
  {
    id: 'passkeys-with-required-mfa',
    reads: [FIRST_FACTORS, 'MfaConfiguration', 'WebAuthnConfiguration.FactorConfiguration'],
    check: (factors, mode, passkeys) => mode === 'ON' && includes(factors, 'WEB_AUTHN') && passkeys !== 'MULTI_FACTOR_WITH_USER_VERIFICATION'
      ? 'has WEB_AUTHN while MFA is ON: declare webAuthnConfiguration.factorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION, or take WEB_AUTHN out'
      : undefined,
  },
  {
    id: 'sms-codes-need-sms',
    reads: [FIRST_FACTORS, 'SmsConfiguration'],
    check: (factors, sms) => includes(factors, 'SMS_OTP') && sms === undefined
      ? 'has SMS_OTP on a pool that cannot send SMS: declare smsConfiguration'
      : undefined,
  },
];
