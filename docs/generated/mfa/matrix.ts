import { deepStrictEqual } from 'node:assert';
import { STATES } from './states';
import { deployed, newPool, stateOf, type Pool, type Transition } from './transition';

export interface Cell extends Transition {
  readonly from: string;
  readonly to: string;
}

/** Every state to every other one, each on a pool of its own: executed, and the pool looked at afterwards. */
export async function matrix(): Promise<Cell[]> {
  const names = Object.keys(STATES);
  const cells: Cell[] = [];
  for (const from of names) {
    for (const to of names.filter((name) => name !== from)) {
      const { pool } = await fromNewPool(from);
      cells.push({ from, to, ...await moved(pool, to) });
    }
  }
  return cells;
}

export async function fromNewPool(to: string): Promise<Transition> {
  return moved(newPool(), to);
}

/** The page tells of nothing that is refused, or that did not come out as it says. */
async function moved(pool: Pool, to: string): Promise<Transition> {
  const made = await deployed(pool, to);
  const { hasUnusedSms: _, ...asked } = STATES[to];
  deepStrictEqual([pool.state, to, stateOf(made.pool)], [pool.state, to, asked]);
  return made;
}
