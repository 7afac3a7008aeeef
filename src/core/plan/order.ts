import { withoutSharedSms } from './shared-sms';
import { MEANWHILE } from '../ledger/meanwhile';
import { checkMerged } from '../rules/check';
import { RULES } from '../rules/rules';
import { pick, type JsonObject } from '../wire/json';
import { parsePath, type Path } from '../wire/path';

/** What one API writes of a pool, as it is and as it shall be. */
export interface Side {
  readonly now: JsonObject;
  readonly then: JsonObject;
  readonly changed: readonly Path[];
}

/** What the pool is written as before and after its second factors change; absent: it is not written then. */
export interface Order {
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

export const NOT_WRITTEN: Order = {};

/**
 * The pool comes first, so that a refusal comes while nothing is weaker than before (H4). Where as it shall be it cannot
 * stand beside second factors as they are, these come first. And where they in their turn cannot stand beside the pool as it
 * is, the pool is written twice, the first time without what is in the way: as it was, or else as the ledger has it meanwhile.
 */
export function orderOf(userPoolId: string, pool: Side, mfa: Side | undefined): Order {
  if (!mfa) return { before: pool.then };
  const isRefused = (settings: JsonObject, factors: JsonObject, changed: readonly Path[]) =>
    checkMerged(userPoolId, { ...settings, ...withoutSharedSms(factors) }, changed);
  const inTheWay = isRefused(pool.then, mfa.now, pool.changed);
  if (inTheWay.length === 0) return { before: pool.then };
  if (isRefused(pool.now, mfa.then, mfa.changed).length === 0) return { after: pool.then };

  const held = new Set(inTheWay.flatMap(({ rule }) => RULES.find(({ id }) => id === rule)!.reads).map((read) => parsePath(read)[0]));
  const kept = { ...pick(pool.then, (name) => !held.has(name)), ...pick(pool.now, (name) => held.has(name)) };
  const isInTheWay = (name: string) => held.has(name) && pool.changed.some(([changed]) => changed === name);
  const half = [kept, { ...kept, ...pick(MEANWHILE, isInTheWay) }].find((settings) =>
    isRefused(settings, mfa.now, pool.changed).length === 0 && isRefused(settings, mfa.then, mfa.changed).length === 0);
  return half ? { before: half, after: pool.then } : { before: pool.then };
}
