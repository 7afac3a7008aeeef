import { alike, isIn, isNothing, leavesOf, MIRRORS, MOVING, path } from './oracle';
import { EmbeddedCognito, type OmissionMode, type Seed } from '../../local/cognito';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { formatPath } from '../../src/core/wire/path';

/** A pool as a law sees it: every setting by its path, each under one name, without those that are as if nobody had set them. */
export type State = ReadonlyMap<string, Json>;

export const MODES: readonly OmissionMode[] = ['asMeasured', 'allReset', 'allKept'];

/** What a pool has that nobody set (behaviour.md E, R3, R16-R18): to have it and to lack it is the same. */
const DEFAULTS = new Map<string, Json>(([
  ['Policies.PasswordPolicy.MinimumLength', 8],
  ...['Uppercase', 'Lowercase', 'Numbers', 'Symbols']
    .map((kind): [string, Json] => [`Policies.PasswordPolicy.Require${kind}`, true]),
  ['Policies.PasswordPolicy.PasswordHistorySize', 0],
  ['Policies.PasswordPolicy.TemporaryPasswordValidityDays', 7],
  ['Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD']],
  ['DeletionProtection', 'INACTIVE'],
  ['AutoVerifiedAttributes', []],
  ['UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate', []],
  ['VerificationMessageTemplate.DefaultEmailOption', 'CONFIRM_WITH_CODE'],
  ['MfaConfiguration', 'OFF'],
  ['EmailConfiguration.EmailSendingAccount', 'COGNITO_DEFAULT'],
  ['AdminCreateUserConfig.AllowAdminCreateUserOnly', false],
  ['UserPoolAddOns.AdvancedSecurityMode', 'OFF'],
  ['KeyConfiguration.KeyType', 'AWS_OWNED_KEY'],
  ['IssuerConfiguration.Type', 'ORIGINAL'],
  ...[1, 2, 3, 4].map((level): [string, Json] => [`AcrConfiguration.Level${level}.AcrValue`, `urn:cognito:loa:${level}`]),
  ['DcrConfiguration.EnableStatus', 'Disabled'],
  ['DcrConfiguration.OpenDcrEnabled', false],
  ...['PreTokenGenerationConfig', 'CustomSMSSender', 'CustomEmailSender', 'InboundFederation']
    .map((trigger): [string, Json] => [`LambdaConfig.${trigger}.LambdaVersion`, 'V1_0']),
  ['SoftwareTokenMfaConfiguration.Enabled', false],
  ['WebAuthnConfiguration.UserVerification', 'preferred'],
  ['WebAuthnConfiguration.FactorConfiguration', 'SINGLE_FACTOR'],
] satisfies [string, Json][]).map(([dotted, value]) => [path(dotted), value]));

const isDefault = (leaf: string, value: Json) =>
  isNothing(leaf, value) || (DEFAULTS.has(leaf) && JSON.stringify(value) === JSON.stringify(DEFAULTS.get(leaf)));

/** The settings of a document in that form. */
export function settingsIn(document: JsonObject): State {
  const leaves = leavesOf(document);
  for (const [legacy, modern] of MIRRORS) {
    const value = leaves.get(legacy);
    if (value !== undefined && !leaves.has(modern)) leaves.set(modern, value);
    leaves.delete(legacy);
  }
  return new Map([...leaves].flatMap(([leaf, value]) => isDefault(leaf, value) ? [] : [[leaf, alike(value) as Json]]));
}

/** Factors that are on by being there, as no leaf shows them. */
export const SMS = path('SmsMfaConfiguration');
export const EMAIL = path('EmailMfaConfiguration');

const FACTORS = ['SmsMfaConfiguration', 'SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration'];
const isFactor = (name: string) => FACTORS.includes(name);

export function stateOf(cognito: EmbeddedCognito, id: string): State {
  const { Name, ...pool } = cognito.pool(id);
  const isOff = pool.MfaConfiguration === 'OFF';
  const blocks = Object.entries(cognito.mfa(id)).filter(([name]) => name !== 'MfaConfiguration' && !(isOff && isFactor(name)));
  const { SmsMfaConfiguration, ...mfa } = Object.fromEntries(blocks);
  const { SmsConfiguration: _role, SmsAuthenticationMessage: _message, ...ofSms } = (SmsMfaConfiguration ?? {}) as JsonObject;
  const state = new Map(settingsIn({ ...pool, ...mfa, SmsMfaConfiguration: ofSms, PoolName: Name }));
  for (const leaf of MOVING) state.delete(leaf);
  const { sms, email } = cognito.factors(id);
  if (sms) state.set(SMS, true);
  if (email && !isOff) state.set(EMAIL, true);
  return state;
}

/** The leaves in which two states differ. */
export function moved(before: State, after: State): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((leaf) => JSON.stringify(before.get(leaf)) !== JSON.stringify(after.get(leaf)));
}

/** The same for people. */
export function told(leaves: Iterable<string>): string[] {
  return [...leaves].map((leaf) => formatPath(JSON.parse(leaf) as string[])).sort();
}

/** Whether a path, as errors show it, names this leaf; a factor that is on by being there is named by its members. */
export function names(shown: string, leaf: string): boolean {
  const way = JSON.parse(leaf) as string[];
  const isAbove = way.some((_, depth) => formatPath(way.slice(0, depth + 1)) === shown);
  return isAbove || ([SMS, EMAIL].includes(leaf) && isIn(path(shown), way[0]));
}

export function planted(omission: OmissionMode, seed: Seed) {
  const cognito = new EmbeddedCognito({ omission });
  return { cognito, id: cognito.seed(seed) };
}

/** The outcome of a run: nothing, or its error. */
export const outcomeOf = async (run: Promise<unknown>): Promise<unknown> => run.then(() => undefined, (error: unknown) => error);
