import type { Redactor } from './redact';
import type { Retry } from './retry';
import { ConnectionFault, type Answer } from './signed-json';
import { judgeAnswer, judgeFault, unreadable, type Verdict } from './verdict';
import type { UserPoolPort } from '../src/core/apply/port';
import type { Action } from '../src/core/wire/api';
import { isObject, type JsonObject } from '../src/core/wire/json';

type Check = (value: JsonObject) => boolean;

export type Post = (action: Action, document: JsonObject, timeoutMs: number) => Promise<Answer>;

/** The port, over signed JSON. It teaches the redactor whatever passes, since the service quotes from what it got. */
export class CognitoPort implements UserPoolPort {
  constructor(private readonly post: Post, private readonly retry: Retry, private readonly redactor: Redactor) {}

  async describeUserPool(userPoolId: string): Promise<JsonObject> {
    const answer = await this.call('DescribeUserPool', { UserPoolId: userPoolId }, (value) => isObject(value.UserPool));
    return answer.UserPool as JsonObject;
  }

  async getUserPoolMfaConfig(userPoolId: string): Promise<JsonObject> {
    return this.call('GetUserPoolMfaConfig', { UserPoolId: userPoolId });
  }

  async updateUserPool(request: JsonObject): Promise<void> {
    await this.call('UpdateUserPool', request);
  }

  async setUserPoolMfaConfig(request: JsonObject): Promise<void> {
    await this.call('SetUserPoolMfaConfig', request);
  }

  wayBack(): CognitoPort {
    return this;
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
      // Some proxies answer everything with a JSON of their own: a pool that is not there must not pass for an empty one.
      return 'value' in verdict && !isWhole(verdict.value) ? { error: unreadable(action, answer), again: 'never' } : verdict;
    } catch (error) {
      if (error instanceof ConnectionFault) return judgeFault(action, error);
      throw error;
    }
  }
}
