import { LEDGER } from '../ledger/ledger';
import { merge } from '../plan/merge';
import { Problem } from '../problem';
import { coerce } from './coerce';
import { PROPERTY } from '../wire/contract';
import { isObject, type Json, type JsonObject } from '../wire/json';

/** The settings that a custom resource's properties declare, with the types that CloudFormation took from them. */
export function declaredIn(properties: unknown): JsonObject {
  const { [PROPERTY.SETTINGS]: settings, [PROPERTY.ADDITIONAL_SETTINGS]: additional } = isObject(properties) ? properties : {};
  const typed = coerce(isObject(settings) ? settings : {}, LEDGER) as JsonObject;
  return typeof additional === 'string' ? merge(parsed(additional), typed, LEDGER) as JsonObject : typed;
}

function parsed(text: string): JsonObject {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new Problem('additionalSettings did not arrive as JSON: a token in it resolves to text with a quote or a line break; pass that setting by its prop');
  }
  if (!isObject(value)) throw new Problem('additionalSettings must be an object in the shape of UpdateUserPool, not a list or a text');
  return value;
}
