import { CognitoRefusal, NetworkFault } from './errors';
import type { JsonObject } from './json';

export interface LoggedRequest {
  readonly action: string;
  /** As it came, in a copy. */
  readonly request: JsonObject;
  /** 'ok', the code of a refusal, or the kind of a network fault. */
  readonly outcome: string;
}

export interface RequestLog {
  readonly entries: readonly LoggedRequest[];
  record(action: string, request: JsonObject, perform: () => JsonObject): JsonObject;
  clear(): void;
}

export function requestLog(): RequestLog {
  const entries: { action: string; request: JsonObject; outcome: string }[] = [];
  return {
    entries,
    record: (action, request, perform) => {
      const entry = { action, request: structuredClone(request), outcome: 'pending' };
      entries.push(entry);
      try {
        const answer = perform();
        entry.outcome = 'ok';
        return answer;
      } catch (error) {
        entry.outcome = outcomeOf(error);
        throw error;
      }
    },
    clear: () => { entries.length = 0; },
  };
}

function outcomeOf(error: unknown): string {
  if (error instanceof CognitoRefusal) return error.code;
  return error instanceof NetworkFault ? error.kind : 'crashed';
}
