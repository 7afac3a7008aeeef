import { invalidParameter } from '../errors';
import { object, text, type Json } from '../json';
import { LEGACY_MESSAGES } from '../members';
import { isPasswordless, type Rule } from './proposal';

const messageIsInvalid = () => invalidParameter('The message is invalid.');

const CODE = '{####}';

/** R8/H13. The service's words were not found; these are ours. */
export const messageTwins: Rule = ({ request }) => {
  const template = object(request.VerificationMessageTemplate);
  for (const [legacy, member] of LEGACY_MESSAGES) {
    if (request[legacy] !== undefined && template[member] !== undefined && request[legacy] !== template[member]) {
      return invalidParameter(`${legacy} and VerificationMessageTemplate.${member} must be identical`);
    }
  }
  return undefined;
};

/** R7: the model's pattern for a link allows an empty text between the marks, which is the code's placeholder (aws-cli#8280). */
export const linkMessage: Rule = ({ request }) => {
  const message = text(object(request.VerificationMessageTemplate).EmailMessageByLink);
  return message?.includes(CODE) ? messageIsInvalid() : undefined;
};

/**
 * H13 (aws-cdk#6484): an invitation names the user and the temporary password; the docs excuse pools whose users can do
 * without a password from the latter.
 */
export const inviteMessages: Rule = ({ request, next }) => {
  const { SMSMessage, EmailMessage } = object(object(request.AdminCreateUserConfig).InviteMessageTemplate);
  const incomplete = (message: Json | undefined) => typeof message === 'string'
    && !(message.includes('{username}') && (isPasswordless(next) || message.includes(CODE)));
  return incomplete(SMSMessage) || incomplete(EmailMessage) ? messageIsInvalid() : undefined;
};
