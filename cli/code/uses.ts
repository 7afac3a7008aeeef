import type { Code, Imported, Member, Program } from './tree';

export interface Use {
  readonly code: Code;
  /** In a member that is commented out, or in one of its members. */
  readonly isCommentedOut: boolean;
}

/** Every piece of code in the members, at any depth. */
export function usesIn(members: readonly Member[], isInside = false): Use[] {
  return members.flatMap((member) => usesOf(member.value, isInside || member.isCommentedOut === true));
}

function usesOf(code: Code, isCommentedOut: boolean): Use[] {
  return [{ code, isCommentedOut }, ...within(code, isCommentedOut)];
}

function within(code: Code, isCommentedOut: boolean): Use[] {
  switch (code.kind) {
    case 'list': return code.items.flatMap((item) => usesOf(item, isCommentedOut));
    case 'map': return code.entries.flatMap(([, value]) => usesOf(value, isCommentedOut));
    case 'struct': return usesIn(code.members, isCommentedOut);
    default: return [];
  }
}

/** What a program has beside its props, such as an import: a comment where only comments need it. */
export interface Need<T = string> {
  readonly what: T;
  readonly isCommentedOut: boolean;
}

/** Each once, sorted as languages sort imports: by characters, not by a locale. */
export function eachOnce(needs: readonly Need[]): Need[] {
  const live = new Set(needs.filter(({ isCommentedOut }) => !isCommentedOut).map(({ what }) => what));
  const all = [...new Set(needs.map(({ what }) => what))].sort((one, other) => one < other ? -1 : 1);
  return all.map((what) => ({ what, isCommentedOut: !live.has(what) }));
}

/** The constructs that the uses name, in the order of the program. */
export function importedIn({ imported }: Program, uses: readonly Use[]): Need<Imported>[] {
  return imported.flatMap((what) => {
    const named = uses.filter(({ code }) => code.kind === 'imported' && code.name === what.name);
    return named.length > 0 ? [{ what, isCommentedOut: named.every(({ isCommentedOut }) => isCommentedOut) }] : [];
  });
}

const SUFFIX = { function: 'Function', role: 'Role', key: 'Key' } as const;

/** The name of the variable: every reserved word, package and variable of the program's own is one word in lower case. */
function variableOf({ name, kind }: Imported, all: readonly Imported[]): string {
  if (/[A-Z]/.test(name) || name === 'role' || name === 'key') return name;
  let variable = `${name}${SUFFIX[kind]}`;
  while (all.some((other) => other.name === variable)) variable += 'Imported';
  return variable;
}

/** The variable by the name that the tree has for it. */
export type Variables = (name: string) => string;

/** The variables by the names that the tree has for them. */
export function variablesOf(imported: readonly Imported[]): Variables {
  const variables = new Map(imported.map((each) => [each.name, variableOf(each, imported)]));
  return (name) => {
    const variable = variables.get(name);
    if (variable === undefined) throw new Error(`the program has settings that name ${name}, which it does not import`);
    return variable;
  };
}
