import type { Json } from '../wire/json';

/** A value that only the deployment or the live pool can tell: a token, or a setting that is not declared here. */
export const UNKNOWN: unique symbol = Symbol('unknown');
export type Seen = Json | undefined | typeof UNKNOWN;

/** A law across settings. It sees the values at its paths and says what is wrong, or nothing. */
export interface Rule {
  /** Stable: warnings are acknowledged by it. */
  readonly id: string;
  /** The paths of the values that it is given, in this order; a finding stands at the first. */
  readonly reads: readonly string[];
  /** Asks only which of the values are there: a token that is there is one, whatever it will be. */
  readonly asksPresence?: readonly string[];
  /** Asked when every value is known; what it returns is always wrong. */
  check?(...values: readonly (Json | undefined)[]): string | undefined;
  /** Asked at synth when `check` cannot decide, or where documentation and service disagree: at most a warning. */
  doubt?(...values: readonly Seen[]): string | undefined;
}

export interface Finding {
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /** In the API's spelling. */
  readonly path: readonly string[];
  /** Whether the value may be shown beside the sentence. */
  readonly got?: Json;
  /** What is allowed and what to do; it never carries the value. */
  readonly sentence: string;
}
