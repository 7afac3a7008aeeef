import type { Member, Rendering, Structure, Text } from '../../../src/core/ledger/member';
import { propName } from '../../../src/core/ledger/prop-path';
import { code, codes } from '../markdown';

/** What the prop takes: its type as CDK has it, and the constraints of the API's model. */
export function valueOf(member: Member): string {
  const as = member.prop?.as;
  if (as) return `${RENDERED[as]}${member.kind === 'integer' ? range(member) : ''}`;
  switch (member.kind) {
    case 'choice': return member.values.length === 1 ? `only ${code(member.values[0])}` : `one of ${codes(member.values)}`;
    case 'integer': return `whole number${range(member)}`;
    case 'flag': return 'true or false';
    case 'arn': return 'ARN';
    case 'text': return textOf(member);
    case 'list': return `complete list${size(member.min, member.max)}: ${elementsOf(member.of)}`;
    case 'keyed': return keyed(member);
    case 'structure': return structureOf(member);
  }
}

const RENDERED: Readonly<Record<Rendering, string>> = {
  functionArn: '`IFunction`',
  roleArn: '`IRole`',
  keyArn: '`IKey`',
  days: '`Duration` in whole days',
  activity: '`true` for `ACTIVE`, `false` for `INACTIVE`',
  status: '`true` for `Enabled`, `false` for `Disabled`',
};

function textOf({ min, max, pattern }: Text): string {
  return [`text${size(min || undefined, max, ' characters')}`, ...pattern ? inWords(pattern) : []].join(', ');
}

/** What a person has to know of a pattern; the pattern itself where it is as short. */
function inWords(pattern: string): string[] {
  if (pattern.includes('\\{####\\}')) return ['with `{####}` where the code goes'];
  if (pattern.includes('\\{##[')) return ['with the link\'s text between `{##` and `##}`'];
  if (pattern.includes('@[')) return ['an email address'];
  return pattern === ANYTHING ? [] : [code(pattern)];
}

export const ANYTHING = '(?s).*';

function elementsOf(element: Member): string {
  if (element.kind === 'choice') return codes(element.values);
  return element.kind === 'structure' ? `structs with ${codes(namesOfNeeded(element))}` : valueOf(element);
}

function keyed({ keyMin, keyMax, reservedPrefix, of }: Extract<Member, { kind: 'keyed' }>): string {
  const keys = `keys${size(keyMin, keyMax, ' characters')}${reservedPrefix ? `, none that starts with ${code(reservedPrefix)}` : ''}`;
  return `map, merged key by key; ${keys}; values: ${valueOf(of)}`;
}

function structureOf(struct: Structure): string {
  const needed = namesOfNeeded(struct);
  const how = struct.whole ? 'struct, set and taken back as one' : 'struct, merged member by member';
  return needed.length === 0 ? how : `${how}; needs ${codes(needed)}${struct.whole ? '' : ', here or on the pool'}`;
}

/** What is there without being said need not be said. */
function namesOfNeeded({ required = [], members }: Structure): string[] {
  return required.filter((name) => members[name].prop?.implied === undefined).map((name) => propName(name, members[name]));
}

function range({ min, max }: { readonly min?: number; readonly max?: number }): string {
  const words = bounds(min, max);
  return words === '' ? '' : `,${words}`;
}

function size(min: number | undefined, max: number | undefined, unit = ''): string {
  const words = bounds(min, max);
  return words === '' ? '' : ` of${words}${unit}`;
}

function bounds(min: number | undefined, max: number | undefined): string {
  const [least, most] = [min, max].map((bound) => bound?.toLocaleString('en-US'));
  if (least === undefined) return most === undefined ? '' : ` at most ${most}`;
  return most === undefined ? ` at least ${least}` : ` ${least} to ${most}`;
}
