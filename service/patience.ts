import { jitter, type Clock } from './clock';
import type { Again } from './verdict';
import type { Action } from '../src/core/wire/api';

interface Bounds {
  /** The longest pause after the first failure; it doubles with each further one, up to `cap`. */
  readonly base: number;
  readonly cap: number;
  readonly times?: number;
  /** From the first failure on. */
  readonly millis?: number;
}

/** What has no bound of its own is tried until the run's time is used up. */
const BOUNDS: Readonly<Record<Exclude<Again, 'never'>, Bounds>> = {
  few: { base: 250, cap: 8_000, times: 5 },
  patiently: { base: 500, cap: 4_000 },
  // IAM takes ten seconds or so; a role that is simply wrong must not hold up a deployment much longer.
  settling: { base: 250, cap: 8_000, millis: 30_000 },
  // A permission spreads in a few seconds, and is more often missing than late.
  spreading: { base: 250, cap: 2_000, millis: 15_000 },
  // Another writer, or a write whose answer was lost, takes as long as an update of a pool does.
  restart: { base: 1_000, cap: 8_000 },
};

interface Streak {
  readonly failures: number;
  readonly since: number;
}

/**
 * Counts what fails in a row, over all calls of a run: one that reads again before it repeats a write has not got further
 * by that.
 */
export class Patience {
  private readonly streaks = new Map<Action, Map<Again, Streak>>();

  constructor(private readonly clock: Clock) {}

  succeeded(action: Action): void {
    this.streaks.delete(action);
  }

  /** The failures so far, this one included, and how long to wait for the next attempt, which must begin before `end`. */
  failed(action: Action, again: Again, end: number): { readonly failures: number; readonly pause?: number } {
    const now = this.clock.now();
    const streaks = this.streaks.get(action) ?? new Map<Again, Streak>();
    const { failures, since } = streaks.get(again) ?? { failures: 0, since: now };
    const streak = { failures: failures + 1, since };
    this.streaks.set(action, streaks.set(again, streak));
    if (again === 'never') return { failures: 1 };

    const { base, cap, times = Infinity, millis = Infinity } = BOUNDS[again];
    const pause = jitter(this.clock, streak.failures, base, cap);
    const isFinal = streak.failures >= times || now + pause >= Math.min(end, since + millis);
    return { failures: streak.failures, pause: isFinal ? undefined : pause };
  }
}
