import { Account, PER_SECOND } from './account';
import { chanceOf } from './chance';
import { Turns } from './turns';
import { VirtualTime } from './virtual-time';
import { freshPool } from '../../local/cognito';
import type { Clock } from '../../service/clock';
import { CognitoPort } from '../../service/cognito-port';
import { Log } from '../../service/log';
import { Redactor } from '../../service/redact';
import { apply } from '../../src/core/apply/apply';
import { declarationIn } from '../../src/core/declared/declaration';

/** A stack whose resources CloudFormation creates all at once: one changed setting in each of many pools. */
export interface Herd {
  readonly pools: number;
  /** How many runs of the function go on at once. @default - all */
  readonly concurrency?: number;
  /** The function's. @default - as the provider has it */
  readonly timeoutSeconds?: number;
  /** Another one draws other latencies and pauses. */
  readonly seed: number;
}

export interface HerdOutcome {
  readonly makespanSeconds: number;
  /** What the quota alone takes, if no call is made in vain. */
  readonly quotaSeconds: number;
  readonly ratio: number;
  /** Calls that were refused, and made again. */
  readonly throttled: number;
  /** Pools that have not what was declared, or whose run said so. */
  readonly failures: number;
}

const TIMEOUT_SECONDS = 120;
/** What the shell keeps of it for the reply. */
const REPLY_MILLIS = 8_500;
const MINIMUM_LENGTH = 16;
/** Describe, update, describe. */
const NEEDED = { reads: 2, writes: 1 } as const;

export async function runHerd(herd: Herd): Promise<HerdOutcome> {
  const { pools, concurrency = Infinity, timeoutSeconds = TIMEOUT_SECONDS, seed } = herd;
  const time = new VirtualTime();
  const chance = chanceOf(seed);
  const clock: Clock = { now: () => time.now(), sleep: async (ms) => time.sleep(ms), random: chance };
  const account = new Account(time, chance);
  const turns = new Turns(concurrency);
  const seeded = (_: unknown, index: number) => account.cognito.seed({ ...freshPool(), userPoolId: poolId(index) });
  const ids = Array.from({ length: pools }, seeded);

  const runs = await time.during(Promise.all(ids.map(async (id) => turns.take(async () => {
    const succeeded = await run(id, account, clock, timeoutSeconds * 1000 - REPLY_MILLIS);
    return { succeeded, end: clock.now() };
  }))));

  const { reads, writes } = account.quotas;
  const makespanSeconds = Math.max(...runs.map(({ end }) => end)) / 1000;
  const quotaSeconds = pools * Math.max(NEEDED.reads / PER_SECOND.reads, NEEDED.writes / PER_SECOND.writes);
  return {
    makespanSeconds,
    quotaSeconds,
    ratio: makespanSeconds / quotaSeconds,
    throttled: reads.refused + writes.refused,
    failures: ids.filter((id, index) => !runs[index].succeeded || !isAsDeclared(account, id)).length,
  };
}

async function run(userPoolId: string, { post }: Account, clock: Clock, millis: number): Promise<boolean> {
  const settings = { Policies: { PasswordPolicy: { MinimumLength: MINIMUM_LENGTH } } };
  const declaration = declarationIn({ UserPoolId: userPoolId, Settings: settings }, JSON.parse);
  const log = new Log({}, () => undefined);
  const port = CognitoPort.open(post, { clock, log, redactor: new Redactor(), deadline: clock.now() + millis });
  return apply(port, userPoolId, declaration).then(() => true, () => false);
}

function isAsDeclared({ cognito }: Account, id: string): boolean {
  const { Policies } = cognito.pool(id) as { Policies?: { PasswordPolicy?: { MinimumLength?: number } } };
  return Policies?.PasswordPolicy?.MinimumLength === MINIMUM_LENGTH;
}

function poolId(index: number): string {
  return `us-east-1_Herd${String(index).padStart(5, '0')}`;
}
