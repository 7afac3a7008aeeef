/** Cognito answers 15 reads a second: a few pools at a time are no slower than many. */
export const POOLS_AT_ONCE = 4;
export const STACKS_AT_ONCE = 4;

/** The results in the order of the items, at most so many at work at a time. */
export async function atOnce<Item, Result>(
  most: number, items: readonly Item[], work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = [...items.entries()];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results;
}
