import { difference, type Change } from './difference';
import { settingsOf, type Settings } from './settings';
import type { EmbeddedCognito, LoggedRequest } from '../cognito';

/** What somebody's doing did to a pool: read in the pool before and after, never asked of whoever did it. */
export interface Observation<T> {
  readonly result: T;
  readonly before: Settings;
  readonly after: Settings;
  readonly changes: readonly Change[];
  readonly calls: readonly LoggedRequest[];
}

export async function observe<T>(cognito: EmbeddedCognito, userPoolId: string, doing: () => Promise<T>): Promise<Observation<T>> {
  const before = settingsOf(cognito, userPoolId);
  const callsBefore = cognito.requests.length;
  const result = await doing();
  const after = settingsOf(cognito, userPoolId);
  return { result, before, after, changes: difference(before, after), calls: cognito.requests.slice(callsBefore) };
}

/** How many settings are as they were. */
export function untouched({ before, changes }: Pick<Observation<unknown>, 'before' | 'changes'>): number {
  return before.size - changes.filter((change) => change.before !== undefined).length;
}
