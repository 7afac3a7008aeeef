import type { Rule } from './rule';
import { includes, isKnown } from './values';
import { ACR_CONFIGURATION } from '../ledger/tokens';
import { canonical } from '../plan/canonical';
import type { Json } from '../wire/json';

const RANK: Readonly<Record<string, number>> = { LITE: 0, ESSENTIALS: 1, PLUS: 2 };

interface Feature {
  readonly id: string;
  readonly path: string;
  readonly tier: 'ESSENTIALS' | 'PLUS';
  readonly name: string;
  isUsed(value: Json): boolean;
}

const FEATURES: readonly Feature[] = [
  {
    id: 'threat-protection-needs-plus',
    path: 'UserPoolAddOns.AdvancedSecurityMode',
    tier: 'PLUS',
    name: 'threat protection',
    isUsed: (mode) => mode !== 'OFF',
  },
  {
    id: 'passwordless-sign-in-needs-essentials',
    path: 'Policies.SignInPolicy.AllowedFirstAuthFactors',
    tier: 'ESSENTIALS',
    name: 'sign-in without a password',
    isUsed: (factors) => includes(factors, 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'),
  },
  {
    id: 'email-factor-needs-essentials',
    path: 'EmailMfaConfiguration',
    tier: 'ESSENTIALS',
    name: 'MFA by email',
    isUsed: () => true,
  },
  {
    id: 'passkey-mfa-needs-essentials',
    path: 'WebAuthnConfiguration.FactorConfiguration',
    tier: 'ESSENTIALS',
    name: 'MFA by passkeys',
    isUsed: (factor) => factor === 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  },
  {
    id: 'acr-names-need-essentials',
    path: 'AcrConfiguration',
    tier: 'ESSENTIALS',
    name: 'names of ACR levels',
    // Describe merges the default names in: they are no names of one's own.
    isUsed: (levels) => canonical(levels, ACR_CONFIGURATION) !== undefined,
  },
  {
    id: 'client-registration-needs-essentials',
    path: 'DcrConfiguration.EnableStatus',
    tier: 'ESSENTIALS',
    name: 'dynamic client registration',
    isUsed: (status) => status === 'Enabled',
  },
];

/** The plan of a pool is never guessed: what the pool does not say, the service decides. */
function needsTier({ id, path, tier, name, isUsed }: Feature): Rule {
  return {
    id,
    reads: [path, 'UserPoolTier'],
    check: (value, plan) => value !== undefined && isUsed(value) && RANK[String(plan)] < RANK[tier]
      ? `uses ${name}, which the pool's feature plan ${String(plan)} does not have: declare userPoolTier ${tier}, or switch it off`
      : undefined,
    doubt: (value, plan) => isKnown(value) && isUsed(value) && !isKnown(plan)
      ? `uses ${name}, which needs the feature plan ${tier}${tier === 'PLUS' ? '' : ' or higher'}: whether the pool has it is seen at deployment`
      : undefined,
  };
}

export const TIERS: readonly Rule[] = FEATURES.map(needsTier);
