import { around, comment, indented, type Lines } from './blocks';
import { byUnits, capitalized, linesOf, numeral, quoted } from './literals';
import { areFew, memberByMember } from './members';
import { between, fitted, inside, type Place } from './place';
import type { Code, ListOf, Member } from './tree';

const INDENT = '    ';

export function csharpText(text: string): string {
  return quoted(text, byUnits);
}

export function csharpComment(prose: readonly string[]): Lines {
  return comment(prose, '//');
}

/** The lines between the braces of an initializer. */
export function csharpMembers(members: readonly Member[], place: Place): Lines {
  return memberByMember(members, (member) => around('', assigned(member, place), ','), csharpComment);
}

/** As jsii names them: what follows the first letter stays as it is. */
function assigned({ name, value }: Member, place: Place): Lines {
  return between(`${capitalized(name)} = `, (at) => csharpValue(value, at), '', place);
}

/** The value of a prop, or a part of one. */
function csharpValue(code: Code, place: Place): Lines {
  switch (code.kind) {
    case 'text': return concatenated(code.text);
    case 'number': return [numeral(code.number)];
    case 'flag': return [String(code.flag)];
    case 'days': return [`Duration.Days(${numeral(code.days)})`];
    case 'enum': return [`${code.type}.${code.member}`];
    case 'imported': return [place.variableOf(code.name)];
    case 'list': return list(code.of, code.items.map((item) => csharpValue(item, inside(place, INDENT.length))), place);
    case 'map': return map(code, place);
    case 'struct': return struct(`new ${code.type}`, code.members, place);
  }
}

function struct(head: string, members: readonly Member[], place: Place): Lines {
  if (members.length === 0) return [`${head}()`];
  const at = inside(place, INDENT.length);
  const line = areFew(members) ? onOneLine(head, members.map((member) => assigned(member, at)), place) : undefined;
  return line ?? initialized(head, csharpMembers(members, at));
}

function map({ of, entries }: Code & { readonly kind: 'map' }, place: Place): Lines {
  const head = `new Dictionary<string, ${of === 'text' ? 'string' : 'object'}>`;
  if (entries.length === 0) return [`${head}()`];
  const at = inside(place, INDENT.length);
  const pairs = entries.map(([key, value]) => between(`[${csharpText(key)}] = `, (inner) => csharpValue(value, inner), '', at));
  return (entries.length <= 2 ? onOneLine(head, pairs, place) : undefined) ?? initialized(head, belowEachOther(pairs));
}

/** A compiler cannot tell the type of a list of nothing, nor of a list of many things. */
function list(of: ListOf, items: readonly Lines[], place: Place): Lines {
  const type = of === 'text' ? 'string' : of === 'anything' ? 'object' : of.type;
  if (items.length === 0) return [`new ${type}[0]`];
  const head = of === 'anything' ? 'new object[]' : 'new[]';
  return onOneLine(head, items, place) ?? initialized(head, belowEachOther(items));
}

function onOneLine(head: string, blocks: readonly Lines[], place: Place): Lines | undefined {
  return fitted(`${head} { `, blocks, ', ', ' }', place);
}

function belowEachOther(blocks: readonly Lines[]): Lines {
  return blocks.flatMap((block) => around('', block, ','));
}

function initialized(head: string, lines: Lines): Lines {
  return [head, '{', ...indented(lines, INDENT), '}'];
}

function concatenated(text: string): Lines {
  const [first, ...more] = linesOf(text).map(csharpText);
  return [first, ...indented(more.map((line) => `+ ${line}`), INDENT)];
}
