import * as fc from 'fast-check';
import { Adoption, FORMATS } from './adoption';
import { anyPool } from './any-pool';
import { runs } from './runs';
import { MODES } from './state';
import { poolWithEverything, type Seed } from '../../local/cognito';
import { Compiler } from '../docs/snippets';
import { fullPool } from '../support/pools';

const RUNS = runs(6);
/** A case is an app that is synthesized and deployed by a Lambda in a process of its own. */
const CASE_MS = 8_000;
jest.setTimeout(60_000 + RUNS.numRuns * CASE_MS);

const HARD: readonly Seed[] = [fullPool(), poolWithEverything(), { pool: {} }];

const programs: string[] = [];

describe.each(FORMATS)('a pool that is imported as %s', (title, { args, synthesize }) => {
  describe.each([[], ['--omit-defaults']])('%s', (...more) => {
    test('has nothing to be planned, and its deployment writes nothing', async () => {
      let turn = 0;
      const law = async (seed: Seed): Promise<void> => {
        const adoption = await Adoption.begin(MODES[turn++ % MODES.length], seed);
        try {
          const imported = await adoption.import(...args, ...more);
          expect(imported).toMatchObject({ code: 0 });
          synthesize(imported.stdout, adoption.userPoolId, adoption.outdir);
          if (title === 'TypeScript') programs.push(imported.stdout);

          expect(await adoption.plan()).toMatchObject({ code: 0 });
          expect(await adoption.deploy()).toMatchObject({ status: 'CREATE_COMPLETE' });
          expect(adoption.writes).toBe(0);
        } finally {
          await adoption.end();
        }
      };
      for (const seed of HARD) await law(seed);
      await fc.assert(fc.asyncProperty(anyPool, law), RUNS);
    });
  });
});

test('the programs compile', () => {
  expect(programs.length).toBeGreaterThanOrEqual(2 * (HARD.length + RUNS.numRuns));
  const compiler = new Compiler();
  for (const program of programs) expect(compiler.errorsOf(program)).toEqual([]);
});
