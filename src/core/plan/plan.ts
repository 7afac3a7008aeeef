import { diff, isUnder } from './diff';
import { echoObject, type Sides } from './echo';
import { factorsNow, observableMfa, SMS } from './factors';
import type { Goal } from './goal';
import { comparablePool, type Comparable, type Live } from './live';
import { isMfaManaged, planMfa } from './mfa';
import { NOT_WRITTEN, orderOf, type Side } from './order';
import { isOfPool, poolAfter } from './pool-after';
import { settingsOf } from './settings-of';
import { SHARED_SMS, withSharedSms } from './shared-sms';
import { SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL } from '../ledger/ledger';
import type { Call } from '../wire/api';
import { pick, type Json, type JsonObject } from '../wire/json';
import type { Path } from '../wire/path';

export interface Plan {
  /** The smallest ordered list of writes that leads to the expected pool; empty when nothing differs. */
  readonly calls: readonly Call[];
  readonly changedPaths: readonly Path[];
  /** All that the pool shall have, for the rules; SMS as a factor only where it is declared, since no read tells it (H3). */
  readonly settings: JsonObject;
  readonly expected: Comparable;
}

/** From a live pool to a goal: `lastSet` is what the same resource set before. */
export function planOf(userPoolId: string, live: Live, goal: Goal, lastSet?: JsonObject): Plan {
  const declared = withSharedSms(goal.settings);
  const current = settingsOf(live.pool);
  const merged = poolAfter(current, goal);
  const mfa = live.mfa && isMfaManaged(goal) ? planMfa(live.mfa, { ...goal, settings: declared }, merged, lastSet) : undefined;
  const expected = mfa ? { ...merged, MfaConfiguration: mfa.expected.MfaConfiguration } : merged;

  const poolPaths = diff(comparablePool(current), comparablePool(expected));
  const set = mfa && mfa.differs.length > 0
    ? setCall(userPoolId, { expected: mfa.expected, live: live.mfa, declared })
    : undefined;
  const mfaPaths = set && mfa ? mfa.differs.filter((path) => !poolPaths.some((other) => isUnder(other, path))) : [];
  const mfaThen = mfa?.expected ?? live.mfa;

  const ofPool = pick(declared, isOfPool);
  const pool: Side = { now: current, then: merged, changed: poolPaths };
  const factors = set && mfa && { now: factorsNow(live.mfa ?? {}, lastSet), then: factorsNow(mfa.expected), changed: mfa.differs };
  const isLeftToUpdate = poolPaths.some((path) => !isCarriedBy(set, path));
  const { before, after } = isLeftToUpdate ? orderOf(userPoolId, pool, factors) : NOT_WRITTEN;
  const first = before && updateCall(userPoolId, { expected: before, live: current, declared: ofPool }, current.MfaConfiguration);
  const last = after && updateCall(userPoolId, { expected: after, live: before ?? current, declared: ofPool }, expected.MfaConfiguration);

  return {
    calls: [first, set, last].filter((call) => call !== undefined),
    changedPaths: [...poolPaths, ...mfaPaths],
    settings: { ...expected, ...pick(mfaThen ?? {}, (name) => name !== SMS || Object.hasOwn(declared, SMS)) },
    expected: { pool: comparablePool(expected), mfa: mfaThen && observableMfa(mfaThen) },
  };
}

function setCall(userPoolId: string, sides: Sides): Call {
  return { action: 'SetUserPoolMfaConfig', request: { UserPoolId: userPoolId, ...echoObject(sides, SET_USER_POOL_MFA_CONFIG) } };
}

/** The full echo. The mode is never changed here: whichever call comes first, this one says what the pool has then (H6). */
function updateCall(userPoolId: string, sides: Sides, mode: Json | undefined): Call {
  const { MfaConfiguration: _, ...request } = echoObject(sides, UPDATE_USER_POOL);
  return {
    action: 'UpdateUserPool',
    request: { UserPoolId: userPoolId, ...request, ...(mode !== undefined && { MfaConfiguration: mode }) },
  };
}

/** SetUserPoolMfaConfig writes the mode, and with SMS as a factor the pool's SMS settings. */
function isCarriedBy(set: Call | undefined, path: Path): boolean {
  if (!set) return false;
  const shared = set.request.SmsMfaConfiguration === undefined ? [] : SHARED_SMS;
  return ['MfaConfiguration', ...shared].some((name) => isUnder(path, [name]));
}
