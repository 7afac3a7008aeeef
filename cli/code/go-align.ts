import { around, type Lines } from './blocks';

/** A key and its value, or, without a key, a member that is commented out. */
export interface Entry {
  readonly key?: string;
  readonly value?: Lines;
  readonly above?: Lines;
}

/**
 * Entries as gofmt writes them: values that follow each other, each on one line, stand below each other, as long as
 * nothing stands between them and no key is much longer than the others.
 */
export function aligned(entries: readonly Entry[]): Lines {
  return sections(entries).flatMap((section) => {
    const width = Math.max(...section.map(({ key = '' }) => [...key].length));
    return section.flatMap(({ key, value, above = [] }) => {
      if (key === undefined) return above;
      const padding = ' '.repeat(width - [...key].length + 1);
      return [...above, ...around(`${key}:${padding}`, value!, ',')];
    });
  });
}

function sections(entries: readonly Entry[]): Entry[][] {
  const found: Entry[][] = [];
  for (const entry of entries) {
    const section = found[found.length - 1];
    if (section && !startsSection(entry, section)) section.push(entry);
    else found.push([entry]);
  }
  return found;
}

/** The threshold and the ratio of `exprList` in go/printer. */
const SMALL = 40;
const RATIO = 2.5;

function startsSection(entry: Entry, section: readonly Entry[]): boolean {
  const sizes = section.map(sizeOf);
  const size = sizeOf(entry);
  const last = sizes[sizes.length - 1];
  if (size === 0 || last === 0 || (entry.above ?? []).length > 0) return true;
  if (last <= SMALL && size <= SMALL) return false;
  const mean = Math.exp(sizes.reduce((sum, each) => sum + Math.log(each), 0) / sizes.length);
  return size * RATIO <= mean || mean * RATIO <= size;
}

/** Zero for what is aligned with nothing. */
function sizeOf({ key, value }: Entry): number {
  return key !== undefined && value?.length === 1 ? Buffer.byteLength(key) : 0;
}
