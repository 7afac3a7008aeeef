import { LEDGER } from '../core/ledger/ledger';
import type { Member } from '../core/ledger/member';
import { pathOfProps, propName, propPath } from '../core/ledger/prop-path';
import { rows } from '../core/ledger/walk';
import { formatPath, type Path } from '../core/wire/path';

/**
 * What is said of a setting, in the API's words: rules and the documentation of props speak to those who declare props. A name
 * of one small word is a name only in backticks, and means what stands beside the setting.
 */
export function inApiWords(prose: string, path: Path): string {
  return prose
    .replace(/`([a-z]+)`/g, (quoted, name: string) => `\`${besideIn(path.slice(0, -1), name) ?? quoted.slice(1, -1)}\``)
    .replace(/\b(?:[a-z]\w*(?:\.[a-z]\w*)+|[a-z]+[A-Z]\w*)\b/g, (name) => nearest(path, name) ?? theOnly(name) ?? name)
    .replace(/\b[A-Z]+(?:_[A-Z]+)+\b/g, (word) => VALUES.get(word) ?? word);
}

/** The nearest setting of this name, seen from a path. */
function nearest(path: Path, name: string): string | undefined {
  const above = path.map((_, depth) => path.slice(0, path.length - 1 - depth));
  return above.map((each) => besideIn(each, name)).find((found) => found !== undefined);
}

function besideIn(above: Path, name: string): string | undefined {
  const found = pathOfProps([...propPath(above), name].join('.'));
  return 'path' in found ? formatPath(found.path.slice(above.length)) : undefined;
}

/** What all settings of this name are called. */
function theOnly(name: string): string | undefined {
  const names = new Set(rows(LEDGER).filter(({ path, member }) => propName(last(path), member) === name).map(({ path }) => last(path)));
  return names.size === 1 ? [...names][0] : undefined;
}

const last = (path: Path) => path[path.length - 1];

/** The words of choices as enums of props have them, where the API has them in small letters. */
const VALUES: ReadonlyMap<string, string> = new Map(rows(LEDGER)
  .flatMap(({ member }) => wordsOf(member))
  .filter((word) => word !== word.toUpperCase())
  .map((word) => [word.toUpperCase(), word]));

function wordsOf(member: Member): readonly string[] {
  if (member.kind === 'list') return wordsOf(member.of);
  return member.kind === 'choice' ? member.values : [];
}
