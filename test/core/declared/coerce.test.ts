import { coerce } from '../../../src/core/declared/coerce';
import { LEDGER } from '../../../src/core/ledger/ledger';
import { Problem } from '../../../src/core/problem';
import type { Json } from '../../../src/core/wire/json';

const passwordPolicy = (members: Json) => ({ Policies: { PasswordPolicy: members } });
const recovery = (Priority: Json) => ({ AccountRecoverySetting: { RecoveryMechanisms: [{ Priority, Name: 'admin_only' }] } });

test.each<[string, Json, Json]>([
  ['a number comes back', passwordPolicy({ MinimumLength: '12' }), passwordPolicy({ MinimumLength: 12 })],
  ['zero comes back', passwordPolicy({ PasswordHistorySize: '0' }), passwordPolicy({ PasswordHistorySize: 0 })],
  ['a number that was never text stays', passwordPolicy({ MinimumLength: 12 }), passwordPolicy({ MinimumLength: 12 })],
  ['a number with an empty fraction is whole', passwordPolicy({ MinimumLength: '12.0' }), passwordPolicy({ MinimumLength: 12 })],
  ['true comes back', passwordPolicy({ RequireSymbols: 'true' }), passwordPolicy({ RequireSymbols: true })],
  ['false comes back', passwordPolicy({ RequireSymbols: 'false' }), passwordPolicy({ RequireSymbols: false })],
  [
    'a boolean behind a token becomes the member\'s word',
    { DeletionProtection: 'true', DcrConfiguration: { EnableStatus: 'false' } },
    { DeletionProtection: 'ACTIVE', DcrConfiguration: { EnableStatus: 'Disabled' } },
  ],
  [
    'the member\'s word itself stays',
    { DeletionProtection: 'INACTIVE', UserPoolTier: 'true' },
    { DeletionProtection: 'INACTIVE', UserPoolTier: 'true' },
  ],
  ['a number inside a list comes back', recovery('1'), recovery(1)],
  [
    'a text that looks like a number stays text',
    { UserPoolTags: { version: '1', on: 'true' } },
    { UserPoolTags: { version: '1', on: 'true' } },
  ],
  [
    'a message that looks like a boolean stays text',
    { EmailConfiguration: { From: 'true' } },
    { EmailConfiguration: { From: 'true' } },
  ],
  [
    'a boolean prop whose member has words of its own gets them',
    { DeletionProtection: 'true' },
    { DeletionProtection: 'ACTIVE' },
  ],
  [
    'and so it does when it is false',
    { DcrConfiguration: { EnableStatus: 'false' } },
    { DcrConfiguration: { EnableStatus: 'Disabled' } },
  ],
  [
    'a word of the API stays',
    { DeletionProtection: 'INACTIVE', MfaConfiguration: 'OFF' },
    { DeletionProtection: 'INACTIVE', MfaConfiguration: 'OFF' },
  ],
  ['an empty list survives', { AutoVerifiedAttributes: [] }, { AutoVerifiedAttributes: [] }],
  ['an empty structure survives', { LambdaConfig: {} }, { LambdaConfig: {} }],
  [
    'a member that nobody knows stays as it came',
    { Future: { Size: '3', On: ['true'] } },
    { Future: { Size: '3', On: ['true'] } },
  ],
  ['an unknown member of a known structure stays as it came', passwordPolicy({ Future: '3' }), passwordPolicy({ Future: '3' })],
  [
    'a key that is called as a prototype\'s member is a key',
    JSON.parse('{"UserPoolTags":{"__proto__":"1"}}'),
    JSON.parse('{"UserPoolTags":{"__proto__":"1"}}'),
  ],
])('%s', (_title, given, expected) => {
  expect(coerce(given, LEDGER)).toStrictEqual(expected);
});

test.each<[string, Json, string]>([
  [
    'a word is no number',
    passwordPolicy({ MinimumLength: 'twelve' }),
    'Policies.PasswordPolicy.MinimumLength must be a whole number, and the token that is given for it became something else',
  ],
  [
    'an empty text is no number',
    passwordPolicy({ MinimumLength: '' }),
    'Policies.PasswordPolicy.MinimumLength must be a whole number, and the token that is given for it became something else',
  ],
  [
    'half a day is no whole number',
    passwordPolicy({ MinimumLength: '1.5' }),
    'Policies.PasswordPolicy.MinimumLength must be a whole number, and the token that is given for it became something else',
  ],
  [
    'a number is no boolean',
    passwordPolicy({ RequireSymbols: '1' }),
    'Policies.PasswordPolicy.RequireSymbols must be true or false, and the token that is given for it became something else',
  ],
  [
    'the place in a list is told',
    recovery('first'),
    'AccountRecoverySetting.RecoveryMechanisms[0].Priority must be a whole number, and the token that is given for it became something else',
  ],
])('%s', (_title, given, sentence) => {
  expect(() => coerce(given, LEDGER)).toThrow(new Problem(sentence));
});
