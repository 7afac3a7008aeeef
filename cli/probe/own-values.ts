import { smsSender, type Given } from './given';
import type { Json } from '../../src/core/wire/json';

/** What a sample is for. */
export interface Place {
  readonly given: Given;
  readonly region: string;
  readonly poolName: string;
}

/** Left out: it names what has to exist. */
const EXISTING = () => undefined;
/** Left out: it would let anybody register a client. */
const OPEN = () => undefined;
/** Left out: a link needs a domain, and its text cannot stand beside that of a code (R7). */
const LINK = () => undefined;
/** Left out: it is the pool's own message under another name. */
const SHARED = () => undefined;

/** Values that no row of the ledger tells: what the service takes without anything else, or nothing. */
export const OWN_VALUES: Readonly<Record<string, (place: Place) => Json | undefined>> = {
  'PoolName': ({ poolName }) => `${poolName}-renamed`,
  'UserPoolTags': () => ({ probe: 'set' }),
  'Policies.SignInPolicy.AllowedFirstAuthFactors': () => ['PASSWORD', 'EMAIL_OTP'],
  'WebAuthnConfiguration.RelyingPartyId': () => 'probe.example.com',
  'SmsConfiguration.ExternalId': ({ given }) => given.smsExternalId,
  'SmsConfiguration.SnsRegion': ({ region }) => region,
  'SmsConfiguration.EumsSms.ExternalId': ({ given }) => given.smsExternalId,
  'SmsConfiguration.EumsSms.Region': ({ region }) => region,
  'SmsConfiguration.EumsSms.OriginationIdentity': EXISTING,
  'SmsConfiguration.EumsSms.ConfigurationSetName': EXISTING,
  'SmsConfiguration.EumsSms.InEntityId': EXISTING,
  'SmsConfiguration.EumsSms.InTemplateId': EXISTING,
  'SmsMfaConfiguration.SmsConfiguration': ({ given }) => given.smsRole && smsSender(given).SmsConfiguration,
  'SmsMfaConfiguration.SmsAuthenticationMessage': SHARED,
  'EmailConfiguration.From': EXISTING,
  'EmailConfiguration.ConfigurationSet': EXISTING,
  'VerificationMessageTemplate.EmailMessageByLink': LINK,
  'VerificationMessageTemplate.EmailSubjectByLink': LINK,
  'VerificationMessageTemplate.DefaultEmailOption': LINK,
  'DcrConfiguration.OpenDcrEnabled': OPEN,
  'DcrConfiguration.OpenDcrGrantTypes': OPEN,
  'DcrConfiguration.AuthenticatedGrantTypes': EXISTING,
  'DcrConfiguration.AllowedScopes': EXISTING,
};
