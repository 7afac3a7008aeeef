import { isOnlyOfMfa } from './changes';
import type { Declaration } from '../../src/core/declared/declaration';
import { LEDGER } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { equal } from '../../src/core/plan/canonical';
import { diff, isUnder } from '../../src/core/plan/diff';
import { documentAfter, documentOf, NEW_POOL } from '../../src/core/plan/document';
import { FACTORS } from '../../src/core/plan/factors';
import type { Live } from '../../src/core/plan/live';
import { isOwned } from '../../src/core/plan/owned';
import { SERVANTS } from '../../src/core/plan/pool-after';
import { managesFactors, saysFactors } from '../../src/core/plan/release-factors';
import { withoutSharedSms, withSharedSms } from '../../src/core/plan/shared-sms';
import { foldTwins, modernPath } from '../../src/core/plan/twins';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { memberOf, unique, valueAt, type Path } from '../../src/core/wire/path';

/**
 * The settings that are no longer declared and still are as they were: RESTORE_PREVIOUS puts them back to what they were before,
 * which only the deployment has.
 */
export function dropped(former: Declaration, desired: Declaration | undefined, live: Live): Path[] {
  const [were, are] = [former, desired].map((each) => foldTwins(withoutSharedSms(withSharedSms(each?.settings ?? {}))));
  const [ours, now] = [documentAfter(former, NEW_POOL), documentOf(live)];
  const isStillOurs = (path: Path) => isOnlyOfMfa(path[0]) || equal(valueAt(ours, path), valueAt(now, path));
  const cleared = former.clear.map(modernPath)
    .filter((path) => !isOwned(are, path) && !desired?.clear.some((other) => isUnder(path, modernPath(other))));
  const own = [...diff({}, were).filter((path) => !isOwned(are, path)), ...cleared].filter(isStillOurs);
  const factors = areFactorsDropped(former, desired) ? FACTORS.map((name) => [name]) : [];
  return unique([...own.flatMap((path) => [path, ...beside(path, were, now)]), ...factors]);
}

/** What comes or goes with a setting: what the service has added, what could not stand beside it, what served it. */
function beside(path: Path, were: JsonObject, now: JsonObject): Path[] {
  const above = path.slice(0, -1);
  const filled = Object.keys(rowAt(LEDGER, above)?.filled ?? {}).filter((name) => valueAt(now, [...above, name]) !== undefined);
  const excludes = (rowAt(LEDGER, path)?.excludes ?? []) as Json;
  const excluded = Array.isArray(excludes) ? excludes : memberOf(excludes, String(valueAt(were, path))) ?? [];
  const servants = SERVANTS.filter(({ served }) => served.some((each) => isUnder(path, each) || isUnder(each, path)));
  return [...[...filled, ...excluded as readonly string[]].map((name) => [...above, name]), ...servants.map((each) => each.path)];
}

/** Second factors go back together; the mode that ends them all says so of all. */
function areFactorsDropped(former: Declaration, desired: Declaration | undefined): boolean {
  return managesFactors(former) && !(desired && saysFactors(desired.settings));
}
