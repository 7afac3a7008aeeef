import { Token } from 'aws-cdk-lib';
import { isObject, type Json } from '../../core/wire/json';

/** With the keys of all maps in one order: some languages give them in another one at each synthesis. */
export function inOrder(value: Json): Json {
  if (Token.isUnresolved(value)) return value;
  if (Array.isArray(value)) return value.map((item: Json) => inOrder(item));
  return isObject(value) ? Object.fromEntries(Object.keys(value).sort().map((name) => [name, inOrder(value[name])])) : value;
}
