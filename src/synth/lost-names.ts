import { Token } from 'aws-cdk-lib';
import type { Misfit } from './render/render';
import { propPath } from '../core/ledger/prop-path';
import { isObject, type Json, type JsonObject } from '../core/wire/json';
import { formatPath, type Path } from '../core/wire/path';

/** CDK makes objects anew, member by member, and this name is no member then. */
const LOST = '__proto__';
const SENTENCE = 'is a name that CDK loses on its way into a template: set it by another way';

/** What would be gone from the template without a word. */
export function checkNames(settings: JsonObject, additionalSettings: object = {}): Misfit[] {
  return [
    ...lostIn(settings).map((path) => ({ prop: formatPath(propPath(path)), sentence: SENTENCE })),
    ...lostIn(additionalSettings as Json).map((path) => ({ prop: `additionalSettings: ${formatPath(path)}`, sentence: SENTENCE })),
  ];
}

/** Where something has what cannot come into a template. */
export function lostIn(value: Json, at: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => lostIn(item, [...at, String(index)]));
  if (!isObject(value) || Token.isUnresolved(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => name === LOST ? [[...at, name]] : lostIn(inner, [...at, name]));
}

/** The same without them, for whom they have been told already. Constructs stay what they are. */
export function withoutLostNames<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutLostNames(item)) as T;
  if (typeof value !== 'object' || value === null || Token.isUnresolved(value) || !isPlain(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name !== LOST);
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutLostNames(inner as unknown)])) as T;
}

const isPlain = (value: object) => Object.getPrototypeOf(value) === Object.prototype;
