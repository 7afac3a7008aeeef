import { runHerd, type HerdOutcome } from './herd';

/** Nearly as many as a stack of 500 resources has room for. */
export const HERD_POOLS = 450;
export const HERD_SEED = 1;
/** What a user may set as the function's concurrency: so many runs at once ask for as much as the quota gives. */
export const LIMIT = 10;

export interface Herds {
  /** As many runs as CloudFormation starts: the default, and what is recommended. */
  readonly unlimited: HerdOutcome;
  readonly limited: HerdOutcome;
}

export async function measureHerds(): Promise<Herds> {
  return {
    unlimited: await runHerd({ pools: HERD_POOLS, seed: HERD_SEED }),
    limited: await runHerd({ pools: HERD_POOLS, seed: HERD_SEED, concurrency: LIMIT }),
  };
}
