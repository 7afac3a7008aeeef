import type { Json } from '../../src/core/wire/json';

/** A value as JSON, cut where it would not fit. */
export function shownValue(value: Json, room: number): string {
  const text = JSON.stringify(value);
  const most = Math.max(24, room);
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
