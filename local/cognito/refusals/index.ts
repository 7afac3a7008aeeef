import { adminOnlyStandsAlone, onlyEmailRecoveryWithEmailMfa, phoneRecoveryWithSmsMfa } from './account-recovery';
import { uniqueAcrNames } from './acr';
import { developerNeedsSourceArn, emailMfaNeedsOwnSender } from './email';
import { customSenderKey, preTokenGenerationTwins } from './lambda-config';
import { inviteMessages, linkMessage, messageTwins } from './messages';
import { factorsUnderOff, mfaWithoutFactor, noFactorUnderOn, requiringMfaLater, smsFactorNeedsSms } from './mfa';
import { unusedAccountValidityDays } from './password-policy';
import type { Rule } from './proposal';
import { oneTimePasswordsWithRequiredMfa, passkeysWithRequiredMfa, smsOneTimePassword, softwareToken } from './sign-in-policy';
import { eumsRegion, oneSmsCaller, someSmsCaller } from './sms';
import { featuresOfTier } from './tier';
import { attributeUpdateSettings } from './verified-attributes';
import { systemTagRefusal } from '../tags';

export { refuseByFirst, type PoolView, type Proposal, type Rule } from './proposal';
export { canSendMfaBySms } from './mfa';

/** Of the pool that would result, whichever API leads there. */
const OF_ANY_WRITE: readonly Rule[] = [
  oneSmsCaller, someSmsCaller, eumsRegion,
  featuresOfTier,
  oneTimePasswordsWithRequiredMfa, passkeysWithRequiredMfa, smsOneTimePassword, softwareToken,
  emailMfaNeedsOwnSender,
  phoneRecoveryWithSmsMfa, onlyEmailRecoveryWithEmailMfa,
];

const OF_SETTINGS: readonly Rule[] = [
  ({ request }) => systemTagRefusal(request.UserPoolTags),
  unusedAccountValidityDays,
  attributeUpdateSettings,
  preTokenGenerationTwins, customSenderKey,
  messageTwins, linkMessage, inviteMessages,
  developerNeedsSourceArn,
  adminOnlyStandsAlone,
  uniqueAcrNames,
];

export const ON_CREATE_USER_POOL: readonly Rule[] = [...OF_SETTINGS, mfaWithoutFactor, ...OF_ANY_WRITE];

export const ON_UPDATE_USER_POOL: readonly Rule[] = [...OF_SETTINGS, requiringMfaLater, mfaWithoutFactor, ...OF_ANY_WRITE];

export const ON_SET_USER_POOL_MFA_CONFIG: readonly Rule[] = [
  factorsUnderOff, noFactorUnderOn, smsFactorNeedsSms,
  ...OF_ANY_WRITE,
];
