import * as fc from 'fast-check';
import { hasNoWayOff, isNeeded } from './limits';
import { begin, lives, PLAIN, type Life } from './lives';
import { isFilledIn, stateAfter } from './model';
import { runs } from './runs';
import { MODES, moved, outcomeOf, stateOf, told, type State } from './state';
import { troubles, troubling, type Trouble } from './trouble';
import type { OmissionMode } from '../../local/cognito';
import { ON_REMOVAL } from '../../src/core/wire/contract';
import type { JsonObject } from '../../src/core/wire/json';
import { declarations, few } from '../support/arbitraries';
import { deploy } from '../support/deploy';
import { portTo } from '../support/in-process-port';

const RUNS = runs(150);

/** Differences between what is and what shall be, apart from what the service adds of itself or does not let go. */
function unlike(omission: OmissionMode, expected: State, found: State, now: State): string[] {
  const isStaying = (leaf: string) => JSON.stringify(found.get(leaf)) === JSON.stringify(now.get(leaf));
  const isFree = (leaf: string) => !expected.has(leaf) && (isFilledIn(leaf, found.get(leaf)) || hasNoWayOff(omission, leaf));
  return told(moved(expected, found).filter((leaf) => !isFree(leaf) && !(isStaying(leaf) && isNeeded(leaf, expected))));
}

interface Disturbance {
  readonly trouble?: readonly Trouble[];
  /** What somebody else declares before each event. */
  readonly others?: readonly JsonObject[];
}

/** Creation, update and deletion, each met in spite of the trouble or else passed over; how many were met. */
async function live(omission: OmissionMode, life: Life, { trouble = [], others = [] }: Disturbance): Promise<number> {
  const { cognito, id, event } = await begin(omission, life);
  const was = stateOf(cognito, id);
  let former: Life['templates'][number] | undefined;
  let ours = was;
  let met = 0;
  for (const [index, desired] of [...life.templates, undefined].entries()) {
    if (!desired && !former) break;
    if (others[index]) await outcomeOf(deploy(portTo(cognito), id, { Settings: others[index] }));
    const now = stateOf(cognito, id);
    troubling(cognito, trouble);
    const error = await event(desired, former);
    cognito.faults.clear();
    if (error !== undefined) {
      if (JSON.stringify([...stateOf(cognito, id)]) !== JSON.stringify([...now])) break;
      continue;
    }
    const found = stateOf(cognito, id);
    const expected = stateAfter({ desired, former, onRemoval: life.onRemoval, was, ours, now });
    expect(unlike(omission, expected, found, now)).toEqual([]);
    [former, ours] = [desired, found];
    met++;
  }
  return met;
}

const span = { minLength: 2, maxLength: 3, onRemoval: ON_REMOVAL };

describe.each(MODES)('when omitted members are %s', (omission) => {
  test('what is declared is there, what is cleared is not, what is dropped goes as asked, and all else stays', async () => {
    let met = 0;
    await fc.assert(fc.asyncProperty(lives(PLAIN, span), async (life) => {
      met += await live(omission, life, {});
    }), RUNS);
    expect(met).toBeGreaterThan(RUNS.numRuns);
  });

  test('a rollback goes back to the template before, apart from what the update left behind as asked', async () => {
    let met = 0;
    await fc.assert(fc.asyncProperty(lives(PLAIN, { ...span, maxLength: 2 }), async ({ templates: [first, second], ...life }) => {
      met += await live(omission, { ...life, templates: [first, second, first] }, {});
    }), RUNS);
    expect(met).toBeGreaterThan(RUNS.numRuns);
  });

  test('what somebody else has changed since stays theirs', async () => {
    let met = 0;
    const others = fc.array(few(declarations(), 2), { minLength: 4, maxLength: 4 });
    await fc.assert(fc.asyncProperty(lives(PLAIN, span), others, async (life, changes) => {
      met += await live(omission, life, { others: changes });
    }), RUNS);
    expect(met).toBeGreaterThan(RUNS.numRuns);
  });

  test('and so it is when calls fail on the way, as long as the run succeeds', async () => {
    let met = 0;
    await fc.assert(fc.asyncProperty(lives(PLAIN, span), troubles(5), async (life, trouble) => {
      met += await live(omission, life, { trouble });
    }), RUNS);
    expect(met).toBeGreaterThan(RUNS.numRuns / 5);
  });
});
