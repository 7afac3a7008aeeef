import { PASSWORD_POLICY as ROW } from '../../core/ledger/password-policy';
import type { Json, JsonObject } from '../../core/wire/json';

export const PASSWORD_POLICY = ['Policies', 'PasswordPolicy'];

/** The policy of a pool that was never given one, as far as the service does not read it out of an absent member. */
const DEFAULTS: JsonObject = Object.fromEntries(Object.entries(ROW.members).flatMap(([name, { clear, default: standard }]): [string, Json][] =>
  clear?.by === 'value' && standard === undefined ? [[name, clear.value]] : []));

/** What is given of a policy, and the rest as a new pool has it. */
export function wholePolicy(policy: JsonObject): JsonObject {
  return { ...DEFAULTS, ...policy };
}

/** What is given of a policy, and the rest as the service fills it (H9): less than a pool without a policy has. */
export function filledPolicy(policy: JsonObject): JsonObject {
  return { ...DEFAULTS, ...Object.fromEntries(Object.entries(ROW.members).flatMap(([name, { kind }]) => kind === 'flag' ? [[name, false]] : [])), ...policy };
}
