import { withoutCleared, type Goal } from './goal';
import { merge } from './merge';
import { withSharedSms } from './shared-sms';
import { alignTwins } from './twins';
import { SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL } from '../ledger/ledger';
import type { Structure } from '../ledger/member';
import { rows } from '../ledger/walk';
import { pick, type JsonObject } from '../wire/json';
import { valueAt, withValueAt, type Path } from '../wire/path';

/** The pool's settings with the goal reached, apart from second factors and passkeys. */
export function poolAfter(current: JsonObject, { settings, cleared }: Goal): JsonObject {
  const declared = pick(withSharedSms(settings), isOfPool);
  const merged = merge(withoutCleared(alignTwins(current, {}), cleared), declared, UPDATE_USER_POOL) as JsonObject;
  return withoutOrphans(alignTwins(merged, declared), current, declared);
}

/** Members younger than the library go where most are: to UpdateUserPool. */
export const isOfPool = (name: string): boolean =>
  Object.hasOwn(UPDATE_USER_POOL.members, name) || !Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name);

/** A member that serves others, and the others. */
export interface Servant {
  readonly path: Path;
  readonly served: readonly Path[];
}

const servantsOf = (ledger: Structure): Servant[] => rows(ledger).flatMap(({ path, member }) =>
  member.serves ? [{ path, served: member.serves.map((name) => [...path.slice(0, -1), name]) }] : []);

export const SERVANTS = servantsOf(UPDATE_USER_POOL);

/** What has lost the last of those that it served goes with it (H11), unless somebody asks for it. */
function withoutOrphans(settings: JsonObject, before: JsonObject, declared: JsonObject): JsonObject {
  return SERVANTS.reduce((rest, { path, served }) => {
    const isServing = (document: JsonObject) => served.some((other) => valueAt(document, other) !== undefined);
    const isOrphan = isServing(before) && !isServing(rest) && valueAt(declared, path) === undefined;
    return isOrphan && valueAt(rest, path) !== undefined ? withValueAt(rest, path, undefined) : rest;
  }, settings);
}
