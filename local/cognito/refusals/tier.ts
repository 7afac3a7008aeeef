import { ACR_NAMES } from '../defaults';
import { CognitoRefusal } from '../errors';
import { object } from '../json';
import { isPasswordless, type PoolView, type Rule } from './proposal';

interface Feature {
  readonly name: string;
  readonly tiers: readonly string[];
  isUsed(pool: PoolView): boolean;
}

const FROM_ESSENTIALS = ['ESSENTIALS', 'PLUS'];

/**
 * R15/H16. Seen in refusals: Threat Protection, Passwordless Sign-In. The other names are ours; the gates behind them are the
 * docs', but for the last two, which are from memory.
 */
const FEATURES: readonly Feature[] = [
  {
    name: 'Threat Protection',
    tiers: ['PLUS'],
    isUsed: ({ settings }) => (object(settings.UserPoolAddOns).AdvancedSecurityMode ?? 'OFF') !== 'OFF',
  },
  {
    name: 'Passwordless Sign-In',
    tiers: FROM_ESSENTIALS,
    isUsed: isPasswordless,
  },
  { name: 'Email MFA', tiers: FROM_ESSENTIALS, isUsed: ({ factors }) => factors.email },
  {
    name: 'Passkey MFA',
    tiers: FROM_ESSENTIALS,
    isUsed: ({ webAuthn }) => webAuthn.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  },
  {
    name: 'Custom ACR Names',
    tiers: FROM_ESSENTIALS,
    isUsed: ({ settings }) => Object.entries(object(settings.AcrConfiguration))
      .some(([level, value]) => object(value).AcrValue !== ACR_NAMES[level]),
  },
  {
    name: 'Dynamic Client Registration',
    tiers: FROM_ESSENTIALS,
    isUsed: ({ settings }) => object(settings.DcrConfiguration).EnableStatus === 'Enabled',
  },
  {
    name: 'Password History',
    tiers: FROM_ESSENTIALS,
    isUsed: ({ settings }) => Number(object(object(settings.Policies).PasswordPolicy).PasswordHistorySize ?? 0) > 0,
  },
  {
    name: 'Access Token Customization',
    tiers: FROM_ESSENTIALS,
    isUsed: ({ settings }) => (object(object(settings.LambdaConfig).PreTokenGenerationConfig).LambdaVersion ?? 'V1_0') !== 'V1_0',
  },
];

export const featuresOfTier: Rule = ({ next }) => {
  const tier = String(next.settings.UserPoolTier);
  const tooMuch = FEATURES.filter((feature) => !feature.tiers.includes(tier) && feature.isUsed(next)).map(({ name }) => name);
  return tooMuch.length === 0 ? undefined : new CognitoRefusal('FeatureUnavailableInTierException',
    `The following features need to be disabled for the ${tier} pricing tier configured: ${tooMuch.join(', ')}`);
};
