import { isAsDeployed, type Declared, type UnknownSetting } from './declared';
import { standInAt } from './stand-in';
import type { Declaration } from '../../src/core/declared/declaration';
import type { Live } from '../../src/core/plan/live';
import { settingsOf } from '../../src/core/plan/settings-of';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { valueAt, withValueAt, type Path } from '../../src/core/wire/path';

/** A run's two declarations with something in the place of each value that only the deployment knows. */
export interface Filled {
  readonly desired: Declaration | undefined;
  /** The same without what stands in. */
  readonly bare: Declaration | undefined;
  readonly former: Declaration | undefined;
  /** What stays open: all else is taken to be what the pool has, since the deployed template says the same there. */
  readonly open: readonly UnknownSetting[];
}

export function filled(desired: Declared | undefined, former: Declared | undefined, live: Live | undefined): Filled {
  const valueNow = (path: Path) => live && valueIn(live, path);
  const isSettled = (unknown: UnknownSetting) =>
    isAsDeployed(unknown, former?.unknown ?? []) && valueNow(unknown.path) !== undefined;
  const unknown = desired?.unknown ?? [];
  const open = unknown.filter((each) => !isSettled(each));
  const bare = desired && withValues(desired.declaration, unknown.filter(isSettled), valueNow);
  return {
    bare,
    desired: bare && withValues(bare, open, (path) => standInAt(path) ?? valueNow(path)),
    former: former && withValues(former.declaration, former.unknown, valueNow),
    open,
  };
}

/** The value as it was described, under any of its names. */
export function valueIn({ pool, mfa = {} }: Live, path: Path): Json | undefined {
  return valueAt(settingsOf(pool), path) ?? valueAt(mfa, path);
}

function withValues(
  declaration: Declaration, unknown: readonly UnknownSetting[], valueFor: (path: Path) => Json | undefined,
): Declaration {
  const settings = unknown.reduce<JsonObject>((document, { path }) => {
    const value = valueFor(path);
    return value === undefined ? document : withValueAt(document, path, value);
  }, declaration.settings);
  return { ...declaration, settings };
}
