import { isDeepStrictEqual } from 'node:util';
import { ASKED_PATH } from './one-setting';
import type { EmbeddedCognito } from '../local/cognito';
import { isObject, type Json, type JsonObject } from '../src/core/wire/json';
import { formatPath, type Path } from '../src/core/wire/path';

/** Changes with every write, and is nobody's setting. */
const CLOCKWORK = 'LastModifiedDate';

/** All that the two reading calls tell of a pool; what both of them tell is there once. */
export function settingsOf(cognito: EmbeddedCognito, userPoolId: string): JsonObject {
  const { SmsMfaConfiguration: sms, ...mfa } = cognito.mfa(userPoolId);
  const { [CLOCKWORK]: _, ...pool } = cognito.pool(userPoolId);
  return structuredClone({ ...(isObject(sms) ? sms : {}), ...mfa, ...pool });
}

/** The paths of the values that are not as before, though nobody asked for that. A list is one value. */
export function losses(before: JsonObject, after: JsonObject): string[] {
  const [old, now] = [leaves(before), leaves(after)];
  const paths = new Set([...old.keys(), ...now.keys()]);
  return [...paths].filter((path) => path !== ASKED_PATH && !isDeepStrictEqual(old.get(path), now.get(path))).sort();
}

/** The settings that the values belong to, as the API's top level has them, and how many values of each. */
export function bySetting(paths: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const [setting] = path.split('.');
    counts.set(setting, (counts.get(setting) ?? 0) + 1);
  }
  return counts;
}

function leaves(value: Json, path: Path = []): Map<string, Json> {
  if (!isObject(value)) return new Map([[formatPath(path), value]]);
  return new Map(Object.entries(value).flatMap(([name, inner]) => [...leaves(inner, [...path, name])]));
}
