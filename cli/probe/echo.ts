import { UPDATE_USER_POOL } from '../../src/core/ledger/ledger';
import { echoObject } from '../../src/core/plan/echo';
import { settingsOf } from '../../src/core/plan/settings-of';
import type { JsonObject } from '../../src/core/wire/json';

/** An `UpdateUserPool` that sends a described pool back whole, or makes it what is expected; `declared` is sent in any case. */
export function requestOf(
  userPoolId: string, pool: JsonObject, expected = settingsOf(pool), declared: JsonObject = {},
): JsonObject {
  return { UserPoolId: userPoolId, ...echoObject({ expected, live: settingsOf(pool), declared }, UPDATE_USER_POOL) };
}
