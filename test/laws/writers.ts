import { outcomeOf } from './state';
import type { Chance } from '../../bench/simulation/chance';
import { VirtualTime } from '../../bench/simulation/virtual-time';
import { CognitoRefusal, EmbeddedCognito, fault } from '../../local/cognito';
import { CognitoPort, type Post } from '../../service/cognito-port';
import { Log } from '../../service/log';
import { Redactor } from '../../service/redact';
import { ServiceError, type UserPoolPort } from '../../src/core/apply/port';
import { CONTENT_TYPE, type Action } from '../../src/core/wire/api';
import type { JsonObject } from '../../src/core/wire/json';
import { deploy } from '../support/deploy';
import { portBy } from '../support/in-process-port';

export interface Writer {
  readonly settings: JsonObject;
  /** In legs: when the writer begins. */
  readonly start: number;
}

export interface Race {
  readonly writers: readonly Writer[];
  readonly chance: Chance;
  /** How often a write is refused because another one is being processed. */
  readonly refused: number;
  /** How long each leg takes, in milliseconds, there or back. */
  leg(writer: number, call: number, way: 'there' | 'back'): number;
}

/** The shortest a leg takes; any number would do. */
export const LEG_MS = 20;
const WRITES: ReadonlySet<Action> = new Set<Action>(['UpdateUserPool', 'SetUserPoolMfaConfig']);
/** Long enough never to be the reason. */
const RUN_MS = 600_000;

/** The port that a writer uses, given its connection. */
type Open = (post: Post, time: VirtualTime, chance: Chance) => UserPoolPort;

/** What the Lambda uses: it lingers after a write, and pauses after a refusal. */
export const asTheLambda: Open = (post, time, chance) => {
  const clock = { now: () => time.now(), sleep: async (ms: number) => time.sleep(ms), random: chance };
  return CognitoPort.open(post, { clock, log: new Log({}, () => undefined), redactor: new Redactor(), deadline: RUN_MS });
};

/** All writers at once, each in a run of the Lambda; answers what each of them failed with. */
export async function race(cognito: EmbeddedCognito, id: string, { writers, chance, leg, refused }: Race, open = asTheLambda) {
  const time = new VirtualTime();
  const run = async ({ settings, start }: Writer, writer: number): Promise<unknown> => {
    let calls = 0;
    const post: Post = async (action, document) => {
      const call = ++calls;
      await time.sleep(leg(writer, call, 'there'));
      const answer = served(cognito, action, document, WRITES.has(action) && chance() < refused);
      await time.sleep(leg(writer, call, 'back'));
      return answer;
    };
    await time.sleep(start * LEG_MS);
    return outcomeOf(deploy(open(post, time, chance), id, { UserPoolId: id, Settings: settings }));
  };
  return time.during(Promise.all(writers.map(run)));
}

/** The service does its work at one moment. */
function served(cognito: EmbeddedCognito, action: Action, document: JsonObject, isRefused: boolean) {
  const answer = (status: number, body: JsonObject) => ({ status, text: JSON.stringify(body), contentType: CONTENT_TYPE });
  try {
    // H22: only one update at a time.
    if (isRefused) throw fault.concurrentModification();
    return answer(200, cognito.call(action, JSON.parse(JSON.stringify(document)) as JsonObject));
  } catch (error) {
    if (!(error instanceof CognitoRefusal)) throw error;
    return answer(error.status, { __type: error.code, message: error.message });
  }
}

/** The same service, asked without any patience: what an update is without the Lambda's pace. */
export const withoutWaiting: Open = (post) => {
  const call = async (action: Action, request: JsonObject): Promise<JsonObject> => {
    const { status, text } = await post(action, request, RUN_MS);
    const answer = JSON.parse(text) as JsonObject;
    if (status === 200) return answer;
    throw new ServiceError(String(answer.__type), String(answer.message), action);
  };
  return portBy(call);
};
