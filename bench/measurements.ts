import { storiesOf, type PoolName, type Stories } from './calls';
import { coldStarts, type ColdStarts } from './cold-start';
import { contenders } from './contender';
import { ruleMillis } from './rules';
import { measureHerds, type Herds } from './simulation/herds';
import { sizes, type Sizes } from './size';
import { Stage } from './stage';
import { synths, type SynthComparison } from './synth';

/** All that one run of the bench found out: plain data, without a date, so that two runs can be compared. */
export interface Measurements {
  readonly node: string;
  readonly platform: string;
  readonly coldStartRuns: number;
  readonly synthRuns: number;
  readonly calls: Readonly<Record<PoolName, Stories>>;
  readonly size: Sizes;
  readonly coldStart: ColdStarts;
  readonly synth: SynthComparison;
  readonly ruleMillis: number;
  readonly herds: Herds;
}

export interface Plan {
  readonly coldStartRuns: number;
  readonly synthRuns: number;
  onStep(step: string): void;
}

export async function measure({ coldStartRuns, synthRuns, onStep }: Plan): Promise<Measurements> {
  const stage = await Stage.open();
  try {
    onStep('synthesizing the two apps');
    const all = contenders(stage.folder);
    onStep('counting calls and losses');
    const plain = await storiesOf(stage, all, 'plain');
    const passkeys = await storiesOf(stage, all, 'passkeys');
    const everything = await storiesOf(stage, all, 'everything');
    onStep('simulating a stack of many pools');
    const herds = await measureHerds();
    onStep(`${coldStartRuns} cold starts of each handler`);
    const coldStart = await coldStarts(stage, all, coldStartRuns);
    onStep(`${synthRuns} syntheses of each app`);
    return {
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      coldStartRuns,
      synthRuns,
      calls: { plain, passkeys, everything },
      size: sizes(all),
      coldStart,
      synth: synths(stage.folder, synthRuns),
      ruleMillis: ruleMillis(200),
      herds,
    };
  } finally {
    await stage.close();
  }
}
