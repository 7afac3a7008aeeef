import { around, comment, indented, type Lines } from './blocks';
import { aligned, type Entry } from './go-align';
import { capitalized, hex, linesOf, numeral, quoted } from './literals';
import { areFew, marked } from './members';
import { between, fitted, inside, type Place } from './place';
import type { Code, Member } from './tree';
import { structs } from './types.json';

type List = Code & { readonly kind: 'list' };
type GoMap = Code & { readonly kind: 'map' };

const INDENT = '\t';
/** What a tab takes, for who looks at it. */
const TAB = 4;
const OURS = 'cognitosettings';

export function goText(text: string): string {
  return quoted(text, escape);
}

/** Texts are UTF-8: half a character is none. */
function escape(codePoint: number): string {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return '\\ufffd';
  return codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`;
}

export function goComment(prose: readonly string[]): Lines {
  return comment(prose, '//');
}

/** The lines between the braces of a struct. */
export function goMembers(members: readonly Member[], place: Place): readonly Entry[] {
  return members.map((member) => {
    const comments = goComment(member.comments ?? []);
    if (member.isCommentedOut) return { above: [...comments, ...marked(around('', keyed(member, place), ','), true)] };
    const key = capitalized(member.name);
    return { key, value: goValue(member.value, { ...place, taken: key.length + 2 }), above: comments };
  });
}

function keyed({ name, value }: Member, place: Place): Lines {
  return between(`${capitalized(name)}: `, (at) => goValue(value, at), '', place);
}

/** The value of a prop, or a part of one: what may be absent is a pointer. */
function goValue(code: Code, place: Place): Lines {
  switch (code.kind) {
    case 'text': return around('jsii.String(', concatenated(code.text), ')');
    case 'number': return [`jsii.Number(${numeral(code.number)})`];
    case 'flag': return [`jsii.Bool(${code.flag})`];
    case 'days': return [`awscdk.Duration_Days(jsii.Number(${numeral(code.days)}))`];
    case 'enum': return [`${OURS}.${code.type}_${code.member}`];
    case 'imported': return [place.variableOf(code.name)];
    case 'list': return list(code, place);
    case 'map': return code.of === 'text'
      ? map('&map[string]*string', code, goValue, place)
      : map('&map[string]any', code, goAnything, place);
    case 'struct': return struct(`&${OURS}.${code.type}`, code.members, place);
  }
}

/** Where anything may stand, values stand as they are. */
function goAnything(code: Code, place: Place): Lines {
  switch (code.kind) {
    case 'text': return concatenated(code.text);
    case 'number': return [numeral(code.number)];
    case 'flag': return [String(code.flag)];
    case 'list': return call('[]any{', code.items.map((item) => goAnything(item, inside(place, TAB))), '}', place);
    case 'map': return map('map[string]any', code, goAnything, place);
    default: return goValue(code, place);
  }
}

function list({ of, items }: List, place: Place): Lines {
  const values = (write: (item: Code, at: Place) => Lines) => items.map((item) => write(item, inside(place, TAB)));
  if (of === 'anything') return call('&[]any{', values(goAnything), '}', place);
  if (of === 'text') return call('jsii.Strings(', values(goAnything), ')', place);
  if (!(of.type in structs)) return call(`&[]${OURS}.${of.type}{`, values(goValue), '}', place);
  // The list tells the type of its elements.
  const untyped = (item: Code, at: Place) => item.kind === 'struct' ? struct('', item.members, at) : goValue(item, at);
  return call(`&[]*${OURS}.${of.type}{`, values(untyped), '}', place);
}

function struct(head: string, members: readonly Member[], place: Place): Lines {
  const at = inside(place, TAB);
  const line = areFew(members) ? fitted(`${head}{`, members.map((member) => keyed(member, at)), ', ', '}', place) : undefined;
  return line ?? [`${head}{`, ...indented(aligned(goMembers(members, at)), INDENT), '}'];
}

function map(head: string, { entries }: GoMap, write: (code: Code, place: Place) => Lines, place: Place): Lines {
  const at = inside(place, TAB);
  const pairs = entries.map(([text, value]) => {
    const key = goText(text);
    return { key, value: write(value, { ...at, taken: key.length + 2 }) };
  });
  const inline = pairs.map(({ key, value }) => around(`${key}: `, value, ''));
  const line = pairs.length <= 2 ? fitted(`${head}{`, inline, ', ', '}', place) : undefined;
  return line ?? [`${head}{`, ...indented(aligned(pairs), INDENT), '}'];
}

function call(before: string, values: readonly Lines[], after: string, place: Place): Lines {
  return fitted(before, values, ', ', after, place)
    ?? [before, ...indented(values.flatMap((value) => around('', value, ',')), INDENT), after];
}

/** The plus stands at the end: without it the line would be a statement. */
function concatenated(text: string): Lines {
  const [first, ...more] = linesOf(text).map(goText);
  return [first, ...indented(more, INDENT)].map((line, index) => index < more.length ? `${line} +` : line);
}
