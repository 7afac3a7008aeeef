import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { formatPath, memberOf, withValueAt, type Path } from '../../src/core/wire/path';
import type { EmbeddedCognito } from '../cognito';
import { normalSettings } from '../cognito/normal-form';

export interface Setting {
  readonly path: Path;
  readonly value: Json;
}

/** By the path as text. */
export type Settings = ReadonlyMap<string, Setting>;

/** What a pool is set to now. What the API shows under two names is one setting, and what nobody can change is none. */
export function settingsOf(cognito: EmbeddedCognito, userPoolId: string): Settings {
  const pool = normalSettings(cognito.pool(userPoolId));
  const versioned = isObject(memberOf(pool.LambdaConfig, 'PreTokenGenerationConfig'));
  return leavesOf({
    ...versioned ? withValueAt(pool, ['LambdaConfig', 'PreTokenGeneration'], undefined) : pool,
    ...factorsAndPasskeys(cognito, userPoolId),
  });
}

/** No API tells whether text messages are a factor: what is read as SmsMfaConfiguration repeats the pool's SMS settings. */
function factorsAndPasskeys(cognito: EmbeddedCognito, userPoolId: string): JsonObject {
  return { ...cognito.mfa(userPoolId), SmsMfaConfiguration: { Enabled: cognito.factors(userPoolId).sms } };
}

/** The values in a document; a list is one value. */
export function leavesOf(document: JsonObject): Settings {
  return new Map(walk(document, []).map((setting) => [formatPath(setting.path), setting]));
}

function walk(value: Json, path: Path): Setting[] {
  if (!isObject(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => walk(inner, [...path, name]));
}
