import { brokenPromises } from '../../bench/budget';
import type { Calls, Stories } from '../../bench/calls';
import { losses } from '../../bench/losses';
import type { Measurements } from '../../bench/measurements';
import { report } from '../../bench/report';
import { median, percentile } from '../../bench/statistics';

const MADE_UP = measurements();

test('what is kept is not told', () => {
  expect(brokenPromises(MADE_UP)).toEqual([]);
});

test('every broken promise is told by name', () => {
  const spoilt: Measurements = {
    ...MADE_UP,
    size: { ...MADE_UP.size, ours: { bytes: 100_000, gzipped: 1 } },
    coldStart: { ...MADE_UP.coldStart, ratio: { millis: 0.501, peakKb: 1 } },
    synth: {
      ...MADE_UP.synth,
      ours: { ...MADE_UP.synth.ours, perConstruct: { millis: 11, resources: 2, bytes: 3000 } },
      resourcesWithTrigger: 4,
    },
    ruleMillis: 2,
    herds: { ...MADE_UP.herds, unlimited: { ...MADE_UP.herds.unlimited, ratio: 1.31, failures: 3 } },
    calls: {
      plain: stories({ reads: 3, writes: 2 }, { reads: 1, writes: 1 }),
      passkeys: stories({ reads: 5, writes: 1 }),
      everything: stories({ reads: 4, writes: 1 }, undefined, ['LambdaConfig.PreSignUp']),
    },
  };
  expect(brokenPromises(spoilt)).toEqual([
    'the handler lost LambdaConfig.PreSignUp',
    'one change is not exactly one write',
    'no change is not without a write',
    'one change takes 3 reads, not 2',
    'with MFA or passkeys in play one change takes 5 reads, more than 4',
    'the handler has 100000 bytes, not less than 100000',
    "the cold start above empty is 0.50 of AwsCustomResource's, more than 0.5",
    "a construct takes 1.10 of AwsCustomResource's time to synthesize, more than 1",
    'a construct takes 2 resources, not 1',
    'a construct with a trigger takes 4 resources, not 3',
    'the rules cost a construct with every option 2.00 ms, not less than 2',
    '450 pools take 1.31 of what the quota takes, more than 1.3',
    '3 of 450 pools at once failed',
  ]);
});

test('a ratio that is no number keeps no promise', () => {
  const unmeasured = { ...MADE_UP, coldStart: { ...MADE_UP.coldStart, ratio: { millis: NaN, peakKb: 1 } } };
  expect(brokenPromises(unmeasured)).toHaveLength(1);
});

test('the report compares to a baseline, and says how often nothing is new', () => {
  const smaller = { ...MADE_UP, size: { ...MADE_UP.size, ours: { bytes: 25_000, gzipped: 10_000 } } };
  const text = report(smaller, MADE_UP);
  expect(text).toMatch(/^ {2}Handler size, bytes: minified +0\.50 +1\.00 +0\.50$/m);
  expect(text).toMatch(/^ {2}the other \d+ figures are as they were$/m);
  expect(report(MADE_UP, undefined)).not.toContain('baseline');
});

test('a loss is a value that went, came or changed without being asked for', () => {
  const policy = (MinimumLength: number) => ({ Policies: { PasswordPolicy: { MinimumLength } } });
  const before = { ...policy(8), Kept: [1, 2], Gone: { A: 1 }, Changed: ['a', 'b'] };
  expect(losses(before, { ...policy(16), Kept: [1, 2], Changed: ['b'], New: true })).toEqual(['Changed', 'Gone.A', 'New']);
});

test('median and percentile', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), percentile([5, 1, 2, 3, 4, 6, 7, 8, 9, 10], 0.9)]).toEqual([2, 2.5, 9]);
  expect(() => median([])).toThrow('no values');
});

function stories(change: Calls, again: Calls = { reads: 1, writes: 0 }, lost: string[] = []): Stories {
  const blind = { reads: 0, writes: 1 };
  return { ours: { change, again, lost }, rival: { change: blind, again: blind, lost: ['LambdaConfig.PreSignUp'] } };
}

function measurements(): Measurements {
  const distribution = { median: 100, p90: 120 };
  const start = { millis: distribution, peakKb: distribution };
  const one = { millis: 10, resources: 4, bytes: 3000 };
  const synths = { one, many: one, perConstruct: { ...one, resources: 1 } };
  const herd = { makespanSeconds: 66, quotaSeconds: 60, ratio: 1.1, throttled: 5000, failures: 0 };
  const ours = { ...start, above: { millis: 40, peakKb: 10 } };
  const rival = { ...start, above: { millis: 100, peakKb: 40 } };
  return {
    node: 'v20.0.0',
    platform: 'linux x64',
    coldStartRuns: 5,
    synthRuns: 5,
    calls: {
      plain: stories({ reads: 2, writes: 1 }),
      passkeys: stories({ reads: 4, writes: 1 }),
      everything: stories({ reads: 4, writes: 1 }),
    },
    size: { ours: { bytes: 50_000, gzipped: 20_000 }, rival: { bytes: 120_000, gzipped: 80_000 } },
    coldStart: { ours, rival, empty: start, ratio: { millis: 0.4, peakKb: 0.25 } },
    synth: { ours: synths, rival: synths, resourcesWithTrigger: 3 },
    ruleMillis: 1,
    herds: { unlimited: herd, limited: herd },
  };
}
