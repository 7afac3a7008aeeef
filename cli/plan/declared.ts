import { hasUnknown, isPartlyObject, isUnknownWithin, Unknown, type Partly, type PartlyObject } from './unknown';
import { declarationIn, type Declaration } from '../../src/core/declared/declaration';
import type { Capture } from '../../src/core/plan/capture';
import { PROPERTY } from '../../src/core/wire/contract';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { formatPath, type Path } from '../../src/core/wire/path';

/** A setting whose value only the deployment knows. */
export interface UnknownSetting {
  readonly path: Path;
  /** What the template says there. */
  readonly expression: string;
}

/** What the properties of a custom resource declare, as far as it is known. */
export interface Declared {
  readonly declaration: Declaration;
  readonly unknown: readonly UnknownSetting[];
  /** RESTORE_PREVIOUS is asked for, and what was before is not known: the declaration says RETAIN in its place. */
  readonly isBeforeUnknown: boolean;
}

const UNREADABLE: Path = [PROPERTY.ADDITIONAL_SETTINGS];

/** The declaration in properties as the function will get them; `before` is what RESTORE_PREVIOUS goes back to. */
export function declaredIn(properties: PartlyObject, before?: Capture): Declared {
  const settings = split(properties[PROPERTY.SETTINGS] ?? {}, []);
  const additional = additionalIn(properties[PROPERTY.ADDITIONAL_SETTINGS]);
  const given: JsonObject = {
    [PROPERTY.SETTINGS]: settings.known ?? {},
    ...knownOf(properties, PROPERTY.ADDITIONAL_SETTINGS),
    ...(additional.known !== undefined && { [PROPERTY.ADDITIONAL_SETTINGS]: JSON.stringify(additional.known) }),
    ...knownOf(properties, PROPERTY.CLEAR),
    ...knownOf(properties, PROPERTY.ON_REMOVAL),
  };
  const declaration = declarationIn(given, () => null);
  const isBeforeUnknown = declaration.onRemoval === 'RESTORE_PREVIOUS' && before === undefined;
  return {
    declaration: { ...declaration, ...before && { before }, ...isBeforeUnknown && { onRemoval: 'RETAIN' } },
    unknown: [...settings.unknown, ...additional.unknown],
    isBeforeUnknown,
  };
}

function knownOf(properties: PartlyObject, name: string): JsonObject {
  const value = properties[name];
  return value === undefined || isUnknownWithin(value) ? {} : { [name]: value as Json };
}

interface Split {
  readonly known: Json | undefined;
  readonly unknown: readonly UnknownSetting[];
}

/** What is known apart from what is not; a list, which is one value, is not known as soon as one element is not. */
function split(value: Partly, at: Path): Split {
  if (!isUnknownWithin(value)) return { known: value as Json, unknown: [] };
  if (!isPartlyObject(value)) return { known: undefined, unknown: [{ path: at, expression: told(value) }] };
  const parts = Object.entries(value).map(([name, inner]) => [name, split(inner, [...at, name])] as const);
  const members = parts.filter(([, { known }]) => known !== undefined).map(([name, { known }]) => [name, known!] as const);
  return {
    known: members.length === 0 && at.length > 0 ? undefined : Object.fromEntries(members),
    unknown: parts.flatMap(([, { unknown }]) => unknown),
  };
}

function told(value: Partly): string {
  if (value instanceof Unknown) return value.shown;
  if (Array.isArray(value)) return `[${value.map((item: Partly) => told(item)).join(', ')}]`;
  if (isPartlyObject(value)) return `{${Object.entries(value).map(([name, inner]) => `${name}: ${told(inner)}`).join(', ')}}`;
  return JSON.stringify(value);
}

/** Their JSON is made of known and unknown parts: what is not known of it stands within its texts, as a rule. */
function additionalIn(value: Partly | undefined): Split {
  if (!(value instanceof Unknown)) return { known: undefined, unknown: [] };
  const document = parsed(value.text);
  if (!isObject(document)) return { known: undefined, unknown: [{ path: UNREADABLE, expression: value.shown }] };
  return split(marked(document), []);
}

function marked(value: Json): Partly {
  if (typeof value === 'string') return hasUnknown(value) ? new Unknown(value) : value;
  if (Array.isArray(value)) return value.map((item: Json) => marked(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner)]));
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Whether two expressions stand for the same: the value in the pool is then as it was deployed. */
export function isAsDeployed({ path, expression }: UnknownSetting, former: readonly UnknownSetting[]): boolean {
  return former.some((other) => formatPath(other.path) === formatPath(path) && other.expression === expression);
}
