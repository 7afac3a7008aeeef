import { choice, clearedBy, clearedByOmission, flag, kept, native, poor, reset, structure, text } from './member';
import { SMS_CONFIGURATION } from './sms';
import { emailMessage, smsMessage, subjectPattern } from './verification';

const FULL_REPLACE = reset('SetUserPoolMfaConfig replaces the whole: live, third party, us-east-1, 2026-08-19 (S3, H2)');

/** In both APIs: UpdateUserPool carries the described value, changes go through SetUserPoolMfaConfig (H6). */
export const MFA_CONFIGURATION = choice(['OFF', 'ON', 'OPTIONAL'], {
  default: 'OFF',
  omission: kept('by UpdateUserPool: live, third party, us-east-1, 2026-08-18 (S3); by SetUserPoolMfaConfig an omission means OFF (H2)'),
  clear: clearedBy('OFF'),
  cloudFormation: poor('MfaConfiguration', 'the handler cannot take every transition (roadmap#1176, #2221)'),
});

export const SMS_MFA_CONFIGURATION = structure({
  SmsAuthenticationMessage: text({ ...smsMessage }),
  SmsConfiguration: SMS_CONFIGURATION,
}, { onByPresence: true, omission: FULL_REPLACE, clear: clearedByOmission, cloudFormation: poor('EnabledMfas', 'write-only') });

export const SOFTWARE_TOKEN_MFA_CONFIGURATION = structure({
  Enabled: flag({ default: false, clear: clearedBy(false) }),
}, { omission: FULL_REPLACE, clear: clearedBy({ Enabled: false }), cloudFormation: poor('EnabledMfas', 'write-only') });

export const EMAIL_MFA_CONFIGURATION = structure({
  Message: text(emailMessage),
  Subject: text({ pattern: subjectPattern }),
}, {
  tier: 'ESSENTIALS',
  onByPresence: true,
  omission: FULL_REPLACE,
  clear: clearedByOmission,
  cloudFormation: poor('EnabledMfas', 'a pool with email MFA alone cannot be created (roadmap#2221)'),
});

export const WEB_AUTHN_CONFIGURATION = structure({
  RelyingPartyId: text({ min: 1, max: 127 }),
  UserVerification: choice(['required', 'preferred'], { default: 'preferred', clear: clearedBy('preferred') }),
  FactorConfiguration: choice(['SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'], {
    default: 'SINGLE_FACTOR',
    clear: clearedBy('SINGLE_FACTOR'),
    since: '3.1031.0',
    tier: 'ESSENTIALS',
  }),
}, { omission: FULL_REPLACE, clear: clearedByOmission, cloudFormation: native('WebAuthnRelyingPartyID, WebAuthnUserVerification, WebAuthnFactorConfiguration') });
