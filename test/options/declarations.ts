import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** The public structs and enums as they are written, by name. */
export interface Declarations {
  readonly structs: ReadonlyMap<string, ReadonlyMap<string, { readonly type: string; readonly isOptional: boolean }>>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
}

export function readDeclarations(folder: string): Declarations {
  const structs = new Map<string, Map<string, { type: string; isOptional: boolean }>>();
  const enums = new Map<string, string[]>();
  for (const file of readdirSync(folder)) {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.ES2022, true);
    for (const statement of source.statements) {
      if (ts.isInterfaceDeclaration(statement)) {
        structs.set(statement.name.text, new Map(statement.members.filter(ts.isPropertySignature).map((member) => [
          (member.name as ts.Identifier).text,
          { type: member.type!.getText(source), isOptional: member.questionToken !== undefined },
        ])));
      } else if (ts.isEnumDeclaration(statement)) {
        enums.set(statement.name.text, statement.members.map(({ initializer }) => (initializer as ts.StringLiteral).text));
      }
    }
  }
  return { structs, enums };
}
