import type { Member } from '../ledger/member';
import { rowOf } from '../ledger/walk';
import { isObject, type Json } from '../wire/json';

/**
 * A document in the one form in which equal settings are equal data: what equals the service's default is as good as
 * absent, and so is what has nothing in it. Members that the ledger does not know stay as they are.
 */
export function canonical(value: Json | undefined, member: Member | undefined): Json | undefined {
  if (value === null || value === undefined) return undefined;
  if (member === undefined) return value;
  if (isDefault(value, member) || isPlaceholder(value, member)) return undefined;
  if (!isObject(value)) return Array.isArray(value) ? inOneOrder(value) : value;
  const inner = Object.entries(value).flatMap(([name, child]): [string, Json][] => {
    const kept = canonical(child, rowOf(member, name));
    return kept === undefined ? [] : [[name, kept]];
  });
  return inner.length === 0 && !member.onByPresence ? undefined : Object.fromEntries(inner);
}

/** No list of the API means anything by its order: priorities are numbers of their own. */
function inOneOrder(list: readonly Json[]): Json {
  return [...list].sort((a, b) => sortKey(a) < sortKey(b) ? -1 : 1);
}

function sortKey(item: Json): string {
  return JSON.stringify(isObject(item) ? Object.entries(item).sort() : item);
}

export function isDefault(value: Json | undefined, { default: standard, alsoDefault }: Member): boolean {
  if (value === undefined || value === null) return true;
  return standard !== undefined && (equal(value, standard) || (alsoDefault !== undefined && equal(value, alsoDefault)));
}

/** Describe may return empty texts and lists that no request may carry: they stand for nothing (H12). */
export function isPlaceholder(value: Json, member: Member): boolean {
  const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty && 'min' in member && (member.min ?? 0) > 0;
}

/** Structural equality; the order of an object's members means nothing. */
export function equal(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => equal(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]));
}
