import type { Rule } from './rule';

export const PASSWORD_POLICY: readonly Rule[] = [
  {
    id: 'temporary-password-validity-of-zero',
    reads: ['Policies.PasswordPolicy.TemporaryPasswordValidityDays'],
    doubt: (days) => days === 0 ? 'is 0, which Cognito takes for its default of 7 days: say how many days it shall be' : undefined,
  },
];
