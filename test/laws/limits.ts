import { isIn, path } from './oracle';
import type { State } from './state';
import type { OmissionMode } from '../../local/cognito';

/* What no request reaches, so that no law can ask for it. Each limit names its letter in behaviour.md. */

/** E: their only default is their omission, which a service that keeps whatever is omitted does not hear. */
const BY_OMISSION = ['AccountRecoverySetting', 'DeviceConfiguration', 'SmsAuthenticationMessage'];

export function hasNoWayOff(omission: OmissionMode, leaf: string): boolean {
  return omission === 'allKept' && BY_OMISSION.some((name) => isIn(leaf, name));
}

const VERIFIED = path('AutoVerifiedAttributes');
const VERIFIED_BEFORE_UPDATE = path('UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate');

const SOURCE_ARN = path('EmailConfiguration.SourceArn');
const SENDING_ACCOUNT = path('EmailConfiguration.EmailSendingAccount');

const listAt = (state: State, leaf: string) => (state.get(leaf) ?? []) as readonly string[];

/**
 * What is left of a setting by somebody else may need what is to go: an attribute that is verified before an update is one
 * that is verified by itself (H7), and a sender of one's own has an ARN (R10).
 */
export function isNeeded(leaf: string, wanted: State): boolean {
  const verified = listAt(wanted, VERIFIED);
  if (leaf === VERIFIED) return listAt(wanted, VERIFIED_BEFORE_UPDATE).some((attribute) => !verified.includes(attribute));
  return leaf === SOURCE_ARN && wanted.get(SENDING_ACCOUNT) === 'DEVELOPER' && !wanted.has(SOURCE_ARN);
}
