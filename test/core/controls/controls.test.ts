import { EXAMPLES, TOKEN } from './examples';
import { controlFindings } from '../../../src/core/controls/check';
import { CONTROLS } from '../../../src/core/controls/controls';
import { LEDGER } from '../../../src/core/ledger/ledger';
import { rowAt } from '../../../src/core/ledger/walk';
import type { Json, JsonObject } from '../../../src/core/wire/json';
import { parsePath } from '../../../src/core/wire/path';

const isUnknown = (value: Json) => value === TOKEN;
const ask = (id: string, settings: JsonObject, isWhole: boolean) =>
  controlFindings({ settings, isWhole, isUnknown }).filter((finding) => finding.id === id);

test('every control has its examples, and every example its control', () => {
  expect(Object.keys(EXAMPLES)).toEqual(CONTROLS.map(({ id }) => id));
});

test('every control has pools that keep it, break it, do not tell and hide it', () => {
  for (const { kept, broken, notKnown, token } of Object.values(EXAMPLES)) {
    for (const examples of [kept, broken, notKnown, token]) expect(examples).not.toHaveLength(0);
  }
});

test('every path that a control reads is a row of the ledger', () => {
  const paths = CONTROLS.flatMap(({ demands, scope }) => [...demands, ...(scope ? [scope] : [])]).map(({ path }) => path);
  expect(paths.filter((path) => rowAt(LEDGER, parsePath(path)) === undefined)).toEqual([]);
});

describe.each(Object.entries(EXAMPLES))('%s', (id, { level, kept, broken, notKnown, token }) => {
  test.each(kept)('says nothing of a pool that keeps it: %j', (settings) => {
    expect(ask(id, settings, true)).toEqual([]);
    expect(ask(id, settings, false)).toEqual([]);
  });

  test.each(broken)('finds what breaks it: $settings', ({ settings, isWhole = false, path, sentence }) => {
    expect(ask(id, settings, isWhole)).toEqual([{ id, level, path: parsePath(path), sentence }]);
  });

  test.each(broken.filter(({ isWhole }) => isWhole))('leaves to the pool what is not given: $settings', ({ settings }) => {
    expect(ask(id, settings, false)).toEqual([]);
  });

  test.each(notKnown)('guesses nothing: %j', (settings) => {
    expect(ask(id, settings, false)).toEqual([]);
  });

  test.each(token)('takes a token for unknown, never for broken: %j', (settings) => {
    expect(ask(id, settings, false)).toEqual([]);
    expect(ask(id, settings, true)).toEqual([]);
  });
});

test('nothing known breaks nothing', () => {
  expect(controlFindings({ settings: {}, isWhole: false, isUnknown })).toEqual([]);
});

test('a pool of which nothing was ever set breaks all but the controls of its password policy', () => {
  expect(controlFindings({ settings: {}, isWhole: true, isUnknown }).map(({ id }) => id))
    .toEqual(CONTROLS.map(({ id }) => id).filter((id) => id !== 'AwsSolutions-COG1' && id !== 'Cognito.3'));
});

test('some controls alone are asked when they are named', () => {
  const deletion = CONTROLS.filter(({ id }) => id === 'Cognito.6');
  expect(controlFindings({ settings: {}, isWhole: true, isUnknown }, deletion).map(({ id }) => id)).toEqual(['Cognito.6']);
});
