import { Token } from 'aws-cdk-lib';
import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { PASSWORD_POLICY, wholePolicy } from './password-policy';
import { EVIDENCE, NESTED_EVIDENCE, type CloudFormation } from '../../core/ledger/evidence';
import type { SettingName } from '../../core/ledger/ledger';
import { namesOf, TWINS } from '../../core/ledger/twins';
import { isFactor } from '../../core/plan/factors';
import { foldTwins } from '../../core/plan/twins';
import { isObject, type Json, type JsonObject } from '../../core/wire/json';
import { formatPath, isSame, parsePath, valueAt, withValueAt, type Path } from '../../core/wire/path';

/** What the resource writes by itself; its order decides nothing. */
const PROPERTIES: readonly (readonly [Path, CloudFormation])[] = [
  ...Object.entries(EVIDENCE).map(([name, { cloudFormation }]) => [[name], cloudFormation] as const),
  ...Object.entries(NESTED_EVIDENCE).flatMap(([path, { cloudFormation }]) => cloudFormation ? [[parsePath(path), cloudFormation] as const] : []),
];

const FACTORS: Readonly<Record<string, readonly [SettingName, JsonObject]>> = {
  SMS_MFA: ['SmsMfaConfiguration', {}],
  SOFTWARE_TOKEN_MFA: ['SoftwareTokenMfaConfiguration', { Enabled: true }],
  EMAIL_OTP: ['EmailMfaConfiguration', {}],
};

/** What the properties of the pool's resource say, in the words of the API, each setting under one name. */
export function settingsIn(properties: JsonObject): JsonObject {
  return foldTwins(PROPERTIES.reduce<JsonObject>((settings, [path, { property }]) => {
    const value = property === undefined || property === 'EnabledMfas' ? undefined : valueAt(properties, [property]);
    // The message of a factor is no factor.
    const isSaid = value !== undefined && (path.length === 1 || !isFactor(path[0]) || settings[path[0]] !== undefined);
    return isSaid ? withValueAt(settings, path, value) : settings;
  }, enabledFactors(properties)));
}

function enabledFactors({ EnabledMfas: factors = [] }: JsonObject): JsonObject {
  const names = Array.isArray(factors) ? factors as readonly Json[] : [];
  return Object.fromEntries(names.flatMap((factor) => typeof factor === 'string' && FACTORS[factor] ? [FACTORS[factor]] : []));
}

/** Under which properties the resource says a setting: messages have an older name as well. */
export function propertiesFor(path: Path, properties: JsonObject): string[] {
  return namesOf(path).flatMap((name) => {
    const [row, { property = '' } = {}] = PROPERTIES.find(([other]) => isSame(other, name))
      ?? PROPERTIES.find(([[first]]) => first === name[0]) ?? [];
    const found = row && [property, ...name.slice(row.length)];
    return found && valueAt(properties, found) !== undefined ? [found.join('.')] : [];
  });
}

export interface Split {
  /** What CloudFormation writes well. */
  readonly native: JsonObject;
  /** What it writes poorly or has no property for. */
  readonly rest: JsonObject;
}

/**
 * Who writes what of a pool that CloudFormation makes. A setting that has gone to CloudFormation in a released version stays there: on
 * the way back there would be an update of the pool without it.
 */
export function splitByLedger(settings: JsonObject): Split {
  const { native, rest } = split(underAcceptedNames(settings), [], 'missing');
  const policy = valueAt(native, PASSWORD_POLICY);
  // The service fills a part of a policy with less than a pool without a policy has (H9).
  return { native: isObject(policy) ? withValueAt(native, PASSWORD_POLICY, wholePolicy(policy)) : native, rest };
}

/** What the service describes and does not take goes under its modern name. */
function underAcceptedNames(settings: JsonObject): JsonObject {
  return TWINS.filter(({ legacyNeverSent }) => legacyNeverSent).reduce((accepted, { legacy, modern }) => {
    const value = valueAt(accepted, legacy);
    return value === undefined ? accepted : withoutEmpty(withValueAt(withValueAt(accepted, legacy, undefined), modern, value), legacy.slice(0, -1));
  }, settings);
}

function withoutEmpty(settings: JsonObject, path: Path): JsonObject {
  const value = valueAt(settings, path);
  return isObject(value) && Object.keys(value).length === 0 ? withValueAt(settings, path, undefined) : settings;
}

function split(settings: JsonObject, at: Path, above: CloudFormation['support']): Split {
  const native: Record<string, Json> = {};
  const rest: Record<string, Json> = {};
  for (const [name, value] of Object.entries(settings)) {
    const path = [...at, name];
    const support = supportOf(path) ?? above;
    if (!isObject(value) || Token.isUnresolved(value) || Object.keys(value).length === 0 || !isDivided(path)) {
      (support === 'native' && !isHiddenMap(value, path) ? native : rest)[name] = value;
      continue;
    }
    const inner = split(value, path, support);
    if (Object.keys(inner.native).length > 0) native[name] = inner.native;
    if (Object.keys(inner.rest).length > 0) rest[name] = inner.rest;
  }
  return { native, rest };
}

/** The resource takes tags one by one. */
function isHiddenMap(value: Json, [name]: Path): boolean {
  return name === 'UserPoolTags' && Token.isUnresolved(value);
}

function isDivided(path: Path): boolean {
  return PROPERTIES.some(([other]) => other.length > path.length && path.every((name, depth) => name === other[depth]));
}

function supportOf(path: Path): CloudFormation['support'] | undefined {
  return at.get(formatPath(path))?.support;
}
const at = new Map(PROPERTIES.map(([path, cloudFormation]) => [formatPath(path), cloudFormation]));

/** Gives the resource what it writes, and takes off it what nobody declared. */
export function assignNative(resource: CfnUserPool, native: JsonObject): void {
  for (const [[name, ...further], { support, property }] of PROPERTIES) {
    if (property === undefined || support === 'young' || further.length > 0) continue;
    const value = native[name];
    if (name === 'UserPoolTags') {
      for (const [key, tag] of Object.entries(isObject(value) ? value : {})) resource.tags.setTag(key, String(tag));
    } else {
      Object.assign(resource, { [propertyName(property)]: value === undefined ? undefined : renamed(value) });
    }
  }
}

/** The resource's members have the API's names in camelCase. */
function renamed(value: Json): unknown {
  if (Token.isUnresolved(value)) return value;
  if (Array.isArray(value)) return value.map((item: Json) => renamed(item));
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [propertyName(name), renamed(inner)])) : value;
}

/** `SMSMessage` is `smsMessage`. */
function propertyName(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (capitals) => capitals.toLowerCase());
}
