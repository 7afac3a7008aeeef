import type { BothSides } from './both-sides';
import type { JsonObject } from '../../src/core/wire/json';

/** A stack as data, with what is said of its constructs. */
export function stackAsJson({ title, name, region, isAsked, old }: BothSides, constructs: readonly JsonObject[]): JsonObject {
  return { id: title, name, region: region ?? null, isDeployed: isAsked ? old !== undefined : null, constructs };
}

export function stackTitle({ title, region }: BothSides): string {
  return region === undefined ? title : `${title} (${region})`;
}
