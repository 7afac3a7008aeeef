import * as fc from 'fast-check';
import { hasNoWayOff } from './limits';
import { begin, lives, MFA, PLAIN } from './lives';
import { runs } from './runs';
import { MODES, moved, stateOf, told } from './state';
import type { EmbeddedCognito } from '../../local/cognito';
import { ON_REMOVAL } from '../../src/core/wire/contract';
import { WRITES } from '../support/in-process-port';

const RUNS = runs(150);

/** Whether SMS is a factor no read shows (H3): with nothing that tells, the factors are set again; nothing else is. */
function writesInVain(cognito: EmbeddedCognito, id: string) {
  const isUntold = cognito.pool(id).MfaConfiguration !== 'OFF' && cognito.pool(id).SmsConfiguration !== undefined;
  return cognito.requests.filter(({ action }) => WRITES.includes(action) && !(isUntold && action === 'SetUserPoolMfaConfig'));
}

describe.each(MODES)('when omitted members are %s, an event that comes twice does as much as one that comes once', (omission) => {
  test.each([['settings', PLAIN], ['second factors', MFA]])('%s', async (_title, kind) => {
    let met = 0;
    const span = { minLength: 2, maxLength: 2, onRemoval: ON_REMOVAL };
    await fc.assert(fc.asyncProperty(lives(kind, span), async (life) => {
      const { cognito, id, event } = await begin(omission, life);
      const [first, second] = life.templates;
      for (const [template, former] of [[first, undefined], [second, first], [undefined, second]]) {
        if (await event(template, former) !== undefined) return;
        const once = stateOf(cognito, id);
        cognito.clearRequests();
        expect(await event(template, former)).toBeUndefined();
        expect(told(moved(once, stateOf(cognito, id)))).toEqual([]);
        // What was to go and cannot is asked to go each time.
        const mayBeAskedAgain = [...once.keys()].some((leaf) => hasNoWayOff(omission, leaf));
        if (!mayBeAskedAgain) expect(writesInVain(cognito, id)).toEqual([]);
        met++;
      }
    }), RUNS);
    expect(met).toBeGreaterThan(RUNS.numRuns / 2);
  });
});
