import { setImmediate as turn } from 'node:timers/promises';

/** Time that passes only when everybody sleeps; whoever wakes first goes on first: the same draws take the same course. */
export class VirtualTime {
  private time = 0;
  private readonly sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  now(): number {
    return this.time;
  }

  async sleep(ms: number): Promise<void> {
    return new Promise((wake) => this.sleepers.push({ at: this.time + ms, wake }));
  }

  async during<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const end = () => { isDone = true; };
    work.then(end, end);
    for (;;) {
      // What needs no time goes on here.
      await turn();
      if (isDone) return work;
      // A stable sort: of those with the same time, who slept first.
      this.sleepers.sort((a, b) => a.at - b.at);
      const next = this.sleepers.shift();
      if (!next) throw new Error('somebody waits for something other than time');
      this.time = next.at;
      next.wake();
    }
  }
}
