import { invalidParameter } from '../errors';
import { object } from '../json';
import type { Rule } from './proposal';

/** R10: the words are ours. */
export const developerNeedsSourceArn: Rule = ({ next }) => {
  const { EmailSendingAccount, SourceArn } = object(next.settings.EmailConfiguration);
  return EmailSendingAccount === 'DEVELOPER' && SourceArn === undefined
    ? invalidParameter('SourceArn is required when EmailSendingAccount is DEVELOPER')
    : undefined;
};

/** H4: measured for SetUserPoolMfaConfig; that taking the sender from under a living factor is refused too is inferred. */
export const emailMfaNeedsOwnSender: Rule = ({ next }) =>
  next.factors.email && object(next.settings.EmailConfiguration).EmailSendingAccount === 'COGNITO_DEFAULT'
    ? invalidParameter('Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains'
      + ' an EmailSendingAccount of COGNITO_DEFAULT')
    : undefined;
