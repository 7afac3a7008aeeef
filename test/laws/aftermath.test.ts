import * as fc from 'fast-check';
import { expectHonest } from './aftermath';
import { begin, lives, MFA, PLAIN, type Life } from './lives';
import { runs } from './runs';
import { MODES, stateOf } from './state';
import { KINDS_OF_TROUBLE, troubles, troubling, type Trouble } from './trouble';
import type { OmissionMode } from '../../local/cognito';
import { ON_REMOVAL } from '../../src/core/wire/contract';

const RUNS = runs(200);

type Event = 'Create' | 'Update' | 'Delete';

/** The event that goes wrong, after those that did not; a pool that never came to what an event needs has none. */
async function fail(omission: OmissionMode, life: Life, event: Event, trouble: readonly Trouble[]): Promise<boolean> {
  const { cognito, id, event: send } = await begin(omission, life);
  const [first, second] = life.templates;
  if (event !== 'Create' && await send(first) !== undefined) return false;
  const before = stateOf(cognito, id);
  troubling(cognito, trouble);
  const error = event === 'Create' ? await send(first) : await send(event === 'Update' ? second : undefined, first);
  if (error === undefined) return false;
  expectHonest(before, stateOf(cognito, id), error, cognito.requests.at(-1)?.outcome);
  return true;
}

const events = fc.constantFrom<Event>('Create', 'Update', 'Update', 'Delete');

describe.each(MODES)('omitted members %s: a run that fails leaves the pool as it was, or says what is not', (omission) => {
  test.each([['settings', PLAIN], ['second factors', MFA]])('%s', async (_title, kind) => {
    let failed = 0;
    const span = { minLength: 2, maxLength: 2, onRemoval: ON_REMOVAL };
    await fc.assert(fc.asyncProperty(lives(kind, span), events, troubles(), async (life, event, trouble) => {
      if (await fail(omission, life, event, trouble)) failed++;
    }), RUNS);
    expect(failed).toBeGreaterThan(RUNS.numRuns / 5);
  });
});

/** An update of the pool and of its second factors, whose writes are two, and one that takes both back. */
const BOTH: Life = {
  seed: { pool: { Name: 'law', UserPoolTags: { theirs: '1' } } },
  onRemoval: 'RESTORE_PREVIOUS',
  templates: [
    { Settings: { UserPoolTags: { ours: '1' } }, Clear: [] },
    {
      Settings: { DeletionProtection: 'ACTIVE', MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } },
      Clear: [],
    },
  ],
};
/** More than any run of these makes, its way back included. */
const CALLS = Array.from({ length: 22 }, (_, index) => index + 1);

describe.each(MODES)('omitted members %s: so it does with a fault at each call, and another at each one after it', (omission) => {
  test.each(KINDS_OF_TROUBLE)('%s', async (kind) => {
    let failed = 0;
    for (const nth of CALLS.slice(0, 8)) {
      for (const second of CALLS.slice(nth)) {
        for (const times of [1, Infinity]) {
          const trouble = [{ kind: 'accessDenied', nth, times: 1 }, { kind, nth: second, times }] as const;
          if (await fail(omission, BOTH, 'Update', trouble)) failed++;
        }
      }
    }
    expect(failed).toBeGreaterThan(CALLS.length);
  });
});
