import { deepStrictEqual } from 'node:assert';
import { byAdmin, declarationOf } from './declaration';
import { STATES } from './states';
import { deployed, newPool, stateOf, type Pool, type Transition } from './transition';
import type { JsonObject } from '../../../src/core/wire/json';

export interface Cell extends Transition {
  readonly from: string;
  readonly to: string;
}

/** Every state to every other one, each on a pool of its own: executed, and the pool looked at afterwards. */
export async function matrix(): Promise<Cell[]> {
  const names = Object.keys(STATES);
  const cells: Cell[] = [];
  for (const from of names) {
    for (const to of names.filter((name) => name !== from)) cells.push({ from, to, ...await moved(await poolIn(from), to) });
  }
  return cells;
}

export async function fromNewPool(to: string): Promise<Transition> {
  return moved(newPool(), to);
}

/** For a move that is refused: by way of the same settings with another recovery, which stands beside all second factors. */
export async function inTwoDeployments({ from, to }: Cell): Promise<void> {
  const { pool, refusal } = await moved(await poolIn(from), to, byAdmin());
  const last = refusal ?? (await moved(pool, to)).refusal;
  if (last !== undefined) throw new Error(`${from} to ${to} in two deployments: ${last}`);
}

async function poolIn(name: string): Promise<Pool> {
  const { refusal, pool } = await fromNewPool(name);
  if (refusal !== undefined) throw new Error(`${name} on a new pool: ${refusal}`);
  return pool;
}

/** The page tells of nothing that did not come out as it says. */
async function moved(pool: Pool, to: string, instead: JsonObject = {}): Promise<Transition> {
  const was = stateOf(pool);
  const made = await deployed(pool, { ...declarationOf(STATES[to]), ...instead });
  const { hasUnusedSms: _, ...asked } = STATES[to];
  deepStrictEqual(stateOf(pool), made.refusal === undefined ? asked : was);
  return made;
}
