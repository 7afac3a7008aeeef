import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

export const ROOT = join(__dirname, '..', '..');

export interface Snippet {
  readonly line: number;
  readonly code: string;
  /** What stands after `ts`, such as `nofixture`. */
  readonly words: readonly string[];
}

/** The blocks of TypeScript in a page of Markdown: those that jsii-rosetta takes for such. */
export function snippetsOf(markdown: string): Snippet[] {
  return [...markdown.matchAll(/^ {0,3}```(?:ts|typescript)\b([^\n]*)\n(.*?)^ {0,3}```[ \t]*$/gms)].map((block) => ({
    line: markdown.slice(0, block.index).split('\n').length + 1,
    code: block[2],
    words: block[1].trim().split(/\s+/),
  }));
}

/** The program that a snippet is: what it imports and declares goes before its fixture, the rest where the fixture says. */
export function programOf({ code, words }: Snippet): string {
  if (words.includes('nofixture')) return `${code}\nexport {};`;
  const name = words.find((word) => word.startsWith('fixture='))?.slice('fixture='.length) ?? 'default';
  const fixture = readFileSync(join(ROOT, 'rosetta', `${name}.ts-fixture`), 'utf8');
  const file = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.Latest, true);
  const isOutside = (statement: ts.Statement) => ts.isImportDeclaration(statement)
    || ts.isVariableStatement(statement) && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
  const text = (statements: readonly ts.Statement[]) => statements.map((statement) => statement.getFullText(file)).join('');
  const inside = text(file.statements.filter((statement) => !isOutside(statement)));
  return `${text(file.statements.filter(isOutside))}\n${fixture.replace(/^ *\/\/\/ here *$/m, () => inside)}`;
}

/** Type-checks programs against the library's sources. What was parsed for one is there for the next. */
export class Compiler {
  private readonly options: ts.CompilerOptions;
  private readonly parsed = new Map<string, ts.SourceFile | undefined>();

  constructor() {
    const config = join(ROOT, 'tsconfig.dev.json');
    const { config: json } = ts.readConfigFile(config, ts.sys.readFile) as { config: unknown };
    // A reader wants to see what a snippet is about, not a use for each of its variables.
    const loose = { noUnusedLocals: false, noUnusedParameters: false };
    this.options = ts.parseJsonConfigFileContent(json, { ...ts.sys, readDirectory: () => [] }, ROOT, loose, config).options;
  }

  public errorsOf(program: string): string[] {
    const name = join(ROOT, 'snippet.ts');
    const snippet = ts.createSourceFile(name, program, ts.ScriptTarget.ES2022, true);
    const host = ts.createCompilerHost(this.options);
    const { getSourceFile } = host;
    host.getSourceFile = (file, ...how) => {
      if (file === name) return snippet;
      if (!this.parsed.has(file)) this.parsed.set(file, getSourceFile(file, ...how));
      return this.parsed.get(file);
    };
    return ts.getPreEmitDiagnostics(ts.createProgram([name], this.options, host), snippet)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }
}
