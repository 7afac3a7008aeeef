import { changesOf, inOrder, type Change } from './changes';
import { declaredIn, type Declared } from './declared';
import { leafByLeaf, leavesOf } from './leaf-by-leaf';
import type { PartlyObject } from './unknown';
import { filled } from './unknowns';
import { ServiceError, type UserPoolPort } from '../../src/core/apply/port';
import { orProblem, possible } from '../../src/core/apply/possible';
import { look } from '../../src/core/apply/settle';
import { hasDeclaredFactors, liveSms, SMS } from '../../src/core/plan/factors';
import { NO_GOAL } from '../../src/core/plan/goal';
import { Problem } from '../../src/core/problem';
import type { Json } from '../../src/core/wire/json';
import { formatPath, type Path } from '../../src/core/wire/path';

/** A setting that is not as it was deployed; a value that is absent is the service's default. */
export interface Drift {
  readonly path: Path;
  readonly declared?: Json;
  readonly live?: Json;
}

export interface Drifted {
  readonly drift: readonly Drift[];
  /** How many settings are declared or cleared. */
  readonly declared: number;
  readonly notComparable: readonly { readonly path: Path; readonly reason: string }[];
  readonly failure?: string;
}

const NONE: Drifted = { drift: [], declared: 0, notComparable: [] };
const ONLY_DEPLOYED = (expression: string) => `${expression} is known only to the deployment`;
const SMS_UNTOLD = 'Cognito does not tell whether SMS is a second factor beside another one';

/** What somebody else has made of the settings of a deployed resource. */
export async function driftOf(
  properties: PartlyObject, userPoolId: string, port: UserPoolPort, explain: (error: ServiceError) => string,
): Promise<Drifted> {
  try {
    return await compared(declaredIn(properties), userPoolId, port);
  } catch (error) {
    if (error instanceof Problem) return { ...NONE, failure: error.message };
    if (error instanceof ServiceError) return { ...NONE, failure: explain(error) };
    throw error;
  }
}

/** To apply again what is declared is to change back what others changed. */
async function compared(given: Declared, userPoolId: string, port: UserPoolPort): Promise<Drifted> {
  const retained = { ...given, declaration: { ...given.declaration, onRemoval: 'RETAIN' as const } };
  const live = await look({ port, userPoolId, desired: retained.declaration, former: undefined });
  const declaration = filled(retained, retained, live).desired!;
  const lastSet = declaration.settings;
  const task = { port, userPoolId, desired: declaration, former: declaration };
  const run = orProblem(() => possible(task, live, { lost: NO_GOAL, lastSet, isChecked: false }));
  const unknown = given.unknown.map(({ path, expression }) => ({ path, reason: ONLY_DEPLOYED(expression) }));
  const isSmsUntold = hasDeclaredFactors(lastSet) && live.mfa !== undefined && liveSms(live.mfa) === 'unknown';
  const drift = run instanceof Problem
    ? leafByLeaf(declaration, live)
    : inOrder(changesOf({ live, plan: run.plan, desired: declaration, lastSet })).map(driftIn);
  const isUnknown = ({ path }: Drift) => unknown.some((each) => formatPath(each.path) === formatPath(path));
  return {
    drift: drift.filter((each) => !isUnknown(each)),
    declared: leavesOf(given.declaration).length + given.unknown.length + given.declaration.clear.length,
    notComparable: [...unknown, ...isSmsUntold ? [{ path: [SMS], reason: SMS_UNTOLD }] : []],
  };
}

function driftIn({ path, before, after }: Change): Drift {
  return { path, ...after !== undefined && { declared: after }, ...before !== undefined && { live: before } };
}
