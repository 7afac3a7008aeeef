import { isObject, type Json, type JsonObject } from './json';

/** The way to a value in a document, member by member. */
export type Path = readonly string[];

/** `Policies.PasswordPolicy.MinimumLength`, `UserPoolTags["cost center"]`: a path as logs, replies and errors show it. */
export function formatPath(path: Path): string {
  return path.map((name, depth) => {
    if (/^[A-Za-z_][\w-]*$/.test(name)) return `${depth ? '.' : ''}${name}`;
    return /^\d+$/.test(name) ? `[${name}]` : `[${JSON.stringify(name)}]`;
  }).join('');
}

/** Each path once, in the order of their first. */
export function unique(paths: readonly Path[]): Path[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

export function isSame(path: Path, other: Path): boolean {
  return path.length === other.length && path.every((name, depth) => name === other[depth]);
}

export function parsePath(dotted: string): Path {
  return dotted.split('.');
}

/** The own member of an object: what a prototype has is nobody's setting. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function valueAt(document: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(memberOf, document);
}

/** The document with another value at the path; `undefined` takes the member off. The one given stays as it is. */
export function withValueAt(document: JsonObject, [name, ...rest]: Path, value: Json | undefined): JsonObject {
  const inner = memberOf(document, name);
  const changed = rest.length === 0 ? value : withValueAt(isObject(inner) ? inner : {}, rest, value);
  const others = Object.entries(document).filter(([key]) => key !== name);
  return Object.fromEntries(changed === undefined ? others : [...others, [name, changed]]);
}
