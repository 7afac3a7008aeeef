import type { Rule } from './rule';
import type { Json } from '../wire/json';

const TEMPLATE = 'AdminCreateUserConfig.InviteMessageTemplate';
const FIRST_FACTORS = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

const lacks = (message: unknown, placeholder: string) => typeof message === 'string' && !message.includes(placeholder);

function invitation(kind: string, path: string): Rule[] {
  return [
    {
      id: `${kind}-invitation-names-the-user`,
      reads: [path],
      check: (message) => lacks(message, '{username}')
        ? 'must contain the placeholder {username}, which Cognito replaces by the name of the user'
        : undefined,
    },
    {
      id: `${kind}-invitation-has-the-password`,
      reads: [path, FIRST_FACTORS],
      check: (message, factors) => lacks(message, '{####}') && hasPasswordsOnly(factors)
        ? 'must contain the placeholder {####}, which Cognito replaces by the temporary password'
        : undefined,
      doubt: (message) => lacks(message, '{####}')
        ? 'lacks the placeholder {####} for the temporary password: a pool whose users all have passwords refuses it'
        : undefined,
    },
  ];
}

function hasPasswordsOnly(factors: Json | undefined): boolean {
  return !Array.isArray(factors) || factors.every((factor) => factor === 'PASSWORD');
}

export const ADMIN_CREATE_USER: readonly Rule[] = [
  ...invitation('sms', `${TEMPLATE}.SMSMessage`),
  ...invitation('email', `${TEMPLATE}.EmailMessage`),
];
