import type { Json, JsonObject } from '../wire/json';
import type { Path } from '../wire/path';

/** What is known of a pool when the controls are asked. */
export interface KnownSettings {
  /** In the API's shape, both APIs' members side by side; numbers and booleans may be text, as templates have them. */
  readonly settings: JsonObject;
  /** Whether the settings are all of the pool: an absent one has the service's default. Otherwise nobody knows it. */
  readonly isWhole: boolean;
  /** Whether only the deployment tells this value: a token, an intrinsic function. */
  isUnknown(value: Json): boolean;
}

/** One value that a control asks for. */
export interface Demand {
  /** The setting, in the API's spelling. */
  readonly path: string;
  /** What is asked for, after `asks for`. */
  readonly asks: string;
  /** What to do about a value that is not so. */
  readonly remedy: string;
  /** Asked of a known value; `undefined` is a setting that is absent and has no default. */
  breaks(value: Json | undefined): boolean;
}

/** Pools that a control is not about are those whose setting is otherwise, or not known. */
export interface Scope {
  readonly path: string;
  /** The pools that it is about, after `while`. */
  readonly says: string;
  includes(value: Json | undefined): boolean;
}

export interface Control {
  /** As its source names it. */
  readonly id: string;
  /** cdk-nag's own; of Security Hub, critical and high severities are errors. */
  readonly level: 'error' | 'warning';
  readonly title: string;
  /** Broken by a pool that breaks any of them. */
  readonly demands: readonly Demand[];
  readonly scope?: Scope;
  /** Where the condition was read, and when. */
  readonly evidence: string;
}

export interface ControlFinding {
  readonly id: string;
  readonly level: 'error' | 'warning';
  /** The first setting that breaks the control, in the API's spelling. */
  readonly path: Path;
  /** What is, what the control asks for and what to do, in the words of the props. */
  readonly sentence: string;
}
