import { atOnce, POOLS_AT_ONCE } from './at-once';
import type { BothSides } from './both-sides';
import { eventsOf, isSame, type Event } from './events';
import type { Planned } from './outcome';
import { planned } from './planned';
import { PoolAhead } from './pool-ahead';
import type { ServiceError } from '../../src/core/apply/port';
import type { Context } from '../context';

export interface PlannedConstruct {
  readonly path: string;
  readonly event: Event;
  readonly planned: Planned;
  readonly userPoolId?: string;
}

export interface PlannedStack {
  readonly sides: BothSides;
  readonly constructs: readonly PlannedConstruct[];
}

interface Step {
  readonly sides: BothSides;
  readonly event: Event;
}

/** Everything that the stacks would do to user pools: one pool after what happened to it before, several pools at a time. */
export async function planApp(sides: readonly BothSides[], context: Context): Promise<PlannedStack[]> {
  const steps = sides.flatMap((each) => eventsOf(each.young, each.old).map((event): Step => ({ sides: each, event })));
  const byPool = new Map<string, Step[]>();
  for (const step of steps) {
    const { userPoolId } = step.event;
    const key = typeof userPoolId === 'string' ? userPoolId : '';
    byPool.set(key, [...byPool.get(key) ?? [], step]);
  }
  const results = new Map<Event, Planned>();
  await atOnce(POOLS_AT_ONCE, [...byPool], async ([pool, those]) => {
    for (const [event, result] of await planPool(pool, those, context)) results.set(event, withPoolNotes(result, pool, sides));
  });
  return sides.map((each) => ({
    sides: each,
    constructs: steps.filter((step) => step.sides === each).map(({ event }) => ({
      path: each.pathOf(event.logicalId),
      event,
      planned: results.get(event)!,
      ...typeof event.userPoolId === 'string' && { userPoolId: event.userPoolId },
    })),
  }));
}

async function planPool(pool: string, steps: readonly Step[], { session, progress }: Context): Promise<[Event, Planned][]> {
  const isRead = pool !== '' && steps.some(({ event }) => !['none', 'leave'].includes(event.happening));
  const found: [Event, Planned][] = [];
  const explained = (error: ServiceError) => session.explain(error, pool);
  const run = async (ahead: PoolAhead | undefined) => {
    for (const { event } of steps) {
      found.push([event, await planned(event, ahead, explained)]);
    }
  };
  if (!isRead) {
    await run(undefined);
    return found;
  }
  progress.step(`reading ${pool}`);
  const ahead = new PoolAhead(session, pool);
  try {
    await run(ahead);
    return found;
  } finally {
    await ahead.close();
  }
}

/** CloudFormation's own part is what `cdk diff` shows. */
function withPoolNotes(result: Planned, pool: string, sides: readonly BothSides[]): Planned {
  for (const { young, old, pathOf } of sides) {
    const logicalId = Object.entries(old?.deployed?.resources ?? {})
      .find(([, { type, physicalId }]) => type === 'AWS::Cognito::UserPool' && physicalId === pool)?.[0];
    if (logicalId === undefined || !young) continue;
    const what = !young.exists(logicalId) ? 'takes the user pool itself out of the stack'
      : !isSame(young.properties(logicalId), old!.properties(logicalId)) ? 'writes the user pool itself first' : undefined;
    if (what !== undefined) {
      const note = `CloudFormation ${what} (${pathOf(logicalId)}): `
        + 'cdk diff shows that, and this is planned on the pool as it is now';
      return { ...result, notes: [...result.notes, note] };
    }
  }
  return result;
}
