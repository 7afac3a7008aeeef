import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** What a prop is in TypeScript, and what its documentation says first. */
export interface PropType {
  /** The struct or the enum of this library that its values, or the elements of its list, are of; absent: none. */
  readonly type?: string;
  readonly isRequired?: true;
  readonly summary: string;
}

/** The structs and enums that settings are declared with. */
export interface Types {
  readonly structs: Readonly<Record<string, Readonly<Record<string, PropType>>>>;
  /** The name of a member by its wire value. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type Declaration = ts.InterfaceDeclaration | ts.EnumDeclaration;

/** All that the props of a struct lead to, as the sources in a folder declare it. */
export function readTypes(folder: string, root: string): Types {
  const declarations = new Map(readdirSync(folder).filter((file) => file.endsWith('.ts'))
    .map((file) => ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.ES2022, true))
    .flatMap(({ statements }) => [...statements])
    .filter((statement): statement is Declaration => ts.isInterfaceDeclaration(statement) || ts.isEnumDeclaration(statement))
    .map((declaration) => [declaration.name.text, declaration]));
  const types = { structs: {} as Record<string, Record<string, PropType>>, enums: {} as Record<string, Record<string, string>> };

  const visit = (name: string): void => {
    const declaration = declarations.get(name);
    if (!declaration || name in types.structs || name in types.enums) return;
    if (ts.isEnumDeclaration(declaration)) {
      types.enums[name] = Object.fromEntries(declaration.members.map((member) =>
        [(member.initializer as ts.StringLiteral).text, (member.name as ts.Identifier).text]));
      return;
    }
    const props = declaration.members.filter(ts.isPropertySignature).map((member) => [(member.name as ts.Identifier).text, member] as const);
    types.structs[name] = Object.fromEntries(props.map(([prop, member]) => {
      const type = nameOf(member.type!);
      return [prop, {
        ...declarations.has(type) && { type },
        ...!member.questionToken && { isRequired: true as const },
        summary: summaryOf(member),
      }];
    }));
    for (const [, member] of props) visit(nameOf(member.type!));
  };

  visit(root);
  return types;
}

function nameOf(type: ts.TypeNode): string {
  return ts.isArrayTypeNode(type) ? nameOf(type.elementType) : type.getText();
}

/** The first paragraph, in one line. */
function summaryOf(node: ts.Node): string {
  const text = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join('\n');
  return text.trim().split(/\n\s*\n/)[0].replace(/\s+/g, ' ');
}
