import { EmbeddedCognito, poolWithEverything, type OmissionMode } from '../../local/cognito';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { echo, OWN_MAIL } from '../local/cognito/support';

/*
 * What an omission does, seen by asking the embedded Cognito directly: another pool, other values, another echo than the
 * probe's, and nothing of the ledger.
 */

const MESSAGES = ['SmsVerificationMessage', 'EmailVerificationMessage', 'EmailVerificationSubject'];
const EVERYTHING: JsonObject = poolWithEverything().pool;

/** The members whose omission the probe can see. */
const OF_POOL = [
  'Policies', 'DeletionProtection', 'LambdaConfig', 'AutoVerifiedAttributes', ...MESSAGES, 'VerificationMessageTemplate',
  'SmsAuthenticationMessage', 'UserAttributeUpdateSettings', 'DeviceConfiguration', 'EmailConfiguration', 'SmsConfiguration',
  'UserPoolTags', 'AdminCreateUserConfig', 'UserPoolAddOns', 'AccountRecoverySetting', 'UserPoolTier', 'KeyConfiguration',
  'IssuerConfiguration', 'AcrConfiguration', 'DcrConfiguration',
];
const WITHIN = [
  'Policies.PasswordPolicy', 'Policies.SignInPolicy', 'Policies.PasswordPolicy.PasswordHistorySize',
  'LambdaConfig.InboundFederation', 'AdminCreateUserConfig.InviteMessageTemplate', 'AdminCreateUserConfig.AllowAdminCreateUserOnly',
];
const FACTORS: JsonObject = {
  MfaConfiguration: 'OPTIONAL',
  SoftwareTokenMfaConfiguration: { Enabled: true },
  EmailMfaConfiguration: { Message: 'code {####}', Subject: 'code' },
  WebAuthnConfiguration: { RelyingPartyId: 'auth.example.com', UserVerification: 'required', FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' },
};
const OF_FACTORS = [
  'SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration', 'WebAuthnConfiguration',
  'EmailMfaConfiguration.Message', 'EmailMfaConfiguration.Subject',
  'WebAuthnConfiguration.RelyingPartyId', 'WebAuthnConfiguration.UserVerification', 'WebAuthnConfiguration.FactorConfiguration',
];

export function observedOmissions(omission: OmissionMode): Record<string, string> {
  const all = [
    ...[...OF_POOL, ...WITHIN].map((member) => [member, afterUpdate(omission, member)]),
    ['MfaConfiguration', afterUpdateOfMode(omission)],
    ['PoolName', afterUpdateOfName(omission)],
    ...OF_FACTORS.map((member) => [member, afterSet(omission, member)]),
  ];
  return Object.fromEntries(all) as Record<string, string>;
}

function afterUpdate(omission: OmissionMode, member: string): string {
  const cognito = new EmbeddedCognito({ omission });
  const [name] = member.split('.');
  const beside = name === 'UserAttributeUpdateSettings' ? ['AutoVerifiedAttributes'] : [];
  const wanted = MESSAGES.includes(name) ? ['VerificationMessageTemplate'] : [name, ...beside];
  const pool = Object.fromEntries(wanted.map((each) => [each, EVERYTHING[each] ?? 'sign in with {####}']));
  const id = cognito.seed({ pool: { UserPoolTier: 'PLUS', ...pool } });
  const before = at(cognito.pool(id), member);
  // A message has two names, and is left out under both.
  const names = MESSAGES.includes(name) ? [member, 'VerificationMessageTemplate'] : name === 'VerificationMessageTemplate' ? [member, ...MESSAGES] : [member];
  cognito.call('UpdateUserPool', { UserPoolId: id, ...names.reduce(without, echo(cognito.pool(id))) });
  return told(before, at(cognito.pool(id), member));
}

function afterUpdateOfMode(omission: OmissionMode): string {
  const cognito = new EmbeddedCognito({ omission });
  const id = cognito.seed({ pool: {}, mfa: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } } });
  cognito.call('UpdateUserPool', { UserPoolId: id, ...without(echo(cognito.pool(id)), 'MfaConfiguration') });
  return told('OPTIONAL', cognito.pool(id).MfaConfiguration);
}

function afterUpdateOfName(omission: OmissionMode): string {
  const cognito = new EmbeddedCognito({ omission });
  const id = cognito.createUserPool({ PoolName: 'before' });
  cognito.call('UpdateUserPool', { UserPoolId: id, PoolName: 'after' });
  cognito.call('UpdateUserPool', { UserPoolId: id });
  return told('after', cognito.pool(id).Name);
}

function afterSet(omission: OmissionMode, member: string): string {
  const cognito = new EmbeddedCognito({ omission });
  const id = cognito.seed({ pool: { EmailConfiguration: OWN_MAIL }, mfa: FACTORS });
  const before = at(cognito.mfa(id), member);
  cognito.call('SetUserPoolMfaConfig', { UserPoolId: id, ...without(FACTORS, member) });
  return told(before, at(cognito.mfa(id), member));
}

/** Every value here is one that no new pool has, so what is not kept was reset. */
function told(before: Json | undefined, after: Json | undefined): string {
  if (before === undefined) throw new Error('the value was never there');
  return JSON.stringify(before) === JSON.stringify(after) ? 'kept' : 'reset';
}

function at(document: JsonObject, member: string): Json | undefined {
  return member.split('.').reduce<Json | undefined>((value, name) => (value as JsonObject | undefined)?.[name], document);
}

function without(document: JsonObject, member: string): JsonObject {
  const [name, ...rest] = member.split('.');
  const { [name]: value, ...others } = document;
  return rest.length === 0 || value === undefined ? others : { ...others, [name]: without(value as JsonObject, rest.join('.')) };
}
