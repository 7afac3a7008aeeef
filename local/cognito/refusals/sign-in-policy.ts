import { invalidParameter } from '../errors';
import type { Json } from '../json';
import { firstAuthFactors, type Rule } from './proposal';

const isOneTimePassword = (factor: Json): boolean => factor === 'EMAIL_OTP' || factor === 'SMS_OTP';

/** H8/R13 */
export const oneTimePasswordsWithRequiredMfa: Rule = ({ next }) =>
  next.settings.MfaConfiguration === 'ON' && firstAuthFactors(next).some(isOneTimePassword)
    ? invalidParameter('Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled')
    : undefined;

/** H8/R13 */
export const passkeysWithRequiredMfa: Rule = ({ next }) =>
  next.settings.MfaConfiguration === 'ON' && firstAuthFactors(next).includes('WEB_AUTHN')
    && next.webAuthn.FactorConfiguration !== 'MULTI_FACTOR_WITH_USER_VERIFICATION'
    ? invalidParameter('Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required'
      + ' and WebAuthn is an allowed first auth factor')
    : undefined;

/** H8/R13 */
export const smsOneTimePassword: Rule = ({ next }) =>
  firstAuthFactors(next).includes('SMS_OTP') && next.settings.SmsConfiguration === undefined
    ? invalidParameter('SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration')
    : undefined;

/** R13: in the enum, and "not currently supported"; the words are ours. */
export const softwareToken: Rule = ({ next }) =>
  firstAuthFactors(next).includes('SOFTWARE_TOKEN')
    ? invalidParameter('SOFTWARE_TOKEN is not supported as a first auth factor')
    : undefined;
