import { NetworkFault, type CognitoRefusal } from './errors';
import type { JsonObject } from './json';

/** Something that happens to calls, whatever the service would have answered. */
export interface ScriptedFault {
  /** The action it happens to. @default - every action */
  readonly action?: string;
  /** Which requests of that action count. @default - all */
  readonly when?: (request: JsonObject) => boolean;
  /** The first of the counted calls that it happens to, from now on, beginning with 1. @default 1 */
  readonly nth?: number;
  /** To how many calls in a row, `Infinity` for all to come. @default 1 */
  readonly times?: number;
  /** Runs before the call is processed: another writer who is a little faster. */
  readonly before?: (request: JsonObject) => void;
  /** Runs after the call was processed with success: another writer who is a little later. */
  readonly after?: (request: JsonObject) => void;
  /** What the caller gets, see fault-kinds.ts. @default - the service's own answer */
  readonly fault?: CognitoRefusal | NetworkFault;
}

export interface Faults {
  add(fault: ScriptedFault): void;
  clear(): void;
}

/** A list of faults, and the way in which they change a call. */
export interface FaultScript extends Faults {
  around(action: string, request: JsonObject, perform: () => JsonObject): JsonObject;
}

export function faultScript(): FaultScript {
  let scripted: { readonly fault: ScriptedFault; seen: number }[] = [];

  /** Counts the call, also by the faults that are not due yet. */
  function dueFor(action: string, request: JsonObject): ScriptedFault[] {
    return scripted.filter((entry) => {
      const { fault } = entry;
      if (fault.action !== undefined && fault.action !== action) return false;
      if (fault.when && !fault.when(request)) return false;
      entry.seen += 1;
      const first = fault.nth ?? 1;
      return entry.seen >= first && entry.seen < first + (fault.times ?? 1);
    }).map(({ fault }) => fault);
  }

  return {
    add: (fault) => { scripted.push({ fault, seen: 0 }); },
    clear: () => { scripted = []; },
    around: (action, request, perform) => {
      if (scripted.length === 0) return perform();
      const due = dueFor(action, request);
      for (const { before } of due) before?.(request);
      const fault = due.find((entry) => entry.fault !== undefined)?.fault;
      if (fault && !(fault instanceof NetworkFault && fault.processed)) throw fault;
      try {
        const answer = perform();
        for (const { after } of due) after?.(request);
        if (fault === undefined) return answer;
      } catch (refusal) {
        if (fault === undefined) throw refusal;
      }
      // The reply is lost, whatever it said.
      throw fault;
    },
  };
}
