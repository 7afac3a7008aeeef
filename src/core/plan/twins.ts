import { isUnder } from './diff';
import { unitOf } from '../ledger/clearing';
import { TWINS, type Twins } from '../ledger/twins';
import { Problem } from '../problem';
import type { Json, JsonObject } from '../wire/json';
import { formatPath, valueAt, withValueAt, type Path } from '../wire/path';

/** A change to one twin is a change to both: the other follows wherever the pool has it. */
export function alignTwins(merged: JsonObject, declared: JsonObject): JsonObject {
  return TWINS.reduce((document, twins) => align(document, declared, twins), merged);
}

function align(document: JsonObject, declared: JsonObject, twins: Twins): JsonObject {
  const { legacy, modern, legacyNeverSent } = twins;
  const value = declaredValue(declared, twins) ?? (legacyNeverSent ? inherited(document, twins) : undefined);
  if (value === undefined) return document;
  const present = [legacy, modern].filter((path) => valueAt(document, path) !== undefined || (legacyNeverSent && path === modern));
  return present.reduce((aligned, path) => withValueAt(aligned, path, value), document);
}

function declaredValue(declared: JsonObject, { legacy, modern }: Twins): Json | undefined {
  const [old, young] = [valueAt(declared, legacy), valueAt(declared, modern)];
  if (old !== undefined && young !== undefined && old !== young) {
    throw new Problem(
      `${formatPath(legacy)} and ${formatPath(modern)} are one setting under two names and are declared with different values: `
      + `declare ${formatPath(modern)} alone`,
    );
  }
  return young ?? old;
}

/** Pools from before the modern member came have the legacy one alone; zero was its word for the default. */
function inherited(document: JsonObject, { legacy, modern }: Twins): Json | undefined {
  return valueAt(document, modern) === undefined ? valueAt(document, legacy) || undefined : undefined;
}

/** The document with each pair of twins under its modern name alone, for comparing. */
export function foldTwins(document: JsonObject): JsonObject {
  return TWINS.reduce((folded, twins) => {
    const { legacy, modern } = twins;
    const value = valueAt(folded, modern) ?? (twins.legacyNeverSent ? inherited(folded, twins) : valueAt(folded, legacy));
    const withoutLegacy = valueAt(folded, legacy) === undefined ? folded : withValueAt(folded, legacy, undefined);
    return value === undefined ? withoutLegacy : withValueAt(withoutLegacy, modern, value);
  }, document);
}

/** The document without the other names of what lies at a path. */
export function withoutTwins(document: JsonObject, path: Path): JsonObject {
  return TWINS.reduce((rest, { legacy, modern, legacyNeverSent }) => {
    // A mirror is nothing of its own: it goes with what it lies in, and what it mirrors stays.
    const other = isUnder(modern, path) ? legacy : isUnder(legacy, path) && !legacyNeverSent ? unitOf(modern) : undefined;
    return other && valueAt(rest, other) !== undefined ? withValueAt(rest, other, undefined) : rest;
  }, document);
}

/** The path under the name that a pair of twins is compared by. */
export function modernPath(path: Path): Path {
  const twins = TWINS.find(({ legacy }) => isUnder(path, legacy));
  return twins ? unitOf(twins.modern) : path;
}
