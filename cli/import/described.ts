import { LEDGER } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { canonical, isDefault, isPlaceholder } from '../../src/core/plan/canonical';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import type { Path } from '../../src/core/wire/path';
import { propTypeAt } from '../code/types';

/** No API of AWS means anything by null. */
export function withoutNulls<T extends Json>(value: T): T {
  const clean = (inner: Json): Json => {
    if (Array.isArray(inner)) return (inner as readonly Json[]).filter((item) => item !== null).map(clean);
    return isObject(inner)
      ? Object.fromEntries(Object.entries(inner).filter(([, member]) => member !== null).map(([name, member]) => [name, clean(member)]))
      : inner;
  };
  return clean(value) as T;
}

/** Settings without what stands for nothing: placeholders, and structures that have nothing in them. */
export function withoutPlaceholders(settings: JsonObject, at: Path = []): JsonObject {
  return mapMembers(settings, at, (value, path) => {
    const row = rowAt(LEDGER, path);
    if (row === undefined) return value;
    if (isPlaceholder(value, row) || (row.kind === 'arn' && value === '')) return undefined;
    if (!isObject(value) || (row.kind !== 'structure' && row.kind !== 'keyed')) return value;
    const inner = withoutPlaceholders(value, path);
    return Object.keys(inner).length === 0 && !row.onByPresence ? undefined : inner;
  });
}

/** Settings without what is as the service has it by default, but for members that their struct asks for. */
export function withoutDefaults(settings: JsonObject, at: Path = []): JsonObject {
  return mapMembers(settings, at, (value, path) => {
    const row = rowAt(LEDGER, path);
    if (row === undefined) return value;
    const isAsked = path.length > 1 && propTypeAt(path)?.isRequired === true;
    if (canonical(value, row) === undefined || isDefault(value, row)) return isAsked ? value : undefined;
    return isObject(value) && row.kind === 'structure' && !row.whole ? withoutDefaults(value, path)
      : isObject(value) && row.kind === 'keyed' && row.keys ? withoutDefaults(value, path) : value;
  });
}

function mapMembers(settings: JsonObject, at: Path, change: (value: Json, path: Path) => Json | undefined): JsonObject {
  return Object.fromEntries(Object.entries(settings).flatMap(([name, value]): [string, Json][] => {
    const changed = change(value, [...at, name]);
    return changed === undefined ? [] : [[name, changed]];
  }));
}
