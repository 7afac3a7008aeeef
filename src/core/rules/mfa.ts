import type { Rule } from './rule';
import { each, includes } from './values';

const MECHANISMS = 'AccountRecoverySetting.RecoveryMechanisms';

const underOff = (id: string, factor: string): Rule => ({
  id,
  reads: [factor, 'MfaConfiguration'],
  says: 'MFA that is OFF has no second factors.',
  evidence: 'live, third party, us-east-1, 2026-08-19 (H2)',
  refusal: 'Invalid MFA configuration given, can\'t turn off MFA and configure an MFA together.',
  check: (given, mode) => given !== undefined && given !== false && mode === 'OFF'
    ? 'is a second factor while mfaConfiguration is OFF: make it OPTIONAL or ON, or leave the factor out'
    : undefined,
});

export const MFA: readonly Rule[] = [
  underOff('sms-factor-without-mfa', 'SmsMfaConfiguration'),
  underOff('totp-factor-without-mfa', 'SoftwareTokenMfaConfiguration.Enabled'),
  underOff('email-factor-without-mfa', 'EmailMfaConfiguration'),
  {
    id: 'email-factor-needs-own-sender',
    reads: ['EmailMfaConfiguration', 'EmailConfiguration.EmailSendingAccount'],
    says: 'MFA by email needs EmailSendingAccount DEVELOPER.',
    evidence: 'live, third party, us-east-1, 2026 (H4)',
    refusal: 'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT',
    check: (email, sender) => email !== undefined && sender !== 'DEVELOPER'
      ? 'needs a sender of your own: declare emailConfiguration with emailSendingAccount DEVELOPER'
      : undefined,
  },
  {
    id: 'email-factor-and-recovery-by-email-alone',
    reads: ['EmailMfaConfiguration', MECHANISMS],
    says: 'With MFA by email, email cannot be the only way to recover an account.',
    evidence: 'terraform#41049 (H18, R14)',
    check: (email, mechanisms) => email !== undefined && each(mechanisms, 'Name').length > 0
      && each(mechanisms, 'Name').every((name) => name === 'verified_email')
      ? 'cannot stand beside account recovery by email alone: add VERIFIED_PHONE_NUMBER to accountRecoverySetting, or use ADMIN_ONLY'
      : undefined,
  },
  {
    id: 'sms-factor-and-recovery-by-phone',
    reads: ['SmsMfaConfiguration', MECHANISMS],
    says: 'With MFA by SMS, a phone number cannot be a way to recover an account.',
    evidence: 'aws-cdk#11478 (H18, R14)',
    refusal: 'Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured.',
    check: (sms, mechanisms) => sms !== undefined && includes(each(mechanisms, 'Name'), 'verified_phone_number')
      ? 'cannot stand beside account recovery by phone: take VERIFIED_PHONE_NUMBER out of accountRecoverySetting, or use another second factor'
      : undefined,
  },
];
