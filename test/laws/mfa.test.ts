import * as fc from 'fast-check';
import { expectHonest } from './aftermath';
import { mfaDeclarations, mfaPools, type Drawn } from './mfa-arbitraries';
import { isNothing, leavesOf, MOVING } from './oracle';
import { runs } from './runs';
import { MODES, outcomeOf, planted, stateOf as settingsOf } from './state';
import { fault, type EmbeddedCognito, type Factors } from '../../local/cognito';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { deploy } from '../support/deploy';
import { portTo, WRITES, writesOf } from '../support/in-process-port';

const RUNS = runs(150);

const object = (value: Json | undefined): JsonObject => (value ?? {}) as JsonObject;
const properties = (Settings: JsonObject) => ({ Settings });
const NONE: Factors = { sms: false, softwareToken: false, email: false };

/** A pool, its MFA and its factors, apart from the time of the last write. */
function stateOf(cognito: EmbeddedCognito, id: string) {
  const { LastModifiedDate: _time, ...pool } = cognito.pool(id);
  return { pool, mfa: cognito.mfa(id), factors: cognito.factors(id) };
}

type State = ReturnType<typeof stateOf>;

/** The factors that a pool has after a declaration was met: the documented rule in other words. */
function factorsAfter(before: State, declared: JsonObject): Factors {
  const mode = declared.MfaConfiguration ?? before.pool.MfaConfiguration;
  if (mode === 'OFF') return NONE;
  const { SmsMfaConfiguration: sms, SoftwareTokenMfaConfiguration: totp, EmailMfaConfiguration: email } = declared;
  if (sms ?? totp ?? email) {
    return { sms: sms !== undefined, softwareToken: object(totp).Enabled === true, email: email !== undefined };
  }
  // From OFF, with no word on factors, there is one way: SMS, as UpdateUserPool has it.
  return before.pool.MfaConfiguration === 'OFF' ? { ...NONE, sms: true } : before.factors;
}

/** Passkeys that do not say it prefer user verification: to declare that is to change nothing. */
const passkeysOf = (mfa: JsonObject): JsonObject => ({ UserVerification: 'preferred', ...object(mfa.WebAuthnConfiguration) });

/** What has to hold of the pool after a declaration was met. */
function expectMet(before: State, after: State, declared: JsonObject): void {
  expect(after.factors).toEqual(factorsAfter(before, declared));
  expect(after.mfa.MfaConfiguration).toBe(declared.MfaConfiguration ?? before.mfa.MfaConfiguration);
  expect(after.pool.MfaConfiguration).toBe(after.mfa.MfaConfiguration);
  expect(passkeysOf(after.mfa)).toEqual({ ...passkeysOf(before.mfa), ...object(declared.WebAuthnConfiguration) });
  expect(after.mfa.FutureMfaConfiguration).toEqual(before.mfa.FutureMfaConfiguration);
  if (after.factors.email) {
    const kept = before.factors.email ? object(before.mfa.EmailMfaConfiguration) : {};
    expect(after.mfa.EmailMfaConfiguration).toEqual({ ...kept, ...object(declared.EmailMfaConfiguration) });
  }
}

/** Every leaf of DescribeUserPool: what is declared, and else what was there. */
function expectPool(before: State, after: State, declared: JsonObject): void {
  const { SmsMfaConfiguration: sms, MfaConfiguration: _mode, ...rest } = declared;
  const [now, owned] = [leavesOf(after.pool), leavesOf({ ...rest, ...object(sms) })];
  const isMfa = (leaf: string) => leaf.startsWith('["MfaConfiguration"') || MOVING.includes(leaf);
  for (const [leaf, value] of leavesOf(before.pool)) {
    if (!isMfa(leaf) && !isNothing(leaf, value)) expect([leaf, now.get(leaf)]).toEqual([leaf, owned.get(leaf) ?? value]);
  }
}

/** Runs each case; those that are refused are held to the law of refusals, and few of a kind are not enough. */
async function lawOf(check: (drawn: Drawn, declared: JsonObject) => Promise<unknown>): Promise<void> {
  let met = 0;
  await fc.assert(fc.asyncProperty(mfaPools, mfaDeclarations, async (drawn, declared) => {
    if (await check(drawn, declared) === undefined) met++;
  }), RUNS);
  expect(met).toBeGreaterThan(RUNS.numRuns / 4);
}

describe.each(MODES)('when omitted members are %s', (omission) => {
  test('success: mode, factors and passkeys are as declared, all else is as before', async () => {
    await lawOf(async (drawn, declared) => {
      const { cognito, id } = planted(omission, drawn.seed);
      const before = stateOf(cognito, id);
      const error = await outcomeOf(deploy(portTo(cognito), id, properties(declared)));
      if (error !== undefined) return error;
      expectMet(before, stateOf(cognito, id), declared);
      expectPool(before, stateOf(cognito, id), declared);
      return undefined;
    });
  });

  test('refusal: the pool is as before, or the error names what is not', async () => {
    await lawOf(async (drawn, declared) => {
      const { cognito, id } = planted(omission, drawn.seed);
      const before = settingsOf(cognito, id);
      const error = await outcomeOf(deploy(portTo(cognito), id, properties(declared)));
      if (error !== undefined) expectHonest(before, settingsOf(cognito, id), error, cognito.requests.at(-1)?.outcome);
      return error;
    });
  });

  test('again: with the same old properties nothing is written, and without them only what no read tells', async () => {
    await lawOf(async (drawn, declared) => {
      const { cognito, id } = planted(omission, drawn.seed);
      const error = await outcomeOf(deploy(portTo(cognito), id, properties(declared)));
      if (error !== undefined) return error;
      const [writes, state] = [writesOf(cognito).length, stateOf(cognito, id)];
      expect(writes).toBeLessThanOrEqual(2);
      expect(await deploy(portTo(cognito), id, properties(declared), properties(declared))).toEqual({ changedPaths: [] });
      expect(writesOf(cognito)).toHaveLength(writes);
      const { changedPaths } = await deploy(portTo(cognito), id, properties(declared));
      expect(changedPaths.filter((path) => path !== 'SmsMfaConfiguration')).toEqual([]);
      expect(stateOf(cognito, id)).toEqual(state);
      return undefined;
    });
  });

  test('one template after another: each is met, with the former as old properties', async () => {
    const several = fc.array(mfaDeclarations, { minLength: 2, maxLength: 4 });
    await fc.assert(fc.asyncProperty(mfaPools, several, async (drawn, templates) => {
      const { cognito, id } = planted(omission, drawn.seed);
      let former: JsonObject | undefined;
      for (const declared of templates) {
        const before = stateOf(cognito, id);
        const error = await outcomeOf(deploy(portTo(cognito), id, properties(declared), former && properties(former)));
        // CloudFormation goes on from the last template that was met.
        if (error !== undefined) continue;
        expectMet(before, stateOf(cognito, id), declared);
        former = declared;
      }
    }), RUNS);
  });

  test('a write that another writer forestalled, or whose answer is lost, ends as any other', async () => {
    const trouble = fc.record({
      nth: fc.integer({ min: 1, max: 2 }),
      kind: fc.constantFrom(fault.concurrentModification, fault.reset, fault.lostReply),
      action: fc.constantFrom(...WRITES),
    });
    await fc.assert(fc.asyncProperty(mfaPools, mfaDeclarations, trouble, async (drawn, declared, { nth, kind, action }) => {
      const [calm, troubled] = [planted(omission, drawn.seed), planted(omission, drawn.seed)];
      troubled.cognito.faults.add({ action, nth, fault: kind() });
      const runIn = ({ cognito, id }: typeof calm) => outcomeOf(deploy(portTo(cognito), id, properties(declared)));
      const [first, second] = [await runIn(calm), await runIn(troubled)];
      expect(second === undefined).toBe(first === undefined);
      const comparable = ({ cognito, id }: typeof calm) => {
        const { pool, ...rest } = stateOf(cognito, id);
        const { CreationDate: _time, Id: _id, Arn: _arn, ...settings } = pool;
        return { ...rest, settings };
      };
      if (first === undefined) expect(comparable(troubled)).toEqual(comparable(calm));
    }), RUNS);
  });
});

test('SMS is never made a factor unless it is declared, was one, or is the only way to the mode that is declared', async () => {
  await fc.assert(fc.asyncProperty(mfaPools, mfaDeclarations, async (drawn, declared) => {
    const { cognito, id } = planted('asMeasured', drawn.seed);
    await outcomeOf(deploy(portTo(cognito), id, properties(declared)));
    const isOnlyWay = drawn.mode === 'OFF' && declared.MfaConfiguration !== undefined
      && declared.SoftwareTokenMfaConfiguration === undefined && declared.EmailMfaConfiguration === undefined;
    if (cognito.factors(id).sms) expect(declared.SmsMfaConfiguration !== undefined || drawn.factors.sms || isOnlyWay).toBe(true);
  }), RUNS);
});
