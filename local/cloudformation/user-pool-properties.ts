import { typed } from './typed';
import { pick, type Json, type JsonObject } from '../../src/core/wire/json';
import { ResourceRefusal } from '../deployment';

/** The requests that a pool's properties come to. */
export interface UserPoolRequests {
  /** Members of CreateUserPool and UpdateUserPool. */
  readonly settings: JsonObject;
  /** What only CreateUserPool takes: with another value it is another pool. */
  readonly creationOnly: JsonObject;
  /** Attributes can be added later on, by a call of their own. */
  readonly schema: readonly Json[];
  /** Members of SetUserPoolMfaConfig; nothing if no property asks for that call. */
  readonly mfa?: JsonObject;
}

/** Properties that no member of CreateUserPool is called after. */
const OWN = new Set([
  'UserPoolName',
  'EnabledMfas', 'EmailAuthenticationMessage', 'EmailAuthenticationSubject',
  'WebAuthnRelyingPartyID', 'WebAuthnUserVerification', 'WebAuthnFactorConfiguration',
]);

const CREATION_ONLY = new Set(['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration']);

export function requestsOf(properties: JsonObject): UserPoolRequests {
  if (properties.PoolName !== undefined) throw new ResourceRefusal('Encountered unsupported property PoolName');
  const { UserPoolName: PoolName } = properties;
  const named = { ...PoolName !== undefined && { PoolName }, ...pick(properties, (name) => !OWN.has(name)) };
  const members = typed('CreateUserPoolRequest', named) as JsonObject;
  const { Schema = [], MfaConfiguration, ...settings } = members;
  const mfa = mfaOf(properties, members);
  return {
    settings: {
      ...pick(settings, (name) => !CREATION_ONLY.has(name)),
      // Whether MFA can be on depends on the factors, which the other call brings; off it can always be.
      ...MfaConfiguration !== undefined && (!mfa || MfaConfiguration === 'OFF') && { MfaConfiguration },
    },
    creationOnly: pick(settings, (name) => CREATION_ONLY.has(name)),
    schema: Schema as readonly Json[],
    ...mfa && { mfa },
  };
}

function mfaOf(properties: JsonObject, members: JsonObject): JsonObject | undefined {
  const { SmsConfiguration, SmsAuthenticationMessage, MfaConfiguration } = members;
  const email = defined({ Message: properties.EmailAuthenticationMessage, Subject: properties.EmailAuthenticationSubject });
  const webAuthn = defined({
    RelyingPartyId: properties.WebAuthnRelyingPartyID,
    UserVerification: properties.WebAuthnUserVerification,
    FactorConfiguration: properties.WebAuthnFactorConfiguration,
  });
  const factors = properties.EnabledMfas as readonly Json[] | undefined;
  if (!factors && !email && !webAuthn) return undefined;
  const sms = defined({ SmsConfiguration, SmsAuthenticationMessage });
  const has = (factor: string, isImplied: boolean) => factors?.includes(factor) ?? isImplied;
  const isOn = MfaConfiguration !== undefined && MfaConfiguration !== 'OFF';
  return typed('SetUserPoolMfaConfigRequest', {
    ...MfaConfiguration !== undefined && { MfaConfiguration },
    ...sms && has('SMS_MFA', isOn) && { SmsMfaConfiguration: sms },
    ...has('SOFTWARE_TOKEN_MFA', false) && { SoftwareTokenMfaConfiguration: { Enabled: true } },
    ...has('EMAIL_OTP', isOn && email !== undefined) && { EmailMfaConfiguration: email ?? {} },
    ...webAuthn && { WebAuthnConfiguration: webAuthn },
  }) as JsonObject;
}

/** The members that have a value; nothing if none has. */
function defined(members: Readonly<Record<string, Json | undefined>>): JsonObject | undefined {
  const present = Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return present.length > 0 ? Object.fromEntries(present) : undefined;
}
