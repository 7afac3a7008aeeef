import type { Example } from '../examples';
import { outdirOf, type Synthesis, type Workshop } from '../language';

/** A program that is part of a project with others, where it has a package of its own. */
export interface Part {
  readonly example: Example;
  readonly packageName: string;
  readonly outdir: string;
}

export interface Outcome {
  readonly seconds: number;
  readonly failure?: string;
}

/** All in one project, which is compiled once; a project that does not compile is the failure of all of them. */
export async function together(
  workshop: Workshop, examples: readonly Example[], synthesize: (parts: readonly Part[]) => Promise<readonly Outcome[]>,
): Promise<Synthesis[]> {
  if (examples.length === 0) return [];
  const parts = examples.map((example, index) => ({ example, packageName: `generated${index}`, outdir: outdirOf(workshop, example) }));
  try {
    const outcomes = await synthesize(parts);
    return parts.map(({ example, outdir }, index) => ({ example, outdir, ...outcomes[index] }));
  } catch (error) {
    // What is wrong is told once.
    const failure = (index: number) => index === 0 ? (error as Error).message : `as ${examples[0].intent}, in whose project it is`;
    return parts.map(({ example, outdir }, index) => ({ example, outdir, seconds: 0, failure: failure(index) }));
  }
}

/** Of a program that runs all parts: a line for each of them with its milliseconds, and what it failed with. */
export function outcomesIn(output: string, parts: readonly Part[]): Outcome[] {
  const results = [...output.matchAll(/^result (\d+) (.*)$/gm)].map(([, milliseconds, failure]) => (
    { seconds: Number(milliseconds) / 1000, ...failure !== '' && { failure } }));
  return parts.map((_, index) => results[index] ?? { seconds: 0, failure: 'the process ended before it' });
}

/** Text with another in its place; without it the program is none that is known here. */
export function replaced(source: string, text: string, replacement: string): string {
  if (source.split(text).length !== 2) throw new Error(`a generated program does not have ${JSON.stringify(text)} once`);
  return source.replace(text, () => replacement);
}
