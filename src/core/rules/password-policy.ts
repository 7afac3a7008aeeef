import type { Rule } from './rule';

const zeroIsSeven = (id: string, days: string): Rule => ({
  id,
  reads: [days],
  doubt: (value) => value === 0 ? 'is 0, which Cognito takes for its default of 7 days: say how many days it shall be' : undefined,
});

export const PASSWORD_POLICY: readonly Rule[] = [
  zeroIsSeven('temporary-password-validity-of-zero', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays'),
  zeroIsSeven('unused-account-validity-of-zero', 'AdminCreateUserConfig.UnusedAccountValidityDays'),
];
