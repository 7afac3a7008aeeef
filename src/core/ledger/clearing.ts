import { LEDGER } from './ledger';
import type { Clearing, Member } from './member';
import { rowAt, rowOf } from './walk';
import type { Path } from '../wire/path';

/**
 * How the setting at a path is put back to the service's default: as its own row says, else by the default itself, else by
 * leaving it out of what it lies in, which is all there is for what nobody knows. What cannot be cleared cannot be cleared in
 * part either.
 */
export function clearingOf(path: Path): Clearing {
  const row = rowAt(LEDGER, path);
  if (!row) return { by: 'omission' };
  if (row.clear) return row.clear;
  const above = path.slice(0, -1).map((_, depth) => rowAt(LEDGER, path.slice(0, depth + 1))?.clear);
  const impossible = above.reverse().find((clear) => clear?.by === 'impossible');
  if (impossible) return impossible;
  return row.default === undefined ? { by: 'omission' } : { by: 'value', value: row.default };
}

/**
 * Whether Cognito fails on a setting whose function is gone. A trigger that this version does not know is one as well.
 */
export function breaksWhenDangling(path: Path): boolean {
  const row = rowAt(LEDGER, path);
  return row ? row.breaksWhenDangling === true : path.length > 1 && path[0] === 'LambdaConfig';
}

/** The path of the smallest setting that is set and taken off as one, where the path leads into such a one. */
export function unitOf(path: Path): Path {
  let member: Member | undefined = LEDGER;
  for (const [depth, name] of path.entries()) {
    member = rowOf(member, name);
    if (member?.whole) return path.slice(0, depth + 1);
  }
  return path;
}
