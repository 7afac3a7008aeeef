import type { Rule } from './rule';
import { includes, isKnown } from './values';

const TEMPLATE = 'VerificationMessageTemplate';
const SENDER = 'EmailConfiguration.EmailSendingAccount';

export const VERIFICATION: readonly Rule[] = [
  {
    id: 'attributes-verified-before-update',
    reads: ['UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate', 'AutoVerifiedAttributes'],
    says: 'An attribute that has to be verified before an update has to be verified automatically too.',
    evidence: 'aws-cli#7151 (H7, R4)',
    refusal: 'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
    check: (required, verified) => (required as string[] | undefined ?? []).every((attribute) => includes(verified, attribute))
      ? undefined
      : 'names an attribute that autoVerifiedAttributes lacks: every attribute to verify before an update has to be in both lists',
  },
  {
    id: 'code-in-a-link-message',
    reads: [`${TEMPLATE}.EmailMessageByLink`],
    says: 'The email with a link has its text between {## and ##}, not the placeholder of a code.',
    evidence: 'aws-cli#8280 (H13)',
    refusal: 'The message is invalid.',
    check: (message) => typeof message === 'string' && message.includes('{####}')
      ? 'has the placeholder of a code, {####}: a link has its text between {## and ##}, such as {##Confirm your address##}'
      : undefined,
  },
  {
    id: 'both-verification-emails',
    reads: [`${TEMPLATE}.EmailMessage`, `${TEMPLATE}.EmailMessageByLink`],
    says: 'AWS documents that the texts for a code and for a link are refused together; pools have been seen to accept both.',
    evidence: 'documented; contradicted by tools that send both (R7)',
    doubt: (code, link) => isKnown(code) && isKnown(link)
      ? 'is declared beside emailMessageByLink: AWS documents that Cognito may refuse the two together'
      : undefined,
  },
  {
    id: 'custom-text-by-default-sender',
    reads: [`${TEMPLATE}.EmailMessage`, SENDER],
    says: 'AWS documents that email texts of one\'s own need EmailSendingAccount DEVELOPER; pools that send by Cognito have been seen to accept them.',
    evidence: 'documented; contradicted live (R9)',
    doubt: (message, sender) => isKnown(message) && sender === 'COGNITO_DEFAULT'
      ? 'is declared for a pool that sends by COGNITO_DEFAULT: AWS documents that it needs DEVELOPER'
      : undefined,
  },
];
