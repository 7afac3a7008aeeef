import type { Rule } from './rule';
import { includes, isKnown } from './values';

const TEMPLATE = 'VerificationMessageTemplate';
const SENDER = 'EmailConfiguration.EmailSendingAccount';

export const VERIFICATION: readonly Rule[] = [
  {
    id: 'attributes-verified-before-update',
    reads: ['UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate', 'AutoVerifiedAttributes'],
    check: (required, verified) => !Array.isArray(required) || required.every((attribute) => includes(verified, attribute as string))
      ? undefined
      : 'names an attribute that autoVerifiedAttributes lacks: every attribute to verify before an update has to be in both lists',
  },
  {
    id: 'code-in-a-link-message',
    reads: [`${TEMPLATE}.EmailMessageByLink`],
    check: (message) => typeof message === 'string' && message.includes('{####}')
      ? 'has the placeholder of a code, {####}: a link has its text between {## and ##}, such as {##Confirm your address##}'
      : undefined,
  },
  {
    id: 'both-verification-emails',
    reads: [`${TEMPLATE}.EmailMessage`, `${TEMPLATE}.EmailMessageByLink`],
    doubt: (code, link) => isKnown(code) && isKnown(link)
      ? 'is declared beside emailMessageByLink: AWS documents that Cognito may refuse the two together'
      : undefined,
  },
  {
    id: 'custom-text-by-default-sender',
    reads: [`${TEMPLATE}.EmailMessage`, SENDER],
    doubt: (message, sender) => isKnown(message) && sender === 'COGNITO_DEFAULT'
      ? 'is declared for a pool that sends by COGNITO_DEFAULT: AWS documents that it needs DEVELOPER'
      : undefined,
  },
];
