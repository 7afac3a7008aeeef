import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences, templatesIn } from './compare';

test.each([
  ['the order of members', { a: 1, b: { c: [1, 'x', null] } }, { b: { c: [1, 'x', null] }, a: 1 }],
  ['nothing at all', {}, {}],
])('%s is no difference', (_, expected, actual) => {
  expect(differences(expected, actual)).toEqual([]);
});

test.each([
  ['a value', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b: 2 in place of 1']],
  ['a type', { a: 7 }, { a: '7' }, ['a: "7" in place of 7']],
  ['a member that is lost', { a: 1, b: { c: 1 } }, { a: 1 }, ['b: nothing in place of {"c":1}']],
  ['a member that is more', {}, { a: null }, ['a: null in place of nothing']],
  ['a member that every object inherits', {}, { toString: 1 }, ['toString: 1 in place of nothing']],
  ['the order of a list', { a: [1, 2] }, { a: [2, 1] }, ['a[0]: 2 in place of 1', 'a[1]: 1 in place of 2']],
  ['the length of a list', { a: [{ b: 1 }] }, { a: [{ b: 1 }, { b: 2 }] }, ['a[1]: {"b":2} in place of nothing']],
  ['an object for a list', { a: [] }, { a: {} }, ['a: {} in place of []']],
  ['the whole', 1, 2, ['the whole: 2 in place of 1']],
])('%s is found with its path', (_, expected, actual, found) => {
  expect(differences(expected, actual)).toEqual(found);
});

test('of a long value the place that differs is shown', () => {
  const [sentence] = differences({ a: `${'x'.repeat(1000)}1${'y'.repeat(1000)}` }, { a: `${'x'.repeat(1000)}2${'y'.repeat(1000)}` });
  expect(sentence).toMatch(/^a: \.\.\.x+2y+\.\.\. in place of \.\.\.x+1y+\.\.\.$/);
  expect(sentence.length).toBeLessThan(300);
});

describe('the templates of a folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compare-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are all of them, and nothing else', () => {
    writeFileSync(join(folder, 'One.template.json'), '{"a":1}');
    writeFileSync(join(folder, 'Two.template.json'), '{"b":2}');
    writeFileSync(join(folder, 'manifest.json'), '{"c":3}');
    expect(templatesIn(folder)).toEqual({ 'One.template.json': { a: 1 }, 'Two.template.json': { b: 2 } });
  });

  test('may be none', () => {
    expect(templatesIn(folder)).toEqual({});
  });
});
