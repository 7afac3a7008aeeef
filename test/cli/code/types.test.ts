import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTypes } from '../../../cli/code/read-types';
import { enumMember, propTypeAt } from '../../../cli/code/types';
import types from '../../../cli/code/types.json';
import { LEDGER } from '../../../src/core/ledger/ledger';
import { rows } from '../../../src/core/ledger/walk';

test('types.json is what src/options says today: after a change there run cli/code/generate-types.ts', () => {
  expect(types).toEqual(readTypes(join(__dirname, '../../../src/options'), 'UserPoolSettingsOptions'));
});

test('reads structs, lists, enums by their wire values, and the first paragraph of the documentation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'options-'));
  try {
    writeFileSync(join(folder, 'a.ts'), [
      'import type { Level } from "./b";',
      'export interface Root {',
      '  /** Some',
      '   * levels. */',
      '  readonly levels?: Level[];',
      '  /** Its name.',
      '   *',
      '   * API: `Name`. */',
      '  readonly name: string;',
      '}',
      'export interface Stranger { /** No. */ readonly no?: string }',
    ].join('\n'));
    writeFileSync(join(folder, 'b.ts'), "export enum Level { /** High. */ HIGH = 'h' }");
    expect(readTypes(folder, 'Root')).toEqual({
      structs: { Root: { levels: { type: 'Level', summary: 'Some levels.' }, name: { isRequired: true, summary: 'Its name.' } } },
      enums: { Level: { h: 'HIGH' } },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every setting of the ledger has its prop in the table', () => {
  const known = rows(LEDGER).map(({ path }) => path).filter((path) => !path.includes('{key}'));
  expect(known.length).toBeGreaterThan(90);
  expect(known.filter((path) => path[path.length - 1] !== '[]' && propTypeAt(path) === undefined)).toEqual([]);
});

test.each([
  ['VerifiedAttribute', 'phone_number', 'PHONE_NUMBER'],
  ['UserVerification', 'required', 'REQUIRED'],
  ['UserPoolTier', 'younger-than this', 'YOUNGER_THAN_THIS'],
])('%s has %j as %s', (type, value, member) => {
  expect(enumMember(type, value)).toBe(member);
});
