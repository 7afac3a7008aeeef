import type { PlannedConstruct, PlannedStack } from './app';
import { Unknown } from './unknown';

export interface Summary {
  readonly change: number;
  readonly add: number;
  readonly remove: number;
  /** Constructs whose deployment would fail. */
  readonly refused: number;
  /** Constructs of which nothing could be told. */
  readonly failed: number;
  readonly pools: { readonly changing: number; readonly all: number };
}

export function summaryOf(stacks: readonly PlannedStack[]): Summary {
  const constructs = stacks.flatMap(({ constructs: inStack }) => inStack);
  const changes = constructs.flatMap(({ planned }) => planned.changes);
  const count = (action: string) => changes.filter((change) => change.action === action).length;
  const pools = (some: readonly PlannedConstruct[]) => new Set(some.map(poolOf)).size;
  return {
    change: count('update'),
    add: count('add'),
    remove: count('remove'),
    refused: constructs.filter(({ planned }) => planned.refusal !== undefined).length,
    failed: constructs.filter(({ planned }) => planned.failure !== undefined).length,
    pools: { changing: pools(constructs.filter(({ planned }) => planned.changes.length > 0)), all: pools(constructs) },
  };
}

function poolOf({ event: { userPoolId } }: PlannedConstruct): string {
  return userPoolId instanceof Unknown ? userPoolId.text : String(userPoolId);
}
