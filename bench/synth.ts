import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize, templateFileOf, templateOf } from './app';
import { byAwsCustomResource, byUserPoolSettings, withTrigger, type Declare } from './one-setting';
import { median } from './statistics';

/** How many constructs the large stack has. */
export const MANY = 50;

export interface Synth {
  readonly millis: number;
  readonly resources: number;
  readonly bytes: number;
}

export interface Synths {
  readonly one: Synth;
  readonly many: Synth;
  /** What each construct after the first adds. */
  readonly perConstruct: Synth;
}

export interface SynthComparison {
  readonly ours: Synths;
  readonly rival: Synths;
  /** What a construct with a trigger adds after the first: the settings, the permission to invoke, the policy to detach it by. */
  readonly resourcesWithTrigger: number;
}

/** All four apps once in a round, in one process that has loaded and compiled everything in the rounds before. */
export function synths(folder: string, rounds: number, warmUps = 2): SynthComparison {
  const declares = [byUserPoolSettings, byAwsCustomResource];
  const apps = [1, MANY].flatMap((count) => declares.map((declare) => ({ declare, count })));
  const samples: Synth[][] = apps.map(() => []);
  for (let round = -warmUps; round < rounds; round++) {
    apps.forEach(({ declare, count }, index) => {
      const sample = synth(declare, count, folder);
      if (round >= 0) samples[index].push(sample);
    });
  }
  const [oursOne, rivalOne, oursMany, rivalMany] = samples.map(summary);
  const [one, two] = [1, 2].map((count) => synth(withTrigger, count, folder).resources);
  return { ours: synthsOf(oursOne, oursMany), rival: synthsOf(rivalOne, rivalMany), resourcesWithTrigger: two - one };
}

function synth(declare: Declare, count: number, folder: string): Synth {
  // An output folder that knows nothing of the asset yet, as on a build machine.
  const outdir = mkdtempSync(join(folder, 'synth-'));
  const started = performance.now();
  const assembly = synthesize(declare, count, outdir);
  const millis = performance.now() - started;
  const resources = Object.keys(templateOf(assembly).Resources).length;
  const bytes = statSync(templateFileOf(assembly)).size;
  rmSync(outdir, { recursive: true });
  return { millis, resources, bytes };
}

/** Templates are the same in each round. */
function summary(samples: readonly Synth[]): Synth {
  return { ...samples[0], millis: median(samples.map(({ millis }) => millis)) };
}

function synthsOf(one: Synth, many: Synth): Synths {
  const each = (figure: keyof Synth) => (many[figure] - one[figure]) / (MANY - 1);
  return { one, many, perConstruct: { millis: each('millis'), resources: each('resources'), bytes: each('bytes') } };
}
