import type { Clock } from './clock';
import { FAULT } from './fault';
import { isWrite, type Verdict } from './verdict';
import type { Action, ReadAction, WriteAction } from '../src/core/wire/api';

/** In lengths of our write: how long the look after it waits for a writer whom we could not see. */
const LINGER_CALLS = 7;
/** A write that takes longer is an accident, not the measure of other writers. */
const LONGEST_MS = 1_000;

/** The read that tells what a write replaces. */
export const READ_OF: Readonly<Record<WriteAction, ReadAction>> = {
  UpdateUserPool: 'DescribeUserPool',
  SetUserPoolMfaConfig: 'GetUserPoolMfaConfig',
};

/**
 * When a run may read and write. Cognito has no etag, and keeps the last of two updates: two writers that own different
 * settings of one pool both get them only if the one that was overwritten looks late enough to see it.
 *
 * Of two such writers the other one has read before our write, and is done four of its round trips later: two reads and at
 * most three writes are eight ways from the first being processed to the last. A pause between them does not count, since
 * then what the write replaces is read once more. Our look is processed eight of our round trips after our write: seven of
 * lingering, and half of each call. Hence the law: no update is lost as long as no call of another writer takes more than
 * twice as long as our write.
 */
export class Pace {
  private nextLook = 0;
  private readonly old = new Set<Action>();

  constructor(private readonly clock: Clock) {}

  /** How long this call has to wait: only a read that follows a write has to. */
  linger(action: Action): number {
    return isWrite(action) ? 0 : Math.max(0, this.nextLook - this.clock.now());
  }

  /** Whether a pause has given others the time to change what this write replaces since it was read. */
  isOnOldRead(action: Action): boolean {
    return isWrite(action) && this.old.has(READ_OF[action]);
  }

  /** Something went wrong and was waited for. */
  paused(): void {
    Object.values(READ_OF).forEach((read) => this.old.add(read));
  }

  /** An attempt, begun at that time, has ended now. */
  attempted(action: Action, begin: number, verdict: Verdict): void {
    const succeeded = 'value' in verdict;
    if (succeeded) this.old.delete(action);
    if (isWrite(action) && (succeeded || verdict.error.code === FAULT.NO_ANSWER)) {
      const now = this.clock.now();
      const took = Math.min(LONGEST_MS, now - begin);
      // A part of a call by chance: two that overwrite each other must not stay in step.
      this.nextLook = now + Math.round(took * (LINGER_CALLS + this.clock.random()));
    }
  }
}
