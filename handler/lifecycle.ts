import type { Clock } from './clock';
import { regionOf } from './endpoint';
import type { CloudFormationEvent, Ending } from './event';
import { explain } from './explain';
import type { Log } from './log';
import type { Redactor } from './redact';
import { ServiceError, type UserPoolPort } from '../src/core/apply/port';
import { Problem } from '../src/core/problem';
import { FAILED_CREATE_ID, physicalId, PROPERTY } from '../src/core/wire/contract';

/** The core's entry, as far as the shell needs it. */
export type Apply = (port: UserPoolPort, userPoolId: string, properties: unknown, oldProperties: unknown) =>
Promise<{ readonly changedPaths: readonly string[] }>;

export interface Tools {
  readonly apply: Apply;
  /** Opens the port to the pool; no call of it goes on beyond `deadline`. */
  readonly open: (region: string, deadline: number) => { readonly port: UserPoolPort; close(): void };
  readonly clock: Clock;
  readonly log: Log;
  readonly redactor: Redactor;
  /** In the clock's time: when the reply must be on its way. */
  readonly deadline: number;
}

/** How long the core has for putting its last refused call into words. */
const GRACE_MS = 500;

/** Create, Update or Delete, up to what is to be replied. Never rejects. */
export async function run(event: CloudFormationEvent, tools: Tools): Promise<Ending> {
  const { log, redactor } = tools;
  try {
    // A deleted resource leaves the pool as it is, so nothing here can fail: not for a pool that is gone, nor for a
    // resource that never came to be.
    if (event.RequestType === 'Delete') {
      return { status: 'SUCCESS', physicalResourceId: event.PhysicalResourceId ?? FAILED_CREATE_ID };
    }

    const { physicalResourceId, changedPaths } = await settle(event, tools);
    log.info('settings applied', { paths: changedPaths });
    return { status: 'SUCCESS', physicalResourceId, changedPaths };
  } catch (error) {
    const reason = sentence(error, event, redactor);
    const stack = isExpected(error) ? undefined : redactor.redact(String((error as Error | undefined)?.stack));
    log.error('run failed', { reason, stack });
    const physicalResourceId = event.RequestType === 'Create' ? FAILED_CREATE_ID : event.PhysicalResourceId ?? FAILED_CREATE_ID;
    return { status: 'FAILED', physicalResourceId, reason };
  }
}

type Settled = Required<Pick<Ending, 'physicalResourceId' | 'changedPaths'>>;

async function settle(event: CloudFormationEvent, tools: Tools): Promise<Settled> {
  const { RequestType: type, ResourceProperties: properties, OldResourceProperties: former } = event;
  if (type !== 'Create' && type !== 'Update') {
    throw new Problem('the request is neither Create nor Update nor Delete: invoke this function through CloudFormation');
  }
  tools.redactor.learn(properties);
  tools.redactor.learn(former);

  const userPoolId = properties?.[PROPERTY.USER_POOL_ID];
  const region = regionOf(userPoolId);
  const pool = userPoolId as string;
  // Settings of another pool are no former settings of this one: CloudFormation deletes that attachment by itself.
  const samePool = type === 'Update' && former?.[PROPERTY.USER_POOL_ID] === pool;

  const { port, close } = tools.open(region, tools.deadline - GRACE_MS);
  try {
    const { changedPaths } = await inTime(pool, tools, () => tools.apply(port, pool, properties, samePool ? former : undefined));
    return { physicalResourceId: physicalId(pool, event.LogicalResourceId), changedPaths };
  } finally {
    close();
  }
}

/** The port refuses calls after its deadline, so the work ends by itself; this is for the case that it does not. */
async function inTime<T>(pool: string, { clock, deadline }: Tools, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const tooLate = clock.sleep(Math.max(0, deadline - clock.now()), done.signal).then(() => {
    throw new Problem(
      `the time of the function was used up before user pool ${pool} was as declared: give the provider a longer timeout`,
    );
  });
  try {
    return await Promise.race([work(), tooLate]);
  } finally {
    done.abort();
  }
}

function isExpected(error: unknown): boolean {
  return error instanceof Problem || error instanceof ServiceError;
}

function sentence(error: unknown, event: CloudFormationEvent, redactor: Redactor): string {
  if (error instanceof Problem) return error.message;
  if (error instanceof ServiceError) {
    return explain(error, String(event.ResourceProperties?.[PROPERTY.USER_POOL_ID]), (text) => redactor.redact(text));
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `a fault of cdk-cognito-user-pool-settings itself, not of your settings; please report it: ${redactor.redact(what)}`;
}
