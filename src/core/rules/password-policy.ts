import type { Rule } from './rule';

export const PASSWORD_POLICY: readonly Rule[] = [
  {
    id: 'temporary-password-validity-of-zero',
    reads: ['Policies.PasswordPolicy.TemporaryPasswordValidityDays'],
    says: 'A temporary password is valid for 1 to 365 days: Cognito takes 0 for its default of 7.',
    evidence: 'documented (R3)',
    doubt: (days) => days === 0 ? 'is 0, which Cognito takes for its default of 7 days: say how many days it shall be' : undefined,
  },
];
