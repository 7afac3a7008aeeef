import { settingsOf } from '../../../src/core/plan/settings-of';
import type { JsonObject } from '../../../src/core/wire/json';

test.each<[string, JsonObject, JsonObject]>([
  [
    'what the service made goes',
    { Id: 'p', Arn: 'a', Status: 'Enabled', CreationDate: 1, LastModifiedDate: 2, EstimatedNumberOfUsers: 3 },
    {},
  ],
  [
    'what is set at creation goes',
    { SchemaAttributes: [], AliasAttributes: [], UsernameAttributes: [], UsernameConfiguration: {} },
    {},
  ],
  [
    'the domains and the diagnoses go',
    { Domain: 'd', CustomDomain: 'c', SmsConfigurationFailure: 's', EmailConfigurationFailure: 'e' },
    {},
  ],
  ['the name gets the request\'s word for it', { Name: 'pool' }, { PoolName: 'pool' }],
  ['a null is nothing', { SmsConfiguration: null }, {}],
  [
    'tags of AWS are not ours, all others are (H12)',
    { UserPoolTags: { 'aws:cloudformation:stack-name': 's', 'awsome': 'yes', 'team': 't' } },
    { UserPoolTags: { awsome: 'yes', team: 't' } },
  ],
  ['a prefix means nothing outside the tags', { Future: { 'aws:x': 1 } }, { Future: { 'aws:x': 1 } }],
  [
    'what nobody knows stays, at any depth',
    { Future: { A: [{ B: null }] }, LambdaConfig: { Future: 1 } },
    { Future: { A: [{ B: null }] }, LambdaConfig: { Future: 1 } },
  ],
  ['a read-only name means something at the top alone', { Future: { Id: 1, Status: 'x' } }, { Future: { Id: 1, Status: 'x' } }],
])('%s', (_title, described, expected) => {
  expect(settingsOf(described)).toEqual(expected);
});
