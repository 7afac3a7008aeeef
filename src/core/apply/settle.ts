import type { Journal } from './journal';
import { possible } from './possible';
import { read } from './read';
import type { Task } from './task';
import { write } from './write';
import { equal } from '../plan/canonical';
import { goalOf, NO_GOAL } from '../plan/goal';
import { comparable, type Comparable, type Live } from '../plan/live';
import { isMfaManaged } from '../plan/mfa';
import { verify, type Deviations } from '../plan/verify';
import { Problem } from '../problem';
import { formatPath, valueAt } from '../wire/path';

/** Once to do it, once to repair it, once more where the answer to one of these was lost. */
const ROUNDS = 3;
/** How often others may be faster; the port pauses longer each time. */
const MOVES = 8;
/** How often they may take the pool back to what they had read before. */
const OVERTAKEN = 4;

/** Reads, merges, plans, writes and verifies until the pool has what is asked for, and otherwise what it had. */
export async function settle(task: Task, journal: Journal): Promise<string[]> {
  const changedPaths = new Set<string>();
  let lost = NO_GOAL;
  let lastSet = task.former?.settings;
  let live = await look(task);
  for (let round = 1, moves = 0, overtaken = 0; ;) {
    // Half way a refusal is the service's: it comes with what was done.
    const { goal, declared, plan } = possible(task, live, { lost, lastSet, isChecked: journal.done.size === 0 });
    if (plan.calls.length === 0) break;

    journal.intend(live, plan, goal.settings);
    const written = await write(task.port, plan.calls, journal, { afterRace: moves < MOVES, inNextRound: round < ROUNDS });
    const before = comparable(live);
    live = await look(task);
    if (written === 'stale') continue;
    if (written === 'moved') {
      moves++;
      continue;
    }

    plan.changedPaths.forEach((path) => changedPaths.add(formatPath(path)));
    const found = comparable(live);
    const deviations = verify({ before, expected: plan.expected, found }, { settings: goal.settings, cleared: declared.cleared }, plan.calls);
    if (written === 'whole') {
      if ([...deviations.unmet, ...deviations.kept, ...deviations.lost].length === 0) break;
      lastSet = goal.settings;
      if (isOvertaken(deviations, before, found)) {
        if (++overtaken > OVERTAKEN) throw notAsExpected(deviations);
        continue;
      }
    }
    journal.lost(deviations.lost);
    if (round >= ROUNDS || deviations.lostValues === undefined) throw notAsExpected(deviations);
    lost = { settings: deviations.lostValues, cleared: [] };
    round++;
  }
  return [...changedPaths].sort();
}

/** The pool as it is, as far as the task is about it. */
export async function look({ port, userPoolId, desired, former }: Task): Promise<Live> {
  const isTakenBack = (desired ?? former)?.onRemoval !== 'RETAIN';
  return read(port, userPoolId, [desired, isTakenBack && former].some((each) => each && isMfaManaged(goalOf(each))));
}

/** Another writer, who had read before us and wrote after us, took the pool back to what it was: that is nobody's wish. */
function isOvertaken({ unmet, kept, lost }: Deviations, before: Comparable, found: Comparable): boolean {
  return lost.length === 0 && kept.length === 0 && unmet.every((path) => (['pool', 'mfa'] as const)
    .every((side) => equal(valueAt(before[side], path), valueAt(found[side], path))));
}

function notAsExpected({ unmet, kept, lost }: Deviations): Problem {
  const told = (what: string, paths: Deviations['unmet']) => paths.length > 0 ? [`${what}: ${paths.map(formatPath).join(', ')}`] : [];
  return new Problem(`the pool is not as expected after the write: ${[
    ...told('not as declared', unmet),
    ...told('lost though nobody declared it', lost),
    ...unmet.length + lost.length > 0 ? [WRITERS] : [],
    ...told('still there, though left out, which is all that the API has for it', kept),
  ].join('; ')}`);
}

const WRITERS = 'something else may be writing to this pool, or Cognito does not take the value as it is: '
  + 'see who writes in CloudTrail (UpdateUserPool, SetUserPoolMfaConfig), then deploy again';
