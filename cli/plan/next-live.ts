import { isOnlyOfMfa } from './changes';
import { UPDATE_USER_POOL } from '../../src/core/ledger/ledger';
import { READ_ONLY } from '../../src/core/ledger/read-only';
import { rowOf } from '../../src/core/ledger/walk';
import { SMS } from '../../src/core/plan/factors';
import type { Live } from '../../src/core/plan/live';
import type { Plan } from '../../src/core/plan/plan';
import { SHARED_SMS } from '../../src/core/plan/shared-sms';
import { isObject, pick, type Json, type JsonObject } from '../../src/core/wire/json';
import { memberOf } from '../../src/core/wire/path';

/** The pool as both reads would tell of it after a plan. */
export function nextLive(live: Live, { calls, settings }: Plan): Live {
  if (calls.length === 0) return live;
  const isOfMfa = (name: string) => isOnlyOfMfa(name, live);
  const pool = Object.entries(settings).filter(([name]) => !isOfMfa(name))
    .map(([name, value]): [string, Json] => [describedName(name), asKept(name, value)]);
  const next = { ...pick(live.pool, (name) => READ_ONLY.has(name)), ...Object.fromEntries(pool) };
  if (!live.mfa) return { pool: next };
  const set = calls.find(({ action }) => action === 'SetUserPoolMfaConfig')?.request;
  const { MfaConfiguration = 'OFF' } = settings;
  const others = pick(settings, (name) => isOfMfa(name) && name !== SMS);
  return { pool: next, mfa: { ...others, ...smsBlock((set ?? live.mfa)[SMS], next), MfaConfiguration } };
}

/** The SMS settings are reported as long as there are any, whether or not SMS is a factor (H3). */
export function smsBlock(own: Json | undefined, pool: JsonObject): JsonObject {
  if (memberOf(pool, 'SmsConfiguration') === undefined) return {};
  return { [SMS]: { ...isObject(own) ? own : {}, ...pick(pool, (name) => SHARED_SMS.includes(name)) } };
}

/** With what the service adds by itself. */
function asKept(name: string, value: Json): Json {
  const filled = rowOf(UPDATE_USER_POOL, name)?.filled;
  return filled && isObject(value) && Object.keys(value).length > 0 ? { ...filled, ...value } : value;
}

function describedName(name: string): string {
  return rowOf(UPDATE_USER_POOL, name)?.describedAs ?? name;
}
