import type { Json } from '../../src/core/wire/json';

/** A value as JSON, cut where it would not fit. */
export function shownValue(value: Json, room: number): string {
  return cut([...JSON.stringify(value)], room);
}

/** What stands before the first difference, so that a person finds the place. */
const CONTEXT = 12;

/** Two values as JSON; where they would look the same when cut, both begin shortly before they differ. */
export function shownPair(values: readonly [Json, Json], room: number): string[] {
  const [one, other] = values.map((value) => [...JSON.stringify(value)]);
  const start = one.findIndex((character, index) => character !== other[index]) - CONTEXT;
  const isSeen = cut(one, room) !== cut(other, room) || start <= 0;
  return [one, other].map((characters) => isSeen ? cut(characters, room) : `…${cut(characters.slice(start), room - 1)}`);
}

function cut(characters: readonly string[], room: number): string {
  const most = Math.max(24, room);
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
