import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { PROGRAMS, WITHOUT_PROSE } from './generated-programs';
import type { LanguageName } from './options';
import { writerOf } from '../../cli/code/writers';
import { EmbeddedCognito, freshPool, poolWithEverything, serveCognito, type Seed } from '../../local/cognito';
import { anyPool } from '../laws/any-pool';
import { runCli } from '../support/cli';

// Programs as the command-line tool writes them, laid out like the examples, so that all languages treat them like these.

type Source = (language: LanguageName) => Promise<string>;

/** Pools by chance, the same in every run: what TypeScript says of them is held against the pool by test/laws/adoption.test.ts. */
const DRAWN = fc.sample(anyPool, { numRuns: 10, seed: 20_261_122 });

const SOURCES: Readonly<Record<string, Source>> = {
  'imported-everything': imported(poolWithEverything()),
  'imported-fresh': imported(freshPool()),
  ...Object.fromEntries(DRAWN.map((seed, index) => [`imported-drawn-${index + 1}`, imported(seed)])),
  'skeleton': async (language) => toldBy(['skeleton', '--format', language]),
  ...Object.fromEntries(Object.entries(PROGRAMS).map(([name, program]): [string, Source] => (
    [name, async (language) => (await writerOf(language))(program)]))),
  'marks-taken-off': async (language) => withoutMarks((await writerOf(language))(WITHOUT_PROSE), language),
};

/** The names that they have beside those of the examples. */
export const GENERATED_INTENTS: readonly string[] = Object.keys(SOURCES).map((name) => `generated-${name}`);

/** Where a user of the language puts such a program. */
const FILES: Readonly<Record<LanguageName, string>> = {
  typescript: 'app.ts',
  python: 'app.py',
  java: 'src/main/java/com/example/AuthApp.java',
  go: 'main.go',
  csharp: 'Program.cs',
};

/** What the language wants beside it, as an example has it. */
const PROJECTS: Partial<Record<LanguageName, string>> = { java: 'pom.xml', go: 'go.mod' };
const EXAMPLE = 'harden-an-imported-pool';

/** Writes those that are wanted; what they stand on is taken from the examples, which are in the same folder if they are in no other. */
export async function writeGenerated(root: string, language: LanguageName, intents: readonly string[], examples = root): Promise<void> {
  for (const [name, source] of Object.entries(SOURCES)) {
    const intent = `generated-${name}`;
    if (!intents.includes(intent)) continue;
    const folder = join(root, intent, language);
    const file = join(folder, FILES[language]);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await source(language));
    const project = PROJECTS[language];
    if (project !== undefined) cpSync(join(examples, EXAMPLE, language, project), join(folder, project));
  }
}

/** What `import` writes of a pool that it reads. */
function imported(seed: Seed): Source {
  return async (language) => {
    const cognito = new EmbeddedCognito();
    const server = await serveCognito(cognito);
    try {
      return await toldBy(['import', '--user-pool-id', cognito.seed(seed), '--format', language], server.url);
    } finally {
      await server.close();
    }
  };
}

async function toldBy(args: readonly string[], url?: string): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, { url });
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return stdout;
}

/** As a person does it who wants all of it, comments in comments too. */
export function withoutMarks(source: string, language: LanguageName): string {
  const mark = language === 'python' ? '#' : '//';
  return source.split('\n').map((line) => line.replace(new RegExp(`^(\\s*)(?:${mark} )+(\\s*)(?:${mark} )*`), '$1$2')).join('\n');
}
