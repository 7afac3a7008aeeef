import { Token } from 'aws-cdk-lib';
import type { Misfit } from './render';
import { breaksWhenDangling, clearingOf, unitOf } from '../../core/ledger/clearing';
import { LEDGER } from '../../core/ledger/ledger';
import { pathOfProps, propPath } from '../../core/ledger/prop-path';
import { rowAt } from '../../core/ledger/walk';
import { isOwned } from '../../core/plan/owned';
import type { OnRemoval } from '../../core/wire/contract';
import { isObject, type Json, type JsonObject } from '../../core/wire/json';
import { formatPath, valueAt, withValueAt, type Path } from '../../core/wire/path';
import { canonicalPath, declaredPaths } from '../writers/declarers';

/** `clear`, from the props' words to the API's. */
export function renderClear(clear: readonly string[], settings: JsonObject): { readonly paths: Path[]; readonly misfits: Misfit[] } {
  const found = clear.map((props) => pathFor(props, settings));
  return {
    paths: found.flatMap((each) => 'path' in each ? [each.path] : []),
    misfits: found.flatMap((each) => 'prop' in each ? [each] : []),
  };
}

function pathFor(props: string, settings: JsonObject): { readonly path: Path } | Misfit {
  const prop = `clear: ${props}`;
  if (Token.isUnresolved(props)) return { prop: 'clear', sentence: 'must be known at synth: name each setting as text' };
  const found = pathOfProps(props);
  if (!('path' in found)) return { prop, sentence: `names no setting: ${found.at || 'nothing'} is none of ${found.known.join(', ') || 'its members'}` };
  const reason = whyNot(found.path);
  if (reason) return { prop, sentence: `cannot be put back to the default: ${reason}` };
  if (isOwned(settings, found.path)) return { prop, sentence: 'is declared as well: leave out one of the two' };
  return found;
}

/** Why a setting cannot be cleared, if it cannot. */
function whyNot(path: Path): string | undefined {
  const unit = unitOf(path);
  if (unit.length < path.length) return `it goes with the whole of ${formatPath(propPath(unit))}: clear that`;
  const above = rowAt(LEDGER, path.slice(0, -1));
  if (above?.filled) return `of an absent ${formatPath(propPath(path.slice(0, -1)))} it would make one: clear that, or declare a value`;
  if (above?.kind === 'keyed' && above.reservedPrefix && path[path.length - 1].startsWith(above.reservedPrefix)) {
    return `keys with ${above.reservedPrefix} are AWS's own`;
  }
  return inside(path).map(clearingOf).map((clearing) => clearing.by === 'impossible' ? clearing.reason : undefined).find((each) => each !== undefined);
}

/** The setting, and all that would go with it, as far as it has a way back of its own. */
function inside(path: Path): Path[] {
  const row = rowAt(LEDGER, path);
  const ownWay = row?.clear !== undefined || row?.kind !== 'structure';
  return ownWay ? [path] : [path, ...Object.keys(row.members).flatMap((name) => inside([...path, name]))];
}

/** What could not be reset is said before it is set. */
export function checkRemoval(settings: JsonObject, onRemoval: OnRemoval): Misfit[] {
  if (onRemoval !== 'RESET_TO_DEFAULT') return [];
  return unitsIn(settings).flatMap((path) => {
    const clearing = clearingOf(canonicalPath(path));
    return clearing.by !== 'impossible' ? [] : [{
      prop: formatPath(propPath(path)),
      sentence: `cannot be put back to the default, as onRemoval RESET_TO_DEFAULT asks: ${clearing.reason}; `
        + 'declare it in a UserPoolSettings of its own with onRemoval RETAIN',
    }];
  });
}

/** The settings of these that can be put back to the default. */
export function resettable(settings: JsonObject): JsonObject {
  return unitsIn(settings)
    .filter((path) => clearingOf(canonicalPath(path)).by !== 'impossible')
    .reduce<JsonObject>((kept, path) => withValueAt(kept, path, valueAt(settings, path)), {});
}

/** Whether settings are taken back when they are no longer declared. */
export function takesBack(onRemoval: OnRemoval, ...documents: readonly Json[]): boolean {
  return onRemoval !== 'RETAIN' || documents.flatMap((document) => declaredPaths(document)).some(breaksWhenDangling);
}

/** Each declared setting; what a token holds is one. */
function unitsIn(value: Json, at: Path = []): Path[] {
  const row = rowAt(LEDGER, at);
  const isBranch = isObject(value) && !Token.isUnresolved(value) && (row?.kind === 'structure' || row?.kind === 'keyed') && !row.whole;
  return isBranch ? Object.entries(value).flatMap(([name, inner]) => unitsIn(inner, [...at, name])) : [at];
}
