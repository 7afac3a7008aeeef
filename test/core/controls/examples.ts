import type { JsonObject } from '../../../src/core/wire/json';

/** Stands for a value that only the deployment knows. */
export const TOKEN = '${Token[TOKEN.1]}';

export interface Broken {
  readonly settings: JsonObject;
  /** Whether the settings are the whole pool. @default false */
  readonly isWhole?: boolean;
  readonly path: string;
  readonly sentence: string;
}

export interface Example {
  readonly level: 'error' | 'warning';
  /** Whole pools that keep the control. */
  readonly kept: readonly JsonObject[];
  readonly broken: readonly Broken[];
  /** Parts of a pool whose other settings decide. */
  readonly notKnown: readonly JsonObject[];
  /** Settings that decide behind a token, whether or not they are the whole pool. */
  readonly token: readonly JsonObject[];
}

const policy = (members: JsonObject): JsonObject => ({ Policies: { PasswordPolicy: members } });
const firstFactors = (...factors: string[]): JsonObject => ({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: factors } } });
const mode = (standard: string): JsonObject => ({ UserPoolAddOns: { AdvancedSecurityMode: standard } });
const modes = (standard: string, custom: string): JsonObject =>
  ({ UserPoolAddOns: { AdvancedSecurityMode: standard, AdvancedSecurityAdditionalFlows: { CustomAuthMode: custom } } });
const customMode = (custom: string): JsonObject =>
  ({ UserPoolAddOns: { AdvancedSecurityAdditionalFlows: { CustomAuthMode: custom } } });

const CUSTOM_MODE = 'userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode';

const STRONG = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};
const STRONG_AS_TEXT = Object.fromEntries(Object.entries(STRONG).map(([name, value]) => [name, String(value)]));
const HIDDEN_POLICIES: JsonObject[] = [
  policy({ ...STRONG, MinimumLength: TOKEN }),
  policy({ ...STRONG, RequireSymbols: TOKEN }),
  { Policies: { PasswordPolicy: TOKEN } },
  { Policies: TOKEN },
];

const clause = (id: string, prop: string, is: string, asks: string, remedy: string) =>
  `${prop} is ${is}, and ${id} asks for ${asks}: ${remedy}`;
const inPolicy = (id: string) => (prop: string, is: string, asks = 'true', remedy = 'switch it on') =>
  clause(id, `policies.passwordPolicy.${prop}`, is, asks, remedy);
const cog1 = inPolicy('AwsSolutions-COG1');
const cognito3 = inPolicy('Cognito.3');

const enforced = (id: string) => ({
  kept: [mode('ENFORCED'), modes('ENFORCED', 'AUDIT')],
  broken: [
    {
      settings: mode('AUDIT'),
      path: 'UserPoolAddOns.AdvancedSecurityMode',
      sentence: clause(id, 'userPoolAddOns.advancedSecurityMode', 'AUDIT', 'ENFORCED', 'choose it'),
    },
    {
      settings: {},
      isWhole: true,
      path: 'UserPoolAddOns.AdvancedSecurityMode',
      sentence: clause(id, 'userPoolAddOns.advancedSecurityMode', 'OFF unless given', 'ENFORCED', 'choose it'),
    },
  ],
  notKnown: [customMode('ENFORCED')],
  token: [mode(TOKEN), { UserPoolAddOns: TOKEN }],
});

/** For every control: pools that keep it, that break it, that do not tell, and that hide it behind a token. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  'AwsSolutions-COG1': {
    level: 'error',
    kept: [
      {},
      { Policies: {} },
      policy({}),
      policy(STRONG),
      policy(STRONG_AS_TEXT),
      policy({ ...STRONG, MinimumLength: 12, RequireLowercase: false, TemporaryPasswordValidityDays: 30 }),
    ],
    broken: [
      {
        settings: policy({ MinimumLength: 6 }),
        path: 'Policies.PasswordPolicy.MinimumLength',
        sentence: cog1('minimumLength', '6', '8 at least', 'raise it'),
      },
      {
        settings: policy({ MinimumLength: '7', RequireNumbers: 'false' }),
        path: 'Policies.PasswordPolicy.MinimumLength',
        sentence: `${cog1('minimumLength', '7', '8 at least', 'raise it')}; ${cog1('requireNumbers', 'false')}`,
      },
      {
        settings: policy({ ...STRONG, RequireUppercase: false }),
        path: 'Policies.PasswordPolicy.RequireUppercase',
        sentence: cog1('requireUppercase', 'false'),
      },
      {
        settings: policy({ MinimumLength: 12, RequireUppercase: true, RequireNumbers: true }),
        isWhole: true,
        path: 'Policies.PasswordPolicy.RequireSymbols',
        sentence: cog1('requireSymbols', 'false unless given'),
      },
    ],
    notKnown: [policy({ MinimumLength: 8 }), policy({ RequireSymbols: true })],
    token: HIDDEN_POLICIES,
  },
  'AwsSolutions-COG2': {
    level: 'warning',
    kept: [{ MfaConfiguration: 'ON' }],
    broken: [
      {
        settings: { MfaConfiguration: 'OPTIONAL' },
        path: 'MfaConfiguration',
        sentence: 'mfaConfiguration is OPTIONAL, and AwsSolutions-COG2 asks for ON: choose it, with a second factor',
      },
      {
        settings: {},
        isWhole: true,
        path: 'MfaConfiguration',
        sentence: 'mfaConfiguration is OFF unless given, and AwsSolutions-COG2 asks for ON: choose it, with a second factor',
      },
    ],
    notKnown: [{ SoftwareTokenMfaConfiguration: { Enabled: true } }],
    token: [{ MfaConfiguration: TOKEN }],
  },
  'AwsSolutions-COG3': { level: 'error', ...enforced('AwsSolutions-COG3') },
  'AwsSolutions-COG8': {
    level: 'error',
    kept: [{ UserPoolTier: 'PLUS' }],
    broken: [
      {
        settings: { UserPoolTier: 'ESSENTIALS' },
        path: 'UserPoolTier',
        sentence: 'userPoolTier is ESSENTIALS, and AwsSolutions-COG8 asks for PLUS: choose it',
      },
      {
        settings: {},
        isWhole: true,
        path: 'UserPoolTier',
        sentence: 'userPoolTier is not given, and AwsSolutions-COG8 asks for PLUS: choose it',
      },
    ],
    notKnown: [mode('ENFORCED')],
    token: [{ UserPoolTier: TOKEN }],
  },
  'Cognito.1': { level: 'warning', ...enforced('Cognito.1') },
  'Cognito.3': {
    level: 'warning',
    kept: [
      {},
      policy(STRONG),
      policy(STRONG_AS_TEXT),
      // Cognito takes 0 for its default of 7.
      policy({ ...STRONG, TemporaryPasswordValidityDays: 0 }),
      { AdminCreateUserConfig: { UnusedAccountValidityDays: 7 } },
    ],
    broken: [
      {
        settings: policy({ RequireLowercase: false }),
        path: 'Policies.PasswordPolicy.RequireLowercase',
        sentence: cognito3('requireLowercase', 'false'),
      },
      {
        settings: policy({ TemporaryPasswordValidityDays: '30' }),
        path: 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
        sentence: cognito3('temporaryPasswordValidity', '30 days', '7 days at most', 'shorten it'),
      },
      {
        settings: { AdminCreateUserConfig: { UnusedAccountValidityDays: 8 } },
        path: 'AdminCreateUserConfig.UnusedAccountValidityDays',
        sentence: clause('Cognito.3', 'adminCreateUserConfig.unusedAccountValidity', '8 days', '7 days at most', 'shorten it'),
      },
      {
        settings: policy({ ...STRONG, RequireLowercase: null }),
        isWhole: true,
        path: 'Policies.PasswordPolicy.RequireLowercase',
        sentence: cognito3('requireLowercase', 'false unless given'),
      },
    ],
    notKnown: [policy({ MinimumLength: 8 }), policy({ TemporaryPasswordValidityDays: 7 })],
    token: [
      ...HIDDEN_POLICIES,
      { Policies: TOKEN, AdminCreateUserConfig: { UnusedAccountValidityDays: 30 } },
      { AdminCreateUserConfig: TOKEN },
    ],
  },
  'Cognito.4': {
    level: 'warning',
    kept: [modes('ENFORCED', 'ENFORCED'), modes('AUDIT', 'ENFORCED')],
    broken: [
      {
        settings: customMode('AUDIT'),
        path: 'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode',
        sentence: clause('Cognito.4', CUSTOM_MODE, 'AUDIT', 'ENFORCED', 'choose it'),
      },
      {
        settings: mode('OFF'),
        path: 'UserPoolAddOns.AdvancedSecurityMode',
        sentence: clause('Cognito.4', 'userPoolAddOns.advancedSecurityMode', 'OFF', 'AUDIT or ENFORCED', 'choose one of them'),
      },
      {
        settings: mode('ENFORCED'),
        isWhole: true,
        path: 'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode',
        sentence: clause('Cognito.4', CUSTOM_MODE, 'not given', 'ENFORCED', 'choose it'),
      },
    ],
    notKnown: [mode('ENFORCED'), customMode('ENFORCED')],
    token: [modes(TOKEN, 'ENFORCED'), modes('ENFORCED', TOKEN), { UserPoolAddOns: TOKEN }],
  },
  'Cognito.5': {
    level: 'warning',
    kept: [
      { MfaConfiguration: 'ON' },
      { MfaConfiguration: 'OPTIONAL' },
      { ...firstFactors('PASSWORD', 'WEB_AUTHN'), MfaConfiguration: 'OFF' },
    ],
    broken: [
      {
        settings: { ...firstFactors('PASSWORD'), MfaConfiguration: 'OFF' },
        path: 'MfaConfiguration',
        sentence: 'mfaConfiguration is OFF while a password is the only way to sign in, and Cognito.5 asks for OPTIONAL or ON: '
          + 'choose one of them, with a second factor',
      },
      {
        settings: {},
        isWhole: true,
        path: 'MfaConfiguration',
        sentence: 'mfaConfiguration is OFF unless given while a password is the only way to sign in, and Cognito.5 asks for '
          + 'OPTIONAL or ON: choose one of them, with a second factor',
      },
    ],
    notKnown: [{ MfaConfiguration: 'OFF' }, firstFactors('PASSWORD')],
    token: [
      { ...firstFactors('PASSWORD'), MfaConfiguration: TOKEN },
      { ...firstFactors(TOKEN), MfaConfiguration: 'OFF' },
      { ...firstFactors('PASSWORD', TOKEN), MfaConfiguration: 'OFF' },
    ],
  },
  'Cognito.6': {
    level: 'warning',
    kept: [{ DeletionProtection: 'ACTIVE' }, { DeletionProtection: 'true' }],
    broken: [
      {
        settings: { DeletionProtection: 'INACTIVE' },
        path: 'DeletionProtection',
        sentence: 'deletionProtection is false, and Cognito.6 asks for true: switch it on',
      },
      {
        settings: { DeletionProtection: 'false' },
        path: 'DeletionProtection',
        sentence: 'deletionProtection is false, and Cognito.6 asks for true: switch it on',
      },
      {
        settings: {},
        isWhole: true,
        path: 'DeletionProtection',
        sentence: 'deletionProtection is false unless given, and Cognito.6 asks for true: switch it on',
      },
    ],
    notKnown: [{ PoolName: 'x' }],
    token: [{ DeletionProtection: TOKEN }],
  },
};
