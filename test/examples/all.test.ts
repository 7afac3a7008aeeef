import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES, INTENTS } from '../support/examples';

const LANGUAGES = {
  typescript: { file: 'app.ts', importsByName: /^(?:import|\}) .*from 'cdk-cognito-user-pool-settings';$/m, quote: "'" },
  python: { file: 'app.py', importsByName: /^from cdk_cognito_user_pool_settings import /m, quote: '"' },
} as const;
type Language = keyof typeof LANGUAGES;

const pathOf = (intent: string, language: Language) => join(EXAMPLES, intent, language, LANGUAGES[language].file);
const sourceOf = (intent: string, language: Language) => readFileSync(pathOf(intent, language), 'utf8');

/** The ids of constructs that stand right behind their scope, in the order of the program. */
function idsIn(intent: string, language: Language): string[] {
  const { quote } = LANGUAGES[language];
  const matches = sourceOf(intent, language).matchAll(new RegExp(`\\(\\s*(?:app|stack),\\s*${quote}([^${quote}]+)${quote}`, 'g'));
  return [...matches].map(([, id]) => id);
}

test('each folder has a row in the table, and each row a folder and a sentence', () => {
  const table = readFileSync(join(EXAMPLES, 'README.md'), 'utf8').split('\n').filter((line) => line.startsWith('| ['));
  const rows = table.map((line) => /^\| \[([\w-]+)\]\(([\w-]+)\) \| (.+\.) \|$/.exec(line));
  expect(rows.filter((row) => !row || row[1] !== row[2])).toEqual([]);
  expect(rows.map((row) => row![1]).sort()).toEqual([...INTENTS].sort());
});

describe.each(INTENTS)('%s', (intent) => {
  const languages = Object.keys(LANGUAGES) as Language[];

  test.each(languages)('is there in %s', (language) => {
    expect(existsSync(pathOf(intent, language))).toBe(true);
  });

  test.each(languages)('is a whole program in %s that imports the package by its name', (language) => {
    const source = sourceOf(intent, language);
    expect(source).toMatch(LANGUAGES[language].importsByName);
    expect(source).not.toMatch(/from ['"]\.|(?:from|import) (?:src|\.)/);
    expect(source).toMatch(/\napp\.synth\(\);?\n$/);
  });

  test('has the same constructs in both languages, in the same order', () => {
    const ids = idsIn(intent, 'typescript');
    expect(ids[0]).toBe('Auth');
    expect(ids.length).toBeGreaterThan(1);
    expect(idsIn(intent, 'python')).toEqual(ids);
  });
});
