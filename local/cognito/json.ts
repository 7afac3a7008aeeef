import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';

export { isObject, type Json, type JsonObject };

/** A JSON object under construction: members that are undefined are left out by `compact`. */
export type Draft = Record<string, Json | undefined>;

/** Java's JSON reader takes null for absent, at every depth but inside lists; the copy also shields the state from callers. */
export function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const copy: Record<string, Json> = {};
  for (const member of Object.keys(value)) {
    const inner = value[member];
    if (inner !== null && inner !== undefined) define(copy, member, withoutNulls(inner));
  }
  return copy;
}

export function compact(draft: Draft): JsonObject {
  const result: Record<string, Json> = {};
  for (const member of Object.keys(draft)) {
    const value = draft[member];
    if (value !== undefined) define(result, member, value);
  }
  return result;
}

export function pick(source: JsonObject, members: Iterable<string>): JsonObject {
  const result: Record<string, Json> = {};
  for (const member of members) {
    if (has(source, member)) result[member] = source[member];
  }
  return result;
}

export function omit(source: JsonObject, members: ReadonlySet<string>): JsonObject {
  const result: Record<string, Json> = {};
  for (const member of Object.keys(source)) {
    if (!members.has(member)) define(result, member, source[member]);
  }
  return result;
}

export function has(source: JsonObject, member: string): boolean {
  return Object.prototype.hasOwnProperty.call(source, member);
}

/** Absent reads as empty, so that rules need no guard. */
export function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A tag or a member may be called `__proto__`. */
function define(target: Record<string, Json>, member: string, value: Json): void {
  if (member === '__proto__') {
    Object.defineProperty(target, member, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[member] = value;
  }
}
