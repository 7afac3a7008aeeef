import { isDeepStrictEqual } from 'node:util';
import type { Clock } from './clock';
import { FAULT } from './fault';
import type { Log } from './log';
import { READ_OF } from './pace';
import type { Redactor } from './redact';
import { Retry } from './retry';
import { ConnectionFault, type Answer } from './signed-json';
import { judgeAnswer, judgeFault, unreadable, type Verdict } from './verdict';
import { ServiceError, type UserPoolPort } from '../src/core/apply/port';
import type { Action, ReadAction, WriteAction } from '../src/core/wire/api';
import { isObject, type Json, type JsonObject } from '../src/core/wire/json';

type Check = (value: JsonObject) => boolean;

export type Post = (action: Action, document: JsonObject, timeoutMs: number) => Promise<Answer>;

/** Some proxies answer everything with a JSON of their own: a pool that is not there must not pass for an empty one. */
const IS_WHOLE: Readonly<Partial<Record<ReadAction, Check>>> = { DescribeUserPool: (answer) => isObject(answer.UserPool) };

/** One run, as far as its calls need it. */
export interface Run {
  readonly clock: Clock;
  readonly log: Log;
  readonly redactor: Redactor;
  /** In the clock's time: no call goes on beyond it. */
  readonly deadline: number;
}

/** Kept for putting the pool back as it was; a run that has less than four times this left keeps a quarter of it. */
const WAY_BACK_MS = 10_000;

/** The port, over signed JSON. It teaches the redactor whatever passes, since the service quotes from what it got. */
export class CognitoPort implements UserPoolPort {
  static open(post: Post, { clock, log, redactor, deadline }: Run): CognitoPort {
    const wayBack = Math.min(WAY_BACK_MS, Math.max(0, deadline - clock.now()) / 4);
    const retry = new Retry(clock, deadline - wayBack, log);
    return new CognitoPort(post, redactor, retry, retry.until(deadline), new Map());
  }

  private constructor(
    private readonly post: Post, private readonly redactor: Redactor,
    private readonly retry: Retry, private readonly retryOnWayBack: Retry,
    private readonly answers: Map<ReadAction, JsonObject>,
  ) {}

  async describeUserPool(userPoolId: string): Promise<JsonObject> {
    const answer = await this.read('DescribeUserPool', userPoolId);
    return answer.UserPool as JsonObject;
  }

  async getUserPoolMfaConfig(userPoolId: string): Promise<JsonObject> {
    return this.read('GetUserPoolMfaConfig', userPoolId);
  }

  async updateUserPool(request: JsonObject): Promise<void> {
    await this.write('UpdateUserPool', request);
  }

  async setUserPoolMfaConfig(request: JsonObject): Promise<void> {
    await this.write('SetUserPoolMfaConfig', request);
  }

  wayBack(): CognitoPort {
    return new CognitoPort(this.post, this.redactor, this.retryOnWayBack, this.retryOnWayBack, this.answers);
  }

  private async read(action: ReadAction, userPoolId: Json): Promise<JsonObject> {
    const answer = await this.call(action, { UserPoolId: userPoolId }, IS_WHOLE[action]);
    this.answers.set(action, answer);
    return answer;
  }

  /** After a pause what the write replaces is read again: still the same, the request still holds, and needs no other plan. */
  private async write(action: WriteAction, request: JsonObject): Promise<void> {
    for (;;) {
      try {
        await this.call(action, request);
        return;
      } catch (error) {
        if (!(error instanceof ServiceError && error.code === FAULT.STALE_READ)) throw error;
        const read = READ_OF[action];
        const before = this.answers.get(read);
        if (!isDeepStrictEqual(await this.read(read, request.UserPoolId), before)) throw error;
      }
    }
  }

  private async call(action: Action, document: JsonObject, isWhole: Check = () => true): Promise<JsonObject> {
    this.redactor.learn(document);
    const value = await this.retry.run(action, (timeoutMs) => this.attempt(action, document, timeoutMs, isWhole));
    this.redactor.learn(value);
    return value;
  }

  private async attempt(action: Action, document: JsonObject, timeoutMs: number, isWhole: Check): Promise<Verdict> {
    try {
      const answer = await this.post(action, document, timeoutMs);
      const verdict = judgeAnswer(action, answer);
      return 'value' in verdict && !isWhole(verdict.value) ? { error: unreadable(action, answer), again: 'never' } : verdict;
    } catch (error) {
      if (error instanceof ConnectionFault) return judgeFault(action, error);
      throw error;
    }
  }
}
