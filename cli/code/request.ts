import { OPERATIONS, type Operation } from './target';
import { LEDGER } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { isObject, type JsonObject } from '../../src/core/wire/json';
import type { Path } from '../../src/core/wire/path';

/** As the API lists its members, and what it does not list behind. */
export function inOrderOf(operation: Operation, members: JsonObject, at: Path = []): JsonObject {
  const row = at.length === 0 ? OPERATIONS[operation] : rowAt(LEDGER, at);
  const known = row?.kind === 'structure' ? Object.keys(row.members).filter((name) => Object.hasOwn(members, name)) : [];
  const names = [...known, ...Object.keys(members).filter((name) => !known.includes(name))];
  return Object.fromEntries(names.map((name) => {
    const value = members[name];
    return [name, isObject(value) ? inOrderOf(operation, value, [...at, name]) : value];
  }));
}
