import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageName } from './options';

/** An example in one language. */
export interface Example {
  readonly intent: string;
  readonly language: LanguageName;
  /** The folder of the example in that language. */
  readonly folder: string;
  /** Written by the command-line tool: there are many of them, so that slow compilers get them together. */
  readonly isGenerated?: boolean;
}

/** The folders of a folder, sorted. */
export function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

/** The examples that have the language. */
export function examplesOf(root: string, language: LanguageName, intents: readonly string[]): Example[] {
  return intents.map((intent) => ({ intent, language, folder: join(root, intent, language) })).filter(({ folder }) => existsSync(folder));
}

/** All that are named, or all that there are: folders, and others beside them. */
export function intentsIn(root: string, named: readonly string[], others: readonly string[] = []): string[] {
  const all = [...foldersIn(root), ...others];
  const unknown = named.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')} is no example; there are ${all.join(', ')}`);
  return named.length > 0 ? [...named] : all;
}
