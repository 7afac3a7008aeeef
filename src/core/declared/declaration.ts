import { declaredIn } from './declared-in';
import type { Capture } from '../plan/capture';
import { Problem } from '../problem';
import { ON_REMOVAL, PROPERTY, type OnRemoval } from '../wire/contract';
import { isObject, type Json, type JsonObject } from '../wire/json';
import type { Path } from '../wire/path';

/** What one deployment asks of a pool. */
export interface Declaration {
  /** Values that the pool shall have, in the API's shape, both APIs' members side by side. */
  readonly settings: JsonObject;
  /** Settings that shall be as if nobody had ever set them. */
  readonly clear: readonly Path[];
  /** What becomes of settings that are no longer declared. */
  readonly onRemoval: OnRemoval;
  /** The pool as it was before, for `RESTORE_PREVIOUS`. */
  readonly before?: Capture;
}

/** Asks for nothing: a deleted resource, and one that does not exist yet. */
export const NOTHING: Declaration = { settings: {}, clear: [], onRemoval: 'RETAIN' };

/** The declaration in a custom resource's properties; `unpack` turns the text of a capture back into what was captured. */
export function declarationIn(properties: unknown, unpack: (text: string) => Json): Declaration {
  const given = isObject(properties) ? properties : {};
  const { [PROPERTY.CLEAR]: clear, [PROPERTY.ON_REMOVAL]: onRemoval, [PROPERTY.BEFORE]: before } = given;
  return {
    settings: declaredIn(given),
    clear: Array.isArray(clear) ? clear as readonly Path[] : [],
    onRemoval: onRemovalIn(onRemoval),
    ...(typeof before === 'string' && { before: unpack(before) as unknown as Capture }),
  };
}

/** The declaration of the template before. One that cannot be read was refused, and nothing of it was ever written. */
export function formerDeclarationIn(properties: unknown, unpack: (text: string) => Json): Declaration | undefined {
  try {
    return declarationIn(properties, unpack);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function onRemovalIn(value: Json | undefined): OnRemoval {
  const known = ON_REMOVAL.find((word) => word === (value ?? 'RETAIN'));
  if (!known) throw new Problem(`onRemoval must be one of ${ON_REMOVAL.join(', ')}: give a value of the enum`);
  return known;
}
