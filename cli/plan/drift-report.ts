import type { DriftedConstruct, DriftedStack } from './drift';
import type { Drift } from './drifted';
import { stackAsJson, stackTitle } from './stack-shown';
import { shownValue } from './values';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { formatPath } from '../../src/core/wire/path';
import type { Style } from '../report';
import { counted } from '../terminal/counted';

interface DriftSummary {
  /** Settings that somebody else has changed. */
  readonly drifted: number;
  readonly failed: number;
  readonly pools: { readonly drifted: number; readonly all: number };
}

function driftSummary(stacks: readonly DriftedStack[]): DriftSummary {
  const constructs = stacks.flatMap((stack) => stack.constructs);
  const pools = (some: readonly DriftedConstruct[]) => new Set(some.map(({ userPoolId }) => userPoolId)).size;
  return {
    drifted: constructs.flatMap(({ drifted }) => drifted.drift).length,
    failed: constructs.filter(({ drifted }) => drifted.failure !== undefined).length,
    pools: { drifted: pools(constructs.filter(({ drifted }) => drifted.drift.length > 0)), all: pools(constructs) },
  };
}

/** Drift as data; without values if only the paths may be shown. */
export function driftAsJson(stacks: readonly DriftedStack[], arePathsOnly: boolean): Json {
  return {
    stacks: stacks.map(({ sides, constructs }) =>
      stackAsJson(sides, constructs.map((construct) => constructJson(construct, arePathsOnly)))),
    summary: { ...driftSummary(stacks) },
  };
}

function constructJson({ path, logicalId, userPoolId, drifted }: DriftedConstruct, arePathsOnly: boolean): JsonObject {
  const { drift, declared, notComparable, failure } = drifted;
  return {
    path,
    logicalId,
    userPoolId,
    outcome: failure !== undefined ? 'failed' : drift.length > 0 ? 'drifted' : 'same',
    drifted: drift.map((each) => driftJson(each, arePathsOnly)),
    declared,
    notComparable: notComparable.map(({ path: at, reason }) => ({ path: formatPath(at), reason })),
    failure: failure ?? null,
  };
}

function driftJson({ path, declared, live }: Drift, arePathsOnly: boolean): JsonObject {
  return {
    path: formatPath(path),
    ...(declared !== undefined && !arePathsOnly && { declared }),
    ...(live !== undefined && !arePathsOnly && { live }),
  };
}

export function driftAsText(stacks: readonly DriftedStack[], arePathsOnly: boolean, style: Style): string {
  const { colours } = style;
  const lines = stacks.flatMap(({ sides, constructs }) => {
    if (sides.old === undefined) return [colours.bold(stackTitle(sides)), colours.dim('  is not deployed'), ''];
    if (constructs.length === 0) return [];
    return [
      colours.bold(stackTitle(sides)),
      ...constructs.flatMap((construct) => constructLines(construct, arePathsOnly, style)),
      '',
    ];
  });
  const { drifted, pools, failed } = driftSummary(stacks);
  const last = pools.all === 0 ? 'Drift: no deployed stack has settings of a user pool'
    : `Drift: ${counted(drifted, 'setting')} changed by others in ${pools.drifted} of ${pools.all} user pools`;
  return [...lines, last, ...failed > 0 ? [colours.red(`${failed} of the constructs could not be compared`)] : []].join('\n');
}

function constructLines(construct: DriftedConstruct, arePathsOnly: boolean, { colours, width }: Style): string[] {
  const { path, userPoolId, drifted: { drift, declared, notComparable, failure } } = construct;
  const as = (value: Json | undefined, name: string) =>
    (value === undefined ? '(the default)' : shownValue(value, Math.floor((width - name.length - 30) / 2)));
  const isAsDeployed = drift.length === 0 && failure === undefined;
  return [
    `  ${colours.bold(path)} ${colours.dim(userPoolId)}`,
    ...drift.map(({ path: at, declared: was, live }) => {
      const name = formatPath(at);
      return colours.yellow(`    ~ ${name}${arePathsOnly ? '' : `: declared ${as(was, name)}, live ${as(live, name)}`}`);
    }),
    ...notComparable.map(({ path: at, reason }) => colours.dim(`    ? ${formatPath(at)}: ${reason}`)),
    ...failure !== undefined ? [colours.red(`    ! ${failure}`)] : [],
    ...isAsDeployed ? [colours.dim(`    = ${counted(declared, 'setting')} as deployed`)] : [],
  ];
}
