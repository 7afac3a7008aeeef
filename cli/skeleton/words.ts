import type { Member, Rendering, Structure, Text } from '../../src/core/ledger/member';
import { propName } from '../../src/core/ledger/prop-path';
import { isObject, type Json } from '../../src/core/wire/json';
import type { Target } from '../code/target';
import { enumMember } from '../code/types';

/** Who reads the words, and the enum of the prop if it has one. */
export interface Reader {
  readonly target: Target;
  readonly type?: string;
}

const IN_PROGRAMS: Readonly<Record<Rendering, string>> = {
  functionArn: 'a function',
  roleArn: 'a role',
  keyArn: 'a key',
  days: 'whole days',
  activity: 'true or false',
  status: 'true or false',
};

/** What the setting takes, kind and range; of what has members, they tell. */
export function valueWords(member: Member, reader: Reader): string | undefined {
  const { target } = reader;
  const as = target === 'program' ? member.prop?.as : undefined;
  if (as) return `${IN_PROGRAMS[as]}${member.kind === 'integer' ? bounds(member.min, member.max) : ''}`;
  switch (member.kind) {
    case 'choice': return choiceWords(member.values, reader);
    case 'integer': return `a whole number${bounds(member.min, member.max)}`;
    case 'flag': return 'true or false';
    case 'arn': return 'an ARN';
    case 'text': return textWords(member);
    case 'list': return `a complete list${of(bounds(member.min, member.max))}: ${elementWords(member.of, reader)}`;
    case 'keyed': return member.keys ? undefined : mapWords(member);
    case 'structure': return undefined;
  }
}

function namesOf(values: readonly string[], { target, type }: Reader): string[] {
  return values.map((value) => target === 'program' && type ? enumMember(type, value) : value);
}

function choiceWords(values: readonly string[], reader: Reader): string {
  const names = namesOf(values, reader);
  return names.length === 1 ? `only ${names[0]}` : listed(names, 'or');
}

function listed(names: readonly string[], last: string): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(` ${last} `);
}

function textWords({ min, max, pattern = '' }: Text): string {
  const size = of(bounds(min || undefined, max), ' characters');
  if (pattern.includes('\\{####\\}')) return `text${size}, with {####} where the code goes`;
  if (pattern.includes('\\{##[')) return `text${size}, with the text of the link between {## and ##}`;
  if (pattern.includes('@[')) return `text${size}, an email address`;
  return `text${size}`;
}

function elementWords(element: Member, reader: Reader): string {
  if (element.kind === 'choice') return `any of ${listed(namesOf(element.values, reader), 'and')}`;
  if (element.kind !== 'structure') return String(valueWords(element, reader));
  return `each with ${membersOf(element, reader).join(' and ')}`;
}

function membersOf({ members }: Structure, { target }: Reader): string[] {
  return Object.entries(members).map(([name, member]) => {
    const words = valueWords(member, { target });
    return `${target === 'program' ? propName(name, member) : name} (${words})`;
  });
}

function mapWords({ keyMin, keyMax, of: value }: Extract<Member, { kind: 'keyed' }>): string {
  const keys = of(bounds(keyMin, keyMax), ' characters');
  return `a map, merged key by key; keys${keys}; values: ${textWords(value as Text)}`;
}

/** What a pool has that never set it. */
export function defaultWords({ default: standard, prop, kind }: Member, { target, type }: Reader): string | undefined {
  if (standard === undefined || standard === '') return undefined;
  const inWords = (value: Json): string => {
    if (Array.isArray(value)) return value.length === 0 ? 'none' : (value as readonly Json[]).map(inWords).join(', ');
    if (isObject(value)) return Object.values(value).map(inWords).join(', ');
    if (target !== 'program') return String(value);
    if (prop?.as === 'activity' || prop?.as === 'status') return String(value === 'ACTIVE' || value === 'Enabled');
    return type && (kind === 'choice' || kind === 'list') ? enumMember(type, String(value)) : String(value);
  };
  return inWords(standard);
}

function of(words: string, unit = ''): string {
  return words && ` of${words.replace(/^ from/, '')}${unit}`;
}

function bounds(min: number | undefined, max: number | undefined): string {
  const [least, most] = [min, max].map((bound) => bound?.toLocaleString('en-US'));
  if (least === undefined) return most === undefined ? '' : ` at most ${most}`;
  return most === undefined ? ` at least ${least}` : ` from ${least} to ${most}`;
}
