import { UPDATE_USER_POOL } from './ledger';
import type { Structure } from './member';
import { rows } from './walk';
import { isSame, parsePath, type Path } from '../wire/path';

/** Two members that are one setting. */
export interface Twins {
  readonly legacy: Path;
  readonly modern: Path;
  /** The service describes the legacy one but refuses it on the way back. */
  readonly legacyNeverSent: boolean;
}

export function twinsOf(ledger: Structure): Twins[] {
  return rows(ledger)
    .filter(({ member }) => member.twinOf !== undefined)
    .map(({ path, member }) => ({ legacy: path, modern: parsePath(member.twinOf!), legacyNeverSent: member.echo === 'never' }));
}

export const TWINS = twinsOf(UPDATE_USER_POOL);

/** Every name of a setting, the modern one first. */
export function namesOf(path: Path): Path[] {
  return [path, ...TWINS.filter(({ modern }) => isSame(modern, path)).map(({ legacy }) => legacy)];
}
