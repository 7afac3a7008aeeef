import { setTimeout as wait } from 'node:timers/promises';

/** Time and chance, injected, so that a test of minutes takes none. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Rejects when `signal` aborts, so that no timer outlives its purpose. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to, but not including, 1. */
  random(): number;
}

export const REAL_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
  random: () => Math.random(),
};

/**
 * The pause after the `attempt`th failure (from 1), with full jitter: many functions that were throttled together
 * spread over the whole interval, instead of coming back together.
 */
export function jitter(clock: Clock, attempt: number, base: number, cap: number): number {
  return Math.round(clock.random() * Math.min(cap, base * 2 ** (attempt - 1)));
}
