import type { EmbeddedCognito } from '../../local/cognito';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { leavesOf } from '../laws/oracle';

/** All that the two reading APIs tell of a pool. */
export interface Snapshot {
  readonly pool: JsonObject;
  readonly mfa: JsonObject;
}

export function snapshot(cognito: EmbeddedCognito, userPoolId: string): Snapshot {
  return structuredClone({ pool: cognito.pool(userPoolId), mfa: cognito.mfa(userPoolId) });
}

/** What stands for the new value of a leaf that is gone: `undefined` would pass for nothing at all. */
export const GONE = 'gone';

/** The leaves that differ, with their new values; the time of the last write is none. */
export function moved(before: Snapshot, after: Snapshot): Record<string, Json> {
  const [former, young] = [leavesOf({ ...before }), leavesOf({ ...after })];
  const leaves = [...new Set([...former.keys(), ...young.keys()])].filter((leaf) => leaf !== '["pool","LastModifiedDate"]');
  return Object.fromEntries(leaves
    .filter((leaf) => JSON.stringify(former.get(leaf)) !== JSON.stringify(young.get(leaf)))
    .map((leaf) => [(JSON.parse(leaf) as string[]).join('.'), young.has(leaf) ? young.get(leaf)! : GONE]));
}
