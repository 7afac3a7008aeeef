import { Aborted } from './aborted';
import { Journal } from './journal';
import { ServiceError, type UserPoolPort } from './port';
import { orProblem } from './possible';
import { settle } from './settle';
import type { Task } from './task';
import { undo } from './undo';
import type { Declaration } from '../declared/declaration';
import { mayRelease, type IsDeclared } from '../plan/release';
import { checkRestorable } from '../plan/restorable';
import { withSharedSms } from '../plan/shared-sms';
import { Problem } from '../problem';
import { checkDeclared } from '../rules/check';
import { refuse } from '../rules/words';

export interface Outcome {
  readonly changedPaths: readonly string[];
}

/**
 * Brings a pool to what is declared and leaves it otherwise as it was; without a declaration the resource is deleted, and
 * what is declared elsewhere stays. A run that fails puts the pool back as it was before, or says what is not.
 */
export async function apply(
  port: UserPoolPort, userPoolId: string, desired: Declaration | undefined, former?: Declaration, isDeclaredElsewhere?: IsDeclared,
): Promise<Outcome> {
  const task = taskOf(port, userPoolId, desired, former, isDeclaredElsewhere);
  const journal = new Journal();
  try {
    return { changedPaths: task ? await settle(task, journal) : [] };
  } catch (error) {
    if (!desired && isGone(error)) return { changedPaths: [] };
    const { entry } = journal;
    throw entry ? new Aborted(error, await undo(port.wayBack(), userPoolId, { ...entry, lastSet: task?.former?.settings })) : error;
  }
}

/** What there is to do; a deletion may have nothing to take back. What is wrong whatever the pool has is refused. */
export function taskOf(
  port: UserPoolPort, userPoolId: string, desired: Declaration | undefined, former?: Declaration, isDeclaredElsewhere?: IsDeclared,
): Task | undefined {
  const check = ({ settings }: Declaration) => {
    refuse(checkDeclared(userPoolId, settings));
    withSharedSms(settings);
  };
  // What would be refused was never written: a rollback from it has nothing to take back.
  const met = former && orProblem(() => check(former)) instanceof Problem ? undefined : former;
  if (!desired && !(met && mayRelease(met))) return undefined;
  if (desired) {
    check(desired);
    checkRestorable(desired);
  }
  return { port, userPoolId, desired, former: met, isDeclaredElsewhere };
}

/** Settings of a pool that was deleted are gone with it. */
function isGone(error: unknown): boolean {
  return error instanceof ServiceError && error.code === 'ResourceNotFoundException' && error.action === 'DescribeUserPool';
}
