import * as fc from 'fast-check';
import { mfaDeclarations, mfaPools } from './mfa-arbitraries';
import { outcomeOf, planted } from './state';
import type { OmissionMode, Seed } from '../../local/cognito';
import { capture } from '../../src/core/apply/capture';
import type { OnRemoval } from '../../src/core/wire/contract';
import type { JsonObject } from '../../src/core/wire/json';
import { declarations, few, seeds } from '../support/arbitraries';
import { deploy } from '../support/deploy';
import { portTo } from '../support/in-process-port';

/** What a template says of a pool, as the properties of the custom resource have it. */
export interface Template {
  readonly Settings: JsonObject;
  readonly Clear: readonly (readonly string[])[];
}

/** A pool, and the templates that are deployed to it one after another. */
export interface Life {
  readonly seed: Seed;
  readonly onRemoval: OnRemoval;
  readonly templates: readonly Template[];
}

/** Settings that have a way back to their default, by any of their names (behaviour.md, E). */
const CLEARABLE = [
  'Policies.PasswordPolicy.MinimumLength', 'Policies.PasswordPolicy.RequireNumbers',
  'Policies.PasswordPolicy.PasswordHistorySize', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
  'Policies.SignInPolicy', 'Policies.SignInPolicy.AllowedFirstAuthFactors', 'DeletionProtection',
  'LambdaConfig', 'LambdaConfig.PreSignUp', 'LambdaConfig.CustomEmailSender', 'LambdaConfig.CustomSMSSender',
  'LambdaConfig.KMSKeyID',
  'LambdaConfig.PreTokenGeneration', 'LambdaConfig.PreTokenGenerationConfig', 'LambdaConfig.InboundFederation',
  'AutoVerifiedAttributes', 'UserAttributeUpdateSettings', 'SmsVerificationMessage', 'EmailVerificationMessage',
  'VerificationMessageTemplate', 'VerificationMessageTemplate.SmsMessage', 'VerificationMessageTemplate.EmailSubject',
  'VerificationMessageTemplate.DefaultEmailOption', 'SmsAuthenticationMessage', 'DeviceConfiguration', 'EmailConfiguration',
  'EmailConfiguration.From', 'EmailConfiguration.SourceArn', 'UserPoolTags', 'AdminCreateUserConfig',
  'AdminCreateUserConfig.AllowAdminCreateUserOnly', 'AdminCreateUserConfig.InviteMessageTemplate',
  'AdminCreateUserConfig.InviteMessageTemplate.EmailSubject', 'UserPoolAddOns', 'AccountRecoverySetting', 'KeyConfiguration',
  'IssuerConfiguration', 'AcrConfiguration', 'AcrConfiguration.Level2', 'DcrConfiguration', 'DcrConfiguration.AllowedScopes',
].map((dotted) => dotted.split('.'));

const CLEARABLE_MFA = [
  'MfaConfiguration', 'SmsMfaConfiguration', 'SoftwareTokenMfaConfiguration',
  'EmailMfaConfiguration', 'EmailMfaConfiguration.Subject',
  'WebAuthnConfiguration', 'WebAuthnConfiguration.RelyingPartyId', 'UserPoolTags', 'SmsAuthenticationMessage', 'UserPoolAddOns',
].map((dotted) => dotted.split('.'));

/** What is declared cannot be cleared in the same template, neither whole nor in part. */
function isFree(settings: JsonObject, clear: readonly string[]): boolean {
  let value: unknown = settings;
  for (const name of clear) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    value = (value as JsonObject)[name];
    if (value === undefined) return true;
  }
  return false;
}

/** What nothing can take off a pool (H20, R3), or what every pool has: not to be dropped where it would be reset. */
const LASTING = ['SmsConfiguration', 'PoolName', 'UserPoolTier', 'SmsMfaConfiguration'];

const someOf = (clearable: Template['Clear']): fc.Arbitrary<Template['Clear']> =>
  fc.uniqueArray(fc.constantFrom(...clearable), { maxLength: 3 });

const templates = (settings: fc.Arbitrary<JsonObject>, clearable: Template['Clear']): fc.Arbitrary<Template> => fc.record({
  Settings: settings,
  Clear: fc.oneof({ weight: 2, arbitrary: fc.constant([] as Template['Clear']) }, { weight: 1, arbitrary: someOf(clearable) }),
}).map(({ Settings, Clear }) => ({ Settings, Clear: Clear.filter((each) => isFree(Settings, each)) }));

function forRemoval({ Settings, Clear }: Template, onRemoval: OnRemoval): Template {
  if (onRemoval !== 'RESET_TO_DEFAULT') return { Settings, Clear };
  return { Settings: Object.fromEntries(Object.entries(Settings).filter(([name]) => !LASTING.includes(name))), Clear };
}

/** Most templates know that MFA that is off has no factors, and that MFA that is not has some. */
function sensible({ MfaConfiguration: mode, ...rest }: JsonObject): JsonObject {
  const { SmsMfaConfiguration: _sms, SoftwareTokenMfaConfiguration: _totp, EmailMfaConfiguration: _email, ...others } = rest;
  return mode === 'OFF' ? { MfaConfiguration: mode, ...others } : { ...(mode && { MfaConfiguration: mode }), ...rest };
}

const plainSettings = few(declarations(), 4);
const mfaSettings = fc.tuple(mfaDeclarations, few(declarations(), 1)).map(([mfa, plain]) => ({ ...plain, ...sensible(mfa) }));

/** Pools that could be live today, with little or with much of their own; attributes to verify stand beside what needs them. */
const plainPools: fc.Arbitrary<Seed> = fc.oneof(
  { weight: 1, arbitrary: seeds() },
  { weight: 3, arbitrary: few(seeds().map(({ pool }) => pool), 6).map(sparse) },
);

function sparse({ AutoVerifiedAttributes, UserAttributeUpdateSettings: updates, ...pool }: JsonObject): Seed {
  const needing = updates === undefined ? {} : { UserAttributeUpdateSettings: updates };
  const verified = AutoVerifiedAttributes === undefined ? {} : { AutoVerifiedAttributes, ...needing };
  return { pool: { Name: 'law', UserPoolTier: 'PLUS', MfaConfiguration: 'OFF', ...pool, ...verified } };
}

interface Kind {
  readonly pools: fc.Arbitrary<Seed>;
  readonly settings: fc.Arbitrary<JsonObject>;
  readonly clearable: Template['Clear'];
}

export const PLAIN: Kind = { pools: plainPools, settings: plainSettings, clearable: CLEARABLE };
export const MFA: Kind = { pools: mfaPools.map(({ seed }) => seed), settings: mfaSettings, clearable: CLEARABLE_MFA };

export interface Span {
  readonly minLength: number;
  readonly maxLength: number;
  readonly onRemoval: readonly OnRemoval[];
}

export function lives({ pools, settings, clearable }: Kind, { minLength, maxLength, onRemoval }: Span): fc.Arbitrary<Life> {
  return fc.record({
    seed: pools,
    onRemoval: fc.constantFrom(...onRemoval),
    templates: fc.array(templates(settings, clearable), { minLength, maxLength }),
    isAsPool: fc.array(fc.boolean(), { minLength: maxLength, maxLength }),
  }).map(({ seed, templates: drawn, isAsPool, ...life }) => ({
    ...life,
    seed,
    templates: drawn.map((each, index) => forRemoval(isAsPool[index] ? asPool(each, seed) : each, life.onRemoval)),
  }));
}

/** The first declared setting that the pool has as well gets the pool's own value: to declare what is there is common. */
function asPool({ Settings, Clear }: Template, { pool }: Seed): Template {
  const name = Object.keys(Settings).find((each) => each in pool && !each.startsWith('UserPoolT'));
  return { Settings: name === undefined ? Settings : { ...Settings, [name]: pool[name] }, Clear };
}

/** A pool under a life: each event is what CloudFormation sends, `undefined` in place of a template the deletion. */
export async function begin(omission: OmissionMode, { seed, onRemoval }: Life) {
  const { cognito, id } = planted(omission, seed);
  const Before = JSON.stringify(await capture(portTo(cognito), id));
  const properties = (template: Template | undefined) => template && {
    ...template, OnRemoval: onRemoval, ...(onRemoval === 'RESTORE_PREVIOUS' && { Before }),
  };
  cognito.clearRequests();
  return {
    cognito,
    id,
    event: async (template: Template | undefined, former?: Template) =>
      outcomeOf(deploy(portTo(cognito), id, properties(template), properties(former))),
  };
}
