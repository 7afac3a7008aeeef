/** Where something stands in a document, counted from 1 as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export const START: Place = { line: 1, column: 1 };

/** From offsets to places. */
export function placesOf(text: string): (offset: number) => Place {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  return (offset) => {
    const line = lastNotAfter(starts, offset);
    return { line: line + 1, column: offset - starts[line] + 1 };
  };
}

/** Of what is sorted. */
export function lastNotAfter(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function inOrder(one: Place, other: Place): number {
  return one.line - other.line || one.column - other.column;
}
