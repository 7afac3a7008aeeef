import { around, inOneLine, type Lines } from './blocks';
import type { Variables } from './uses';

/** Where a value stands. */
export interface Place {
  readonly variableOf: Variables;
  /** The columns that its lines have, and how many of them are taken on its first line. */
  readonly width: number;
  readonly taken: number;
}

/** What a value is written like, depending on where it stands. */
export type Write = (place: Place) => Lines;

/** Lines that are indented in what stands at a place. */
export function inside(place: Place, indentation: number): Place {
  return { ...place, width: place.width - indentation, taken: 0 };
}

/** A value with text before and behind it. */
export function between(before: string, write: Write, after: string, place: Place): Lines {
  return around(before, write({ ...place, taken: place.taken + before.length }), after);
}

/** All on one line, if each block is one line and there is room for the whole, and for a comma behind it. */
export function fitted(
  before: string, blocks: readonly Lines[], separator: string, after: string, { width, taken }: Place,
): Lines | undefined {
  return inOneLine(before, blocks, separator, after, width - taken - 1);
}
