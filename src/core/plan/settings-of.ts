import { UPDATE_USER_POOL } from '../ledger/ledger';
import type { Member } from '../ledger/member';
import { READ_ONLY } from '../ledger/read-only';
import { isObject, type Json, type JsonObject } from '../wire/json';

const REQUEST_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(UPDATE_USER_POOL.members).flatMap(([name, { describedAs }]) => describedAs ? [[describedAs, name]] : []),
);

/** A described pool in the request's vocabulary: read-only members are taken off by name, whatever else there is stays. */
export function settingsOf(described: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(described)
    .filter(([name, value]) => !READ_ONLY.has(name) && value !== null)
    .map(([name, value]): [string, Json] => {
      const requestName = Object.hasOwn(REQUEST_NAMES, name) ? REQUEST_NAMES[name] : name;
      return [requestName, withoutReservedKeys(value, UPDATE_USER_POOL.members[requestName])];
    }));
}

function withoutReservedKeys(value: Json, member: Member | undefined): Json {
  if (member?.kind !== 'keyed' || member.reservedPrefix === undefined || !isObject(value)) return value;
  const { reservedPrefix } = member;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith(reservedPrefix)));
}
