import { around, comment, indented, stacked, type Lines } from './blocks';
import { byUnits, linesOf, numeral, quoted } from './literals';
import { areFew, memberByMember } from './members';
import { between, fitted, inside, type Place } from './place';
import type { Code, Member } from './tree';

const INDENT = '    ';

export function javaText(text: string): string {
  return quoted(text, byUnits);
}

/** Even in a comment the compiler reads a backslash and a `u` as a character, unless another backslash stands before. */
export function javaComment(prose: readonly string[]): Lines {
  return comment(prose.map((text) => text.replaceAll(/(?<!\\)(?:\\\\)*\\(?=u)/g, '$&\\')), '//');
}

/** The calls of a builder. */
export function javaMembers(members: readonly Member[], place: Place): Lines {
  const write = ({ name, value }: Member) => between(`.${name}(`, (at) => javaValue(value, at), ')', place);
  return memberByMember(members, write, javaComment);
}

/** The value of a prop, or a part of one. */
function javaValue(code: Code, place: Place): Lines {
  switch (code.kind) {
    case 'text': return concatenated(code.text);
    case 'number': return [javaNumber(code.number)];
    case 'flag': return [String(code.flag)];
    case 'days': return [`Duration.days(${numeral(code.days)})`];
    case 'enum': return [`${code.type}.${code.member}`];
    case 'imported': return [place.variableOf(code.name)];
    case 'list': return call('List.of', code.items.map((item) => javaValue(item, inside(place, INDENT.length))), place);
    case 'map': return map(code.entries, place);
    case 'struct': return struct(`${code.type}.builder()`, code.members, place);
  }
}

function struct(builder: string, members: readonly Member[], place: Place): Lines {
  const calls = [...javaMembers(members, inside(place, INDENT.length)), '.build()'];
  const line = areFew(members) ? fitted(builder, calls.map((each) => [each]), '', '', place) : undefined;
  return line ?? [builder, ...indented(calls, INDENT)];
}

/** `Map.of` takes no more than these. */
const MOST_ENTRIES = 10;

function map(entries: (Code & { readonly kind: 'map' })['entries'], place: Place): Lines {
  const at = inside(place, INDENT.length);
  const isSmall = entries.length <= MOST_ENTRIES;
  const [before, after] = isSmall ? ['', ''] : ['Map.entry(', ')'];
  const pairs = entries.map(([key, value]) => (
    between(`${before}${javaText(key)}, `, (inner) => javaValue(value, inner), after, at)));
  return isSmall ? call('Map.of', pairs, place) : call('Map.ofEntries', pairs, place);
}

function call(method: string, values: readonly Lines[], place: Place): Lines {
  return fitted(`${method}(`, values, ', ', ')', place)
    ?? [`${method}(`, ...indented(around('', stacked(values, ','), ')'), INDENT)];
}

function concatenated(text: string): Lines {
  const [first, ...more] = linesOf(text).map(javaText);
  return [first, ...indented(more.map((line) => `+ ${line}`), INDENT)];
}

const INT = 2 ** 31;

/** A whole number that is no `int` has a letter behind it. */
function javaNumber(number: number): string {
  const isLong = Number.isSafeInteger(number) && (number >= INT || number < -INT);
  return isLong ? `${number}L` : numeral(number);
}
