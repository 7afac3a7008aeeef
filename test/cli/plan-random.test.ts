import * as fc from 'fast-check';
import type { Event } from '../../cli/plan/events';
import type { Planned } from '../../cli/plan/outcome';
import { planned } from '../../cli/plan/planned';
import { PoolAhead } from '../../cli/plan/pool-ahead';
import type { OmissionMode } from '../../local/cognito';
import { capture } from '../../src/core/apply/capture';
import { Problem } from '../../src/core/problem';
import type { WriteAction } from '../../src/core/wire/api';
import { ON_REMOVAL, type OnRemoval } from '../../src/core/wire/contract';
import type { JsonObject } from '../../src/core/wire/json';
import { formatPath } from '../../src/core/wire/path';
import { hasNoWayOff } from '../laws/limits';
import { lives, MFA, PLAIN, type Life, type Template } from '../laws/lives';
import { runs } from '../laws/runs';
import { MODES, outcomeOf, planted, SMS, stateOf, type State } from '../laws/state';
import { expectAgreement, leafOf } from '../support/agreement';
import { deploy } from '../support/deploy';
import { portTo } from '../support/in-process-port';
import { firstRound } from '../support/rounds';

/** Lives of a pool, each of up to three events: over a thousand in all. */
const RUNS = runs(100);

/** By the API's own words; with SMS as a factor goes what sends it. */
const MAY_WRITE: Readonly<Record<WriteAction, RegExp>> = {
  UpdateUserPool: /^(?!MfaConfiguration|.*MfaConfiguration$|WebAuthnConfiguration)/,
  SetUserPoolMfaConfig: /^(MfaConfiguration|.*MfaConfiguration|WebAuthnConfiguration|Sms(Configuration|AuthenticationMessage)|Future.*)$/,
};

type Place = ReturnType<typeof planted>;

/** The event that CloudFormation would send, as the plan sees it: it knows no capture that an earlier deployment made. */
function eventOf({ id }: Place, template: Template | undefined, former: Template | undefined, onRemoval: OnRemoval): Event {
  const properties = (each: Template) => ({ Settings: each.Settings, Clear: each.Clear, OnRemoval: onRemoval }) as unknown as Event['properties'];
  return {
    happening: template ? former ? 'update' : 'create' : 'delete',
    logicalId: 'Settings',
    userPoolId: id,
    properties: properties((template ?? former)!),
    ...template && former && { former: properties(former) },
    isCapturedNow: former === undefined,
    table: '',
  };
}

interface Tally { met: number; refused: number; calls: number }

/** With the mode all factors end, also one of which no read tells (H3); a mode that only the capture knows says as little of it. */
function isUntold(leaf: string, { changes }: Planned): boolean {
  return leaf === SMS && changes.some(({ path, after, isAfterKnown }) => path[0] === 'MfaConfiguration' && (after === 'OFF' || !isAfterKnown));
}

function without(state: State, isFree: (leaf: string) => boolean): State {
  return new Map([...state].filter(([leaf]) => !isFree(leaf)));
}

async function live(omission: OmissionMode, place: Place, { templates, onRemoval }: Life, tally: Tally): Promise<void> {
  const { cognito, id } = place;
  const Before = JSON.stringify(await capture(portTo(cognito), id));
  const sent = (template: Template | undefined) =>
    template && { ...template, OnRemoval: onRemoval, ...onRemoval === 'RESTORE_PREVIOUS' && { Before } } as unknown as JsonObject;
  let former: Template | undefined;
  for (const template of [...templates, undefined]) {
    if (!template && !former) break;
    const pool = new PoolAhead({ open: async () => ({ port: portTo(cognito), close: () => {} }) }, id);
    const plan = await planned(eventOf(place, template, former, onRemoval), pool, ({ message }) => message);
    const before = stateOf(cognito, id);
    cognito.clearRequests();
    const error = await outcomeOf(deploy(portTo(cognito), id, sent(template), sent(former)));
    const written = firstRound(cognito).map(({ action }) => action);

    const isBackUnknown = plan.notes.length > 0;
    if (error instanceof Problem && written.length === 0) {
      // What is put back may be what is refused, and only the deployment has it.
      if (!isBackUnknown) expect(plan.refusal).toBe(error.message);
      tally.refused++;
      continue;
    }
    if (error !== undefined) continue;
    expect(plan.refusal).toBeUndefined();
    const changes = plan.changes.map(({ path, ...change }) => ({ ...change, path: formatPath(path), afterKnown: change.isAfterKnown }));
    const isFree = (leaf: string) => isUntold(leaf, plan) || (hasNoWayOff(omission, leaf) && after.has(leaf));
    const after = stateOf(cognito, id);
    expectAgreement(changes.filter(({ path }) => !isFree(leafOf(path))), without(before, isFree), without(after, isFree));
    const isSure = plan.calls.every(({ isCertain }) => isCertain);
    if (isSure) expect(plan.calls.map(({ action }) => action)).toEqual(written);
    expect(plan.calls.filter(({ paths, meanwhile }) => paths.length === 0 && meanwhile.length === 0)).toEqual([]);
    const told = plan.calls.flatMap(({ paths }) => paths.map(formatPath));
    expect([...told].sort()).toEqual(changes.map(({ path }) => path).sort());
    for (const { action, paths } of plan.calls) expect(paths.filter(([name]) => !MAY_WRITE[action].test(name))).toEqual([]);
    tally.calls += written.length;
    tally.met++;
    former = template;
  }
}

describe.each(MODES)('when omitted members are %s', (omission: OmissionMode) => {
  test.each([['settings', PLAIN], ['second factors', MFA]])('%s: what the plan shows is what moves in the pool', async (_title, kind) => {
    const tally: Tally = { met: 0, refused: 0, calls: 0 };
    await fc.assert(fc.asyncProperty(lives(kind, { minLength: 1, maxLength: 2, onRemoval: ON_REMOVAL }), async (life) =>
      live(omission, planted(omission, life.seed), life, tally)), RUNS);
    expect(tally.met + tally.refused).toBeGreaterThan(RUNS.numRuns * 5 / 3);
    expect(tally.calls).toBeGreaterThan(RUNS.numRuns / 2);
  });
});

test('RESTORE_PREVIOUS: what goes with what is put back is as open as that', async () => {
  const trigger = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
  const tally: Tally = { met: 0, refused: 0, calls: 0 };
  const place = planted('allReset', { pool: { LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: trigger('theirs') } } } });
  await live('allReset', place, {
    seed: { pool: {} }, onRemoval: 'RESTORE_PREVIOUS', templates: [{ Settings: { LambdaConfig: { PreTokenGeneration: trigger('ours') } }, Clear: [] }],
  }, tally);
  expect(tally.met).toBe(2);
});
