import { contentOfSet, orderOf } from '../../docs/generated/mfa/calls';
import { declarationOf } from '../../docs/generated/mfa/declaration';
import { matrix, type Cell } from '../../docs/generated/mfa/matrix';
import { STATES, type MfaState } from '../../docs/generated/mfa/states';
import { deployed, newPool, stateOf, type Pool, type Write } from '../../docs/generated/mfa/transition';
import { poolWithEverything, type OmissionMode, type Seed } from '../../local/cognito';
import { pick, type Json, type JsonObject } from '../../src/core/wire/json';
import { leavesOf, MOVING } from '../laws/oracle';

// Some seconds for each way of omission on a quiet machine; a busy one has time for them.
jest.setTimeout(180_000);

const OMISSIONS: OmissionMode[] = ['asMeasured', 'allReset', 'allKept'];
const NAMES = Object.keys(STATES);
const others = (from: string) => NAMES.filter((name) => name !== from);
const has = (name: string, factor: string) => STATES[name].factors.some((each) => each === factor);
const isEmailWithoutSms = (name: string) => has(name, 'email') && !has(name, 'SMS');

/** The pool on the page is as good as empty; this one has much to lose, and nothing yet of what states declare. */
function seed(): Seed {
  const { pool } = poolWithEverything();
  const { PasswordPolicy } = pool.Policies as JsonObject;
  const stated = ['MfaConfiguration', 'SmsConfiguration', 'EmailConfiguration', 'AccountRecoverySetting'];
  return { pool: { ...pick(pool, (name) => !stated.includes(name)), Policies: { PasswordPolicy } } };
}

async function brought(pool: Pool, ...names: readonly string[]): Promise<Pool> {
  let at = pool;
  for (const name of names) at = (await deployed(at, name)).pool;
  return at;
}

/** As often as asked, the pool as it is now. */
function copied({ cognito, id, state }: Pool): () => Pool {
  const now: Seed = { pool: cognito.pool(id), mfa: cognito.mfa(id), factors: cognito.factors(id) };
  return () => ({ cognito, id: cognito.seed(now), state });
}

/** The state without what is no MFA. */
function mfaOf(name: string): MfaState {
  const { hasUnusedSms: _, ...state } = STATES[name];
  return state;
}

/** Everything that is read of a pool but its factors, by its leaves. */
function leaves({ cognito, id }: Pool): Map<string, Json> {
  return settings({ ...cognito.pool(id), WebAuthnConfiguration: cognito.mfa(id).WebAuthnConfiguration ?? {} });
}

/** Passkeys that do not say what they count for are one factor. */
function settings(document: JsonObject): Map<string, Json> {
  const passkeys = { FactorConfiguration: 'SINGLE_FACTOR', ...document.WebAuthnConfiguration as JsonObject };
  const all = leavesOf({ ...document, WebAuthnConfiguration: passkeys });
  return new Map([...all].filter(([leaf]) => !MOVING.includes(leaf)));
}

const FACTORS = ['SmsMfaConfiguration', 'SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration'];

/** The factors and the mode of the state, everything else as declared, and what is not declared as it was. */
function expectReached(before: Map<string, Json>, pool: Pool, to: string): void {
  expect([to, stateOf(pool)]).toEqual([to, mfaOf(to)]);
  const declared = settings(pick(declarationOf(STATES[to]), (name) => !FACTORS.includes(name)));
  expect(Object.fromEntries(leaves(pool))).toEqual(Object.fromEntries([...before, ...declared]));
}

/** How the two APIs have to be spoken to (H2, H3, H6): a second update, too, has the mode that the pool has at that moment. */
function expectWellSaid(writes: readonly Write[], to: string): void {
  expect(['', 'U', 'S', 'U S', 'S U', 'U S U']).toContain(orderOf({ writes }));
  for (const { action, request, before, after } of writes) {
    if (action === 'UpdateUserPool') {
      expect(request.MfaConfiguration).toBe(before.MfaConfiguration);
      expect(settings(after)).not.toEqual(settings(before));
    } else {
      expect(request.MfaConfiguration).toBe(STATES[to].mode);
      expect('SmsMfaConfiguration' in request).toBe(has(to, 'SMS'));
      if (request.MfaConfiguration === 'OFF') expect(FACTORS.filter((factor) => factor in request)).toEqual([]);
    }
  }
}

/** Deploys the state, and once more. */
async function expectTransition(start: Pool, to: string): Promise<readonly Write[]> {
  const before = leaves(start);
  const { writes, pool } = await deployed(start, to);
  expectReached(before, pool, to);
  expectWellSaid(writes, to);
  expect((await deployed(pool, to)).writes).toEqual([]);
  return writes;
}

/** ON bears few first factors, and what the pool still has of SMS must not bring the mode before those go that it cannot have. */
const isToOnWithFewerFirstFactors = (from: string, to: string) => STATES[from].mode !== 'OFF'
  && STATES[from].firstFactors.length > 1 && STATES[to].mode === 'ON' && isEmailWithoutSms(to);

const pairs = (are: (from: string, to: string) => boolean) =>
  NAMES.flatMap((from) => others(from).filter((to) => are(from, to)).map((to): [string, string] => [from, to]));

let onThePage: readonly Cell[];
beforeAll(async () => { onThePage = await matrix(); });

describe.each(OMISSIONS)('when omitted members are %s', (omission) => {
  const emptyHanded = () => newPool(omission, seed());

  test.each(NAMES)('from %s to every other state: as declared, nothing else moved, nothing to write again', async (from) => {
    const start = copied(await brought(emptyHanded(), from));
    for (const to of others(from)) {
      const writes = await expectTransition(start(), to);
      const shown = onThePage.find((cell) => cell.from === from && cell.to === to)!;
      expect([to, orderOf({ writes }), contentOfSet({ writes })]).toEqual([to, orderOf(shown), contentOfSet(shown)]);
    }
  });

  test.each(pairs(isToOnWithFewerFirstFactors))('from %s, SMS having been a factor before, to %s', async (from, to) => {
    await expectTransition(await brought(emptyHanded(), 'OPTIONAL SMS + email', from), to);
  });

  test.each(NAMES.filter(isEmailWithoutSms))('an existing pool with TOTP and unused SMS, deployed first to %s', async (to) => {
    const { cognito, id } = await brought(emptyHanded(), 'OPTIONAL TOTP, SMS unused');
    await expectTransition({ cognito, id }, to);
  });
});

test('one forgetful pool from state to state, all in turn: what earlier ones left on it stands in no way', async () => {
  let pool = newPool('allReset', seed());
  const walk = NAMES.flatMap((hub, index) => [hub, ...NAMES.slice(index + 1).flatMap((name) => [name, hub])]);
  for (const to of walk) {
    const before = leaves(pool);
    const made = await deployed(pool, to);
    expectReached(before, made.pool, to);
    expectWellSaid(made.writes, to);
    pool = made.pool;
  }
});
