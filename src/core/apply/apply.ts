import { ServiceError, type UserPoolPort } from './port';
import { NOTHING, type Declaration } from '../declared/declaration';
import { merge } from '../plan/merge';
import { isMfaInPlay } from '../plan/mfa';
import { comparable, planOf, type Live } from '../plan/plan';
import { verify } from '../plan/verify';
import { Problem } from '../problem';
import { checkDeclared, checkMerged } from '../rules/check';
import { refuse } from '../rules/words';
import type { Call, WriteAction } from '../wire/api';
import type { JsonObject } from '../wire/json';
import { formatPath } from '../wire/path';

export interface Outcome {
  readonly changedPaths: readonly string[];
}

/** Reads, merges, plans, writes and verifies until the pool has what is declared, and otherwise what it had. */
export async function apply(
  port: UserPoolPort, userPoolId: string, desired: Declaration | undefined, former?: Declaration,
): Promise<Outcome> {
  const { settings: declared } = desired ?? NOTHING;
  const previous = former?.settings;
  refuse(checkDeclared(userPoolId, declared));
  const done = new Set<WriteAction>();
  try {
    return { changedPaths: await settle(port, userPoolId, declared, previous, done) };
  } catch (error) {
    throw error instanceof ServiceError ? new ServiceError(error.code, error.message, error.action, [...done]) : error;
  }
}

async function settle(
  port: UserPoolPort, userPoolId: string, declared: JsonObject, previous: JsonObject | undefined, done: Set<WriteAction>,
): Promise<string[]> {
  const changedPaths = new Set<string>();
  let asked = declared;
  let lastSet = previous;
  let live = await read(port, userPoolId, asked);
  for (let round = 1, moves = 0; ;) {
    const plan = planOf(userPoolId, live, asked, lastSet);
    if (plan.calls.length === 0) break;
    // Half way a refusal is the service's: it comes with what was done.
    if (done.size === 0) refuse(checkMerged(userPoolId, plan.settings, plan.changedPaths));

    const written = await write(port, plan.calls, done, { afterRace: moves < MOVES, inNextRound: round < ROUNDS });
    live = await read(port, userPoolId, asked);
    if (written === 'moved') {
      moves++;
      continue;
    }

    plan.changedPaths.forEach((path) => changedPaths.add(formatPath(path)));
    const { unmet, lost, lostValues } = verify(plan.expected, comparable(live), declared);
    if (written === 'whole') {
      if (unmet.length === 0 && lost.length === 0) break;
      lastSet = declared;
    }
    if (round >= ROUNDS || lostValues === undefined) throw notAsExpected(unmet.map(formatPath), lost.map(formatPath));
    asked = merge(asked, lostValues) as JsonObject;
    round++;
  }
  return [...changedPaths].sort();
}

/** Once to do it, once to repair it, once more where the answer to one of these was lost. */
const ROUNDS = 3;
/** How often others may be faster; the port pauses longer each time. */
const MOVES = 8;

async function read(port: UserPoolPort, userPoolId: string, declared: JsonObject): Promise<Live> {
  const pool = await port.describeUserPool(userPoolId);
  return isMfaInPlay(pool, declared) ? { pool, mfa: await port.getUserPoolMfaConfig(userPoolId) } : { pool };
}

/**
 * Makes the calls in order. `moved`: another writer was faster, nothing of ours is there. `partly`: some of ours may be
 * there, since an answer that never came counts as written; only another plan tells what is still to do, as not every
 * factor can be read (H3).
 */
async function write(
  port: UserPoolPort, calls: readonly Call[], done: Set<WriteAction>, again: { afterRace: boolean; inNextRound: boolean },
): Promise<'whole' | 'partly' | 'moved'> {
  for (const { action, request } of calls) {
    try {
      await (action === 'UpdateUserPool' ? port.updateUserPool(request) : port.setUserPoolMfaConfig(request));
    } catch (error) {
      const code = error instanceof ServiceError ? error.code : undefined;
      const isFirst = action === calls[0].action;
      if (code === 'ConcurrentModificationException' && (isFirst ? again.afterRace : again.inNextRound)) return isFirst ? 'moved' : 'partly';
      if (code !== 'NoAnswer' || !again.inNextRound) throw error;
      done.add(action);
      return 'partly';
    }
    done.add(action);
  }
  return 'whole';
}

function notAsExpected(unmet: readonly string[], lost: readonly string[]): Problem {
  return new Problem([
    'the pool is not as expected after the write:',
    ...(unmet.length > 0 ? [`not as declared: ${unmet.join(', ')};`] : []),
    ...(lost.length > 0 ? [`lost though nobody declared it: ${lost.join(', ')};`] : []),
    'something else may be writing to this pool: '
    + 'see who does in CloudTrail (UpdateUserPool, SetUserPoolMfaConfig), then deploy again',
  ].join(' '));
}
