import type { Contender, Contenders } from './contender';
import { losses, settingsOf } from './losses';
import { POOL_ID } from './one-setting';
import type { Run, Stage } from './stage';
import { freshPool, poolWithEverything, type Seed } from '../local/cognito';
import type { JsonObject } from '../src/core/wire/json';

export interface Calls {
  readonly reads: number;
  readonly writes: number;
}

/** What one handler did to one pool. */
export interface Story {
  /** The pool has another value than the declared one. */
  readonly change: Calls;
  /** The same event once more, so that nothing is left to do. */
  readonly again: Calls;
  /** The values that the change took along though nobody asked. */
  readonly lost: readonly string[];
}

export interface Stories {
  readonly ours: Story;
  readonly rival: Story;
}

export const POOLS = {
  /** Neither MFA nor passkeys: the calls that every change takes. */
  plain: freshPool,
  passkeys: poolWithPasskeys,
  /** MFA, passkeys, and a value other than the default for every setting. */
  everything: poolWithEverything,
} satisfies Record<string, () => Seed>;

export type PoolName = keyof typeof POOLS;

export async function storiesOf(stage: Stage, { ours, rival }: Contenders, pool: PoolName): Promise<Stories> {
  return { ours: await story(stage, ours, POOLS[pool]()), rival: await story(stage, rival, POOLS[pool]()) };
}

async function story(stage: Stage, contender: Contender, seed: Seed): Promise<Story> {
  stage.reset(seed);
  const before = settingsOf(stage.cognito, POOL_ID);
  const change = callsOf(await stage.create(contender));
  const after = settingsOf(stage.cognito, POOL_ID);
  return { change, again: callsOf(await stage.create(contender)), lost: losses(before, after) };
}

function callsOf({ requests }: Run): Calls {
  const reads = requests.filter(({ action }) => /^(Describe|Get|List)/.test(action)).length;
  return { reads, writes: requests.length - reads };
}

function poolWithPasskeys(): Seed {
  const { pool } = freshPool();
  const { PasswordPolicy } = pool.Policies as JsonObject;
  return {
    pool: { ...pool, Policies: { PasswordPolicy, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
    mfa: { WebAuthnConfiguration: { RelyingPartyId: 'auth.example.com', UserVerification: 'required' } },
  };
}
