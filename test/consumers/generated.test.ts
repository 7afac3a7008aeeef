import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENERATED_INTENTS, withoutMarks, writeGenerated } from './generated';
import { replaced, together } from './languages/together';
import { LANGUAGE_NAMES } from './options';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'generated-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what is wanted is written where a user of the language puts it', async () => {
  const [wanted, unwanted] = ['generated-few-settings', 'generated-odd-texts'];
  expect(GENERATED_INTENTS).toEqual(expect.arrayContaining([wanted, unwanted]));
  for (const language of ['typescript', 'python', 'csharp'] as const) await writeGenerated(folder, language, [wanted]);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  expect(files.sort()).toEqual(['csharp/Program.cs', 'python/app.py', 'typescript/app.ts'].map((file) => join(wanted, file)));
});

test('each program is written in each language, and takes what it stands on from an example', async () => {
  const examples = join(__dirname, '..', '..', 'examples');
  for (const language of LANGUAGE_NAMES) await writeGenerated(folder, language, GENERATED_INTENTS, examples);
  expect(readdirSync(folder).sort()).toEqual([...GENERATED_INTENTS].sort());
  for (const intent of GENERATED_INTENTS) {
    expect(readdirSync(join(folder, intent)).sort()).toEqual([...LANGUAGE_NAMES].sort());
    expect(readdirSync(join(folder, intent, 'java')).sort()).toEqual(['pom.xml', 'src']);
    expect(readdirSync(join(folder, intent, 'go')).sort()).toEqual(['go.mod', 'main.go']);
  }
  expect(readFileSync(join(folder, 'generated-imported-everything', 'go', 'main.go'), 'utf8')).toContain('PoolName:     jsii.String("everything"),');
});

test.each([
  ['// a();', 'a();'],
  ['    // a(', '    a('],
  ['\t// \ta,', '\t\ta,'],
  ['// // a', 'a'],
  ['  //   // a', '    a'],
  ['a // b', 'a // b'],
  ['"// a"', '"// a"'],
])('without its marks %j is %j', (line, expected) => {
  expect(withoutMarks(line, 'go')).toBe(expected);
  expect(withoutMarks(line.replaceAll('//', '#'), 'python')).toBe(expected.replaceAll('//', '#'));
});

describe('programs of one project', () => {
  const workshop = { folder: '' } as Parameters<typeof together>[0];
  const examples = ['one', 'two'].map((intent) => ({ intent, language: 'go', folder: intent }) as const);
  beforeEach(() => {
    Object.assign(workshop, { folder });
  });

  test('have a package and a folder each, and what became of each', async () => {
    const names: string[] = [];
    const syntheses = await together(workshop, examples, async (parts) => {
      names.push(...parts.map(({ packageName }) => packageName));
      return [{ seconds: 1 }, { seconds: 2, failure: 'it fell' }];
    });
    expect(names).toEqual(['generated0', 'generated1']);
    expect(syntheses).toEqual([
      { example: examples[0], outdir: join(folder, 'out', 'one'), seconds: 1 },
      { example: examples[1], outdir: join(folder, 'out', 'two'), seconds: 2, failure: 'it fell' },
    ]);
  });

  test('fail together where the project does', async () => {
    const syntheses = await together(workshop, examples, async () => { throw new Error('no such type'); });
    expect(syntheses.map(({ failure }) => failure)).toEqual(['no such type', 'as one, in whose project it is']);
  });

  test('are none where there are none', async () => {
    expect(await together(workshop, [], async () => { throw new Error('never asked'); })).toEqual([]);
  });
});

test('a text is replaced that is there once', () => {
  expect(replaced('package main\n', 'main', '$&')).toBe('package $&\n');
  for (const source of ['', 'main main']) expect(() => replaced(source, 'main', 'x')).toThrow('a generated program does not have "main" once');
});
