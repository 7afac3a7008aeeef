import * as fc from 'fast-check';
import { nextLive } from '../../cli/plan/next-live';
import { PoolAhead } from '../../cli/plan/pool-ahead';
import { apply } from '../../src/core/apply/apply';
import { foresee } from '../../src/core/apply/foresee';
import { look } from '../../src/core/apply/settle';
import { declarationIn } from '../../src/core/declared/declaration';
import { comparable } from '../../src/core/plan/live';
import { formatPath } from '../../src/core/wire/path';
import { lives, MFA, PLAIN, type Template } from '../laws/lives';
import { runs } from '../laws/runs';
import { outcomeOf, planted } from '../laws/state';
import { portTo, writesOf } from '../support/in-process-port';
import { firstRound } from '../support/rounds';

const RUNS = runs(150);

const declarationOf = ({ Settings, Clear }: Template) => declarationIn({ Settings, Clear }, () => null);

/** Two constructs declare settings of one pool: the second is planned on what the first makes of it. */
test.each([['settings', PLAIN], ['second factors', MFA]])('%s: the second construct meets the pool that the first was planned to leave', async (_title, kind) => {
  let met = 0;
  await fc.assert(fc.asyncProperty(lives(kind, { minLength: 2, maxLength: 2, onRemoval: ['RETAIN'] }), async ({ seed, templates }) => {
    const { cognito, id } = planted('asMeasured', seed);
    const [first, second] = templates.map(declarationOf);
    const ahead = new PoolAhead({ open: async () => ({ port: portTo(cognito), close: () => {} }) }, id);

    const one = await foresee({ port: ahead, userPoolId: id, desired: first });
    if (!one.live || !one.plan) return;
    ahead.planned(one.live, one.plan);
    const two = await foresee({ port: ahead, userPoolId: id, desired: second });
    expect(writesOf(cognito)).toEqual([]);

    if (await outcomeOf(apply(portTo(cognito), id, first)) !== undefined) return;
    const found = await look({ port: portTo(cognito), userPoolId: id, desired: first, former: undefined });
    expect(comparable(nextLive(one.live, one.plan))).toEqual({ ...comparable(found), ...!one.live.mfa && { mfa: undefined } });
    cognito.clearRequests();
    const outcome = await apply(portTo(cognito), id, second).catch((error: unknown) => error);
    if (outcome instanceof Error) {
      if (writesOf(cognito).length === 0) expect(two.refusal?.message).toBe(outcome.message);
      return;
    }
    expect([two.refusal, two.plan!.changedPaths.map(formatPath).sort()]).toEqual([undefined, (outcome as { changedPaths: string[] }).changedPaths]);
    expect(two.plan!.calls.map(({ action }) => action)).toEqual(firstRound(cognito).map(({ action }) => action));
    met++;
  }), RUNS);
  expect(met).toBeGreaterThan(RUNS.numRuns / 3);
});
