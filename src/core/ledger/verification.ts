import { choice, clearedBy, clearedByOmission, list, structure, text } from './member';

/** What an email message may have in it. */
export const ANY_MESSAGE = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*';
const CODE = `${ANY_MESSAGE}\\{####\\}${ANY_MESSAGE}`;
const LINK = `${ANY_MESSAGE}\\{##${ANY_MESSAGE}##\\}${ANY_MESSAGE}`;
const SUBJECT = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+';

export const smsMessage = { min: 6, max: 140, pattern: '.*\\{####\\}.*' } as const;
export const emailMessage = { min: 6, max: 20000, pattern: CODE } as const;
export const subject = { min: 1, max: 140, pattern: SUBJECT } as const;
export const subjectPattern = SUBJECT;

/** `VerificationMessageTemplate` */
export const VERIFICATION_MESSAGE_TEMPLATE = structure({
  SmsMessage: text(smsMessage),
  EmailMessage: text(emailMessage),
  EmailSubject: text(subject),
  EmailMessageByLink: text({ min: 6, max: 20000, pattern: LINK }),
  EmailSubjectByLink: text(subject),
  DefaultEmailOption: choice(['CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'], { default: 'CONFIRM_WITH_CODE', clear: clearedBy('CONFIRM_WITH_CODE') }),
}, { clear: clearedBy({ DefaultEmailOption: 'CONFIRM_WITH_CODE' }) });

/** "no longer used", yet described and accepted: the older names of three members of the template (H13). */
export const SMS_VERIFICATION_MESSAGE = text({
  ...smsMessage,
  twinOf: 'VerificationMessageTemplate.SmsMessage',
  clear: clearedByOmission,
});
export const EMAIL_VERIFICATION_MESSAGE = text({
  ...emailMessage,
  twinOf: 'VerificationMessageTemplate.EmailMessage',
  clear: clearedByOmission,
});
export const EMAIL_VERIFICATION_SUBJECT = text({
  ...subject,
  twinOf: 'VerificationMessageTemplate.EmailSubject',
  clear: clearedByOmission,
});

const verifiedAttribute = choice(['phone_number', 'email']);

export const AUTO_VERIFIED_ATTRIBUTES = list(verifiedAttribute, {
  default: [],
  clear: clearedBy([]),
});

export const USER_ATTRIBUTE_UPDATE_SETTINGS = structure({
  AttributesRequireVerificationBeforeUpdate: list(verifiedAttribute, { default: [], clear: clearedBy([]) }),
}, {
  clear: clearedBy({ AttributesRequireVerificationBeforeUpdate: [] }),
});
