import { LEDGER } from '../../../src/core/ledger/ledger';
import { rowAt } from '../../../src/core/ledger/walk';
import { canonical, equal, isDefault } from '../../../src/core/plan/canonical';
import type { Json, JsonObject } from '../../../src/core/wire/json';
import { parsePath } from '../../../src/core/wire/path';

const message = { SmsAuthenticationMessage: 'Code {####}' };

describe('equal settings are equal data', () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      'the default is as good as absent',
      { DeletionProtection: 'INACTIVE', MfaConfiguration: 'OFF', AutoVerifiedAttributes: [] },
      {},
    ],
    [
      'a structure of defaults is as good as absent',
      { UserPoolAddOns: { AdvancedSecurityMode: 'OFF' }, KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' } },
      {},
    ],
    ['an empty structure is as good as absent', { LambdaConfig: {}, SmsConfiguration: {}, UserPoolTags: {} }, {}],
    ['null is as good as absent', { LambdaConfig: { PreSignUp: null } } as never, {}],
    [
      'the default sign-in policy is as good as absent',
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } },
      {},
    ],
    [
      'the level\'s own default name is as good as absent',
      { AcrConfiguration: { Level2: { AcrValue: 'urn:cognito:loa:2' } } },
      {},
    ],
    [
      'another level\'s default name is not',
      { AcrConfiguration: { Level2: { AcrValue: 'urn:cognito:loa:1' } } },
      { AcrConfiguration: { Level2: { AcrValue: 'urn:cognito:loa:1' } } },
    ],
    [
      'no days and seven days are seven days',
      { Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 0 } } },
      { Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 7 } } },
    ],
    [
      'the order of a list means nothing',
      { AutoVerifiedAttributes: ['phone_number', 'email'] },
      { AutoVerifiedAttributes: ['email', 'phone_number'] },
    ],
    [
      'the order of a list of structures means nothing, nor does that of their members',
      { AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 2, Name: 'b' }, { Name: 'a', Priority: 1 }] } },
      { AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'a' }, { Name: 'b', Priority: 2 }] } },
    ],
    [
      'the first version of a trigger is as good as absent',
      { LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: 'a' } } },
      { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: 'a' } } },
    ],
    [
      'an empty caller, which a request may carry since EumsSms came, is none',
      { SmsConfiguration: { SnsCallerArn: '', EumsSms: { CallerArn: 'role' } } },
      { SmsConfiguration: { EumsSms: { CallerArn: 'role' } } },
    ],
    ['a text that no request may carry is as good as absent (H12)', { ...message, EmailVerificationSubject: '' }, message],
    ['a list that no request may carry is as good as absent (H12)', { AccountRecoverySetting: { RecoveryMechanisms: [] } }, {}],
  ])('%s', (_title, one, other) => {
    expect(canonical(one, LEDGER)).toEqual(canonical(other, LEDGER) ?? undefined);
  });
});

describe('other settings are other data', () => {
  test.each<[string, JsonObject]>([
    ['a flag that has no default', { Policies: { PasswordPolicy: { RequireSymbols: false } } }],
    [
      'device flags, of which any switches remembering on (R19)',
      { DeviceConfiguration: { ChallengeRequiredOnNewDevice: false } },
    ],
    ['an email factor without any message', { EmailMfaConfiguration: {} }],
    ['an SMS factor without any message', { SmsMfaConfiguration: {} }],
    ['a tier, which has no default for all pools', { UserPoolTier: 'ESSENTIALS' }],
    ['an empty tag value', { UserPoolTags: { team: '' } }],
    ['an empty text that a request may carry', { SmsConfiguration: { ExternalId: '' } }],
    ['an empty list without a least length', { DcrConfiguration: { OpenDcrGrantTypes: [] } }],
  ])('%s', (_title, document) => {
    expect(canonical(document, LEDGER)).toEqual(document);
  });
});

test.each<[string, Json]>([
  [
    'an empty structure',
    {},
  ], ['an empty list',
    []], ['an empty text',
    ''], ['false',
    false], ['a list in its order',
    ['b', 'a']], ['null inside',
    { A: null }],
])('what the ledger does not know stays as it is: %s', (_title, value) => {
  expect(canonical({ Future: value }, LEDGER)).toEqual({ Future: value });
});

test('there is one form: the form of the form is itself', () => {
  const document = {
    LambdaConfig: { PreSignUp: 'a' },
    AutoVerifiedAttributes: ['phone_number', 'email'],
    EmailMfaConfiguration: {},
    DeletionProtection: 'INACTIVE',
  };
  const once = canonical(document, LEDGER);
  expect(canonical(once, LEDGER)).toEqual(once);
});

test.each<[string, Json | undefined, string, boolean]>([
  ['absence is the default', undefined, 'UserPoolTier', true],
  ['null is the default', null, 'UserPoolTier', true],
  ['the default is', 'OFF', 'MfaConfiguration', true],
  ['a second word for the default is', 0, 'Policies.PasswordPolicy.TemporaryPasswordValidityDays', true],
  ['zero elsewhere is by the row alone', 0, 'Policies.PasswordPolicy.PasswordHistorySize', true],
  ['a value where there is no default is not', 'LITE', 'UserPoolTier', false],
  ['false where true is not said to be the default is not', false, 'Policies.PasswordPolicy.RequireNumbers', false],
  ['a list is by its items', ['PASSWORD'], 'Policies.SignInPolicy.AllowedFirstAuthFactors', true],
  ['a longer list is not', ['PASSWORD', 'EMAIL_OTP'], 'Policies.SignInPolicy.AllowedFirstAuthFactors', false],
])('isDefault: %s', (_title, value, path, expected) => {
  expect(isDefault(value, rowAt(LEDGER, parsePath(path))!)).toBe(expected);
});

test.each<[string, Json | undefined, Json | undefined, boolean]>([
  ['the order of members means nothing', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, true],
  ['the order of items means something', [1, 2], [2, 1], false],
  ['a longer list is another', [1], [1, 2], false],
  ['a list is no object', [], {}, false],
  ['text is no number', '1', 1, false],
  ['absence is not null', undefined, null, false],
  ['null is null', null, null, true],
  ['an inherited member is none', JSON.parse('{"constructor":1}'), { a: 1 }, false],
  ['one member more is another', { a: 1 }, { a: 1, b: 2 }, false],
])('equal: %s', (_title, a, b, expected) => {
  expect(equal(a, b)).toBe(expected);
  expect(equal(b, a)).toBe(expected);
});
