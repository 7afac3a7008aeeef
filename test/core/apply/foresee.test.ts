import * as fc from 'fast-check';
import type { OmissionMode } from '../../../local/cognito';
import { Aborted } from '../../../src/core/apply/aborted';
import { apply, type Outcome } from '../../../src/core/apply/apply';
import { capture } from '../../../src/core/apply/capture';
import { foresee } from '../../../src/core/apply/foresee';
import { ServiceError, type UserPoolPort } from '../../../src/core/apply/port';
import { declarationIn, type Declaration } from '../../../src/core/declared/declaration';
import { Problem } from '../../../src/core/problem';
import { ON_REMOVAL, type OnRemoval } from '../../../src/core/wire/contract';
import type { Json } from '../../../src/core/wire/json';
import { formatPath, type Path } from '../../../src/core/wire/path';
import { lives, MFA, PLAIN, type Template } from '../../laws/lives';
import { runs } from '../../laws/runs';
import { MODES, outcomeOf, planted } from '../../laws/state';
import { declarations, few } from '../../support/arbitraries';
import { deploy } from '../../support/deploy';
import { portTo } from '../../support/in-process-port';
import { firstRound, roundsOf } from '../../support/rounds';

/** Lives of a pool, each of up to three events. */
const RUNS = runs(100);

interface Tally { met: number; refused: number; failed: number }

/** A port that can only read. */
function readOnly(port: UserPoolPort): UserPoolPort {
  const refuse = async () => { throw new Error('foresee wrote'); };
  return { ...port, updateUserPool: refuse, setUserPoolMfaConfig: refuse };
}

interface Event {
  readonly desired: Declaration | undefined;
  readonly former: Declaration | undefined;
  readonly isDeclaredElsewhere: (path: Path) => boolean;
}

/** One event: foreseen first, then run, and both compared. Says whether it was met. */
async function compare(
  { cognito, id }: ReturnType<typeof planted>, { desired, former, isDeclaredElsewhere }: Event, tally: Tally,
): Promise<boolean> {
  const foresight = await foresee({ port: readOnly(portTo(cognito)), userPoolId: id, desired, former, isDeclaredElsewhere });
  cognito.clearRequests();
  const outcome = await apply(portTo(cognito), id, desired, former, isDeclaredElsewhere).catch((error: unknown) => error);
  const sent = firstRound(cognito);

  if (outcome instanceof Problem && sent.length === 0) {
    expect(foresight.refusal?.message).toBe(outcome.message);
    for (const { sentence } of foresight.findings) expect(outcome.message).toContain(sentence);
    tally.refused++;
    return false;
  }
  expect(foresight.refusal).toBeUndefined();
  const calls = foresight.plan?.calls ?? [];
  if (outcome instanceof Error) {
    // The service refused one of the calls: those up to it were foreseen.
    expect(outcome instanceof Aborted || outcome instanceof ServiceError).toBe(true);
    expect(sent).toEqual(calls.slice(0, sent.length));
    tally.failed++;
    return false;
  }
  expect(sent).toEqual(calls);
  const changed = (foresight.plan?.changedPaths ?? []).map(formatPath).sort();
  // What a call was to take off, and did not, is seen only afterwards: a second round is not foreseen, what it is about is.
  expect(roundsOf(cognito)).toBeLessThanOrEqual(2);
  expect((outcome as Outcome).changedPaths).toEqual(changed);
  tally.met++;
  return true;
}

/** Others change the pool between the events, and another resource may declare some of the settings by then. */
const surroundings = fc.record({
  others: fc.array(fc.option(few(declarations(), 2)), { minLength: 3, maxLength: 3 }),
  elsewhere: fc.option(fc.constantFrom('LambdaConfig', 'UserPoolTags', 'Policies', 'MfaConfiguration'), { freq: 2 }),
});

describe.each(MODES)('when omitted members are %s', (omission: OmissionMode) => {
  test.each([['settings', PLAIN], ['second factors', MFA]])('%s: what is foreseen is what is done', async (_title, kind) => {
    const tally: Tally = { met: 0, refused: 0, failed: 0 };
    const span = { minLength: 1, maxLength: 2, onRemoval: ON_REMOVAL };
    await fc.assert(fc.asyncProperty(lives(kind, span), surroundings, async ({ seed, onRemoval, templates }, { others, elsewhere }) => {
      const place = planted(omission, seed);
      const Before = JSON.stringify(await capture(portTo(place.cognito), place.id));
      let former: Declaration | undefined;
      for (const [index, template] of [...templates, undefined].entries()) {
        if (!template && !former) break;
        if (others[index]) await outcomeOf(deploy(portTo(place.cognito), place.id, { Settings: others[index] }));
        const desired = template && declarationFor(template, onRemoval, Before);
        const event = { desired, former, isDeclaredElsewhere: ([name]: Path) => name === elsewhere };
        if (await compare(place, event, tally)) former = desired;
      }
    }), RUNS);
    // Six of these make far more than a thousand cases.
    expect(tally.met + tally.refused).toBeGreaterThan(RUNS.numRuns * 5 / 3);
    expect(tally.met).toBeGreaterThan(RUNS.numRuns);
    expect(tally.refused).toBeGreaterThan(RUNS.numRuns / 50);
  });
});

test('a run of two rounds: what the first call was to take off, and did not, is left to the second', async () => {
  const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' };
  const place = planted('asMeasured', {
    pool: {
      MfaConfiguration: 'OFF', SmsConfiguration, SmsAuthenticationMessage: 'Theirs {####}', AutoVerifiedAttributes: ['phone_number'],
    },
  });
  const desired = declarationIn({ Settings: { MfaConfiguration: 'ON' }, Clear: [['SmsAuthenticationMessage']] }, () => null);
  const tally: Tally = { met: 0, refused: 0, failed: 0 };
  expect(await compare(place, { desired, former: undefined, isDeclaredElsewhere: () => false }, tally)).toBe(true);
  expect(roundsOf(place.cognito)).toBe(2);
});

function declarationFor({ Settings, Clear }: Template, OnRemoval: OnRemoval, Before: string): Declaration {
  return declarationIn({ Settings, Clear, OnRemoval, ...OnRemoval === 'RESTORE_PREVIOUS' && { Before } }, (text) => JSON.parse(text) as Json);
}
