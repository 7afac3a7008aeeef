import type { Declaration } from '../../src/core/declared/declaration';
import { LEDGER } from '../../src/core/ledger/ledger';
import { canonical, equal } from '../../src/core/plan/canonical';
import { diff } from '../../src/core/plan/diff';
import { SMS } from '../../src/core/plan/factors';
import type { Live } from '../../src/core/plan/live';
import { settingsOf } from '../../src/core/plan/settings-of';
import { withoutSharedSms, withSharedSms } from '../../src/core/plan/shared-sms';
import { foldTwins } from '../../src/core/plan/twins';
import { pick, type Json } from '../../src/core/wire/json';
import { valueAt, type Path } from '../../src/core/wire/path';

/** A declared value that the pool does not have; an absent one is the service's default. */
export interface Difference {
  readonly path: Path;
  readonly declared: Json;
  readonly live?: Json;
}

export function leavesOf({ settings }: Pick<Declaration, 'settings'>): Path[] {
  return diff({}, foldTwins(withoutSharedSms(withSharedSms(settings))));
}

/** For where no plan leads from the pool to what is declared, such as second factors without one: each value for itself. */
export function leafByLeaf(declaration: Declaration, { pool, mfa = {} }: Live): Difference[] {
  const declared = foldTwins(withoutSharedSms(withSharedSms(declaration.settings)));
  const live = foldTwins({ ...pick(mfa, (name) => name !== SMS), ...settingsOf(pool) });
  const [wanted, found] = [canonical(declared, LEDGER), canonical(live, LEDGER)];
  return leavesOf(declaration).filter(([name]) => name !== SMS)
    .filter((path) => !equal(valueAt(wanted, path), valueAt(found, path)))
    .map((path) => {
      const now = valueAt(live, path);
      return { path, declared: valueAt(declared, path)!, ...now !== undefined && { live: now } };
    });
}
