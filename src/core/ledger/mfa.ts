import { choice, clearedBy, clearedByOmission, flag, neverCleared, structure, text } from './member';
import { SMS_CONFIGURATION } from './sms';
import { emailMessage, smsMessage, subjectPattern } from './verification';

/** In both APIs: UpdateUserPool carries the described value, changes go through SetUserPoolMfaConfig (H6). */
export const MFA_CONFIGURATION = choice(['OFF', 'ON', 'OPTIONAL'], {
  default: 'OFF',
  clear: clearedBy('OFF'),
});

/* SetUserPoolMfaConfig replaces the whole: what it does not carry is gone, for each of the blocks (H2). */

export const SMS_MFA_CONFIGURATION = structure({
  SmsAuthenticationMessage: text({ ...smsMessage, clear: neverCleared('it is the same setting as smsAuthenticationMessage: clear that') }),
  SmsConfiguration: SMS_CONFIGURATION,
}, { onByPresence: true, clear: clearedByOmission });

export const SOFTWARE_TOKEN_MFA_CONFIGURATION = structure({
  Enabled: flag({ default: false, clear: clearedByOmission }),
}, { clear: clearedByOmission });

export const EMAIL_MFA_CONFIGURATION = structure({
  Message: text(emailMessage),
  Subject: text({ pattern: subjectPattern }),
}, {
  onByPresence: true,
  clear: clearedByOmission,
});

export const WEB_AUTHN_CONFIGURATION = structure({
  RelyingPartyId: text({ min: 1, max: 127 }),
  UserVerification: choice(['required', 'preferred'], { default: 'preferred', clear: clearedByOmission }),
  FactorConfiguration: choice(['SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'], {
    default: 'SINGLE_FACTOR',
    clear: clearedByOmission,
  }),
}, { clear: clearedByOmission });
