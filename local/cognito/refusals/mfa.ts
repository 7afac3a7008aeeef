import { invalidParameter } from '../errors';
import { list, object, type JsonObject } from '../json';
import { hasFactor } from '../state';
import type { Rule } from './proposal';

/** H6/R12: UpdateUserPool never turns MFA on for everybody. */
export const requiringMfaLater: Rule = ({ current, next }) =>
  current && next.settings.MfaConfiguration === 'ON' && current.settings.MfaConfiguration !== 'ON'
    ? invalidParameter('Cannot turn MFA functionality ON, once the user pool has been created.')
    : undefined;

/** H6/R12. An unchanged value is accepted, unless the request takes the last factor away. */
export const mfaWithoutFactor: Rule = ({ current, next }) => {
  if (next.settings.MfaConfiguration === 'OFF' || hasFactor(next.factors)) return undefined;
  const unchanged = current?.settings.MfaConfiguration === next.settings.MfaConfiguration;
  return current && unchanged && !hasFactor(current.factors) ? undefined
    : invalidParameter('SMS configuration and Auto verification for phone_number are required'
      + ' when MFA is required/optional');
};

/** H6: what makes SMS a factor by UpdateUserPool or CreateUserPool, when nothing else is one. */
export function canSendMfaBySms(settings: JsonObject): boolean {
  return settings.SmsConfiguration !== undefined && list(settings.AutoVerifiedAttributes).includes('phone_number');
}

const FACTOR_BLOCKS = ['SmsMfaConfiguration', 'SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration'];

/** H2: an omitted MfaConfiguration is OFF, and OFF bears no factor block, not even one that says Enabled: false. */
export const factorsUnderOff: Rule = ({ request }) =>
  (request.MfaConfiguration ?? 'OFF') === 'OFF' && FACTOR_BLOCKS.some((block) => request[block] !== undefined)
    ? invalidParameter("Invalid MFA configuration given, can't turn off MFA and configure an MFA together.")
    : undefined;

/** H2: passkeys are no factor, and the service has other words for a request that brings nothing else. */
export const noFactorUnderOn: Rule = ({ request, next }) => {
  if (next.settings.MfaConfiguration === 'OFF' || hasFactor(next.factors)) return undefined;
  return request.WebAuthnConfiguration !== undefined && FACTOR_BLOCKS.every((block) => request[block] === undefined)
    ? invalidParameter('Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.')
    : invalidParameter("Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.");
};

/** The words are ours: no report of an SMS block on a pool that cannot send SMS was found. */
export const smsFactorNeedsSms: Rule = ({ request, next }) =>
  request.SmsMfaConfiguration !== undefined && object(next.settings.SmsConfiguration).SnsCallerArn === undefined
    && object(next.settings.SmsConfiguration).EumsSms === undefined
    ? invalidParameter('SmsConfiguration is required to enable SMS MFA')
    : undefined;
