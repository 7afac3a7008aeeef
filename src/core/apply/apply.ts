import { ServiceError, type UserPoolPort } from './port';
import { declaredIn } from '../declared/declared-in';
import { merge } from '../plan/merge';
import { isMfaInPlay } from '../plan/mfa';
import { comparable, planOf, type Live } from '../plan/plan';
import { verify } from '../plan/verify';
import { Problem } from '../problem';
import type { Action, Call } from '../wire/api';
import type { JsonObject } from '../wire/json';
import { formatPath } from '../wire/path';

export interface Outcome {
  readonly changedPaths: readonly string[];
}

/** Reads, merges, plans, writes and verifies until the pool has what is declared, and otherwise what it had. */
export async function apply(port: UserPoolPort, userPoolId: string, properties: unknown, oldProperties?: unknown): Promise<Outcome> {
  const declared = declaredIn(properties);
  const previous = oldProperties === undefined ? undefined : declaredIn(oldProperties);
  const changedPaths = new Set<string>();

  let asked = declared;
  let live = await read(port, userPoolId, asked);
  for (let round = 1; ; round++) {
    const plan = planOf(userPoolId, live, asked, previous);
    if (plan.calls.length === 0) break;

    const written = await write(port, plan.calls, round < ROUNDS);
    live = await read(port, userPoolId, asked);
    if (written === 'moved') continue;

    plan.changedPaths.forEach((path) => changedPaths.add(formatPath(path)));
    const { unmet, lost, lostValues } = verify(plan.expected, comparable(live), asked);
    if (unmet.length === 0 && lost.length === 0) break;
    if (round >= ROUNDS || lostValues === undefined) throw notAsExpected(unmet.map(formatPath), lost.map(formatPath));
    asked = merge(asked, lostValues) as JsonObject;
  }
  return { changedPaths: [...changedPaths].sort() };
}

/** Once to do it, once to repair it, once more for a pool that somebody else keeps moving. */
const ROUNDS = 3;

async function read(port: UserPoolPort, userPoolId: string, declared: JsonObject): Promise<Live> {
  const pool = await port.describeUserPool(userPoolId);
  return isMfaInPlay(pool, declared) ? { pool, mfa: await port.getUserPoolMfaConfig(userPoolId) } : { pool };
}

/**
 * Makes the calls in order. `moved`: another writer was faster, nothing of ours is there. An answer that never came
 * counts as written: what the pool has then tells whether it was.
 */
async function write(port: UserPoolPort, calls: readonly Call[], mayTryAgain: boolean): Promise<'written' | 'moved'> {
  const done: Action[] = [];
  for (const { action, request } of calls) {
    try {
      await (action === 'UpdateUserPool' ? port.updateUserPool(request) : port.setUserPoolMfaConfig(request));
      done.push(action);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      if (mayTryAgain && error.code === 'NoAnswer') return 'written';
      if (mayTryAgain && error.code === 'ConcurrentModificationException') return 'moved';
      throw new ServiceError(error.code, error.message, error.action, done);
    }
  }
  return 'written';
}

function notAsExpected(unmet: readonly string[], lost: readonly string[]): Problem {
  return new Problem([
    'the pool is not as expected after the write:',
    ...(unmet.length > 0 ? [`not as declared: ${unmet.join(', ')};`] : []),
    ...(lost.length > 0 ? [`lost though nobody declared it: ${lost.join(', ')};`] : []),
    'something else may be writing to this pool: see who does in CloudTrail (UpdateUserPool, SetUserPoolMfaConfig), then deploy again',
  ].join(' '));
}
