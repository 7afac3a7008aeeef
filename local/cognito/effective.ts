import * as defaults from './defaults';
import { compact, object, type Draft, type Json, type JsonObject } from './json';
import { LEGACY_MESSAGES } from './members';

/** The settings as the service lives by them and shows them: every default filled in, every twin beside its other name. */
export function effectiveSettings(settings: JsonObject): JsonObject {
  const passwordPolicy = effectivePasswordPolicy(settings);
  const adminCreateUserConfig = object(settings.AdminCreateUserConfig);
  const template = { ...defaults.VERIFICATION_MESSAGE_TEMPLATE, ...object(settings.VerificationMessageTemplate) };
  return compact({
    DeletionProtection: 'INACTIVE',
    MfaConfiguration: 'OFF',
    UserPoolTier: 'ESSENTIALS',
    LambdaConfig: {},
    ...settings,
    Policies: {
      ...object(settings.Policies),
      PasswordPolicy: passwordPolicy,
      SignInPolicy: { AllowedFirstAuthFactors: defaults.FIRST_AUTH_FACTORS, ...object(object(settings.Policies).SignInPolicy) },
    },
    VerificationMessageTemplate: template,
    ...legacyTwins(template),
    AdminCreateUserConfig: {
      ...defaults.ADMIN_CREATE_USER_CONFIG,
      ...adminCreateUserConfig,
      // H5: the mirror; only a pool from before TemporaryPasswordValidityDays has a value of its own here.
      UnusedAccountValidityDays: passwordPolicy.TemporaryPasswordValidityDays ?? adminCreateUserConfig.UnusedAccountValidityDays,
    },
    EmailConfiguration: { ...defaults.EMAIL_CONFIGURATION, ...object(settings.EmailConfiguration) },
    KeyConfiguration: { ...defaults.KEY_CONFIGURATION, ...object(settings.KeyConfiguration) },
    IssuerConfiguration: { ...defaults.ISSUER_CONFIGURATION, ...object(settings.IssuerConfiguration) },
    AcrConfiguration: acrLevels(object(settings.AcrConfiguration)),
    DeviceConfiguration: filled(settings.DeviceConfiguration, defaults.DEVICE_CONFIGURATION),
    DcrConfiguration: filled(settings.DcrConfiguration, defaults.DCR_CONFIGURATION),
  });
}

function effectivePasswordPolicy(settings: JsonObject): JsonObject {
  const given = object(settings.Policies).PasswordPolicy;
  const policy = given === undefined ? defaults.PASSWORD_POLICY : { ...defaults.PARTIAL_PASSWORD_POLICY, ...object(given) };
  if (isOldPool(settings)) return compact({ ...policy, TemporaryPasswordValidityDays: undefined });
  // R3: 0 is as good as null.
  return policy.TemporaryPasswordValidityDays === 0
    ? { ...policy, TemporaryPasswordValidityDays: defaults.TEMPORARY_PASSWORD_VALIDITY_DAYS }
    : policy;
}

/** H5: a pool whose temporary passwords are still governed by the alias. */
function isOldPool(settings: JsonObject): boolean {
  return object(object(settings.Policies).PasswordPolicy).TemporaryPasswordValidityDays === undefined
    && object(settings.AdminCreateUserConfig).UnusedAccountValidityDays !== undefined;
}

function legacyTwins(template: JsonObject): JsonObject {
  const twins: Draft = {};
  for (const [legacy, member] of LEGACY_MESSAGES) twins[legacy] = template[member];
  return compact(twins);
}

function acrLevels(custom: JsonObject): JsonObject {
  const levels: Draft = {};
  for (const level of Object.keys(defaults.ACR_NAMES)) levels[level] = { AcrValue: defaults.ACR_NAMES[level] };
  return compact({ ...levels, ...custom });
}

function filled(given: Json | undefined, filling: JsonObject): JsonObject | undefined {
  return given === undefined ? undefined : { ...filling, ...object(given) };
}
