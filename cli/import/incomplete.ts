import type { Refused } from './refused';
import { LEDGER } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import type { Path } from '../../src/core/wire/path';
import { nameIn, type Target } from '../code/target';
import { propTypeAt } from '../code/types';

/** Structures that lack what has to be declared with them. */
export function incomplete(settings: JsonObject, target: Target, at: Path = []): Refused[] {
  return Object.entries(settings).flatMap(([name, value]: [string, Json]): Refused[] => {
    const path = [...at, name];
    const row = rowAt(LEDGER, path);
    if (!isObject(value) || !row) return [];
    const members = row.kind === 'structure' ? row.members : {};
    const missing = Object.keys(members).filter((member) => !Object.hasOwn(value, member) && isAskedFor([...path, member], target));
    return [
      ...missing.map((member) => ({ path, sentence: `has no ${nameIn(target, [...path, member])}, which has to be declared with it` })),
      ...incomplete(value, target, path),
    ];
  });
}

function isAskedFor(path: Path, target: Target): boolean {
  if (target === 'program') return propTypeAt(path)?.isRequired === true;
  const above = rowAt(LEDGER, path.slice(0, -1));
  return above?.kind === 'structure' && (above.required ?? []).includes(path[path.length - 1]);
}
