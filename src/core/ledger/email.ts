import { arn, choice, clearedBy, structure, text } from './member';

/** `EmailConfiguration` */
export const EMAIL_CONFIGURATION = structure({
  SourceArn: arn(),
  ReplyToEmailAddress: text({ pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' }),
  EmailSendingAccount: choice(['COGNITO_DEFAULT', 'DEVELOPER'], { default: 'COGNITO_DEFAULT', clear: clearedBy('COGNITO_DEFAULT'), needs: 'emailServiceLinkedRole' }),
  From: text({ min: 0, max: 131072, prop: { name: 'fromEmailAddress' } }),
  ConfigurationSet: text({ min: 1, max: 64, pattern: '^[a-zA-Z0-9_-]+$' }),
}, {
  clear: clearedBy({ EmailSendingAccount: 'COGNITO_DEFAULT' }),
});
