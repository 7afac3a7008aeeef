import { isObject, type Json } from '../core/wire/json';

/** What a resolved template has in place of a value that only the deployment knows. */
export function isIntrinsic(value: Json): boolean {
  if (!isObject(value)) return false;
  const [name, ...more] = Object.keys(value);
  return more.length === 0 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::'));
}

/** Whether two resolved values cannot be the same: neither is a riddle, or they are attributes of two resources. */
export function surelyDiffer(one: Json, other: Json): boolean {
  if (hasRiddle(one) || hasRiddle(other)) return isAttribute(one) && isAttribute(other) && JSON.stringify(one) !== JSON.stringify(other);
  return textOf(one) !== textOf(other);
}

function hasRiddle(value: Json): boolean {
  if (isIntrinsic(value)) return true;
  if (typeof value === 'string') return value.includes('{{resolve:');
  return typeof value === 'object' && value !== null && Object.values(value).some((inner: Json) => hasRiddle(inner));
}

function isAttribute(value: Json): boolean {
  return isObject(value) && Object.keys(value).join() === 'Fn::GetAtt';
}

/** In templates a number and a flag may be text. */
function textOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value, (_, inner: Json) => (typeof inner === 'object' ? inner : String(inner))) : String(value);
}
