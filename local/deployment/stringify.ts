import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';

/**
 * What CloudFormation makes of a custom resource's properties: numbers and booleans become texts at every depth, null
 * vanishes, and what is empty stays.
 */
export function stringifyProperties(properties: JsonObject): JsonObject {
  const present = Object.entries(properties).filter(([, value]) => value !== null);
  return Object.fromEntries(present.map(([key, value]) => [key, stringify(value)]));
}

function stringify(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).filter((element) => element !== null).map(stringify);
  if (isObject(value)) return stringifyProperties(value);
  return String(value);
}
