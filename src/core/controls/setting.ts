import type { KnownSettings } from './control';
import { LEDGER } from '../ledger/ledger';
import { namesOf } from '../ledger/twins';
import { rowAt } from '../ledger/walk';
import { isObject, type Json, type JsonObject } from '../wire/json';
import { valueAt, type Path } from '../wire/path';

/** What a pool has. */
export interface Setting {
  /** Under the name that was used for it. */
  readonly path: Path;
  readonly value: Json | undefined;
  readonly isGiven: boolean;
}

/** The setting at a path; `undefined` is one that nobody knows. */
export function settingAt(known: KnownSettings, path: Path): Setting | undefined {
  const names = namesOf(path);
  if (names.some((name) => isHidden(known, name))) return undefined;
  const given = names.find((name) => isGiven(valueAt(known.settings, name)));
  if (given) return { path: given, value: valueAt(known.settings, given), isGiven: true };
  return known.isWhole ? { path, value: defaultAt(known.settings, path), isGiven: false } : undefined;
}

function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

/** Whether the value, something it lies in or, in a list, something that lies in it is told only later. */
function isHidden({ settings, isUnknown }: KnownSettings, path: Path): boolean {
  const way = path.map((_, depth) => valueAt(settings, path.slice(0, depth + 1)));
  return way.some((value) => value !== undefined && (isUnknown(value) || (Array.isArray(value) && value.some(isUnknown))));
}

/** What a pool has when nobody ever set it: what clearing puts back, where the row names no default. */
function defaultAt(settings: JsonObject, path: Path): Json | undefined {
  const row = rowAt(LEDGER, path);
  if (row?.kind === 'flag' && isPartOfPolicy(settings, path)) return false;
  return row?.default ?? (row?.clear?.by === 'value' ? row.clear.value : undefined);
}

/** A policy that says anything is filled with `false`, weaker than none at all (H9). */
function isPartOfPolicy(settings: JsonObject, path: Path): boolean {
  const policy = path[1] === 'PasswordPolicy' ? valueAt(settings, path.slice(0, 2)) : undefined;
  return isObject(policy) && Object.values(policy).some(isGiven);
}
