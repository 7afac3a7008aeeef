import { comment, commentedOut, indented, inOneLine, around, type Lines } from './blocks';
import { byUnits, linesOf, quoted } from './literals';
import type { Code, Member } from './tree';
import type { Variables } from './uses';

const INDENT = '  ';
const MARK = '//';

/** Where a map has this key, a plain one would be no key but the prototype. */
const PROTOTYPE = '__proto__';

/** In single quotes, or in double ones where that saves escapes, as linters want it. */
export function typescriptText(text: string): string {
  const double = quoted(text, byUnits);
  if (text.includes('\'') && !text.includes('"')) return double;
  const inner = double.slice(1, -1).replace(/\\.|'/gs, (found) => found === '\\"' ? '"' : found === '\'' ? '\\\'' : found);
  return `'${inner}'`;
}

export function typescriptComment(prose: readonly string[]): Lines {
  return comment(prose, MARK);
}

export function typescriptCommentedOut(lines: Lines): Lines {
  return commentedOut(lines, MARK);
}

/** What stands between braces or brackets: on one line if it fits, otherwise one item a line. */
export function typescriptItems(open: string, items: readonly Lines[], close: string): Lines {
  if (items.length === 0) return [`${open}${close}`];
  const pad = open === '{' ? ' ' : '';
  return inOneLine(`${open}${pad}`, items, ', ', `${pad}${close}`)
    ?? [open, ...indented(items.flatMap((item) => around('', item, ',')), INDENT), close];
}

/** The members of an object literal, one or several lines each, with commas and comments. */
export function typescriptMembers(members: readonly Member[], variables: Variables): Lines {
  return members.flatMap((member) => {
    const code = around('', memberCode(member, variables), ',');
    return [...typescriptComment(member.comments ?? []), ...member.isCommentedOut ? typescriptCommentedOut(code) : code];
  });
}

function memberCode({ name, value }: Member, variables: Variables): Lines {
  const isShort = value.kind === 'imported' && variables(value.name) === name;
  return isShort ? [name] : around(`${name}: `, typescriptValue(value, variables), '');
}

export function typescriptValue(code: Code, variables: Variables): Lines {
  const inner = (value: Code) => typescriptValue(value, variables);
  switch (code.kind) {
    case 'text': return concatenated(code.text);
    case 'number': return [String(code.number)];
    case 'flag': return [String(code.flag)];
    case 'days': return [`Duration.days(${code.days})`];
    case 'enum': return [`${code.type}.${code.member}`];
    case 'imported': return [variables(code.name)];
    case 'list': return typescriptItems('[', code.items.map(inner), ']');
    case 'map': {
      const key = code.entries.every(([name]) => isName(name)) ? (name: string) => name : keyText;
      return typescriptItems('{', code.entries.map(([name, value]) => around(`${key(name)}: `, inner(value), '')), '}');
    }
    case 'struct': return struct(code.members, variables);
  }
}

function struct(members: readonly Member[], variables: Variables): Lines {
  const isPlain = !members.some(({ comments = [], isCommentedOut }) => comments.length > 0 || isCommentedOut);
  if (isPlain) return typescriptItems('{', members.map((member) => memberCode(member, variables)), '}');
  return ['{', ...indented(typescriptMembers(members, variables), INDENT), '}'];
}

const isName = (key: string) => /^[A-Za-z_$][\w$]*$/.test(key) && key !== PROTOTYPE;

function keyText(key: string): string {
  return key === PROTOTYPE ? `[${typescriptText(key)}]` : typescriptText(key);
}

/** A long text of several lines, line by line. */
function concatenated(text: string): Lines {
  const [first, ...more] = linesOf(text).map(typescriptText);
  return [first, ...indented(more.map((line) => `+ ${line}`), INDENT)];
}
