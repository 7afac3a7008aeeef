import type { PropType, Types } from './read-types';
import generated from './types.json';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Member } from '../../src/core/ledger/member';
import { propName } from '../../src/core/ledger/prop-path';
import { rowOf } from '../../src/core/ledger/walk';
import type { Path } from '../../src/core/wire/path';

const TYPES: Types = generated as Types;

/** The struct that all settings are props of. */
export const ROOT_STRUCT = 'UserPoolSettingsOptions';

export function propType(struct: string | undefined, prop: string): PropType | undefined {
  const props = struct === undefined || !Object.hasOwn(TYPES.structs, struct) ? {} : TYPES.structs[struct];
  return Object.hasOwn(props, prop) ? props[prop] : undefined;
}

/** The member of an enum that has a wire value; a value that it does not have yet would be named like all others. */
export function enumMember(type: string, value: string): string {
  const members = TYPES.enums[type] ?? {};
  return Object.hasOwn(members, value) ? members[value] : value.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
}

/** What the prop of a setting is, down to the members of the elements of lists. */
export function propTypeAt(path: Path): PropType | undefined {
  let member: Member | undefined = LEDGER;
  let struct: string | undefined = ROOT_STRUCT;
  let found: PropType | undefined;
  for (const name of path) {
    if (member?.kind === 'list') {
      member = member.of;
      continue;
    }
    member = rowOf(member, name);
    found = member ? propType(struct, propName(name, member)) : undefined;
    struct = found?.type;
  }
  return found;
}
