import type { Path } from '../../src/core/wire/path';

/** A setting that the pool has and nobody can declare as it is. */
export interface Refused {
  readonly path: Path;
  /** What follows the name of the setting: what is wrong with it, and what to do. */
  readonly sentence: string;
}
