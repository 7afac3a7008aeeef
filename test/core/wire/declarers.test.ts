import { declaredByOthers, entryFor, EVERYTHING } from '../../../src/core/wire/declarers';
import { parsePath } from '../../../src/core/wire/path';

const digest = (text: string) => text.slice(-4).padStart(4, '.');
const POOL = 'us-east-1_One';
const table = [
  entryFor(POOL, 'SettingsOne', ['UserPoolTags', 'UserPoolTags.team'].map(parsePath), digest),
  entryFor(POOL, 'SettingsTwo', [['DeletionProtection']], digest),
  `${entryFor('us-east-1_Two', 'SettingsThree', [], digest)}${EVERYTHING}`,
].join(' ');

test.each<[string, string, string, string, boolean]>([
  ['what another resource declares', POOL, 'SettingsTwo', 'UserPoolTags.team', true],
  ['what that lies in', POOL, 'SettingsTwo', 'UserPoolTags', true],
  ['not what the resource declares itself', POOL, 'SettingsOne', 'UserPoolTags.team', false],
  ['nor a sibling of what another declares', POOL, 'SettingsTwo', 'UserPoolTags.stage', false],
  ['nor what is declared for another pool', 'us-east-1_Two', 'SettingsThree', 'DeletionProtection', false],
  ['anything, beside a resource that did not fit', 'us-east-1_Two', 'SettingsTwo', 'UserPoolTags.stage', true],
])('declared elsewhere: %s', (_title, pool, resource, path, expected) => {
  expect(declaredByOthers(table, pool, resource, digest)(parsePath(path))).toBe(expected);
});

test('no table, nothing declared', () => {
  expect(declaredByOthers('', POOL, 'SettingsOne', digest)(['UserPoolTags'])).toBe(false);
});
