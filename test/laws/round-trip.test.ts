import * as fc from 'fast-check';
import { expectHonest } from './aftermath';
import { hasNoWayOff } from './limits';
import { begin, lives, MFA, PLAIN, type Life } from './lives';
import { runs } from './runs';
import { MODES, moved, stateOf, told, type State } from './state';
import type { OmissionMode } from '../../local/cognito';

const RUNS = runs(120);
const KINDS = [['settings', PLAIN], ['second factors', MFA]] as const;

/** Whether something has come that cannot go: then nobody can go back, however the event ends. */
function cannotGo(omission: OmissionMode, was: State, now: State): boolean {
  return moved(was, now).some((leaf) => !was.has(leaf) && hasNoWayOff(omission, leaf));
}

/** Tries the law on many lives; one whose first template is refused proves nothing. */
async function lawOf(kind: typeof PLAIN, templates: number, check: (life: Life) => Promise<boolean>) {
  let met = 0;
  const span = { minLength: templates, maxLength: templates, onRemoval: ['RESTORE_PREVIOUS'] as const };
  await fc.assert(fc.asyncProperty(lives(kind, span), async (life) => {
    if (await check(life)) met++;
  }), RUNS);
  expect(met).toBeGreaterThan(RUNS.numRuns / 40);
}

describe.each(MODES)('when omitted members are %s', (omission) => {
  describe.each(KINDS)('of %s', (_title, kind) => {
    test('a creation and the deletion after it leave the pool as it was', async () => {
      await lawOf(kind, 1, async (life) => {
        const { cognito, id, event } = await begin(omission, life);
        const before = stateOf(cognito, id);
        const [template] = life.templates;
        const failed = await event(template);
        if (failed !== undefined) {
          expectHonest(before, stateOf(cognito, id), failed, cognito.requests.at(-1)?.outcome);
          return false;
        }
        const created = stateOf(cognito, id);
        const refused = await event(undefined, template);
        if (cannotGo(omission, before, created)) return false;
        expect(refused).toBeUndefined();
        expect(told(moved(before, stateOf(cognito, id)))).toEqual([]);
        return true;
      });
    });

    test('so do those with updates in between, whether these are met or rolled back', async () => {
      await lawOf(kind, 3, async (life) => {
        const { cognito, id, event } = await begin(omission, life);
        const before = stateOf(cognito, id);
        let [former, ...others] = life.templates;
        if (await event(former) !== undefined) return false;
        for (const template of others) {
          const then = stateOf(cognito, id);
          const refused = await event(template, former);
          if (refused === undefined) {
            former = template;
            continue;
          }
          expectHonest(then, stateOf(cognito, id), refused, cognito.requests.at(-1)?.outcome);
          // CloudFormation goes back to the template before.
          if (await event(former, template) !== undefined || cannotGo(omission, before, stateOf(cognito, id))) return false;
          expect(told(moved(then, stateOf(cognito, id)))).toEqual([]);
        }
        const last = stateOf(cognito, id);
        const refused = await event(undefined, former);
        if (cannotGo(omission, before, last)) return false;
        expect(refused).toBeUndefined();
        expect(told(moved(before, stateOf(cognito, id)))).toEqual([]);
        return true;
      });
    });

    test('an update and its rollback leave the pool as it was', async () => {
      await lawOf(kind, 2, async (life) => {
        const { cognito, id, event } = await begin(omission, life);
        const [first, second] = life.templates;
        if (await event(first) !== undefined) return false;
        const before = stateOf(cognito, id);
        if (await event(second, first) !== undefined) return false;
        const updated = stateOf(cognito, id);
        const refused = await event(first, second);
        if (cannotGo(omission, before, updated)) return false;
        expect(refused).toBeUndefined();
        expect(told(moved(before, stateOf(cognito, id)))).toEqual([]);
        return true;
      });
    });
  });
});
