import { isObject, type Json, type JsonObject } from '../wire/json';
import { memberOf, type Path } from '../wire/path';

/** Whether the path is declared, lies inside a declared value, or above one. */
export function isOwned(declared: JsonObject, path: Path): boolean {
  let value: Json | undefined = declared;
  for (const name of path) {
    if (!isObject(value)) return true;
    value = memberOf(value, name);
    if (value === undefined) return false;
  }
  return true;
}
