import { UPDATE_USER_POOL } from '../../../src/core/ledger/ledger';
import { echoObject } from '../../../src/core/plan/echo';
import type { JsonObject } from '../../../src/core/wire/json';

const signIn = (...factors: string[]): JsonObject => ({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: factors } } });
const level = (name: string): JsonObject => ({ AcrConfiguration: { Level1: { AcrValue: name } } });
const PLAIN_LEVEL = level('urn:cognito:loa:1');

/** What a request carries of a pool that stays as it is. */
const echoOf = (live: JsonObject): JsonObject => echoObject({ expected: live, live, declared: {} }, UPDATE_USER_POOL);

describe('of what nobody declares', () => {
  const everything: JsonObject = {
    DeletionProtection: 'INACTIVE',
    MfaConfiguration: 'OFF',
    UserPoolTier: 'PLUS',
    AutoVerifiedAttributes: [],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
    UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
    KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
    IssuerConfiguration: { Type: 'ORIGINAL' },
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: false },
    UserPoolTags: { team: '' },
  };

  test('what Describe returned is sent back, defaults and empty lists too: an omission might reset it (H1, H7, H16, H21)', () => {
    expect(echoOf(everything)).toEqual(everything);
  });

  test.each<[string, JsonObject, JsonObject]>([
    [
      'the mirror of the password days is never sent (H5)',
      { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true, UnusedAccountValidityDays: 7 } },
      { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
    ],
    ['what had nothing but the mirror is left out (H5)', { AdminCreateUserConfig: { UnusedAccountValidityDays: 7 } }, {}],
    ['the name is left out (H12)', { PoolName: 'pool' }, {}],
    ['the default sign-in policy is left out (H8)', signIn('PASSWORD'), {}],
    ['another sign-in policy is sent (H8)', signIn('PASSWORD', 'WEB_AUTHN'), signIn('PASSWORD', 'WEB_AUTHN')],
    [
      'the password policy goes without the sign-in policy (H8)',
      { Policies: { PasswordPolicy: { MinimumLength: 8 }, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } },
      { Policies: { PasswordPolicy: { MinimumLength: 8 } } },
    ],
    ['default names of levels are left out (H12)', PLAIN_LEVEL, {}],
    [
      'other names of levels are sent, alone (H12)',
      { AcrConfiguration: { Level1: { AcrValue: 'urn:cognito:loa:1' }, Level2: { AcrValue: 'silver' } } },
      { AcrConfiguration: { Level2: { AcrValue: 'silver' } } },
    ],
    [
      'a level that nobody knows is sent',
      { AcrConfiguration: { Level5: { AcrValue: 'five' } } },
      { AcrConfiguration: { Level5: { AcrValue: 'five' } } },
    ],
    [
      'client registration is sent whole (R16)',
      { DcrConfiguration: { EnableStatus: 'Disabled', OpenDcrEnabled: false } },
      { DcrConfiguration: { EnableStatus: 'Disabled', OpenDcrEnabled: false } },
    ],
    [
      'client registration that does not say whether it is on is left out, or it would be on (H12)',
      { DcrConfiguration: { OpenDcrEnabled: true } },
      {},
    ],
    [
      'empty placeholders are left out (H12)',
      { SmsConfiguration: {}, UserPoolAddOns: {}, DeviceConfiguration: {}, LambdaConfig: {}, UserPoolTags: {} },
      {},
    ],
    ['a structure of empty placeholders is left out', { AdminCreateUserConfig: { InviteMessageTemplate: {} } }, {}],
    [
      'empty texts that are too short are left out (H12)',
      { SmsAuthenticationMessage: '', LambdaConfig: { PreSignUp: '', PostConfirmation: 'arn' } },
      { LambdaConfig: { PostConfirmation: 'arn' } },
    ],
    [
      'empty texts that are long enough are sent',
      { SmsConfiguration: { SnsCallerArn: '', ExternalId: '' } },
      { SmsConfiguration: { SnsCallerArn: '', ExternalId: '' } },
    ],
    ['an empty list that is too short is left out (H18)', { AccountRecoverySetting: { RecoveryMechanisms: [] } }, {}],
    ['nulls are left out', { SmsConfiguration: null, LambdaConfig: { PreSignUp: null } } as never, {}],
    [
      'what nobody knows is sent as it came, also when it is empty',
      { Future: {}, LambdaConfig: { Future: [] }, FutureText: '' },
      { Future: {}, LambdaConfig: { Future: [] }, FutureText: '' },
    ],
    [
      'a leaf that has become a structure is sent as it came',
      { DeletionProtection: { Mode: 'ACTIVE' } },
      { DeletionProtection: { Mode: 'ACTIVE' } },
    ],
  ])('%s', (_title, live, expected) => {
    expect(echoOf(live)).toEqual(expected);
  });
});

describe('of what is declared', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['the name is sent', { PoolName: 'old' }, { PoolName: 'new' }, { PoolName: 'new' }],
    [
      'the way back to the default sign-in policy is said, not left out (H8)',
      signIn('PASSWORD', 'EMAIL_OTP'),
      signIn('PASSWORD'),
      signIn('PASSWORD'),
    ],
    ['the default sign-in policy is left out where the pool has it', signIn('PASSWORD'), signIn('PASSWORD'), {}],
    ['the default sign-in policy is left out where the pool has none', {}, signIn('PASSWORD'), {}],
    ['the way back to a default name is said', level('gold'), PLAIN_LEVEL, PLAIN_LEVEL],
    ['a default name is left out where the pool has it', PLAIN_LEVEL, PLAIN_LEVEL, {}],
    [
      'an empty text goes as it is: the service has the word',
      {},
      { SmsAuthenticationMessage: '' },
      { SmsAuthenticationMessage: '' },
    ],
    [
      'an empty list goes as it is',
      {},
      { AccountRecoverySetting: { RecoveryMechanisms: [] } },
      { AccountRecoverySetting: { RecoveryMechanisms: [] } },
    ],
    [
      'the mirror of the password days is not sent under its own name (H5)',
      {},
      { AdminCreateUserConfig: { UnusedAccountValidityDays: 3 } },
      {},
    ],
  ])('%s', (_title, live, declared, expected) => {
    expect(echoObject({ expected: declared, live, declared }, UPDATE_USER_POOL)).toEqual(expected);
  });
});
