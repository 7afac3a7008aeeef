import { equal } from './canonical';
import { isObject, type Json } from '../wire/json';
import { memberOf, type Path } from '../wire/path';

/** The paths of the values in which two documents differ: leaves, and lists as a whole. */
export function diff(before: Json | undefined, after: Json | undefined, at: Path = []): Path[] {
  if (equal(before, after)) return [];
  const [old, young] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  const names = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  const bothAreBranches = [before, after].every((side) => side === undefined || isObject(side));
  if (!bothAreBranches || names.length === 0) return [at];
  return names.flatMap((name) => diff(memberOf(old, name), memberOf(young, name), [...at, name]));
}

export function isUnder(path: Path, ancestor: Path): boolean {
  return ancestor.every((name, depth) => path[depth] === name);
}
