import type { PlannedConstruct, PlannedStack } from './app';
import type { Change } from './changes';
import { stackAsJson } from './stack-shown';
import { summaryOf } from './summary';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { formatPath } from '../../src/core/wire/path';

/** The plan as data; without values if only the paths may be shown. */
export function asJson(stacks: readonly PlannedStack[], arePathsOnly: boolean): Json {
  return {
    stacks: stacks.map(({ sides, constructs }) =>
      stackAsJson(sides, constructs.map((construct) => constructAsJson(construct, arePathsOnly)))),
    summary: { ...summaryOf(stacks) },
  };
}

function constructAsJson({ path, event, planned, userPoolId }: PlannedConstruct, arePathsOnly: boolean): JsonObject {
  const { changes, calls, kept, unknown, refusal, failure, findings, notes } = planned;
  return {
    path,
    logicalId: event.logicalId,
    userPoolId: userPoolId ?? null,
    event: event.happening,
    outcome: failure !== undefined ? 'failed' : refusal !== undefined ? 'refused' : changes.length > 0 ? 'changes' : 'unchanged',
    changes: changes.map((change) => changeAsJson(change, arePathsOnly)),
    kept: kept ?? null,
    calls: calls.map(({ action, paths, meanwhile, isCertain }) => ({
      action,
      members: paths.map(formatPath),
      meanwhile: meanwhile.map(({ path: at, value }) => ({ path: formatPath(at), ...value !== undefined && !arePathsOnly && { value } })),
      isCertain,
    })),
    refusal: refusal ?? null,
    failure: failure ?? null,
    findings: findings.map(({ rule, path: at, sentence }) => ({ rule, path: formatPath(at), sentence })),
    unknown: unknown.map(({ path: at, expression }) => ({ path: formatPath(at), expression })),
    notes: [...notes],
  };
}

function changeAsJson({ path, action, before, isBeforeKnown, after, isAfterKnown }: Change, arePathsOnly: boolean): JsonObject {
  return {
    path: formatPath(path),
    action,
    ...(before !== undefined && !arePathsOnly && { before }),
    ...!isBeforeKnown && { beforeKnown: false },
    ...(after !== undefined && !arePathsOnly && { after }),
    ...!isAfterKnown && { afterKnown: false },
  };
}
