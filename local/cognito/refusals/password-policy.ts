import { invalidParameter } from '../errors';
import { object } from '../json';
import type { Rule } from './proposal';

/** H5: the alias is refused on every pool that has the real thing, which is every pool but very old ones. */
export const unusedAccountValidityDays: Rule = ({ request, current }) => {
  if (object(request.AdminCreateUserConfig).UnusedAccountValidityDays === undefined) return undefined;
  const inRequest = object(object(request.Policies).PasswordPolicy).TemporaryPasswordValidityDays;
  const inPool = object(object(current?.settings.Policies).PasswordPolicy).TemporaryPasswordValidityDays;
  return inRequest === undefined && inPool === undefined ? undefined
    : invalidParameter('Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays');
};
