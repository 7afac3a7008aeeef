import type { Clock } from './clock';
import { FAULT } from './fault';
import type { Log } from './log';
import { Pace } from './pace';
import { Patience } from './patience';
import type { Verdict } from './verdict';
import { ServiceError } from '../src/core/apply/port';
import type { Action } from '../src/core/wire/api';
import type { JsonObject } from '../src/core/wire/json';

/** Long enough for the slowest update, short enough that a silent network is not taken for one. */
const CALL_TIMEOUT_MS = 20_000;
/** A call that starts with less has no chance, and its timeout would hide what took the time. */
const LEAST_MS = 200;

/**
 * Repeats single calls until a deadline. `@smithy/util-retry` would add 15 KB, and knows neither a deadline nor a
 * request that must not be repeated: hence these lines.
 */
export class Retry {
  /** What has not passed since. */
  private lastFailure: ServiceError | undefined;

  constructor(
    private readonly clock: Clock, private readonly deadline: number, private readonly log: Log,
    private readonly pace = new Pace(clock), private readonly patience = new Patience(clock),
  ) {}

  /** The same run with another deadline. */
  until(deadline: number): Retry {
    return new Retry(this.clock, deadline, this.log, this.pace, this.patience);
  }

  async run(action: Action, attempt: (timeoutMs: number) => Promise<Verdict>): Promise<JsonObject> {
    const { clock, pace, patience } = this;
    const linger = Math.min(pace.linger(action), (this.deadline - clock.now()) / 2);
    if (linger > 0) await clock.sleep(linger);
    for (;;) {
      if (pace.isOnOldRead(action)) throw new ServiceError(FAULT.STALE_READ, 'the pool was read before a pause', action);
      const begin = clock.now();
      const left = this.deadline - begin;
      if (left < LEAST_MS) throw this.outOfTime(action);

      const verdict = await attempt(Math.min(CALL_TIMEOUT_MS, left));
      pace.attempted(action, begin, verdict);
      if ('value' in verdict) {
        patience.succeeded(action);
        if (this.lastFailure?.action === action) this.lastFailure = undefined;
        return verdict.value;
      }

      const { error, again } = verdict;
      this.lastFailure = error;
      const { failures, pause } = patience.failed(action, again, this.deadline - LEAST_MS);
      const details = { action, attempt: failures, code: error.code };
      if (pause === undefined) {
        this.log.warn('call failed', details);
        throw error;
      }
      this.log.warn('call failed, pausing', { ...details, pause });
      // The core has no clock: whatever it does next, the pause before it is made here.
      await clock.sleep(pause);
      pace.paused();
      if (again === 'restart') throw error;
    }
  }

  private outOfTime(action: Action): ServiceError {
    const cause = this.lastFailure;
    const last = cause ? `, last by ${cause.action}: ${cause.code}` : '';
    return new ServiceError(FAULT.OUT_OF_TIME, `the time of this run was used up${last}`, action, cause);
  }
}
