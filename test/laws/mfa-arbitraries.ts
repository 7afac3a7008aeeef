import * as fc from 'fast-check';
import type { Factors, Seed } from '../../local/cognito';
import type { JsonObject } from '../../src/core/wire/json';

/** Pools in every MFA state that the service can be brought to, and what a template may ask of them. */

const word = fc.stringMatching(/^[a-z][a-z0-9]{2,5}$/);
const message = word.map((text) => `${text} {####}`);
const role = word.map((name) => `arn:aws:iam::123456789012:role/${name}`);
const some = { requiredKeys: [] as [] };
const often = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2, nil: undefined });

const sms = fc.record({
  SnsCallerArn: role,
  ExternalId: word,
  SnsRegion: fc.constant('us-east-1'),
}, { requiredKeys: ['SnsCallerArn'] });
const email = fc.record({ Message: message, Subject: word }, some);
/** Passkeys that could be a second factor stand beside any mode (R13). */
const passkeys = fc.record({
  RelyingPartyId: word.map((name) => `${name}.example.com`),
  UserVerification: fc.constantFrom('required', 'preferred'),
  FactorConfiguration: fc.constant('MULTI_FACTOR_WITH_USER_VERIFICATION'),
}, { requiredKeys: ['FactorConfiguration'] });
const future = fc.record({
  FutureMfaConfiguration: fc.record({ Level: fc.integer(), Names: fc.array(word, { maxLength: 2 }) }, some),
}, some);
const mode = fc.constantFrom('OFF', 'OPTIONAL', 'ON');

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

export interface Drawn {
  readonly seed: Seed;
  readonly mode: string;
  readonly factors: Factors;
}

export const mfaPools: fc.Arbitrary<Drawn> = fc.record({
  drawnMode: mode,
  factors: fc.record({ sms: fc.boolean(), softwareToken: fc.boolean(), email: fc.boolean() })
    .filter((factors) => Object.values(factors).some(Boolean)),
  smsConfiguration: sms,
  canSendSms: fc.boolean(),
  smsMessage: often(message),
  emailBlock: email,
  passkeys: often(passkeys),
  passkeyFirst: fc.boolean(),
  future,
  verified: fc.subarray(['email', 'phone_number']),
  tags: fc.dictionary(word, word, { maxKeys: 2 }),
  addOns: fc.constantFrom('OFF', 'AUDIT'),
}).map((drawn) => {
  const isOn = drawn.drawnMode !== 'OFF';
  const factors = isOn ? drawn.factors : { sms: false, softwareToken: false, email: false };
  const firstFactors = drawn.passkeys && drawn.passkeyFirst ? ['PASSWORD', 'WEB_AUTHN'] : ['PASSWORD'];
  const seed: Seed = {
    factors,
    pool: plain({
      Name: 'law',
      UserPoolTier: 'PLUS',
      MfaConfiguration: drawn.drawnMode,
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: firstFactors } },
      AutoVerifiedAttributes: drawn.verified,
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
      },
      SmsConfiguration: factors.sms || drawn.canSendSms ? drawn.smsConfiguration : undefined,
      SmsAuthenticationMessage: drawn.smsMessage,
      UserPoolTags: drawn.tags,
      UserPoolAddOns: { AdvancedSecurityMode: drawn.addOns },
    }),
    mfa: plain({
      ...drawn.future,
      SoftwareTokenMfaConfiguration: factors.softwareToken ? { Enabled: true } : undefined,
      EmailMfaConfiguration: factors.email ? drawn.emailBlock : undefined,
      WebAuthnConfiguration: drawn.passkeys,
    }),
  };
  return { seed, mode: drawn.drawnMode, factors };
});

/** Any settings of MFA, and a few beside them: some pools cannot have them, which is to be refused. */
export const mfaDeclarations: fc.Arbitrary<JsonObject> = fc.record({
  MfaConfiguration: mode,
  SmsMfaConfiguration: fc.record({ SmsConfiguration: sms, SmsAuthenticationMessage: message }, some),
  SoftwareTokenMfaConfiguration: fc.boolean().map((Enabled) => ({ Enabled })),
  EmailMfaConfiguration: email,
  WebAuthnConfiguration: passkeys,
  UserPoolTags: fc.dictionary(word, word, { maxKeys: 2 }),
  DeletionProtection: fc.constantFrom('ACTIVE', 'INACTIVE'),
}, some).map(plain);
