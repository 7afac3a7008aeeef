import { othersOf } from './declarers';
import type { CloudFormationEvent, LambdaContext } from './event';
import { run, type Jobs } from './lifecycle';
import { sendReply, type Transport } from './reply';
import type { Clock } from '../service/clock';
import { CognitoPort } from '../service/cognito-port';
import { endpointOf, type Environment } from '../service/endpoint';
import { Log } from '../service/log';
import { Redactor } from '../service/redact';
import { SignedJson } from '../service/signed-json';
import { PROPERTY } from '../src/core/wire/contract';
import { isObject } from '../src/core/wire/json';

/** Kept for the reply; a run that has less than twice this left gives the reply half of it. */
const RESERVE_MS = 8_000;
/** Kept for leaving the function. */
const EXIT_MS = 300;

/** All that an invocation needs of the world around it. */
export interface World {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly environment: Environment;
  readonly transport?: Transport;
  readonly write?: (line: string) => void;
}

/** One invocation, from the event to the reply. It keeps nothing for the next one, replies in every case, and never rejects. */
export async function invoke(given: unknown, context: LambdaContext, world: World): Promise<void> {
  const { jobs, clock, environment, transport, write } = world;
  const left = context.getRemainingTimeInMillis();
  const end = clock.now() + left;

  // Members that are missing are found out one by one further down, so that whatever can be replied is replied.
  const event = (isObject(given) ? given : {}) as unknown as CloudFormationEvent;
  const userPoolId = event.ResourceProperties?.[PROPERTY.USER_POOL_ID];
  const log = new Log({
    requestType: event.RequestType,
    requestId: event.RequestId,
    logicalResourceId: event.LogicalResourceId,
    userPoolId: typeof userPoolId === 'string' ? userPoolId : undefined,
  }, write);
  const redactor = new Redactor();

  const ending = await run(event, {
    jobs,
    isDeclaredElsewhere: othersOf(event, environment),
    clock,
    log,
    redactor,
    deadline: end - Math.min(RESERVE_MS, left / 2),
    open: (region, deadline) => {
      const connection = new SignedJson(endpointOf(region, environment), region, environment);
      const port = CognitoPort.open((...call) => connection.post(...call), { clock, log, redactor, deadline });
      return { port, close: () => connection.close() };
    },
  });
  await sendReply(event, ending, { clock, log, deadline: end - EXIT_MS, transport });
}
