import type { Rule } from './rule';
import { each, includes } from './values';

const MECHANISMS = 'AccountRecoverySetting.RecoveryMechanisms';

const underOff = (id: string, factor: string): Rule => ({
  id,
  reads: [factor, 'MfaConfiguration'],
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
    check: (email, sender) => email !== undefined && sender !== 'DEVELOPER'
      ? 'needs a sender of your own: declare emailConfiguration with emailSendingAccount DEVELOPER'
      : undefined,
  },
  {
    id: 'email-factor-and-recovery-by-email-alone',
    reads: ['EmailMfaConfiguration', MECHANISMS],
    check: (email, mechanisms) => email !== undefined && each(mechanisms, 'Name').length > 0
      && each(mechanisms, 'Name').every((name) => name === 'verified_email')
      ? 'cannot stand beside account recovery by email alone: add VERIFIED_PHONE_NUMBER to accountRecoverySetting, or use ADMIN_ONLY'
      : undefined,
  },
  {
    id: 'sms-factor-and-recovery-by-phone',
    reads: ['SmsMfaConfiguration', MECHANISMS],
    check: (sms, mechanisms) => sms !== undefined && includes(each(mechanisms, 'Name'), 'verified_phone_number')
      ? 'cannot stand beside account recovery by phone: take VERIFIED_PHONE_NUMBER out of accountRecoverySetting, or use another second factor'
      : undefined,
  },
];
