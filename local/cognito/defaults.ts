import type { JsonObject } from './json';

/** A pool that was never given a password policy. */
export const PASSWORD_POLICY: JsonObject = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};

/** R20: what fills a partial policy, which is weaker than having none. */
export const PARTIAL_PASSWORD_POLICY: JsonObject = {
  MinimumLength: 8,
  RequireUppercase: false,
  RequireLowercase: false,
  RequireNumbers: false,
  RequireSymbols: false,
  TemporaryPasswordValidityDays: 7,
};

export const FIRST_AUTH_FACTORS = ['PASSWORD'];

export const TEMPORARY_PASSWORD_VALIDITY_DAYS = 7;

/** H17: any value switches device remembering on, and reads back whole. */
export const DEVICE_CONFIGURATION: JsonObject = {
  ChallengeRequiredOnNewDevice: false,
  DeviceOnlyRememberedOnUserPrompt: false,
};

/** R16: of a configuration that is given; an omitted EnableStatus turns registration on. */
export const DCR_CONFIGURATION: JsonObject = { EnableStatus: 'Enabled', OpenDcrEnabled: false };

/** R17 */
export const ACR_NAMES: Readonly<Record<string, string>> = {
  Level1: 'urn:cognito:loa:1',
  Level2: 'urn:cognito:loa:2',
  Level3: 'urn:cognito:loa:3',
  Level4: 'urn:cognito:loa:4',
};

/** Read with every pool, whatever it was given (H12, H19, R18). */
export const EMAIL_CONFIGURATION: JsonObject = { EmailSendingAccount: 'COGNITO_DEFAULT' };
export const KEY_CONFIGURATION: JsonObject = { KeyType: 'AWS_OWNED_KEY' };
export const ISSUER_CONFIGURATION: JsonObject = { Type: 'ORIGINAL' };
export const VERIFICATION_MESSAGE_TEMPLATE: JsonObject = { DefaultEmailOption: 'CONFIRM_WITH_CODE' };
export const ADMIN_CREATE_USER_CONFIG: JsonObject = { AllowAdminCreateUserOnly: false };

const stringAttribute = (Name: string, more: JsonObject = {}): JsonObject => ({
  Name,
  AttributeDataType: 'String',
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
  StringAttributeConstraints: { MinLength: '0', MaxLength: '2048' },
  ...more,
});

/** Enough of the standard attributes to be told apart from custom ones. */
export const SCHEMA_ATTRIBUTES: readonly JsonObject[] = [
  stringAttribute('sub', { Mutable: false, Required: true, StringAttributeConstraints: { MinLength: '1', MaxLength: '2048' } }),
  stringAttribute('name'),
  stringAttribute('email'),
  stringAttribute('phone_number'),
];
