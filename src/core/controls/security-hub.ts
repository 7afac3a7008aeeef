import type { Control } from './control';
import { atLeast, atMostDays, on, oneOf } from './demands';

const PAGE = 'docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html';
const POLICY = 'Policies.PasswordPolicy';
const ADD_ONS = 'UserPoolAddOns';

type Row = Omit<Control, 'level' | 'evidence'> & { readonly configRule: string };

/** All of them are of medium severity. */
const control = ({ configRule, ...row }: Row): Control => ({
  ...row,
  level: 'warning',
  evidence: `${PAGE} and AWS Config's rule ${configRule}, stored copies read 2026-11-22`,
});

/** AWS Security Hub's controls for user pools, with the parameters that Security Hub sets itself. */
export const SECURITY_HUB: readonly Control[] = [
  control({
    id: 'Cognito.1',
    title: 'Threat protection acts on what it sees when users sign in in the standard way.',
    demands: [oneOf(`${ADD_ONS}.AdvancedSecurityMode`, ['ENFORCED'])],
    configRule: 'cognito-user-pool-advanced-security-enabled',
  }),
  control({
    id: 'Cognito.3',
    title: 'Passwords are 8 characters long and have characters of every kind; temporary ones expire within 7 days.',
    demands: [
      atLeast(`${POLICY}.MinimumLength`, 8),
      on(`${POLICY}.RequireLowercase`),
      on(`${POLICY}.RequireUppercase`),
      on(`${POLICY}.RequireNumbers`),
      on(`${POLICY}.RequireSymbols`),
      atMostDays(`${POLICY}.TemporaryPasswordValidityDays`, 7),
    ],
    configRule: 'cognito-user-pool-password-policy-check',
  }),
  control({
    id: 'Cognito.4',
    title: 'Threat protection is on, and acts on what it sees when users sign in by custom authentication.',
    demands: [
      oneOf(`${ADD_ONS}.AdvancedSecurityMode`, ['AUDIT', 'ENFORCED']),
      oneOf(`${ADD_ONS}.AdvancedSecurityAdditionalFlows.CustomAuthMode`, ['ENFORCED']),
    ],
    configRule: 'cognito-userpool-cust-auth-threat-full-check',
  }),
  control({
    id: 'Cognito.5',
    title: 'Where users sign in by password alone, there is MFA.',
    scope: {
      path: 'Policies.SignInPolicy.AllowedFirstAuthFactors',
      says: 'a password is the only way to sign in',
      includes: (factors) => Array.isArray(factors) && factors.length > 0 && factors.every((factor) => factor === 'PASSWORD'),
    },
    // "Enabled", says the page, not "required".
    demands: [oneOf('MfaConfiguration', ['OPTIONAL', 'ON'], ', with a second factor')],
    configRule: 'cognito-user-pool-mfa-enabled',
  }),
  control({
    id: 'Cognito.6',
    title: 'The pool cannot be deleted by mistake.',
    demands: [on('DeletionProtection', 'ACTIVE')],
    configRule: 'cognito-user-pool-deletion-protection-enabled',
  }),
];
