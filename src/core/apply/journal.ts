import type { Comparable, Live } from '../plan/live';
import type { Plan } from '../plan/plan';
import type { WriteAction } from '../wire/api';
import type { JsonObject } from '../wire/json';
import { unique, type Path } from '../wire/path';

/** What a run did to a pool, so that it can be taken back. */
export class Journal {
  /** The writes that were made, those whose answer never came included. */
  readonly done = new Set<WriteAction>();
  private snapshot: Live | undefined;
  private paths: readonly Path[] = [];
  private last: Plan | undefined;
  private asked: JsonObject = {};

  /** Before each attempt; as long as nothing was written, the pool as it is now is what there is to go back to. */
  intend(live: Live, plan: Plan, asked: JsonObject): void {
    if (this.done.size === 0) {
      this.snapshot = live;
      this.paths = [];
    }
    this.paths = unique([...this.paths, ...plan.changedPaths]);
    this.last = plan;
    this.asked = asked;
  }

  /** What a write took with it that nobody asked for: it is not as before, either. */
  lost(paths: readonly Path[]): void {
    this.paths = unique([...this.paths, ...paths]);
  }

  wrote(action: WriteAction): void {
    this.done.add(action);
  }

  /** Nothing, as long as nothing was written. */
  get entry(): Entry | undefined {
    const { snapshot: before, last, paths: changed, asked } = this;
    return before && last && this.done.size > 0 ? { before, changed, asked, expected: last.expected, done: this.done } : undefined;
  }
}

export interface Entry {
  /** The pool before the first write. */
  readonly before: Live;
  readonly changed: readonly Path[];
  /** What the pool was to have. */
  readonly expected: Comparable;
  readonly asked: JsonObject;
  readonly done: ReadonlySet<WriteAction>;
}
