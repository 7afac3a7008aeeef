/**
 * So many at a time, the others in order: what a limit of the function's concurrency could be at best. By its documentation
 * Lambda does not keep the order, but tries each waiting invocation again after 1 second and then ever later, up to 5 minutes.
 */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    while (this.running >= this.atOnce) await new Promise<void>((turn) => this.waiting.push(turn));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
