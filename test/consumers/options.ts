import { parseArgs } from 'node:util';

export const LANGUAGE_NAMES = ['typescript', 'python', 'java', 'go', 'csharp'] as const;
export type LanguageName = typeof LANGUAGE_NAMES[number];

export interface Options {
  readonly languages: readonly LanguageName[];
  /** The languages whose tools have to be there: without them it is a failure, otherwise a language that is left out. */
  readonly required: readonly LanguageName[];
  /** The examples; all if none is named. */
  readonly examples: readonly string[];
}

const USAGE = `usage: [--language ${LANGUAGE_NAMES.join('|')}]... [--require all|<language>]... [--example <folder>]...`;

/** `REQUIRE_CONSUMERS=1` is `--require all`. */
export function parse(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Options {
  const given = valuesIn(args);
  const languages = given.language.length > 0 ? given.language.map(languageOf) : LANGUAGE_NAMES;
  const isAll = given.require.includes('all') || (env.REQUIRE_CONSUMERS ?? '') !== '';
  const required = isAll ? languages : given.require.map(languageOf);
  return { languages, required, examples: given.example };
}

function valuesIn(args: readonly string[]) {
  const many = { type: 'string', multiple: true, default: [] as string[] } as const;
  try {
    return parseArgs({ args: [...args], options: { language: many, require: many, example: many } }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}; ${USAGE}`, { cause: error });
  }
}

function languageOf(name: string): LanguageName {
  const found = LANGUAGE_NAMES.find((each) => each === name);
  if (!found) throw new Error(`${name} is no language; ${USAGE}`);
  return found;
}
