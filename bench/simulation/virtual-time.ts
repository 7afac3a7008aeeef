import { setImmediate as turn } from 'node:timers/promises';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Time that passes only when all work sleeps: minutes take milliseconds, and the same work takes the same course again. */
export class VirtualTime {
  private time = 0;
  /** By the time of waking; of those with the same time, who slept first. */
  private readonly sleepers: Sleeper[] = [];

  now(): number {
    return this.time;
  }

  async sleep(ms: number): Promise<void> {
    return new Promise((wake) => this.enqueue({ at: this.time + ms, wake }));
  }

  /** Lets time pass until the work is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const end = () => { done = true; };
    work.then(end, end);
    for (;;) {
      // All that can go on without time goes on here.
      await turn();
      if (done) return work;
      const next = this.sleepers.shift();
      if (!next) throw new Error('the simulated work waits for something other than time');
      this.time = next.at;
      next.wake();
    }
  }

  private enqueue(sleeper: Sleeper): void {
    let [from, to] = [0, this.sleepers.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (this.sleepers[middle].at <= sleeper.at) from = middle + 1;
      else to = middle;
    }
    this.sleepers.splice(from, 0, sleeper);
  }
}
