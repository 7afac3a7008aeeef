import type { Member } from '../ledger/member';
import { rowOf } from '../ledger/walk';
import { isObject, type Json, type JsonObject } from '../wire/json';
import { memberOf } from '../wire/path';

/**
 * What is declared laid over what is there: structures and maps member by member, lists and plain values whole. Members
 * that the ledger does not know follow the same rule by their shape.
 */
export function merge(live: Json | undefined, declared: Json, member?: Member): Json {
  if (!isObject(declared) || !isObject(live)) return declared;
  const merged = Object.entries(declared).map(([name, value]): [string, Json] =>
    [name, merge(memberOf(live, name), value, rowOf(member, name))]);
  return { ...withoutExcluded(live, declared, member), ...Object.fromEntries(merged) };
}

/** The live members that can stand beside the declared ones. */
function withoutExcluded(live: JsonObject, declared: JsonObject, member: Member | undefined): JsonObject {
  const excluded = new Set(Object.entries(declared).flatMap(([name, value]) => excludedBy(value, rowOf(member, name))));
  return excluded.size === 0 ? live : Object.fromEntries(Object.entries(live).filter(([name]) => !excluded.has(name)));
}

function excludedBy(value: Json, member: Member | undefined): readonly string[] {
  const excludes = member?.excludes;
  if (Array.isArray(excludes)) return excludes;
  return (typeof value === 'string' && memberOf(excludes as JsonObject | undefined, value) as string[] | undefined) || [];
}
