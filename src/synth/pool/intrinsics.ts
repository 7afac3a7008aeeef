import { equal } from '../../core/plan/canonical';
import { isObject, type Json, type JsonObject } from '../../core/wire/json';

/** What a resolved template has in place of a value that only the deployment knows. */
export function isIntrinsic(value: Json): boolean {
  if (!isObject(value)) return false;
  const [name, ...more] = Object.keys(value);
  return more.length === 0 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::'));
}

/** Whether two resolved values cannot be the same: neither is a riddle, or they are attributes of two resources. */
export function surelyDiffer(one: Json, other: Json): boolean {
  if (isPlain(one) && isPlain(other)) {
    return Object.keys({ ...one, ...other }).some((name) => surelyDiffer(one[name] ?? null, other[name] ?? null));
  }
  if (hasRiddle(one) || hasRiddle(other)) return isAttribute(one) && isAttribute(other) && JSON.stringify(one) !== JSON.stringify(other);
  return !equal(one, other);
}

function isPlain(value: Json): value is JsonObject {
  return isObject(value) && !isIntrinsic(value);
}

function hasRiddle(value: Json): boolean {
  if (isIntrinsic(value)) return true;
  if (typeof value === 'string') return value.includes('{{resolve:');
  return typeof value === 'object' && value !== null && Object.values(value).some((inner: Json) => hasRiddle(inner));
}

function isAttribute(value: Json): boolean {
  return isObject(value) && Object.keys(value).join() === 'Fn::GetAtt';
}
