import * as fc from 'fast-check';
import { fault, type EmbeddedCognito, type ScriptedFault } from '../../local/cognito';

/** Something that goes wrong at the calls of a run, counted from its first, the calls of its way back among them. */
export interface Trouble {
  readonly kind: keyof typeof KINDS;
  readonly nth: number;
  readonly times: number;
}

/** Throttling and refusals are final at this level: whatever may pass has been waited for by then. */
const KINDS = {
  throttling: fault.throttling,
  internalError: fault.internalError,
  concurrentModification: fault.concurrentModification,
  accessDenied: () => fault.accessDenied('cognito-idp:Any'),
  reset: fault.reset,
  lostReply: fault.lostReply,
} satisfies Record<string, () => ScriptedFault['fault']>;

export const KINDS_OF_TROUBLE = Object.keys(KINDS) as (keyof typeof KINDS)[];

const trouble = (calls: number): fc.Arbitrary<Trouble> => fc.record({
  kind: fc.constantFrom(...KINDS_OF_TROUBLE),
  nth: fc.integer({ min: 1, max: calls }),
  times: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(Infinity) }),
});

/** One fault ends few runs: a second and a third meet the attempt after it, or the way back. */
export const troubles = (calls = 12): fc.Arbitrary<Trouble[]> => fc.array(trouble(calls), { minLength: 1, maxLength: 3 });

export function troubling(cognito: EmbeddedCognito, all: readonly Trouble[]): void {
  cognito.faults.clear();
  for (const { kind, nth, times } of all) cognito.faults.add({ nth, times, fault: KINDS[kind]() });
}
