import { invalidParameter } from '../errors';
import { list, object } from '../json';
import type { PoolView, Rule } from './proposal';

const mechanisms = ({ settings }: PoolView): (string | undefined)[] =>
  list(object(settings.AccountRecoverySetting).RecoveryMechanisms).map((mechanism) => object(mechanism).Name as string);

/** H18/R14 */
export const phoneRecoveryWithSmsMfa: Rule = ({ next }) =>
  next.factors.sms && mechanisms(next).includes('verified_phone_number')
    ? invalidParameter('Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number'
      + ' as a recovery mechanism when SMS MFA is configured.')
    : undefined;

/** R14 (terraform#41049): the words are ours. */
export const onlyEmailRecoveryWithEmailMfa: Rule = ({ next }) => {
  const names = mechanisms(next);
  return next.factors.email && names.length > 0 && names.every((name) => name === 'verified_email')
    ? invalidParameter('Account Recovery Setting cannot use verified_email as the only recovery mechanism'
      + ' when email MFA is configured.')
    : undefined;
};

/** R14, from memory of the maintainers; the words are ours. */
export const adminOnlyStandsAlone: Rule = ({ next }) => {
  const names = mechanisms(next);
  return names.includes('admin_only') && names.length > 1
    ? invalidParameter('Invalid account recovery setting parameter.'
      + ' admin_only cannot be combined with other recovery mechanisms.')
    : undefined;
};
