import { randomInt } from 'node:crypto';

/** How many cases a law is tried on, and which: by `LAW_RUNS` a night finds more, by `LAW_SEED` a find can be repeated. */
export interface Runs {
  readonly numRuns: number;
  readonly seed: number;
}

const PRIME = 2 ** 31 - 1;
/** A commit is judged by the same cases each time; new ones are for the night. */
const USUAL = 20_261_121;
const { LAW_SEED = USUAL } = process.env;
const SEED = LAW_SEED === 'random' ? randomInt(PRIME) : Number(LAW_SEED);
process.stderr.write(`LAW_SEED=${SEED}\n`);

/** A case takes some 20 ms on a quiet machine; however many are asked for, a busy one has time for them. */
const CASE_MS = 300;

/** The cases of each law of a file: `usual` many, unless another number is asked for; each law draws its own. */
export function runs(usual: number): Runs {
  const numRuns = Number(process.env.LAW_RUNS ?? usual);
  jest.setTimeout(60_000 + numRuns * CASE_MS);
  return { numRuns, get seed() { return seedOf(expect.getState().currentTestName ?? ''); } };
}

/** By its title, so that a law meets the same cases alone as it does among others. */
function seedOf(title: string): number {
  return [...title].reduce((hash, character) => (hash * 31 + character.codePointAt(0)!) % PRIME, SEED);
}
