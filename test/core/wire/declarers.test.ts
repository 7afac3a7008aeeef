import { declaredByOthers, entryFor } from '../../../src/core/wire/declarers';
import { parsePath } from '../../../src/core/wire/path';

const [ONE, TWO] = ['us-east-1_One', 'us-east-1_Two'];
const paths = (...dotted: string[]) => dotted.map(parsePath);
const table = [
  entryFor({ userPoolId: ONE, logicalId: 'SettingsOne', paths: paths('UserPoolTags.team', 'LambdaConfig.PreSignUp') }),
  entryFor({ userPoolId: ONE, logicalId: 'SettingsTwo', paths: paths('DeletionProtection') }),
  entryFor({ userPoolId: TWO, logicalId: 'SettingsThree', paths: paths('UserPoolTags.team', 'LambdaConfig.PreSignUp') }, 'short'),
].join(' ');

test.each<[string, string, string, string, boolean]>([
  ['what another resource declares', ONE, 'SettingsTwo', 'UserPoolTags.team', true],
  ['not what the resource declares itself', ONE, 'SettingsOne', 'UserPoolTags.team', false],
  ['nor a sibling of what another declares', ONE, 'SettingsTwo', 'UserPoolTags.stage', false],
  ['nor what is declared for another pool', TWO, 'SettingsThree', 'DeletionProtection', false],
  ['anything, beside a resource that did not fit', TWO, 'SettingsTwo', 'UserPoolTags.stage', true],
  ['but no trigger beside it: a dangling one is worse', TWO, 'SettingsTwo', 'LambdaConfig.PostConfirmation', false],
  ['except those that it has', TWO, 'SettingsTwo', 'LambdaConfig.PreSignUp', true],
])('declared elsewhere: %s', (_title, pool, resource, path, expected) => {
  expect(declaredByOthers(table, pool, resource)(parsePath(path))).toBe(expected);
});

test('no table, nothing declared', () => {
  expect(declaredByOthers('', ONE, 'SettingsOne')(['UserPoolTags'])).toBe(false);
});

test('the text is as deployed stacks know it', () => {
  expect(entryFor({ userPoolId: ONE, logicalId: 'SettingsTwo', paths: paths('DeletionProtection') })).toBe('us-east-1_One/qy02/68gg');
});
