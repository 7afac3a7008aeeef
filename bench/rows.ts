import { POOLS, type Calls, type PoolName, type Story } from './calls';
import { bySetting } from './losses';
import type { Measurements } from './measurements';
import type { HerdOutcome } from './simulation/herd';
import { HERD_POOLS, HERD_SEED, LIMIT } from './simulation/herds';
import { MANY, type Synth } from './synth';

/** One figure, for each handler that has it. */
export interface Row {
  readonly label: string;
  readonly ours: number;
  readonly rival?: number;
  readonly empty?: number;
  readonly digits: number;
}

/** Figures that were measured in one way. */
export interface Section {
  readonly title: string;
  readonly how: string;
  readonly rows: readonly Row[];
}

const POOL_LABELS: Readonly<Record<PoolName, string>> = {
  plain: 'plain pool',
  passkeys: 'pool with passkeys',
  everything: 'pool with everything, MFA too',
};

/** All figures in the order in which they are read. */
export function sections(measured: Measurements): Section[] {
  const { coldStartRuns, synthRuns } = measured;
  return [
    {
      title: 'Lost by one changed setting',
      how: 'values of DescribeUserPool and GetUserPoolMfaConfig that a Create changed, but for the declared one; a list is one',
      rows: lost(measured),
    },
    {
      title: 'Calls',
      how: "requests in the embedded Cognito's log: of a Create that changes one setting, and of the same Create once more",
      rows: calls(measured),
    },
    {
      title: 'Handler size, bytes',
      how: "the file in the synthesized app's asset, and its gzip -9; the SDK beside AwsCustomResource's handler is not counted",
      rows: size(measured),
    },
    {
      title: 'Cold start to first reply, ms',
      how: 'spawn of node until the HTTPS server has the reply to a Create of one setting that the pool with everything has '
        + 'already, since the look after a write waits on purpose; '
        + `${coldStartRuns} rounds of all three, rotating, after one that does not count; `
        + 'above empty: median difference within a round',
      rows: distribution(measured, 'millis', 1),
    },
    {
      title: 'Peak memory, MB',
      how: "the process's largest resident set, in the same runs; on Linux VmHWM, since maxRSS counts the parent in",
      rows: distribution(measured, 'peakKb', 1024),
    },
    {
      title: 'Synthesis, ms',
      how: `new App to cloud assembly in a fresh folder, one stack, imported pools; median of ${synthRuns} warm rounds`,
      rows: perStack(measured, 'millis', '', 2),
    },
    {
      title: 'Rules at synthesis, ms',
      how: 'all rules on the rendered settings of one construct that declares every option; median of 200 warm rounds',
      rows: [{ label: 'every option', ours: measured.ruleMillis, digits: 2 }],
    },
    {
      title: 'Template',
      how: "Resources and bytes of the stack's template file as CDK writes it; one function a stack in both",
      rows: [
        ...perStack(measured, 'resources', 'resources, '),
        { label: 'resources, each further construct with a trigger', ours: measured.synth.resourcesWithTrigger, digits: 0 },
        ...perStack(measured, 'bytes', 'bytes, '),
      ],
    },
    {
      title: `Stack of ${HERD_POOLS} pools`,
      how: 'one changed setting of each, all runs started at once, on a virtual clock: our handler less its HTTP, before the '
        + 'embedded Cognito behind token buckets of 15 reads and 15 writes a second, each holding one second\'s worth; calls '
        + `of 100 ms, lognormal with sigma 0.4, seed ${HERD_SEED}; the quota takes 2 reads and 1 write of each pool, no call in vain`,
      rows: herds(measured),
    },
  ];
}

function herds({ herds: { unlimited, limited } }: Measurements): Row[] {
  const of = (herd: HerdOutcome, how: string): Row[] => [
    { label: `seconds, ${how}`, ours: herd.makespanSeconds, digits: 1 },
    { label: `to the quota's own ${herd.quotaSeconds} s, ${how}`, ours: herd.ratio, digits: 2 },
    { label: `throttled calls, ${how}`, ours: herd.throttled, digits: 0 },
    { label: `failed pools, ${how}`, ours: herd.failures, digits: 0 },
  ];
  return [...of(unlimited, 'all at once'), ...of(limited, `${LIMIT} at once`)];
}

function lost({ calls: { everything: { ours, rival } } }: Measurements): Row[] {
  return [
    row('values, pool with everything', ours.lost.length, rival.lost.length),
    row('settings that these belong to', bySetting(ours.lost).size, bySetting(rival.lost).size),
  ];
}

function calls({ calls: pools }: Measurements): Row[] {
  const names = Object.keys(POOLS) as PoolName[];
  const each = (what: string, of: (story: Story) => Calls, verb: keyof Calls): Row[] => names.map(
    (name) => row(`${verb} for ${what}, ${POOL_LABELS[name]}`, of(pools[name].ours)[verb], of(pools[name].rival)[verb]),
  );
  return [
    ...each('a change', ({ change }) => change, 'reads'),
    ...each('a change', ({ change }) => change, 'writes'),
    ...each('no change', ({ again }) => again, 'reads'),
    ...each('no change', ({ again }) => again, 'writes'),
  ];
}

function size({ size: { ours, rival } }: Measurements): Row[] {
  return [row('minified', ours.bytes, rival.bytes), row('gzipped', ours.gzipped, rival.gzipped)];
}

function distribution({ coldStart: { ours, rival, empty } }: Measurements, figure: 'millis' | 'peakKb', unit: number): Row[] {
  const of = (part: 'median' | 'p90'): Row => ({
    ...row(part, ours[figure][part] / unit, rival[figure][part] / unit, 1),
    empty: empty[figure][part] / unit,
  });
  return [of('median'), of('p90'), row('above empty', ours.above[figure] / unit, rival.above[figure] / unit, 1)];
}

function perStack({ synth: { ours, rival } }: Measurements, figure: keyof Synth, what: string, digits = 0): Row[] {
  return [
    row(`${what}1 construct`, ours.one[figure], rival.one[figure], digits),
    row(`${what}${MANY} constructs`, ours.many[figure], rival.many[figure], digits),
    row(`${what}each further construct`, ours.perConstruct[figure], rival.perConstruct[figure], digits),
  ];
}

function row(label: string, ours: number, rival: number, digits = 0): Row {
  return { label, ours, rival, digits };
}
