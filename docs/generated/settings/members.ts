import { LEDGER, type SettingName } from '../../../src/core/ledger/ledger';
import { structure, type Member } from '../../../src/core/ledger/member';
import { propPath } from '../../../src/core/ledger/prop-path';
import { fixedMembers, rows, type Row } from '../../../src/core/ledger/walk';
import type { Json } from '../../../src/core/wire/json';
import type { Path } from '../../../src/core/wire/path';
import { code } from '../markdown';

export const SETTINGS = Object.keys(LEDGER.members) as SettingName[];

/** A setting and all that is in it; a map whose keys are fixed is a struct to those who declare it. */
export function membersOf(name: SettingName): Row[] {
  return rows(structure({ [name]: asStruct(LEDGER.members[name]) }));
}

function asStruct(member: Member): Member {
  const members = member.kind === 'keyed' ? fixedMembers(member) : undefined;
  return members ? { ...member, kind: 'structure', members } : member;
}

export function shown(path: Path): string {
  return path.join('.').replace(/\.\[\]/g, '[]');
}

export function propOf(path: Path): string {
  return shown(propPath(path));
}

/** The name alone, for what is said beside its siblings. */
export function siblingProp(path: Path, name: string): string {
  return propPath([...path.slice(0, -1), name]).slice(-1)[0];
}

/** Broken where a line may be broken; a word is its own name. */
export function json(value: Json): string {
  return code(typeof value === 'string' ? value : JSON.stringify(value, null, 1).replace(/\s*\n\s*/g, ' ').replace(/([[{]) ([\]}])/g, '$1$2'));
}
