import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examplesOf, intentsIn } from './examples';
import { GENERATED_INTENTS, writeGenerated } from './generated';
import { judge } from './judge';
import type { Language, Synthesis, Workshop } from './language';
import { LANGUAGES } from './languages';
import { parse, type LanguageName } from './options';
import { endRunning, has } from './processes';
import { complaints, isBad, table, type Verdict } from './report';

// Runs the examples, and what the command-line tool writes, as users of each language do, against the packages as they were built,
// and compares the templates.

const ROOT = join(__dirname, '..', '..');
const EXAMPLES = join(ROOT, 'examples');
const PROJECT = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Project;

interface Project {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly jsii: { readonly targets: { readonly java: Pick<Workshop, 'maven'> } };
}

async function main(): Promise<boolean> {
  const { languages, required, examples } = parse(process.argv.slice(2), process.env);
  const scratch = mkdtempSync(join(tmpdir(), 'consumers-'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      endRunning();
      rmSync(scratch, { recursive: true, force: true });
      process.exit(1);
    });
  }
  try {
    return await consume(scratch, languages, required, examples);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function consume(
  scratch: string, languages: readonly LanguageName[], required: readonly LanguageName[], named: readonly string[],
): Promise<boolean> {
  const intents = intentsIn(EXAMPLES, named, GENERATED_INTENTS);
  const [reference, ...others] = LANGUAGES;
  const references = await synthesize(reference);
  const verdicts = references.map((synthesis) => judge(synthesis, synthesis));
  const missing: LanguageName[] = [];
  for (const language of others.filter(({ name }) => languages.includes(name))) {
    const lacking = language.tools.filter((tool) => !has(tool));
    if (lacking.length > 0) {
      console.log(`${language.name}: left out, ${lacking.join(' and ')} not found`);
      missing.push(language.name);
      continue;
    }
    verdicts.push(...await verdictsOf(language, references));
  }
  const shown = LANGUAGES.map(({ name }) => name).filter((name) => verdicts.some(({ language }) => language === name));
  console.log(`\n${table(verdicts, shown)}\n`);
  complaints(verdicts).forEach((line) => console.log(line));
  const lacking = missing.filter((name) => required.includes(name));
  if (lacking.length > 0) console.log(`required and left out: ${lacking.join(', ')}`);
  return lacking.length === 0 && !verdicts.some(isBad);

  async function synthesize(language: Language): Promise<Synthesis[]> {
    const folder = join(scratch, language.name);
    mkdirSync(folder);
    // Programs run from a copy: what they leave beside their sources is nobody's.
    const copies = join(folder, 'examples');
    cpSync(EXAMPLES, copies, { recursive: true });
    const workshop = {
      folder,
      dist: join(ROOT, 'dist'),
      version: PROJECT.version,
      maven: PROJECT.jsii.targets.java.maven,
      cdkVersion: PROJECT.devDependencies['aws-cdk-lib'],
      tell: tellerOf(language.name),
    };
    await writeGenerated(copies, language.name, intents);
    const examples = examplesOf(copies, language.name, intents);
    return language.synthesize(workshop, examples.map((example) => ({ ...example, isGenerated: GENERATED_INTENTS.includes(example.intent) })));
  }

  async function verdictsOf(language: Language, expected: readonly Synthesis[]): Promise<Verdict[]> {
    let syntheses: Synthesis[];
    try {
      syntheses = await synthesize(language);
    } catch (error) {
      return [{ intent: 'all', language: language.name, outcome: 'failed', seconds: 0, details: [(error as Error).message] }];
    }
    return syntheses.map((synthesis) => judge(synthesis, expected.find(({ example: { intent } }) => intent === synthesis.example.intent)));
  }
}

/** With the time since the last line. */
function tellerOf(name: LanguageName): Workshop['tell'] {
  let last = performance.now();
  return (line) => {
    const now = performance.now();
    console.log(`${name}: ${line} (${((now - last) / 1000).toFixed(1)} s)`);
    last = now;
  };
}

main().then((isGood) => {
  process.exitCode = isGood ? 0 : 1;
}, (error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
