import type { Member } from '../ledger/member';
import { rowOf } from '../ledger/walk';
import { Problem } from '../problem';
import { isObject, type Json } from '../wire/json';
import { formatPath, memberOf, type Path } from '../wire/path';

/** Where a prop is a boolean and its member is not: a token that synth could not turn into the member's word arrives as text. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  activity: { true: 'ACTIVE', false: 'INACTIVE' },
  status: { true: 'Enabled', false: 'Disabled' },
};

/** CloudFormation hands numbers and booleans to custom resources as text: the ledger's types bring them back. */
export function coerce(value: Json, member: Member | undefined, at: Path = []): Json {
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, coerce(inner, rowOf(member, name), [...at, name])]));
  }
  if (Array.isArray(value)) {
    return member?.kind === 'list' ? value.map((item, index) => coerce(item, member.of, [...at, String(index)])) : value;
  }
  if (typeof value !== 'string') return value;
  switch (member?.kind) {
    case 'integer': return integerOf(value, at);
    case 'flag': return flagOf(value, at);
    case 'choice': return memberOf(WORDS[member.prop?.as ?? ''], value) ?? value;
    default: return value;
  }
}

function integerOf(value: string, at: Path): number {
  if (!/^-?\d+(\.0+)?$/.test(value.trim())) throw new Problem(`${formatPath(at)} must be a whole number, and the token that is given for it became something else`);
  return Number(value);
}

function flagOf(value: string, at: Path): boolean {
  if (value !== 'true' && value !== 'false') throw new Problem(`${formatPath(at)} must be true or false, and the token that is given for it became something else`);
  return value === 'true';
}
