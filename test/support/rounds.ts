import { WRITES } from './in-process-port';
import type { EmbeddedCognito } from '../../local/cognito';
import type { JsonObject } from '../../src/core/wire/json';

/** What a run sent until it looked again. */
export function firstRound(cognito: EmbeddedCognito): { readonly action: string; readonly request: JsonObject }[] {
  const isWrite = ({ action }: { readonly action: string }) => WRITES.includes(action);
  const begin = cognito.requests.findIndex(isWrite);
  if (begin < 0) return [];
  const sent = cognito.requests.slice(begin);
  const end = sent.findIndex((request) => !isWrite(request));
  return sent.slice(0, end < 0 ? undefined : end).map(({ action, request }) => ({ action, request }));
}

/** How often it wrote and looked. */
export function roundsOf(cognito: EmbeddedCognito): number {
  const isWrite = cognito.requests.map(({ action }) => WRITES.includes(action));
  return isWrite.filter((write, index) => write && !isWrite[index - 1]).length;
}
