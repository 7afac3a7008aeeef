import { invalidParameter } from '../errors';
import { isObject, object, type JsonObject } from '../json';
import type { Proposal, Rule } from './proposal';

/** The SMS settings that a request brings, by either API. */
function smsConfiguration({ request }: Proposal): JsonObject | undefined {
  const given = request.SmsConfiguration ?? object(request.SmsMfaConfiguration).SmsConfiguration;
  return isObject(given) ? given : undefined;
}

/** R11 and H20: the rule is the docs', the words are ours. An empty SnsCallerArn is none. */
export const oneSmsCaller: Rule = (proposal) => {
  const given = smsConfiguration(proposal);
  return given && isTruthy(given.SnsCallerArn) && given.EumsSms !== undefined
    ? invalidParameter('Provide either SnsCallerArn or EumsSms in SmsConfiguration, but not both')
    : undefined;
};

/** H12: an empty object is refused; the words are ours. */
export const someSmsCaller: Rule = (proposal) => {
  const given = smsConfiguration(proposal);
  return given && !isTruthy(given.SnsCallerArn) && given.EumsSms === undefined
    ? invalidParameter('SmsConfiguration requires SnsCallerArn or EumsSms')
    : undefined;
};

/** R11: the rule and the exception are the docs', the words are ours. */
export const eumsRegion: Rule = (proposal) => {
  const region = object(smsConfiguration(proposal)?.EumsSms).Region;
  return region === undefined || region === proposal.region ? undefined
    : invalidParameter(`The Region of EumsSms must be the Region of the user pool, ${proposal.region}`);
};

const isTruthy = (value: unknown): boolean => Boolean(value);
