import { javaPattern } from './java-pattern';
import type { Finding } from './rule';
import type { Keyed, Leaf, List, Member, Structure, Text } from '../ledger/member';
import { rowOf } from '../ledger/walk';
import { isObject, type Json, type JsonObject } from '../wire/json';
import type { Path } from '../wire/path';

/** What a single member may be, from its row: type, range, length, pattern, choice, size, required members. */
export function checkConstraints(document: JsonObject, ledger: Structure, isUnknown: (value: Json) => boolean): Finding[] {
  return inStructure(document, ledger, []);

  function findings(value: Json, member: Member | undefined, at: Path): Finding[] {
    if (member === undefined || isUnknown(value)) return [];
    switch (member.kind) {
      case 'structure': return isObject(value) ? inStructure(value, member, at) : [finding('type', at, value, 'must be an object')];
      case 'keyed': return isObject(value) ? inMap(value, member, at) : [finding('type', at, value, 'must be a map')];
      case 'list': return Array.isArray(value) ? inList(value, member, at) : [finding('type', at, value, 'must be a list')];
      default: {
        const wrong = breach(value, member);
        return wrong ? [finding(wrong.rule, at, value, wrong.sentence)] : [];
      }
    }
  }

  function inStructure(value: JsonObject, member: Structure, at: Path): Finding[] {
    return Object.entries(value).flatMap(([name, inner]) => findings(inner, rowOf(member, name), [...at, name]));
  }

  function inMap(value: JsonObject, member: Keyed, at: Path): Finding[] {
    return Object.entries(value).flatMap(([key, inner]) => [
      ...keyFindings(key, member, [...at, key]),
      ...findings(inner, rowOf(member, key), [...at, key]),
    ]);
  }

  function inList(value: readonly Json[], member: List, at: Path): Finding[] {
    return [
      ...sizeFindings(value, member, at),
      ...value.flatMap((item, index) => [
        ...missing(item, member.of, [...at, String(index)]),
        ...findings(item, member.of, [...at, String(index)]),
      ]),
    ];
  }
}

/** Members of the same structure may be the pool's own; only an element of a list, which is sent whole, has to be complete. */
function missing(value: Json, member: Member, at: Path): Finding[] {
  if (member.kind !== 'structure' || !isObject(value)) return [];
  return (member.required ?? []).filter((name) => !Object.hasOwn(value, name))
    .map((name) => finding('required', [...at, name], undefined, 'is missing: every element of this list has it'));
}

interface Breach {
  readonly rule: string;
  readonly sentence: string;
}

function breach(value: Json, member: Leaf): Breach | undefined {
  switch (member.kind) {
    case 'flag':
      return typeof value === 'boolean' ? undefined : { rule: 'type', sentence: 'must be true or false' };
    case 'integer': {
      const inRange = Number.isInteger(value) && within(value as number, member);
      return inRange ? undefined : { rule: 'range', sentence: `must be a whole number${bounds(member)}` };
    }
    case 'choice':
      return member.values.includes(value as string) ? undefined : { rule: 'choice', sentence: `must be ${member.values.join(' or ')}` };
    default:
      return typeof value === 'string' ? textBreach(value, member) : { rule: 'type', sentence: 'must be text' };
  }
}

function textBreach(value: string, { min, max, pattern, kind }: Text): Breach | undefined {
  if (!within([...value].length, { min, max })) return { rule: 'length', sentence: `must have${bounds({ min, max })} characters` };
  if (pattern === undefined || javaPattern(pattern).test(value)) return undefined;
  return { rule: 'pattern', sentence: patternSentence(value, pattern, kind) };
}

/** What a person can do about it; the pattern itself where nothing better is known. */
function patternSentence(value: string, pattern: string, kind: string): string {
  if (kind === 'arn') return 'must be an ARN, arn:partition:service:region:account:resource';
  const needsCode = pattern.includes('\\{####\\}');
  const needsLink = pattern.includes('\\{##[');
  if (needsCode && !value.includes('{####}')) return `must contain the placeholder {####}, which Cognito replaces by the code${nearly(value)}`;
  if (needsLink && !/\{##[^]*##\}/.test(value)) return 'must contain the link text between {## and ##}, such as {##Confirm your address##}';
  if (needsCode || needsLink) return 'has a character that no message has: letters, marks, numbers, symbols, punctuation and white space only, in SMS no line break';
  if (pattern.includes('@[')) return 'must be an email address';
  return `must match ${pattern}`;
}

/** Where a placeholder was meant, by what is left of it. */
function nearly(value: string): string {
  const found = /\{#{1,3}\}|\{#{5,}\}|#{4}|\{\{?code\}?\}/.exec(value);
  return found ? `; did you mean ${found[0]} at character ${found.index + 1}` : '';
}

function sizeFindings(value: readonly Json[], { min, max }: List, at: Path): Finding[] {
  return within(value.length, { min, max }) ? [] : [finding('size', at, value, `must have${bounds({ min, max })} elements`)];
}

function keyFindings(key: string, member: Keyed, at: Path): Finding[] {
  if (member.keys && !Object.hasOwn(member.keys, key)) {
    return [finding('key', at, undefined, `is no key of this map: there are ${Object.keys(member.keys).join(', ')}`)];
  }
  if (member.reservedPrefix && key.startsWith(member.reservedPrefix)) {
    return [finding('key', at, undefined, `cannot be declared: keys that start with ${member.reservedPrefix} are written by AWS alone`)];
  }
  const size = { min: member.keyMin, max: member.keyMax };
  return within([...key].length, size) ? [] : [finding('key', at, undefined, `is a key that must have${bounds(size)} characters`)];
}

function within(size: number, { min = -Infinity, max = Infinity }: { min?: number; max?: number }): boolean {
  return size >= min && size <= max;
}

function bounds({ min, max }: { min?: number; max?: number }): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return ` at least ${min}`;
  return min === undefined ? ` at most ${max}` : ` from ${min} to ${max}`;
}

function finding(rule: string, path: Path, got: Json | undefined, sentence: string): Finding {
  return { rule, level: 'error', path, sentence, ...(got !== undefined && { got }) };
}
