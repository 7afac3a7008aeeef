import { TWINS } from '../../src/core/ledger/twins';
import { isUnder } from '../../src/core/plan/diff';
import { isObject, type JsonObject } from '../../src/core/wire/json';
import { valueAt, withValueAt, type Path } from '../../src/core/wire/path';

/** A request without a setting, under all its names; nothing where what it lies in would have nothing else. */
export function leftOut(request: JsonObject, path: Path): JsonObject | undefined {
  const others = TWINS.filter(({ legacyNeverSent }) => !legacyNeverSent).flatMap(({ legacy, modern }) => {
    if (isUnder(modern, path)) return [legacy];
    // The older name alone would change one member of what is kept, so all of the modern one goes.
    return isUnder(legacy, path) && modern[0] !== path[0] ? [modern.slice(0, 1)] : [];
  });
  const rest = [path, ...others].reduce((smaller, each) =>
    valueAt(smaller, each) === undefined ? smaller : withValueAt(smaller, each, undefined), request);
  const home = valueAt(rest, path.slice(0, -1));
  return isObject(home) && Object.keys(home).length === 0 ? undefined : rest;
}
