import type { Refused } from './refused';
import { SET_USER_POOL_MFA_CONFIG } from '../../src/core/ledger/ledger';
import { goalOf } from '../../src/core/plan/goal';
import type { Live } from '../../src/core/plan/live';
import { planOf } from '../../src/core/plan/plan';
import { Problem } from '../../src/core/problem';
import type { JsonObject } from '../../src/core/wire/json';
import { valueAt } from '../../src/core/wire/path';

const WOULD_CHANGE = 'cannot be declared as it was read without a change of the pool: compare it with the pool, and say what it '
  + 'shall be';

/**
 * What a deployment would change in the pool, though all that is declared is what was read: such as one of two settings that
 * cannot stand beside each other, in a pool that has both.
 */
export function changesBy(declared: JsonObject, userPoolId: string, live: Live): Refused[] {
  try {
    const { changedPaths } = planOf(userPoolId, live, goalOf({ settings: declared, clear: [] }));
    return changedPaths.map((path) => {
      let there = path;
      while (there.length > 1 && valueAt(declared, there) === undefined) there = there.slice(0, -1);
      return { path: there, sentence: WOULD_CHANGE };
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const ofMfa = Object.keys(declared).filter((name) => Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name));
    return ofMfa.map((name) => ({ path: [name], sentence: `cannot be declared as it was read: ${error.message}` }));
  }
}
