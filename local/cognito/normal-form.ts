import { ACR_NAMES } from './defaults';
import { compact, has, isObject, object, omit, type Draft, type JsonObject } from './json';
import { LEGACY_MESSAGES, NOT_SETTINGS } from './members';

/** The settings among a request's (or an answer's) members, each said once: twins are folded into one place. */
export function normalSettings(document: JsonObject): JsonObject {
  const settings = omit(document, NOT_SETTINGS);
  return compact({
    ...omit(settings, new Set(LEGACY_MESSAGES.keys())),
    VerificationMessageTemplate: verificationMessages(settings),
    AdminCreateUserConfig: settings.AdminCreateUserConfig === undefined ? undefined : adminCreateUserConfig(settings),
    LambdaConfig: settings.LambdaConfig === undefined ? undefined : lambdaConfig(object(settings.LambdaConfig)),
    AcrConfiguration: settings.AcrConfiguration === undefined ? undefined : customAcrNames(object(settings.AcrConfiguration)),
  });
}

export function legacyMessages(document: JsonObject): JsonObject {
  const messages: Draft = {};
  for (const [legacy, member] of LEGACY_MESSAGES) messages[member] = document[legacy];
  return compact(messages);
}

function verificationMessages(settings: JsonObject): JsonObject | undefined {
  const legacy = legacyMessages(settings);
  const template = settings.VerificationMessageTemplate;
  if (template === undefined && Object.keys(legacy).length === 0) return undefined;
  return { ...legacy, ...object(template) };
}

/** H5: where the pool has the real thing, the alias only mirrors it. */
function adminCreateUserConfig(settings: JsonObject): JsonObject {
  const config = object(settings.AdminCreateUserConfig);
  const days = object(object(settings.Policies).PasswordPolicy).TemporaryPasswordValidityDays;
  return days === undefined ? config : omit(config, new Set(['UnusedAccountValidityDays']));
}

/** H10: whichever of the two is set, both are read; the legacy one alone means the first event version. */
function lambdaConfig(config: JsonObject): JsonObject {
  const versioned = config.PreTokenGenerationConfig;
  if (isObject(versioned)) return compact({ ...config, PreTokenGeneration: versioned.LambdaArn });
  if (!has(config, 'PreTokenGeneration')) return config;
  return { ...config, PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: config.PreTokenGeneration } };
}

/** R17: a level with its default name is as good as not given. */
function customAcrNames(levels: JsonObject): JsonObject {
  return compact(Object.fromEntries(Object.entries(levels).filter(([level, value]) => !isDefaultAcrLevel(level, object(value)))));
}

function isDefaultAcrLevel(level: string, value: JsonObject): boolean {
  return value.AcrValue === ACR_NAMES[level] && Object.keys(value).length === 1;
}
