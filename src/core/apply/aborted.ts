/** In which state a failed run left the pool. */
export interface Aftermath {
  /** The settings that are not as before; empty: all of them are. */
  readonly left: readonly string[];
  /** Whether the pool could be read afterwards; otherwise `left` is what may not be as before. */
  readonly isCertain: boolean;
}

/** A run that failed after it had begun to write. */
export class Aborted extends Error {
  constructor(readonly reason: unknown, readonly aftermath: Aftermath) {
    super('aborted');
    this.name = 'Aborted';
  }
}
