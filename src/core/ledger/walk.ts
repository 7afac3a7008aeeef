import type { Keyed, Member, Members, Structure } from './member';
import { memberOf, type Path } from '../wire/path';

/** The row of a member of a structure or of a key of a map; `undefined` for what this version does not know. */
export function rowOf(member: Member | undefined, name: string): Member | undefined {
  switch (member?.kind) {
    case 'structure':
      return Object.hasOwn(member.members, name) ? member.members[name] : undefined;
    case 'keyed':
      return { ...member.of, ...memberOf(member.keys as never, name) as object };
    default:
      return undefined;
  }
}

/** What a map whose keys are fixed has, as a structure has its members. */
export function fixedMembers(member: Keyed): Members | undefined {
  return member.keys && Object.fromEntries(Object.keys(member.keys).map((key) => [key, rowOf(member, key)!]));
}

export function rowAt(member: Member | undefined, path: Path): Member | undefined {
  return path.reduce(rowOf, member);
}

export interface Row {
  readonly path: Path;
  readonly member: Member;
}

/** Every row of the ledger, structures before their members. The key of a map is shown as `{key}`, an element of a list as `[]`. */
export function rows(of: Structure, under: Path = []): Row[] {
  return Object.entries(of.members).flatMap(([name, member]) => {
    const path = [...under, name];
    return [{ path, member }, ...inside(member, path)];
  });
}

function inside(member: Member, path: Path): Row[] {
  switch (member.kind) {
    case 'structure': return rows(member, path);
    case 'keyed': return inside(member.of, [...path, '{key}']);
    case 'list': return inside(member.of, [...path, '[]']);
    default: return [];
  }
}
