import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

// Whoever reads a prop in an editor sees these lines and nothing else, so each of them is part of the public face.

const FOLDER = join(__dirname, '..', '..', 'src', 'options');

/** What a reader would miss in the text of one file, as `Type.member: what`. */
function missing(fileName: string, text: string): string[] {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2022, true);
  return file.statements.flatMap((statement) => {
    if (ts.isInterfaceDeclaration(statement)) return [...missingInType(statement), ...statement.members.flatMap(missingInProp)];
    if (ts.isEnumDeclaration(statement)) return [...missingInType(statement), ...statement.members.flatMap(missingInEnumMember)];
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return [];
    return [`${fileName}: ${ts.SyntaxKind[statement.kind]} is neither a struct nor an enum`];
  });
}

function missingInType(type: ts.InterfaceDeclaration | ts.EnumDeclaration): string[] {
  const exported = type.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
  return [
    ...(exported ? [] : [`${type.name.text}: not exported`]),
    ...(firstLine(type) ? [] : [`${type.name.text}: no doc line`]),
  ];
}

function missingInProp(prop: ts.TypeElement): string[] {
  const name = nameOf(prop);
  if (!ts.isPropertySignature(prop)) return [`${name}: not a property`];
  const found: string[] = [];
  if (!prop.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword)) found.push(`${name}: not readonly`);
  if (!firstLine(prop)) found.push(`${name}: no doc line`);
  if (!/^API: `\w[^`]*`/m.test(description(prop))) found.push(`${name}: names no API member`);
  const defaults = ts.getJSDocTags(prop).filter((tag) => tag.tagName.text === 'default');
  const hasDefault = defaults.length === 1 && !!ts.getTextOfJSDocComment(defaults[0].comment)?.trim();
  if (prop.questionToken && !hasDefault) found.push(`${name}: optional without @default`);
  if (!prop.questionToken && defaults.length > 0) found.push(`${name}: required with @default`);
  return found;
}

function missingInEnumMember(member: ts.EnumMember): string[] {
  const name = nameOf(member);
  return [
    ...(firstLine(member) ? [] : [`${name}: no doc line`]),
    ...(member.initializer && ts.isStringLiteral(member.initializer) ? [] : [`${name}: no wire string`]),
  ];
}

function nameOf(member: ts.TypeElement | ts.EnumMember): string {
  const type = member.parent as ts.InterfaceDeclaration | ts.EnumDeclaration;
  return `${type.name.text}.${member.name?.getText() ?? '(unnamed)'}`;
}

/** The text above the tags. */
function description(node: ts.Node): string {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return docs.map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '').join('\n');
}

/** The summary, unless the first thing that is said is something else. */
function firstLine(node: ts.Node): string | undefined {
  const line = description(node).trim().split('\n')[0];
  return line && !line.startsWith('API:') ? line : undefined;
}

const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));

test.each(FILES)('%s: each member is readonly, documented, names its API member and its default', (name) => {
  expect(missing(name, readFileSync(join(FOLDER, name), 'utf8'))).toEqual([]);
});

test('index.ts exports every file', () => {
  const exported = readFileSync(join(FOLDER, 'index.ts'), 'utf8').match(/(?<=export \* from '\.\/)[\w-]+/g);
  expect(exported).toEqual(FILES.map((name) => name.replace(/\.ts$/, '')).filter((name) => name !== 'index').sort());
});

describe('the check itself sees', () => {
  const PROP = [
    '/**',
    ' * What it does.',
    ' *',
    ' * API: `Some.Member`.',
    ' *',
    ' * @default - none',
    ' */',
    'readonly one?: string;',
  ];
  const struct = (lines: string[]) => ['/** A struct. */', 'export interface Some {', ...lines, '}'].join('\n');
  const without = (text: string) => struct(PROP.filter((line) => !line.includes(text)));

  test('nothing in a complete member', () => {
    expect(missing('some.ts', struct(PROP))).toEqual([]);
  });

  test.each([
    ['a member without words', without('What it does'), ['Some.one: no doc line']],
    ['a member without its API name', without('API'), ['Some.one: names no API member']],
    ['a member without default', without('@default'), ['Some.one: optional without @default']],
    ['an empty default', struct(PROP).replace('@default - none', '@default'), ['Some.one: optional without @default']],
    ['a default of a required member', struct(PROP).replace('one?', 'one'), ['Some.one: required with @default']],
    ['a member that can be written', struct(PROP).replace('readonly ', ''), ['Some.one: not readonly']],
    ['a method', struct(['/** Does. */', 'run(): void;']), ['Some.run: not a property']],
    [
      'a member without any comment',
      struct(['readonly one?: string;']),
      ['Some.one: no doc line', 'Some.one: names no API member', 'Some.one: optional without @default'],
    ],
    ['a struct without words', struct(PROP).replace('/** A struct. */', ''), ['Some: no doc line']],
    ['a struct that is not exported', struct(PROP).replace('export ', ''), ['Some: not exported']],
    ['an enum member without words', "/** An enum. */ export enum Some {\n ONE = 'one',\n}", ['Some.ONE: no doc line']],
    ['an enum member without a string', '/** An enum. */ export enum Some {\n /** One. */ ONE,\n}', ['Some.ONE: no wire string']],
    ['logic', 'export const one = 1;', ['some.ts: FirstStatement is neither a struct nor an enum']],
  ])('%s', (_title, text, expected) => {
    expect(missing('some.ts', text)).toEqual(expected);
  });
});
