import type { JsonObject } from '../../../src/core/wire/json';
import { formatPath, memberOf, parsePath, valueAt, withValueAt } from '../../../src/core/wire/path';

test.each<[string, string[], string]>([
  ['members are joined by dots', ['Policies', 'PasswordPolicy', 'MinimumLength'], 'Policies.PasswordPolicy.MinimumLength'],
  ['a key that is a name may have a hyphen', ['UserPoolTags', 'cost-center'], 'UserPoolTags.cost-center'],
  ['a key that is no name stands in brackets, as JSON', ['UserPoolTags', 'cost center'], 'UserPoolTags["cost center"]'],
  ['a dot in a key is no way further in', ['UserPoolTags', 'a.b'], 'UserPoolTags["a.b"]'],
  ['a quote in a key is escaped', ['UserPoolTags', '"'], 'UserPoolTags["\\""]'],
  ['an empty key can be seen', ['UserPoolTags', ''], 'UserPoolTags[""]'],
  ['a first name that is odd has brackets too', ['ü'], '["ü"]'],
  ['no path is no text', [], ''],
])('formatPath: %s', (_title, path, text) => {
  expect(formatPath(path)).toBe(text);
});

test('parsePath takes the dotted form of the ledger apart', () => {
  expect(parsePath('Policies.PasswordPolicy.MinimumLength')).toEqual(['Policies', 'PasswordPolicy', 'MinimumLength']);
});

describe('memberOf', () => {
  test.each<[string, unknown, string, unknown]>([
    ['an own member is found', { a: 1 }, 'a', 1],
    ['what a prototype has is nobody\'s setting', {}, 'constructor', undefined],
    ['an own member may be called as a prototype\'s', JSON.parse('{"__proto__":"x"}'), '__proto__', 'x'],
    ['a list has no members', ['x'], 'length', undefined],
    ['a text has no members', 'x', 'length', undefined],
    ['nothing has no members', undefined, 'a', undefined],
    ['null has no members', null, 'a', undefined],
  ])('%s', (_title, value, name, expected) => {
    expect(memberOf(value as never, name)).toEqual(expected);
  });
});

describe('valueAt', () => {
  const document: JsonObject = { a: { b: [1], c: false, d: '' } };
  test.each<[string, string[], unknown]>([
    ['a list is a value', ['a', 'b'], [1]],
    ['false is a value', ['a', 'c'], false],
    ['an empty text is a value', ['a', 'd'], ''],
    ['an empty path is the document', [], document],
    ['a way that ends early leads nowhere', ['a', 'c', 'x'], undefined],
  ])('%s', (_title, path, expected) => {
    expect(valueAt(document, path)).toEqual(expected);
  });
});

describe('withValueAt', () => {
  test.each<[string, JsonObject, string[], unknown, JsonObject]>([
    ['a value is put beside the others', { a: { b: 1 }, x: 0 }, ['a', 'c'], 2, { a: { b: 1, c: 2 }, x: 0 }],
    ['a value replaces the former one', { a: { b: 1 } }, ['a', 'b'], [2], { a: { b: [2] } }],
    ['the way there is made', {}, ['a', 'b'], 1, { a: { b: 1 } }],
    ['undefined takes the member off', { a: { b: 1, c: 2 } }, ['a', 'b'], undefined, { a: { c: 2 } }],
    ['what a prototype has is not taken for the way', {}, ['constructor', 'name'], 'x', { constructor: { name: 'x' } } as never],
  ])('%s', (_title, document, path, value, expected) => {
    const before = structuredClone(document);
    expect(withValueAt(document, path, value as never)).toEqual(expected);
    expect(document).toEqual(before);
  });

  test('a key of the name __proto__ is a key like others', () => {
    const document = withValueAt({ UserPoolTags: { team: 'a' } }, ['UserPoolTags', '__proto__'], 'x');
    expect(JSON.stringify(document)).toBe('{"UserPoolTags":{"team":"a","__proto__":"x"}}');
  });
});
