import { invalidParameter } from '../errors';
import { isObject, object } from '../json';
import type { Rule } from './proposal';

/** R5/H10. The service's words were not found; these are ours. */
export const preTokenGenerationTwins: Rule = ({ request }) => {
  const { PreTokenGeneration: legacy, PreTokenGenerationConfig: versioned } = object(request.LambdaConfig);
  return legacy === undefined || !isObject(versioned) || versioned.LambdaArn === legacy ? undefined
    : invalidParameter('PreTokenGeneration and the LambdaArn of PreTokenGenerationConfig must be identical');
};

/** R6/H11: known from tools that refuse it beforehand; the words are ours. */
export const customSenderKey: Rule = ({ request }) => {
  const { CustomSMSSender, CustomEmailSender, KMSKeyID } = object(request.LambdaConfig);
  return KMSKeyID !== undefined || (CustomSMSSender === undefined && CustomEmailSender === undefined) ? undefined
    : invalidParameter('KMSKeyID is required when CustomSMSSender or CustomEmailSender is set');
};
