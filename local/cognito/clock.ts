/** Milliseconds since 1970. */
export interface Clock {
  now(): number;
}

export interface FakeClock extends Clock {
  advance(milliseconds: number): void;
}

export const systemClock: Clock = { now: () => Date.now() };

export function fakeClock(start: number = Date.UTC(2026, 0, 1)): FakeClock {
  let time = start;
  return {
    now: () => time,
    advance: (milliseconds) => { time += milliseconds; },
  };
}

/** The wire's timestamps are seconds with a fraction; a write is never as old as the one before, even within a millisecond. */
export function timestampAfter(clock: Clock, previous: number): number {
  const now = Math.round(clock.now()) / 1000;
  return now > previous ? now : Math.round(previous * 1000 + 1) / 1000;
}
