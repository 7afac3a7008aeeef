import { taskOf } from './apply';
import type { UserPoolPort } from './port';
import { orProblem, possible } from './possible';
import { look } from './settle';
import type { Declaration } from '../declared/declaration';
import { isUnder } from '../plan/diff';
import { NO_GOAL } from '../plan/goal';
import type { Live } from '../plan/live';
import type { Plan } from '../plan/plan';
import type { IsDeclared } from '../plan/release';
import { modernPath } from '../plan/twins';
import { Problem } from '../problem';
import { checkDeclared, checkMerged } from '../rules/check';
import type { Finding } from '../rules/rule';
import { RULES } from '../rules/rules';
import { parsePath, type Path } from '../wire/path';

export interface Run {
  /** Only read by. */
  readonly port: UserPoolPort;
  readonly userPoolId: string;
  /** None: the resource is deleted. */
  readonly desired: Declaration | undefined;
  readonly former?: Declaration;
  readonly isDeclaredElsewhere?: IsDeclared;
  /** Declared values that stand in for others, which only the deployment knows: what rules say of them is nothing. */
  readonly unknown?: readonly Path[];
}

/** What a run would do first; without trouble on the way that is all that it does. */
export interface Foresight {
  /** The pool as it is; it is not even read where what it has makes no difference. */
  readonly live?: Live;
  /** Absent where nothing is to be done whatever the pool has, and where that is refused. */
  readonly plan?: Plan;
  readonly refusal?: Problem;
  /** What the refusal says, as far as rules say it. */
  readonly findings: readonly Finding[];
}

/** What `apply` would do with a pool as it is, up to the first write. */
export async function foresee({ port, userPoolId, desired, former, isDeclaredElsewhere, unknown = [] }: Run): Promise<Foresight> {
  const isKnown = isAboutKnown(unknown);
  const task = orProblem(() => taskOf(port, userPoolId, desired, former, isDeclaredElsewhere));
  if (task instanceof Problem) {
    const declared = checkDeclared(userPoolId, desired?.settings ?? {});
    return { refusal: task, findings: declared.filter(({ level }) => level === 'error').filter(isKnown) };
  }
  if (!task) return { findings: [] };

  const live = await look(task);
  const first = { lost: NO_GOAL, lastSet: task.former?.settings };
  const attempt = (isChecked: boolean) => orProblem(() => possible(task, live, { ...first, isChecked }));
  const checked = attempt(true);
  if (!(checked instanceof Problem)) return { live, plan: checked.plan, findings: [] };
  const unchecked = attempt(false);
  if (unchecked instanceof Problem) return { live, refusal: checked, findings: [] };
  const { plan } = unchecked;
  const merged = checkMerged(userPoolId, plan.settings, plan.changedPaths);
  const findings = merged.filter(isKnown);
  return merged.length > 0 && findings.length === 0 ? { live, plan, findings } : { live, refusal: checked, findings };
}

/** Whether none of what a finding's rule has read is unknown. */
function isAboutKnown(unknown: readonly Path[]): (finding: Finding) => boolean {
  const paths = unknown.flatMap((path) => [path, modernPath(path)]);
  return ({ rule, path }) => {
    const reads = RULES.find(({ id }) => id === rule)?.reads.map((read) => parsePath(read)) ?? [path];
    return !reads.some((read) => paths.some((other) => isUnder(read, other) || isUnder(other, read)));
  };
}
