import type { Declaration } from '../../src/core/declared/declaration';
import { LEDGER, SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL } from '../../src/core/ledger/ledger';
import { isUnder } from '../../src/core/plan/diff';
import { liveSms, SMS } from '../../src/core/plan/factors';
import { comparable, type Live } from '../../src/core/plan/live';
import { isOwned } from '../../src/core/plan/owned';
import type { Plan } from '../../src/core/plan/plan';
import { settingsOf } from '../../src/core/plan/settings-of';
import { SHARED_SMS, withSharedSms } from '../../src/core/plan/shared-sms';
import { foldTwins, modernPath } from '../../src/core/plan/twins';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { isSame, valueAt, type Path } from '../../src/core/wire/path';

/** What becomes of one setting of a pool; each setting has one name, the modern one. */
export interface Change {
  readonly path: Path;
  /** `remove`: taken off, or put back to the service's default. */
  readonly action: 'add' | 'update' | 'remove';
  /** Absent where there is none. */
  readonly before?: Json;
  /** Whether any read tells: of SMS as a second factor none may (H3). */
  readonly isBeforeKnown: boolean;
  readonly after?: Json;
  readonly isAfterKnown: boolean;
}

interface Sides {
  readonly live: Live;
  readonly plan: Plan;
  readonly desired: Declaration | undefined;
  readonly lastSet: JsonObject | undefined;
}

/** What a plan changes, with the values as the API shows them. */
export function changesOf(sides: Sides): Change[] {
  const { live, plan, desired, lastSet } = sides;
  const declared = foldTwins(withSharedSms(desired?.settings ?? {}));
  const [was, is] = [foldTwins(settingsOf(live.pool)), foldTwins(plan.settings)];
  const wasMfa = comparable(live).mfa;
  return plan.changedPaths.map((path): Change => {
    if (isSame(path, [SMS])) return smsChange(path, sides);
    const isOfMfa = isOnlyOfMfa(path[0], live);
    const before = isOfMfa ? valueAt(wasMfa, path) : valueAt(was, path);
    const after = isOfMfa ? valueAt(plan.expected.mfa, path) : valueAt(is, path);
    const remains = valueAt(plan.expected.pool, path) ?? valueAt(plan.expected.mfa, path);
    const isRemoved = remains === undefined && (after === undefined || !isOwned(declared, path));
    return { path, action: isRemoved ? 'remove' : before === undefined ? 'add' : 'update', ...values(before, after) };
  });

  function smsChange(path: Path, { live: { mfa = {} } }: Sides): Change {
    const set = plan.calls.find(({ action }) => action === 'SetUserPoolMfaConfig')?.request ?? {};
    const [before, after] = [liveSms(mfa, lastSet), Object.hasOwn(set, SMS)];
    const isBeforeKnown = before !== 'unknown';
    const told = isBeforeKnown ? { before: before === 'on' } : {};
    return { path, action: after ? 'add' : 'remove', isBeforeKnown, ...told, after, isAfterKnown: true };
  }
}

function values(before: Json | undefined, after: Json | undefined): Omit<Change, 'path' | 'action'> {
  return { ...before !== undefined && { before }, isBeforeKnown: true, ...after !== undefined && { after }, isAfterKnown: true };
}

/** As the API lists its members, what it does not know at the end. */
export function inOrder(changes: readonly Change[]): Change[] {
  const place = ({ path: [name] }: Change) => (MEMBERS.includes(name) ? MEMBERS.indexOf(name) : MEMBERS.length);
  return [...changes].sort((one, other) => place(one) - place(other));
}

const MEMBERS = Object.keys(LEDGER.members);

/** What UpdateUserPool has no member for. */
export function isOnlyOfMfa(name: string, live?: Live): boolean {
  if (Object.hasOwn(UPDATE_USER_POOL.members, name)) return false;
  const isYoung = Object.hasOwn(live?.mfa ?? {}, name) && !Object.hasOwn(live?.pool ?? {}, name);
  return isYoung || Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name);
}

/** The path under which a setting is compared. */
function comparedPath(path: Path): Path {
  return modernPath(path[0] === SMS && SHARED_SMS.includes(path[1]) ? path.slice(1) : path);
}

/** The changes, those at the paths without a value: only the deployment knows it. */
export function withUnknown(
  changes: readonly Change[], paths: readonly Path[], valueNow: (path: Path) => Json | undefined,
): Change[] {
  const compared = paths.map((path) => ({ path, at: comparedPath(path) }));
  const isUnknown = ({ path }: Change) => compared.some(({ at }) => isUnder(path, at) || isUnder(at, path));
  const marked = changes.map((change) => (isUnknown(change) ? withoutAfter(change) : change));
  const missing = compared.filter(({ at }) => !changes.some(({ path }) => isUnder(path, at) || isUnder(at, path)));
  return [...marked, ...missing.map(({ path }): Change => {
    const before = valueNow(path);
    return { path, action: before === undefined ? 'add' : 'update', ...values(before, undefined), isAfterKnown: false };
  })];
}

function withoutAfter({ after: _, ...change }: Change): Change {
  return { ...change, action: change.before === undefined ? 'add' : 'update', isAfterKnown: false };
}

