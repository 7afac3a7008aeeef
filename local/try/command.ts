import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { Refusal } from './refusal';

const ROOT = join(__dirname, '..', '..');

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Whether the program is a line for the shell. */
  readonly shell?: boolean;
}

/** The app of a command line: a file, or what follows `--app`, whose quotes do not live through a task of projen. */
export function commandIn(app: string | undefined, positionals: readonly string[]): Command {
  if (app !== undefined) return commandLine([app, ...positionals].join(' '));
  if (positionals.length !== 1) throw new Refusal('give one app: a file, or --app "<command>"; --help tells more');
  return commandOf(positionals[0]);
}

/** As `cdk --app` takes it. */
export function commandLine(line: string): Command {
  return { program: line, args: [], shell: true };
}

/** Runs a TypeScript or JavaScript file. Inside this repository the package's name stands for its sources. */
export function commandOf(file: string): Command {
  const path = resolve(file);
  if (!existsSync(path)) throw new Refusal(`there is no file ${file}`);
  const project = isInside(path) ? ['--tsconfig', join(ROOT, 'tsconfig.dev.json')] : [];
  return { program: process.execPath, args: [require.resolve('tsx/cli'), ...project, path] };
}

function isInside(path: string): boolean {
  const way = relative(ROOT, path);
  return !way.startsWith('..') && !isAbsolute(way);
}
