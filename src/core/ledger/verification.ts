import { choice, clearedBy, clearedByOmission, list, kept, native, reset, structure, text } from './member';

const CODE = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*';
const LINK = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{##[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*##\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*';
const SUBJECT = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+';

export const smsMessage = { min: 6, max: 140, pattern: '.*\\{####\\}.*' } as const;
export const emailMessage = { min: 6, max: 20000, pattern: CODE } as const;
export const subject = { min: 1, max: 140, pattern: SUBJECT } as const;
export const subjectPattern = SUBJECT;

const erased = reset('"both erased": aws-cli#6484 (2021)');

/** `VerificationMessageTemplate` */
export const VERIFICATION_MESSAGE_TEMPLATE = structure({
  SmsMessage: text(smsMessage),
  EmailMessage: text(emailMessage),
  EmailSubject: text(subject),
  EmailMessageByLink: text({ min: 6, max: 20000, pattern: LINK }),
  EmailSubjectByLink: text(subject),
  DefaultEmailOption: choice(['CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'], { default: 'CONFIRM_WITH_CODE', clear: clearedBy('CONFIRM_WITH_CODE') }),
}, { omission: erased, clear: clearedByOmission, cloudFormation: native('VerificationMessageTemplate') });

/** "no longer used", yet described and accepted: the older names of three members of the template (H13). */
export const SMS_VERIFICATION_MESSAGE = text({
  ...smsMessage,
  twinOf: 'VerificationMessageTemplate.SmsMessage',
  omission: erased,
  clear: clearedByOmission,
  cloudFormation: native('SmsVerificationMessage'),
});
export const EMAIL_VERIFICATION_MESSAGE = text({
  ...emailMessage,
  twinOf: 'VerificationMessageTemplate.EmailMessage',
  omission: erased,
  clear: clearedByOmission,
  cloudFormation: native('EmailVerificationMessage'),
});
export const EMAIL_VERIFICATION_SUBJECT = text({
  ...subject,
  twinOf: 'VerificationMessageTemplate.EmailSubject',
  omission: erased,
  clear: clearedByOmission,
  cloudFormation: native('EmailVerificationSubject'),
});

const verifiedAttribute = choice(['phone_number', 'email']);

export const AUTO_VERIFIED_ATTRIBUTES = list(verifiedAttribute, {
  default: [],
  omission: reset('live with control, third party, us-east-1, 2026-08-18 (S3); aws-cli#6484, #3302'),
  clear: clearedBy([]),
  cloudFormation: native('AutoVerifiedAttributes'),
});

export const USER_ATTRIBUTE_UPDATE_SETTINGS = structure({
  AttributesRequireVerificationBeforeUpdate: list(verifiedAttribute, { default: [], clear: clearedBy([]) }),
}, {
  omission: kept('source of Terraform (S5): "a nil param will result in no modifications"'),
  clear: clearedBy({ AttributesRequireVerificationBeforeUpdate: [] }),
  cloudFormation: native('UserAttributeUpdateSettings'),
});
