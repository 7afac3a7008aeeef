import { canonical } from './canonical';
import { diff, isUnder } from './diff';
import { echoObject, type Sides } from './echo';
import { merge } from './merge';
import { isMfaManaged, liveMfa, observableMfa, planMfa, SHARED_SMS, SMS, withSharedSms } from './mfa';
import { settingsOf } from './settings-of';
import { alignTwins, foldTwins } from './twins';
import { SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL } from '../ledger/ledger';
import { checkMerged } from '../rules/check';
import type { Call } from '../wire/api';
import { pick, type Json, type JsonObject } from '../wire/json';
import type { Path } from '../wire/path';

/** What the two reads answered, as they answered it; the MFA part only where it is in play. */
export interface Live {
  readonly pool: JsonObject;
  readonly mfa?: JsonObject;
}

/** Settings in the one form in which equal settings are equal data. */
export interface Comparable {
  readonly pool: Json | undefined;
  readonly mfa: Json | undefined;
}

export interface Plan {
  /** The smallest ordered list of writes that leads to the expected pool; empty when nothing differs. */
  readonly calls: readonly Call[];
  readonly changedPaths: readonly Path[];
  /** All that the pool shall have, for the rules; SMS as a factor only where it is declared, since no read tells it (H3). */
  readonly settings: JsonObject;
  readonly expected: Comparable;
}

export function comparable(live: Live): Comparable {
  return { pool: comparablePool(settingsOf(live.pool)), mfa: live.mfa && observableMfa(live.mfa) };
}

/** From a live pool to what is declared: `previous` is what the same resource declared before. */
export function planOf(userPoolId: string, live: Live, asked: JsonObject, previous?: JsonObject): Plan {
  const declared = withSharedSms(asked);
  const current = settingsOf(live.pool);
  const ofPool = pick(declared, isOfPool);
  const merged = alignTwins(merge(current, ofPool, UPDATE_USER_POOL) as JsonObject, ofPool);
  const mfa = live.mfa && isMfaManaged(declared) ? planMfa(live.mfa, declared, merged, previous) : undefined;
  const expected = mfa ? { ...merged, MfaConfiguration: mfa.expected.MfaConfiguration } : merged;

  const poolPaths = diff(comparablePool(current), comparablePool(expected));
  const set = mfa && mfa.differs.length > 0
    ? setCall(userPoolId, { expected: mfa.expected, live: live.mfa, declared })
    : undefined;
  const mfaPaths = set && mfa ? mfa.differs.filter((path) => !poolPaths.some((other) => isUnder(other, path))) : [];
  const isLeftToUpdate = poolPaths.some((path) => !isCarriedBy(set, path));
  const isSetFirst = set !== undefined && isLeftToUpdate && contradicts(userPoolId, { ...merged, ...liveMfa(live.mfa ?? {}) }, poolPaths);
  const mode = isSetFirst ? expected.MfaConfiguration : current.MfaConfiguration;
  const update = isLeftToUpdate ? updateCall(userPoolId, { expected, live: current, declared: ofPool }, mode) : undefined;
  const mfaThen = mfa?.expected ?? live.mfa;

  return {
    calls: (isSetFirst ? [set, update] : [update, set]).filter((call) => call !== undefined),
    changedPaths: [...poolPaths, ...mfaPaths],
    settings: { ...expected, ...pick(mfaThen ?? {}, (name) => name !== SMS || Object.hasOwn(declared, SMS)) },
    expected: { pool: comparablePool(expected), mfa: mfaThen && observableMfa(mfaThen) },
  };
}

/** Members younger than the library go where most are: to UpdateUserPool. */
const isOfPool = (name: string): boolean =>
  Object.hasOwn(UPDATE_USER_POOL.members, name) || !Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name);

function comparablePool(settings: JsonObject): Json | undefined {
  return canonical(foldTwins(settings), UPDATE_USER_POOL);
}

function setCall(userPoolId: string, sides: Sides): Call {
  return { action: 'SetUserPoolMfaConfig', request: { UserPoolId: userPoolId, ...echoObject(sides, SET_USER_POOL_MFA_CONFIG) } };
}

/**
 * Whether the pool as it shall be cannot stand beside second factors as they are: only then they change first (H4). In any
 * other case the pool does, so that a refusal comes while nothing is weaker than before.
 */
function contradicts(userPoolId: string, settings: JsonObject, changed: readonly Path[]): boolean {
  return checkMerged(userPoolId, settings, changed).length > 0;
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
