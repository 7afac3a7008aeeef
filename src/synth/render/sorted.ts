import { Token } from 'aws-cdk-lib';
import { isObject, type Json } from '../../core/wire/json';

/** With the keys of all maps in one order: some languages give them in another one at each synthesis. */
export function sorted(value: Json): Json {
  if (Token.isUnresolved(value)) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return isObject(value)
    ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
    : value;
}
