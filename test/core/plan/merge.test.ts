import { LEDGER } from '../../../src/core/ledger/ledger';
import { merge } from '../../../src/core/plan/merge';
import type { Json } from '../../../src/core/wire/json';

const sns = { SnsCallerArn: 'role', ExternalId: 'id', SnsRegion: 'us-east-1' };

test.each<[string, Json | undefined, Json, Json]>([
  ['a declared leaf replaces the live one', { PoolName: 'a' }, { PoolName: 'b' }, { PoolName: 'b' }],
  [
    'its siblings stay',
    { Policies: { PasswordPolicy: { MinimumLength: 8, RequireSymbols: true } } },
    { Policies: { PasswordPolicy: { MinimumLength: 9 } } },
    { Policies: { PasswordPolicy: { MinimumLength: 9, RequireSymbols: true } } },
  ],
  [
    'a map is merged key by key',
    { UserPoolTags: { a: '1', b: '2' } },
    { UserPoolTags: { b: '3', c: '4' } },
    { UserPoolTags: { a: '1', b: '3', c: '4' } },
  ],
  [
    'a list is one value',
    { AutoVerifiedAttributes: ['email', 'phone_number'] },
    { AutoVerifiedAttributes: ['email'] },
    { AutoVerifiedAttributes: ['email'] },
  ],
  [
    'an empty list is a value',
    { AutoVerifiedAttributes: ['email'] },
    { AutoVerifiedAttributes: [] },
    { AutoVerifiedAttributes: [] },
  ],
  [
    'an empty structure declares nothing',
    { LambdaConfig: { PreSignUp: 'a' } },
    { LambdaConfig: {} },
    { LambdaConfig: { PreSignUp: 'a' } },
  ],
  ['what is not there is made', undefined, { LambdaConfig: { PreSignUp: 'a' } }, { LambdaConfig: { PreSignUp: 'a' } }],
  [
    'unknown structures are merged by their shape',
    { Future: { A: { B: 1 }, C: [1] } },
    { Future: { A: { D: 2 }, C: [] } },
    { Future: { A: { B: 1, D: 2 }, C: [] } },
  ],
  ['a structure replaces a value of another shape', { Future: 'x' }, { Future: { A: 1 } }, { Future: { A: 1 } }],
  ['a value replaces a structure', { Future: { A: 1 } }, { Future: 'x' }, { Future: 'x' }],
  [
    'EumsSms takes the SNS settings off (R11)',
    { SmsConfiguration: sns },
    { SmsConfiguration: { EumsSms: { CallerArn: 'role' } } },
    { SmsConfiguration: { EumsSms: { CallerArn: 'role' } } },
  ],
  [
    'an SNS caller takes EumsSms off (R11)',
    { SmsConfiguration: { EumsSms: { CallerArn: 'role' }, Future: 1 } },
    { SmsConfiguration: sns },
    { SmsConfiguration: { ...sns, Future: 1 } },
  ],
  [
    'EumsSms is merged with EumsSms',
    { SmsConfiguration: { EumsSms: { CallerArn: 'a', Region: 'r' } } },
    { SmsConfiguration: { EumsSms: { CallerArn: 'b' } } },
    { SmsConfiguration: { EumsSms: { CallerArn: 'b', Region: 'r' } } },
  ],
  [
    'AWS\'s key takes the customer\'s key off',
    { KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: 'k' } },
    { KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' } },
    { KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' } },
  ],
  [
    'a customer\'s key type leaves the key',
    { KeyConfiguration: { KeyType: 'AWS_OWNED_KEY', KmsKeyArn: 'k' } },
    { KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY' } },
    { KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: 'k' } },
  ],
  [
    'a contradiction that is declared stays for the rules to name',
    {},
    { SmsConfiguration: { ...sns, EumsSms: { CallerArn: 'role' } } },
    { SmsConfiguration: { ...sns, EumsSms: { CallerArn: 'role' } } },
  ],
  [
    'the other e-mail message stays, whatever option is declared',
    { VerificationMessageTemplate: { EmailMessage: 'a' } },
    { VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_LINK' } },
    { VerificationMessageTemplate: { EmailMessage: 'a', DefaultEmailOption: 'CONFIRM_WITH_LINK' } },
  ],
  [
    'the members of a sender stay, whatever account is declared',
    { EmailConfiguration: { From: 'a', EmailSendingAccount: 'DEVELOPER' } },
    { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } },
    { EmailConfiguration: { From: 'a', EmailSendingAccount: 'COGNITO_DEFAULT' } },
  ],
])('%s', (_title, live, declared, expected) => {
  const before = structuredClone({ live, declared });
  expect(merge(live, declared, LEDGER)).toEqual(expected);
  expect({ live, declared }).toEqual(before);
});

test('an unknown structure may have members of any name', () => {
  const declared = { Future: { toString: {}, valueOf: 1 } } as never;
  expect(merge({ Future: { a: 1 } }, declared, LEDGER)).toEqual({ Future: { a: 1, toString: {}, valueOf: 1 } });
});

test('a key of the name __proto__ is merged like others', () => {
  const tags = (text: string): Json => JSON.parse(`{"UserPoolTags":${text}}`) as Json;
  const merged = merge(tags('{"__proto__":"a","x":"y"}'), tags('{"__proto__":"b"}'), LEDGER);
  expect(JSON.parse(JSON.stringify(merged))).toEqual(tags('{"x":"y","__proto__":"b"}'));
});
