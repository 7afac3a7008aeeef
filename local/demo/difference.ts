import { isDeepStrictEqual } from 'node:util';
import type { Settings } from './settings';
import type { Json } from '../../src/core/wire/json';
import { formatPath, type Path } from '../../src/core/wire/path';

/** A setting that is not what it was; a side is absent where there was nothing. */
export interface Change {
  readonly name: string;
  readonly path: Path;
  readonly before?: Json;
  readonly after?: Json;
}

/** Changes of one member of the API, which is one option of the CLI, each with its name below what they share. */
export interface ChangeGroup {
  readonly under: string;
  readonly changes: readonly Change[];
}

export function difference(before: Settings, after: Settings): Change[] {
  return [...new Map([...before, ...after])]
    .map(([name, { path }]) => ({ name, path, before: before.get(name)?.value, after: after.get(name)?.value }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after));
}

/** The changes that nobody asked for. */
export function lossesOf(changes: readonly Change[], asked: Settings): Change[] {
  return changes.filter(({ name }) => !asked.has(name));
}

/** Those with the most changes first; in each, what has another value comes before what is gone. */
export function grouped(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(change.path[0], [...groups.get(change.path[0]) ?? [], change]);
  return [...groups.values()].sort((a, b) => b.length - a.length).map((members) => {
    const shared = sharedBeginning(members.map(({ path }) => path));
    return {
      under: formatPath(shared),
      changes: members
        .map((change) => ({ ...change, name: formatPath(change.path.slice(shared.length)) }))
        .sort((a, b) => Number(a.after === undefined) - Number(b.after === undefined)),
    };
  });
}

/** At least the first member, and never the last name of a path that has more. */
function sharedBeginning(paths: readonly Path[]): Path {
  const [first] = paths;
  let length = 1;
  while (paths.every((path) => path.length > length + 1 && path[length] === first[length])) length++;
  return first.slice(0, length);
}
