import { clearingOf, unitOf } from '../../../src/core/ledger/clearing';
import { LEDGER } from '../../../src/core/ledger/ledger';
import { pathOfProps, propPath } from '../../../src/core/ledger/prop-path';
import { rows } from '../../../src/core/ledger/walk';
import { formatPath, parsePath } from '../../../src/core/wire/path';

test.each<[string, object]>([
  ['DeletionProtection', { by: 'value', value: 'INACTIVE' }],
  ['EmailConfiguration.From', { by: 'omission' }],
  ['KeyConfiguration.KeyType', { by: 'value', value: 'AWS_OWNED_KEY' }],
  ['UserPoolTags.team', { by: 'omission' }],
  ['AcrConfiguration.Level2', { by: 'value', value: { AcrValue: 'urn:cognito:loa:2' } }],
  ['SmsConfiguration.EumsSms.Region', { by: 'impossible', reason: 'no proven way to take the SMS configuration off a pool is known' }],
  ['FutureConfiguration.Enabled', { by: 'omission' }],
  ['Policies.PasswordPolicy.FutureRule', { by: 'omission' }],
])('%s is put back by %j', (path, expected) => {
  expect(clearingOf(parsePath(path))).toEqual(expected);
});

test.each([
  ['LambdaConfig.CustomSMSSender.LambdaArn', 'LambdaConfig.CustomSMSSender'],
  ['AcrConfiguration.Level1.AcrValue', 'AcrConfiguration.Level1'],
  ['Policies.PasswordPolicy.MinimumLength', 'Policies.PasswordPolicy.MinimumLength'],
])('%s is taken off as %s', (path, unit) => {
  expect(formatPath(unitOf(parsePath(path)))).toBe(unit);
});

test('the way from the API\'s words to the props\' leads back, for every setting', () => {
  const paths = rows(LEDGER).map(({ path }) => path).filter((path) => !path.some((name) => /[{[]/.test(name)));
  expect(paths.length).toBeGreaterThan(100);
  for (const path of paths) expect(pathOfProps(propPath(path).join('.'))).toEqual({ path });
});

test.each<[string, object]>([
  ['userPoolTags.cost.center', { path: ['UserPoolTags', 'cost.center'] }],
  ['acrConfiguration.level2', { path: ['AcrConfiguration', 'Level2'] }],
  ['deletionProtection.more', { at: 'more', known: [] }],
  ['__proto__', expect.objectContaining({ at: '__proto__' })],
])('%s leads to %j', (props, expected) => {
  expect(pathOfProps(props)).toEqual(expected);
});
