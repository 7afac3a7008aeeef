import { isObject, type Json, type JsonObject } from '../../../src/core/wire/json';

type Leaf = (value: Json) => string;

const WIDTH = 110;

const quoted: Leaf = (value) => typeof value === 'string' ? `'${value}'` : String(value);

/** A value as a program would have it: in one line, or with a line for each member where that would be long. */
export function literal(value: Json, leaf: Leaf = quoted): string {
  const line = inLine(value, leaf);
  return isObject(value) && line.length > WIDTH ? block(value, leaf) : line;
}

export function block(document: JsonObject, leaf: Leaf = quoted): string {
  return `{\n${membersOf(document, leaf).map((member) => `  ${member},\n`).join('')}}`;
}

export function inLine(value: Json, leaf: Leaf = quoted): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => inLine(item, leaf)).join(', ')}]`;
  if (!isObject(value)) return leaf(value);
  const members = membersOf(value, leaf);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function membersOf(document: JsonObject, leaf: Leaf): string[] {
  return Object.entries(document).map(([name, value]) => `${name}: ${inLine(value, leaf)}`);
}
