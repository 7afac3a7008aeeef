import { atOnce, POOLS_AT_ONCE } from './at-once';
import type { BothSides } from './both-sides';
import { driftOf, type Drifted } from './drifted';
import { deployedPool, sentProperties, settingsIn } from './events';
import { PoolAhead } from './pool-ahead';
import type { ServiceError } from '../../src/core/apply/port';
import type { Context } from '../context';

export interface DriftedConstruct {
  readonly path: string;
  readonly logicalId: string;
  readonly userPoolId: string;
  readonly drifted: Drifted;
}

export interface DriftedStack {
  readonly sides: BothSides;
  readonly constructs: readonly DriftedConstruct[];
}

/** All deployed settings of the stacks against the live pools. */
export async function driftsOf(sides: readonly BothSides[], { session, progress }: Context): Promise<DriftedStack[]> {
  const found = sides.flatMap((each) => {
    const { old } = each;
    if (!old) return [];
    return settingsIn(old).flatMap((logicalId) => {
      const userPoolId = deployedPool(old, logicalId);
      return userPoolId === undefined ? [] : [{ sides: each, old, logicalId, userPoolId }];
    });
  });
  const pools = new Map(found.map(({ userPoolId }) => [userPoolId, new PoolAhead(session, userPoolId)]));
  const compare = async () => atOnce(POOLS_AT_ONCE, found, async ({ sides: of, old, logicalId, userPoolId }) => {
    progress.step(`reading ${userPoolId}`);
    const explained = (error: ServiceError) => session.explain(error, userPoolId);
    const drifted = await driftOf(sentProperties(old, logicalId), userPoolId, pools.get(userPoolId)!, explained);
    return { of, construct: { path: of.pathOf(logicalId), logicalId, userPoolId, drifted } };
  });
  const constructs = await compare().finally(async () => {
    for (const pool of pools.values()) await pool.close();
  });
  return sides.map((each) => ({
    sides: each,
    constructs: constructs.filter(({ of }) => of === each).map(({ construct }) => construct),
  }));
}
