import { canonical } from './canonical';
import { observableMfa } from './factors';
import { settingsOf } from './settings-of';
import { foldTwins } from './twins';
import { UPDATE_USER_POOL } from '../ledger/ledger';
import type { Json, JsonObject } from '../wire/json';

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

export function comparable({ pool, mfa }: Live): Comparable {
  return { pool: comparablePool(settingsOf(pool)), mfa: mfa && observableMfa(mfa) };
}

export function comparablePool(settings: JsonObject): Json | undefined {
  return canonical(foldTwins(settings), UPDATE_USER_POOL);
}
