import { invalidParameter } from '../errors';
import { list, object } from '../json';
import type { Rule } from './proposal';

/**
 * H7/R4. Only a request that says one of the two is held to it: what happens to a kept setting whose attribute an omission
 * took away is not known.
 */
export const attributeUpdateSettings: Rule = ({ request, next }) => {
  if (request.UserAttributeUpdateSettings === undefined && request.AutoVerifiedAttributes === undefined) return undefined;
  const verified = list(next.settings.AutoVerifiedAttributes);
  const required = list(object(next.settings.UserAttributeUpdateSettings).AttributesRequireVerificationBeforeUpdate);
  return required.every((attribute) => verified.includes(attribute)) ? undefined
    : invalidParameter('All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes');
};
