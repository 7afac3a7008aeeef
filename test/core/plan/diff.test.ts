import { diff, isUnder } from '../../../src/core/plan/diff';
import type { Json } from '../../../src/core/wire/json';
import { formatPath } from '../../../src/core/wire/path';

test.each<[string, Json | undefined, Json | undefined, string[]]>([
  ['nothing', { a: 1 }, { a: 1 }, []],
  ['a leaf', { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, ['a.c']],
  ['a list as a whole', { a: ['x', 'y'] }, { a: ['x'] }, ['a']],
  ['every leaf of what comes', undefined, { a: { b: 1, c: [2] } }, ['a.b', 'a.c']],
  ['every leaf of what goes', { a: { b: 1, c: { d: 2 } } }, {}, ['a.b', 'a.c.d']],
  ['an empty structure that comes', { a: 1 }, { a: 1, b: {} }, ['b']],
  ['an empty structure that goes', { b: {} }, undefined, ['b']],
  ['what fills an empty structure', { b: {} }, { b: { c: 1 } }, ['b.c']],
  ['a structure in place of a value, as a whole', { a: 1 }, { a: { b: 1 } }, ['a']],
  ['a key of any name', {}, JSON.parse('{"a":{"__proto__":1,"x.y":2}}'), ['a.__proto__', 'a["x.y"]']],
])('the paths that differ: %s', (_title, before, after, expected) => {
  expect(diff(before, after).map(formatPath)).toEqual(expected);
  expect(diff(after, before).map(formatPath)).toEqual(expected);
});

test.each<[string, string[], string[], boolean]>([
  ['a path is under itself', ['a'], ['a'], true],
  ['a path is under what it begins with', ['a', 'b'], ['a'], true],
  ['a path is not under a longer one', ['a'], ['a', 'b'], false],
  ['names count whole', ['ab'], ['a'], false],
  ['every path is under the root', ['a'], [], true],
])('isUnder: %s', (_title, path, ancestor, expected) => {
  expect(isUnder(path, ancestor)).toBe(expected);
});
