import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  createSourceFile, forEachChild, isBinaryExpression, isCallExpression, isIdentifier, isNoSubstitutionTemplateLiteral,
  isParenthesizedExpression, isStringLiteral, isTemplateExpression, ScriptTarget, SyntaxKind, type BinaryExpression, type Node,
} from 'typescript';

/** What somebody may read, as the source says it. */
export interface Text {
  readonly file: string;
  /** What only the run knows is `…`. */
  readonly text: string;
  /** Of a warning: what it is acknowledged by. */
  readonly id?: string;
}

const ROOT = join(__dirname, '..', '..', '..');

/** The rules, the controls and what is known of settings have pages of their own; options have no text. */
const ELSEWHERE = /^src\/(core\/(rules\/(?!words\.ts)|controls\/|ledger\/evidence\.ts)|options\/)/;

/** Three words and more, one of them of small letters: prose, in whatever way it is thrown, returned or handed on. */
const PROSE = /[a-z]+ [^ ]+ .*[a-z]/;

/** Every text of the library and its Lambda that is a sentence or a part of one. */
export function texts(): Text[] {
  return ['src', 'service', 'handler'].flatMap((folder) => filesIn(join(ROOT, folder)))
    .map((file) => relative(ROOT, file).replace(/\\/g, '/'))
    .filter((file) => !ELSEWHERE.test(file))
    .flatMap((file) => textsIn(readFileSync(join(ROOT, file), 'utf8'), file));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).sort().map((name) => join(folder, name));
}

export function textsIn(source: string, file: string): Text[] {
  const found: Text[] = [];
  const visit = (node: Node) => {
    const text = textOf(node);
    if (text !== undefined && PROSE.test(text)) found.push({ file, text, ...idOf(node) });
    forEachRest(node, visit);
  };
  visit(createSourceFile(file, source, ScriptTarget.Latest, true));
  return found;
}

function textOf(node: Node): string | undefined {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  if (isParenthesizedExpression(node)) return textOf(node.expression);
  if (!isSum(node)) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined && right === undefined ? undefined : (left ?? '…') + (right ?? '…');
}

/** What is not said by the text of the node itself. */
function forEachRest(node: Node, visit: (rest: Node) => void): void {
  if (isTemplateExpression(node)) {
    for (const { expression } of node.templateSpans) visit(expression);
  } else if (textOf(node) !== undefined && isParenthesizedExpression(node)) {
    forEachRest(node.expression, visit);
  } else if (textOf(node) !== undefined && isSum(node)) {
    for (const side of [node.left, node.right]) textOf(side) === undefined ? visit(side) : forEachRest(side, visit);
  } else {
    forEachChild(node, visit);
  }
}

function isSum(node: Node): node is BinaryExpression {
  return isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.PlusToken;
}

/** `warn(scope, id, text)` */
function idOf({ parent }: Node): Pick<Text, 'id'> {
  const isWarning = isCallExpression(parent) && isIdentifier(parent.expression) && parent.expression.text === 'warn';
  const id = isWarning ? parent.arguments[1] : undefined;
  return id && isStringLiteral(id) ? { id: id.text } : {};
}
