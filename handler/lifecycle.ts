import type { CloudFormationEvent, Ending } from './event';
import { fits } from './reply-body';
import { sentenceOf } from './sentence';
import type { Clock } from '../service/clock';
import { regionOf } from '../service/endpoint';
import type { Log } from '../service/log';
import type { Redactor } from '../service/redact';
import { Aborted } from '../src/core/apply/aborted';
import { ServiceError, type UserPoolPort } from '../src/core/apply/port';
import { Problem } from '../src/core/problem';
import { CAPTURE_RESOURCE_TYPE, FAILED_CREATE_ID, physicalId, PROPERTY } from '../src/core/wire/contract';
import type { JsonObject } from '../src/core/wire/json';
import type { Path } from '../src/core/wire/path';

/** The core's entries, as far as the shell needs them. */
export interface Jobs {
  /** Without properties the resource is deleted. */
  apply(
    port: UserPoolPort, userPoolId: string, properties: JsonObject | undefined, oldProperties: JsonObject | undefined,
    isDeclaredElsewhere: (path: Path) => boolean,
  ):
  Promise<{ readonly changedPaths: readonly string[] }>;
  /** The pool as it is, packed into text. */
  capture(port: UserPoolPort, userPoolId: string): Promise<string>;
}

export interface Tools {
  readonly jobs: Jobs;
  /** What other resources of the stack declare for the same pool. */
  readonly isDeclaredElsewhere: (path: Path) => boolean;
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
  redactor.learn(event.ResourceProperties);
  redactor.learn(event.OldResourceProperties);
  try {
    const ending = await (event.ResourceType === CAPTURE_RESOURCE_TYPE ? captured : settled)(event, tools);
    return { status: 'SUCCESS', ...ending };
  } catch (error) {
    const userPoolId = userPoolOf(event);
    const reason = sentenceOf(error, userPoolId, (text) => redactor.redact(text));
    log.error('run failed', { reason, stack: isExpected(error) ? undefined : redactor.redact(String((error as Error | undefined)?.stack)) });
    return { status: 'FAILED', physicalResourceId: idAfterFailure(event, error), reason };
  }
}

/** A run that left something behind in a pool has an id under which a deletion takes that back. */
function idAfterFailure(event: CloudFormationEvent, error: unknown): string {
  const isLeft = event.RequestType !== 'Delete' && error instanceof Aborted && error.aftermath.left.length > 0;
  return isLeft ? physicalId(userPoolOf(event), event.LogicalResourceId) : event.PhysicalResourceId ?? FAILED_CREATE_ID;
}

type Success = Omit<Ending, 'status' | 'reason'>;

async function settled(event: CloudFormationEvent, tools: Tools): Promise<Success> {
  const { RequestType: type, ResourceProperties: properties, OldResourceProperties: former } = event;
  if (type === 'Delete') return deleted(event, tools);
  // Settings of another pool are no former settings of this one: CloudFormation deletes that attachment by itself.
  const samePool = type === 'Update' && former?.[PROPERTY.USER_POOL_ID] === userPoolOf(event);
  const { jobs, isDeclaredElsewhere } = tools;
  const { changedPaths } = await withPort(event, tools, (port, pool) =>
    jobs.apply(port, pool, properties, samePool ? former : undefined, isDeclaredElsewhere));
  tools.log.info('settings applied', { paths: changedPaths });
  return { physicalResourceId: physicalId(userPoolOf(event), event.LogicalResourceId), changedPaths };
}

/** A resource that never came to be has nothing to take back. */
async function deleted(event: CloudFormationEvent, tools: Tools): Promise<Success> {
  const { PhysicalResourceId: physicalResourceId = FAILED_CREATE_ID, ResourceProperties: properties } = event;
  if (physicalResourceId !== FAILED_CREATE_ID && properties) {
    const { jobs, isDeclaredElsewhere } = tools;
    const { changedPaths } = await withPort(event, tools, (port, pool) => jobs.apply(port, pool, undefined, properties, isDeclaredElsewhere));
    tools.log.info('settings released', { paths: changedPaths });
  }
  return { physicalResourceId };
}

async function captured(event: CloudFormationEvent, tools: Tools): Promise<Success> {
  const { RequestType: type, PhysicalResourceId: id = FAILED_CREATE_ID } = event;
  if (type === 'Delete') return { physicalResourceId: id };
  if (type === 'Update' && event.OldResourceProperties?.[PROPERTY.USER_POOL_ID] === userPoolOf(event)) {
    throw new Problem('a captured pool cannot be captured again: what it was is gone by now; give the UserPoolSettings another id');
  }
  const before = await withPort(event, tools, (port, pool) => tools.jobs.capture(port, pool));
  const ending = { physicalResourceId: physicalId(userPoolOf(event), event.LogicalResourceId), before };
  if (fits(event, { status: 'SUCCESS', ...ending })) return ending;
  throw new Problem(
    `user pool ${userPoolOf(event)} is too large to capture: its settings take ${before.length} characters compressed, and a reply to `
    + 'CloudFormation holds 4,096 bytes; use onRemoval RETAIN or RESET_TO_DEFAULT',
  );
}

function userPoolOf({ ResourceProperties: properties }: CloudFormationEvent): string {
  return String(properties?.[PROPERTY.USER_POOL_ID]);
}

async function withPort<T>(event: CloudFormationEvent, tools: Tools, work: (port: UserPoolPort, userPoolId: string) => Promise<T>): Promise<T> {
  if (!['Create', 'Update', 'Delete'].includes(event.RequestType)) {
    throw new Problem('the request is neither Create nor Update nor Delete: invoke this function through CloudFormation');
  }
  const region = regionOf(event.ResourceProperties?.[PROPERTY.USER_POOL_ID]);
  const pool = userPoolOf(event);
  const { port, close } = tools.open(region, tools.deadline - GRACE_MS);
  try {
    return await inTime(pool, tools, () => work(port, pool));
  } finally {
    close();
  }
}

/** The port refuses calls after its deadline, so the work ends by itself; this is for the case that it does not. */
async function inTime<T>(pool: string, { clock, deadline }: Tools, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const tooLate = clock.sleep(Math.max(0, deadline - clock.now()), done.signal).then(() => {
    throw new Problem(
      `the time of the function was used up before user pool ${pool} was as declared, and something may have been written: `
        + 'look at the pool, and give the provider a longer timeout',
    );
  });
  try {
    return await Promise.race([work(), tooLate]);
  } finally {
    done.abort();
  }
}

function isExpected(error: unknown): boolean {
  return error instanceof Problem || error instanceof ServiceError || (error instanceof Aborted && isExpected(error.reason));
}
