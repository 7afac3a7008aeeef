import type { Task } from './task';
import { NOTHING } from '../declared/declaration';
import { isThere } from '../plan/document';
import { both, goalOf, NO_GOAL, type Goal } from '../plan/goal';
import type { Live } from '../plan/live';
import { isMfaManaged } from '../plan/mfa';
import { isOwned } from '../plan/owned';
import { planOf, type Plan } from '../plan/plan';
import { released } from '../plan/release';
import { Problem } from '../problem';
import { checkMerged } from '../rules/check';
import type { Finding } from '../rules/rule';
import { RULES } from '../rules/rules';
import { refuse } from '../rules/words';
import type { JsonObject } from '../wire/json';
import { parsePath } from '../wire/path';

/** What a run can bring a pool to, as it is now. */
export interface Possible {
  readonly goal: Goal;
  readonly declared: Goal;
  readonly plan: Plan;
}

export interface Circumstances {
  /** What the writes before took with them. */
  readonly lost: Goal;
  readonly lastSet: JsonObject | undefined;
  /** Whether the rules are asked: half way a refusal is the service's. */
  readonly isChecked: boolean;
}

/**
 * The plan for what is declared and for what no longer is. What of the second stands in the way of settings that nobody of
 * ours declares stays as it is: a deletion or a rollback must not fail for what nobody can declare in it.
 */
export function possible({ userPoolId, desired, former, isDeclaredElsewhere }: Task, live: Live, circumstances: Circumstances): Possible {
  const { lost, lastSet, isChecked } = circumstances;
  const declared = goalOf(desired ?? NOTHING, isThere(live));
  const attempt = (releases: readonly Goal[]) => {
    const goal = both(releases.reduce(both, NO_GOAL), declared);
    const plan = planOf(userPoolId, live, both(lost, goal), lastSet);
    return { goal, declared, plan, findings: isChecked ? checkMerged(userPoolId, plan.settings, plan.changedPaths) : [] };
  };

  const releases = released(live, desired, former, isDeclaredElsewhere);
  const whole = orProblem(() => attempt(releases));
  if (!(whole instanceof Problem) && whole.findings.length === 0) return whole;
  if (desired?.onRemoval === 'RESTORE_PREVIOUS') refuseIfDeclared(whole, declared);

  let [kept, rest] = [[] as Goal[], releases];
  let best = attempt(kept);
  refuse(best.findings);
  // What was in the way of one may have gone with another: as long as one more fits, all others are asked again.
  for (let fitted = true; fitted;) {
    fitted = false;
    for (const release of rest) {
      const more = orProblem(() => attempt([...kept, release]));
      if (more instanceof Problem || more.findings.length > 0) continue;
      [kept, best, fitted] = [[...kept, release], more, true];
    }
    rest = rest.filter((release) => !kept.includes(release));
  }
  return best;
}

/** What the template itself says against putting back, its author can say otherwise: the promise is not broken in silence. */
function refuseIfDeclared(whole: Problem | { readonly findings: readonly Finding[] }, declared: Goal): void {
  // The planner knows problems of second factors only.
  if (whole instanceof Problem) {
    if (isMfaManaged(declared)) throw whole;
    return;
  }
  const isDeclared = (read: string) => isOwned(declared.settings, parsePath(read));
  if (whole.findings.some(({ rule }) => RULES.find(({ id }) => id === rule)!.reads.some(isDeclared))) refuse(whole.findings);
}

export function orProblem<T>(work: () => T): T | Problem {
  try {
    return work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
