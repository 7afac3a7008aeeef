import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { shapeOf } from '../cognito/validation/model';
import { ResourceRefusal } from '../deployment';

/**
 * What CloudFormation's handler makes of a template's values: the types that the API has, since templates spell numbers and
 * booleans as texts as well. A name that the API does not know is a mistake.
 */
export function typed(shapeName: string, value: Json, at = ''): Json {
  const shape = shapeOf(shapeName);
  switch (shape.type) {
    case 'structure': return mapped(value, (member, inner) => {
      const target = Object.hasOwn(shape.members ?? {}, member) ? shape.members![member] : undefined;
      const path = at === '' ? member : `${at}.${member}`;
      if (!target) throw new ResourceRefusal(`Encountered unsupported property ${path}`);
      return typed(target.shape, inner, path);
    });
    case 'map': return mapped(value, (key, inner) => typed(shape.value!.shape, inner, `${at}.${key}`));
    case 'list': return !Array.isArray(value) ? value
      : (value as readonly Json[]).map((item) => typed(shape.member!.shape, item, at));
    case 'string': return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    case 'boolean': return value === 'true' || value === 'false' ? value === 'true' : value;
    default: return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  }
}

function mapped(value: Json, work: (name: string, inner: Json) => Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, inner]) => [name, work(name, inner)]));
}
