import { toSnakeCase } from 'codemaker/lib/case-utils';
import { around, comment, commentedOut, indented, inOneLine, type Lines } from './blocks';
import { byUnits, hex, linesOf, quoted } from './literals';
import type { Code, Member } from './tree';
import type { Variables } from './uses';

const INDENT = '    ';
const MARK = '#';

/** Python has an escape of eight digits for what is beyond the first plane, where two of four would be two characters. */
export function pythonText(text: string): string {
  return quoted(text, (codePoint) => codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : byUnits(codePoint));
}

export function pythonComment(prose: readonly string[]): Lines {
  return comment(prose, MARK);
}

export function pythonCommentedOut(lines: Lines): Lines {
  return commentedOut(lines, MARK);
}

/** What stands between parentheses, brackets or braces: on one line if it fits, otherwise one item a line. */
function pythonItems(open: string, items: readonly Lines[], close: string): Lines {
  if (items.length === 0) return [`${open}${close}`];
  return inOneLine(open, items, ', ', close) ?? [open, ...indented(items.flatMap((item) => around('', item, ',')), INDENT), close];
}

/** The members of a struct as keyword arguments, one or several lines each, with commas and comments. */
export function pythonMembers(members: readonly Member[], variables: Variables): Lines {
  return members.flatMap((member) => {
    const code = around('', memberCode(member, variables), ',');
    return [...pythonComment(member.comments ?? []), ...member.isCommentedOut ? pythonCommentedOut(code) : code];
  });
}

function memberCode({ name, value }: Member, variables: Variables): Lines {
  return around(`${toSnakeCase(name)}=`, pythonValue(value, variables), '');
}

export function pythonValue(code: Code, variables: Variables): Lines {
  const inner = (value: Code) => pythonValue(value, variables);
  switch (code.kind) {
    case 'text': return concatenated(code.text);
    case 'number': return [String(code.number)];
    case 'flag': return [code.flag ? 'True' : 'False'];
    case 'days': return [`Duration.days(${code.days})`];
    case 'enum': return [`${code.type}.${code.member}`];
    case 'imported': return [variables(code.name)];
    case 'list': return pythonItems('[', code.items.map(inner), ']');
    case 'map': return pythonItems('{', code.entries.map(([key, value]) => around(`${pythonText(key)}: `, inner(value), '')), '}');
    case 'struct': return struct(code.type, code.members, variables);
  }
}

function struct(type: string, members: readonly Member[], variables: Variables): Lines {
  const isPlain = !members.some(({ comments = [], isCommentedOut }) => comments.length > 0 || isCommentedOut);
  if (isPlain) return pythonItems(`${type}(`, members.map((member) => memberCode(member, variables)), ')');
  return [`${type}(`, ...indented(pythonMembers(members, variables), INDENT), ')'];
}

/** Literals that follow each other are one. */
function concatenated(text: string): Lines {
  const lines = linesOf(text).map(pythonText);
  return lines.length === 1 ? lines : ['(', ...indented(lines, INDENT), ')'];
}
