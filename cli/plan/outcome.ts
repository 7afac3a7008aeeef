import type { PlannedCall } from './calls';
import type { Change } from './changes';
import type { UnknownSetting } from './declared';
import type { Finding } from '../../src/core/rules/rule';

/** What would become of a pool by one construct. */
export interface Planned {
  readonly changes: readonly Change[];
  readonly calls: readonly PlannedCall[];
  /** How many settings of the pool stay as they are, where it was read. */
  readonly kept?: number;
  readonly unknown: readonly UnknownSetting[];
  /** Why the deployment would fail. */
  readonly refusal?: string;
  /** Why nobody can tell with these credentials; the deployment has others. */
  readonly failure?: string;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}
