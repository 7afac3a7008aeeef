import { clearedBy, clearedByOmission, flag, integer, neverCleared, structure, text } from './member';
import { ANY_MESSAGE, subject } from './verification';

/** `AdminCreateUserConfig` */
export const ADMIN_CREATE_USER_CONFIG = structure({
  AllowAdminCreateUserOnly: flag({ default: false, clear: clearedBy(false) }),
  UnusedAccountValidityDays: integer({
    min: 0,
    max: 365,
    // Described for ever as a mirror, refused on the way back (H5): its value travels as its twin's.
    twinOf: 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
    echo: 'never',
    clear: neverCleared('it is another name of Policies.PasswordPolicy.TemporaryPasswordValidityDays'),
    prop: { name: 'unusedAccountValidity', as: 'days' },
  }),
  InviteMessageTemplate: structure({
    SMSMessage: text({ min: 6, max: 140, pattern: '(?s).*', prop: { name: 'smsMessage' } }),
    EmailMessage: text({ min: 6, max: 20000, pattern: ANY_MESSAGE }),
    EmailSubject: text(subject),
  }, { clear: clearedByOmission }),
}, {
  clear: clearedBy({ AllowAdminCreateUserOnly: false }),
});
