import { UNKNOWN, type Seen } from './rule';
import { isObject, type Json } from '../wire/json';

export function includes(list: Seen, ...wanted: string[]): boolean {
  return Array.isArray(list) && list.some((item) => wanted.includes(item as string));
}

export function isKnown(value: Seen): value is Json {
  return value !== UNKNOWN && value !== undefined;
}

/** The values of one member over a list of structures. */
export function each(list: Json | undefined, member: string): Json[] {
  return Array.isArray(list) ? list.flatMap((item) => isObject(item) && item[member] !== undefined ? [item[member]] : []) : [];
}
