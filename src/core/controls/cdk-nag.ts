import type { Control } from './control';
import { atLeast, on, oneOf } from './demands';

const PACKAGES = 'cdk-nag 2.38.2 and 3.0.2';
const POLICY = 'Policies.PasswordPolicy';

/** The rules of cdk-nag's packs that are about user pools: all of them are in AwsSolutions. */
export const CDK_NAG: readonly Control[] = [
  {
    id: 'AwsSolutions-COG1',
    level: 'error',
    title: 'Passwords are 8 characters long and have an uppercase letter, a number and a symbol.',
    demands: [
      atLeast(`${POLICY}.MinimumLength`, 8),
      on(`${POLICY}.RequireUppercase`),
      on(`${POLICY}.RequireNumbers`),
      on(`${POLICY}.RequireSymbols`),
    ],
    evidence: `${PACKAGES}, rules/cognito/CognitoUserPoolStrongPasswordPolicy, read 2026-11-22`,
  },
  {
    id: 'AwsSolutions-COG2',
    level: 'warning',
    title: 'Everyone signs in with a second factor.',
    demands: [oneOf('MfaConfiguration', ['ON'], ', with a second factor')],
    evidence: `${PACKAGES}, rules/cognito/CognitoUserPoolMFA, read 2026-11-22`,
  },
  {
    id: 'AwsSolutions-COG3',
    level: 'error',
    title: 'Threat protection acts on what it sees.',
    demands: [oneOf('UserPoolAddOns.AdvancedSecurityMode', ['ENFORCED'])],
    evidence: 'cdk-nag 2.37.55, rules/cognito/CognitoUserPoolAdvancedSecurityModeEnforced, read 2026-11-22; '
      + 'since 2.38.1 the pack has AwsSolutions-COG8 in its place (cdk-nag#2155)',
  },
  {
    id: 'AwsSolutions-COG8',
    level: 'error',
    title: 'The pool has the feature plan with threat protection.',
    demands: [oneOf('UserPoolTier', ['PLUS'])],
    evidence: `${PACKAGES}, rules/cognito/CognitoUserPoolPlusTier, read 2026-11-22`,
  },
];
