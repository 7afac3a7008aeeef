import { Bench } from './bench';
import { Caller, type Post, type ProbeAction } from './caller';
import { bringsSms, casesOf, type Case } from './cases';
import { createPool, deletePool, NAME_PREFIX } from './disposable-pool';
import { endAfter, endBefore, why } from './ending';
import type { Findings } from './findings';
import type { Given } from './given';
import { measure, type Measured, type Skipped } from './measure';
import { deniedActions, NEEDED } from './permissions';
import { ask, type Answer, type Question, type Unasked } from './question';
import type { Context } from '../context';
import { Failure } from '../failure';
import { MFA_QUESTIONS, SMS_QUESTIONS } from './questions/mfa';
import { POOL_QUESTIONS } from './questions/pool';
import type { Clock } from '../../service/clock';
import { Log } from '../../service/log';
import type { JsonObject } from '../../src/core/wire/json';
import { formatPath } from '../../src/core/wire/path';

export interface Setting {
  readonly context: Context;
  readonly post: Post;
  readonly clock: Clock;
  readonly region: string;
  readonly given: Given;
}

/**
 * What needs SMS comes last, since no pool is known to get rid of its SMS configuration; so all of it gets along with one
 * pool.
 */
function workOf(): (Case | Question)[] {
  const cases = casesOf();
  return [
    ...cases.filter((each) => !bringsSms(each)), ...MFA_QUESTIONS, ...POOL_QUESTIONS,
    ...cases.filter(bringsSms), ...SMS_QUESTIONS,
  ];
}

/** Makes a pool, measures, and deletes it however that ends; what was measured is told even where the pool stays. */
export async function run({ context, post, clock, region, given }: Setting): Promise<Findings> {
  const { session, progress, warn, world } = context;
  const { profile, endpointUrl } = session;
  const place = { region, profile, endpointUrl };
  const log = new Log({}, () => {});
  const caller = new Caller(post, clock, log, world.interrupted);
  const random = (length: number) => Array.from({ length }, () => Math.floor(clock.random() * 36).toString(36)).join('');

  const poolName = `${NAME_PREFIX}${random(10)}`;
  const { denied, pool } = await start().catch((error: unknown) => { throw endBefore(error, session.redactor); });
  const userPoolId = String(pool.Id);
  let fault: unknown;
  let findings: Findings | undefined;
  try {
    const bench = await Bench.of(caller, userPoolId, { given, region, poolName }, denied.length === 0);
    const found = await all(bench, (text) => progress.step(text));
    findings = { region, date: dateOf(pool.CreationDate, clock), calls: caller.calls, ...found };
  } catch (error) {
    fault = error;
  }
  progress.step(`deleting ${poolName}`);
  const left = await deletePool(caller, userPoolId, place).then(() => undefined, (error: unknown) => error);
  if (findings) return { ...findings, calls: caller.calls, ...left !== undefined && { left: why(left, session.redactor) } };
  throw endAfter(fault, left, session.redactor);

  async function start(): Promise<{ denied: ProbeAction[]; pool: JsonObject }> {
    progress.step('asking for permissions');
    const actions = await deniedActions(caller, `${region}_${random(9)}`);
    const needed = actions.filter((action) => NEEDED.includes(action));
    if (needed.length > 0) {
      throw new Failure(`these credentials may not call ${list(needed)} on user pools of ${region}, without which nothing can be `
        + 'measured and cleaned up: allow it, or choose others by --profile; nothing was made');
    }
    if (actions.length > 0) warn(`these credentials may not call ${list(actions)}: second factors and passkeys are not measured`);
    progress.step(`making ${poolName}`);
    return { denied: actions, pool: await createPool(caller, poolName, place) };
  }
}

async function all(bench: Bench, step: (text: string) => void): Promise<Pick<Findings, 'measured' | 'answers' | 'skipped'>> {
  const measured: Measured[] = [];
  const answers: Answer[] = [];
  const skipped: (Skipped | Unasked)[] = [];
  const work = workOf();
  for (const [index, each] of work.entries()) {
    step(`${index + 1} of ${work.length}: ${'path' in each ? formatPath(each.path) : each.id}`);
    const found = 'path' in each ? await measure(bench, each) : await ask(bench, each);
    if ('reason' in found) {skipped.push(found);} else if ('question' in found) {answers.push(found);} else {
      measured.push(found);
      if (found.path.length === 1) bench.outcomes.set(found.path[0], found.outcome);
    }
  }
  return { measured, answers, skipped };
}

/** Seconds since 1970, by the service. */
function dateOf(created: unknown, clock: Clock): string {
  return new Date(typeof created === 'number' ? created * 1000 : clock.now()).toISOString().slice(0, 10);
}

function list(actions: readonly string[]): string {
  return actions.map((action) => `cognito-idp:${action}`).join(', ');
}
