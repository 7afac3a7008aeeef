import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from './examples';
import type { LanguageName } from './options';

/** A folder of its own for one language, and the packages as they were built. */
export interface Workshop {
  readonly folder: string;
  /** Where the packages are. */
  readonly dist: string;
  /** The version of the packages. */
  readonly version: string;
  /** What the Maven package is called. */
  readonly maven: { readonly groupId: string; readonly artifactId: string };
  /** The version of aws-cdk-lib that all languages use, so that templates can be compared. */
  readonly cdkVersion: string;
  /** Tells a line of what is going on. */
  readonly tell: (line: string) => void;
}

/** What became of one example. */
export interface Synthesis {
  readonly example: Example;
  readonly seconds: number;
  /** Where its templates are; nothing where it could not be run, but only be read. */
  readonly outdir?: string;
  /** Why there are none. */
  readonly failure?: string;
}

/** What a user of one language does: installs the package, compiles or checks the program, runs it. */
export interface Language {
  readonly name: LanguageName;
  /** Programs that have to be on the machine. */
  readonly tools: readonly string[];
  /** Throws what makes all of them impossible. */
  synthesize(workshop: Workshop, examples: readonly Example[]): Promise<Synthesis[]>;
}

/** A new folder for the templates of an example. */
export function outdirOf({ folder }: Workshop, { intent }: Example): string {
  const outdir = join(folder, 'out', intent);
  mkdirSync(outdir, { recursive: true });
  return outdir;
}

/** Each example by a process of its own, one after the other. */
export async function oneByOne(
  workshop: Workshop, examples: readonly Example[], synthesize: (example: Example, outdir: string) => Promise<unknown>,
): Promise<Synthesis[]> {
  const done: Synthesis[] = [];
  for (const example of examples) {
    const outdir = outdirOf(workshop, example);
    const { seconds, failure } = await timed(async () => synthesize(example, outdir));
    done.push({ example, outdir, seconds, failure });
  }
  return done;
}

async function timed(work: () => Promise<unknown>): Promise<{ readonly seconds: number; readonly failure?: string }> {
  const start = performance.now();
  const failure = await work().then(() => undefined, (error: unknown) => (error as Error).message);
  return { seconds: (performance.now() - start) / 1000, failure };
}
