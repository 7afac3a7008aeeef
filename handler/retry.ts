import { jitter, type Clock } from './clock';
import { FAULT } from './fault';
import type { Log } from './log';
import type { Verdict } from './verdict';
import { ServiceError } from '../src/core/apply/port';
import type { Action } from '../src/core/wire/api';
import type { JsonObject } from '../src/core/wire/json';

/** Long enough for the slowest update, short enough that a silent network is not taken for one. */
const CALL_TIMEOUT_MS = 20_000;
/** A call that starts with less has no chance, and its timeout would hide what took the time. */
const LEAST_MS = 200;
const FEW = 5;
/** IAM takes ten seconds or so; a role that is simply wrong must not hold up a deployment much longer. */
const SETTLING_MS = 30_000;
const BASE_MS = 250;
/** Another writer, or a write whose answer was lost, takes as long as an update of a pool does. */
const RESTART_BASE_MS = 1_000;
const CAP_MS = 8_000;

/**
 * Repeats single calls until a deadline. `@smithy/util-retry` would add 15 KB, and knows neither a deadline nor a
 * request that must not be repeated: hence these lines.
 */
export class Retry {
  private restarts = 0;
  private lastFailure: ServiceError | undefined;

  constructor(private readonly clock: Clock, private readonly deadline: number, private readonly log: Log) {}

  async run(action: Action, attempt: (timeoutMs: number) => Promise<Verdict>): Promise<JsonObject> {
    const begin = this.clock.now();
    for (let attempts = 1; ; attempts++) {
      const left = this.deadline - this.clock.now();
      if (left < LEAST_MS) throw new ServiceError(FAULT.OUT_OF_TIME, `the time of this run was used up${this.cause()}`, action);

      const verdict = await attempt(Math.min(CALL_TIMEOUT_MS, left));
      if ('value' in verdict) return verdict.value;

      const { error, again } = verdict;
      this.lastFailure = error;
      // The core has no clock, so the pause before it reads again is made here, and grows from one restart to the next.
      const failures = again === 'restart' ? ++this.restarts : attempts;
      const pause = jitter(this.clock, failures, again === 'restart' ? RESTART_BASE_MS : BASE_MS, CAP_MS);
      const end = again === 'settling' ? Math.min(this.deadline, begin + SETTLING_MS) : this.deadline;
      const final = again === 'never' || (again === 'few' && attempts >= FEW) || this.clock.now() + pause + LEAST_MS >= end;
      const details = { action, attempt: failures, code: error.code };
      if (final) {
        this.log.warn('call failed', details);
        throw error;
      }
      this.log.warn('call failed, pausing', { ...details, pause });
      await this.clock.sleep(pause);
      if (again === 'restart') throw error;
    }
  }

  private cause(): string {
    return this.lastFailure ? `, last by ${this.lastFailure.action}: ${this.lastFailure.code}` : '';
  }
}
