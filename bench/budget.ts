import type { Measurements } from './measurements';
import { HERD_POOLS } from './simulation/herds';

/** What is promised. */
export const BUDGET = {
  handlerBytes: 100_000,
  coldStartRatio: 0.5,
  ruleMillis: 2,
  readsOfPlainChange: 2,
  readsWithMfaOrPasskeys: 4,
  /** Beside function, role and log group; a trigger adds the permission to invoke and the policy by which it is detached. */
  resourcesPerConstruct: 1,
  resourcesPerConstructWithTrigger: 3,
  /** Of AwsCustomResource's. */
  synthRatio: 1,
  /** Of a stack of hundreds of pools: its time to what the quota alone takes. */
  herdRatio: 1.3,
} as const;

/** A sentence for every promise that these measurements break. */
export function brokenPromises({ calls, size, coldStart, synth, ruleMillis, herds: { unlimited: herd } }: Measurements): string[] {
  const { plain, passkeys, everything } = calls;
  const ours = [plain.ours, passkeys.ours, everything.ours];
  const mostReads = Math.max(passkeys.ours.change.reads, everything.ours.change.reads);
  const ratio = coldStart.ratio.millis;
  const { ours: { perConstruct }, rival, resourcesWithTrigger } = synth;
  const synthRatio = perConstruct.millis / rival.perConstruct.millis;
  return [
    ...ours.flatMap(({ lost }) => lost).map((path) => `the handler lost ${path}`),
    ...unless(ours.every(({ change }) => change.writes === 1), 'one change is not exactly one write'),
    ...unless(ours.every(({ again }) => again.writes === 0), 'no change is not without a write'),
    ...unless(
      plain.ours.change.reads === BUDGET.readsOfPlainChange,
      `one change takes ${plain.ours.change.reads} reads, not ${BUDGET.readsOfPlainChange}`,
    ),
    ...unless(
      mostReads <= BUDGET.readsWithMfaOrPasskeys,
      `with MFA or passkeys in play one change takes ${mostReads} reads, more than ${BUDGET.readsWithMfaOrPasskeys}`,
    ),
    ...unless(
      size.ours.bytes < BUDGET.handlerBytes,
      `the handler has ${size.ours.bytes} bytes, not less than ${BUDGET.handlerBytes}`,
    ),
    ...unless(
      ratio <= BUDGET.coldStartRatio,
      `the cold start above empty is ${ratio.toFixed(2)} of AwsCustomResource's, more than ${BUDGET.coldStartRatio}`,
    ),
    ...unless(
      synthRatio <= BUDGET.synthRatio,
      `a construct takes ${synthRatio.toFixed(2)} of AwsCustomResource's time to synthesize, more than ${BUDGET.synthRatio}`,
    ),
    ...unless(
      perConstruct.resources === BUDGET.resourcesPerConstruct,
      `a construct takes ${perConstruct.resources} resources, not ${BUDGET.resourcesPerConstruct}`,
    ),
    ...unless(
      resourcesWithTrigger === BUDGET.resourcesPerConstructWithTrigger,
      `a construct with a trigger takes ${resourcesWithTrigger} resources, not ${BUDGET.resourcesPerConstructWithTrigger}`,
    ),
    ...unless(
      ruleMillis < BUDGET.ruleMillis,
      `the rules cost a construct with every option ${ruleMillis.toFixed(2)} ms, not less than ${BUDGET.ruleMillis}`,
    ),
    ...unless(
      herd.ratio <= BUDGET.herdRatio,
      `${HERD_POOLS} pools take ${herd.ratio.toFixed(2)} of what the quota takes, more than ${BUDGET.herdRatio}`,
    ),
    ...unless(herd.failures === 0, `${herd.failures} of ${HERD_POOLS} pools at once failed`),
  ];
}

function unless(kept: boolean, sentence: string): string[] {
  return kept ? [] : [sentence];
}
