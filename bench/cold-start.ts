import type { Contenders } from './contender';
import { settled } from './one-setting';
import type { Run, Stage } from './stage';
import { median, percentile } from './statistics';
import { poolWithEverything } from '../local/cognito';

/** Milliseconds, or kilobytes. */
export interface Distribution {
  readonly median: number;
  readonly p90: number;
}

export interface ColdStart {
  readonly millis: Distribution;
  readonly peakKb: Distribution;
}

/** What a handler takes on top of one that only replies. */
export interface AboveEmpty {
  readonly millis: number;
  readonly peakKb: number;
}

export interface ColdStarts {
  readonly ours: ColdStart & { readonly above: AboveEmpty };
  readonly rival: ColdStart & { readonly above: AboveEmpty };
  readonly empty: ColdStart;
  /** Ours above empty to the rival's above empty. */
  readonly ratio: AboveEmpty;
}

type Name = keyof Contenders;
const NAMES: readonly Name[] = ['ours', 'rival', 'empty'];

/** Each handler once in a round, so that whatever else the machine does hits all three alike. */
export async function coldStarts(stage: Stage, contenders: Contenders, rounds: number): Promise<ColdStarts> {
  const runs: Record<Name, Run[]> = { ours: [], rival: [], empty: [] };
  // The first round reads the files from the disk for the others, and does not count.
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < NAMES.length; turn++) {
      // Nobody always comes first, or always after the same one.
      const name = NAMES[(round + turn) % NAMES.length];
      // Nothing to change: the look after a write waits for other writers, which is no cost of starting.
      stage.reset(settled(poolWithEverything()));
      const run = await stage.create(contenders[name]);
      if (round > 0) runs[name].push(run);
    }
  }
  const ours = { ...coldStart(runs.ours), above: aboveEmpty(runs.ours, runs.empty) };
  const rival = { ...coldStart(runs.rival), above: aboveEmpty(runs.rival, runs.empty) };
  const ratio = { millis: ours.above.millis / rival.above.millis, peakKb: ours.above.peakKb / rival.above.peakKb };
  return { ours, rival, empty: coldStart(runs.empty), ratio };
}

function coldStart(runs: readonly Run[]): ColdStart {
  return { millis: distribution(runs.map(({ millis }) => millis)), peakKb: distribution(runs.map(({ peakKb }) => peakKb)) };
}

/** The median of the differences within a round, which a slow minute of the machine spoils less than either median. */
function aboveEmpty(runs: readonly Run[], empty: readonly Run[]): AboveEmpty {
  return {
    millis: median(runs.map(({ millis }, round) => millis - empty[round].millis)),
    peakKb: median(runs.map(({ peakKb }, round) => peakKb - empty[round].peakKb)),
  };
}

function distribution(values: readonly number[]): Distribution {
  return { median: median(values), p90: percentile(values, 0.9) };
}
