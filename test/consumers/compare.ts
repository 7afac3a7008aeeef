import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';

/** All templates that a synthesis wrote, by file. */
export function templatesIn(outdir: string): JsonObject {
  const files = readdirSync(outdir).filter((name) => name.endsWith('.template.json')).sort();
  return Object.fromEntries(files.map((name) => [name, JSON.parse(readFileSync(join(outdir, name), 'utf8')) as Json]));
}

/** Where two values differ, each as a sentence; the order of an object's members is none of its value. */
export function differences(expected: Json | undefined, actual: Json | undefined, at = ''): string[] {
  if (isObject(expected) && isObject(actual)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return names.flatMap((name) => differences(own(expected, name), own(actual, name), at ? `${at}.${name}` : name));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const length = Math.max(expected.length, actual.length);
    return Array.from({ length }, (_, index) => differences(expected[index], actual[index], `${at}[${index}]`)).flat();
  }
  if (Object.is(expected, actual)) return [];
  const from = firstDifference(textOf(expected), textOf(actual));
  return [`${at || 'the whole'}: ${shown(actual, from)} in place of ${shown(expected, from)}`];
}

const own = (object: JsonObject, name: string): Json | undefined => Object.hasOwn(object, name) ? object[name] : undefined;

const LONGEST = 120;
const BEFORE = 20;

/** Of a long text, what is around the place. */
function shown(value: Json | undefined, place: number): string {
  const text = textOf(value);
  if (text.length <= LONGEST) return text;
  const from = Math.max(0, place - BEFORE);
  return `${from > 0 ? '...' : ''}${text.slice(from, from + LONGEST)}${from + LONGEST < text.length ? '...' : ''}`;
}

function firstDifference(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) if (one[index] !== other[index]) return index;
  return length;
}

const textOf = (value: Json | undefined): string => value === undefined ? 'nothing' : JSON.stringify(value);
