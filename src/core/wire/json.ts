/** What an API of AWS sends and takes: plain data, never mutated. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [member: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function pick(document: JsonObject, keep: (name: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => keep(name)));
}
