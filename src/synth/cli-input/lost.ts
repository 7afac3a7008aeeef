import { Token } from 'aws-cdk-lib';
import { isObject, type Json } from '../../core/wire/json';
import type { Path } from '../../core/wire/path';

/** CDK makes objects anew, member by member, and this name is no member then. */
const LOST = '__proto__';

/** Where a document has what cannot come into a template. */
export function lostIn(value: Json, at: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => lostIn(item, [...at, String(index)]));
  if (!isObject(value) || Token.isUnresolved(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => name === LOST ? [[...at, name]] : lostIn(inner, [...at, name]));
}
