/**
 * A token bucket, as AWS keeps its quotas: filled all the time, holding at most one second's worth. How much Cognito's
 * buckets hold is not documented; less only makes the first second slower. A refused call takes no token.
 */
export class Quota {
  passed = 0;
  refused = 0;
  private tokens: number;
  private filledAt = 0;

  constructor(private readonly perSecond: number, private readonly now: () => number) {
    this.tokens = perSecond;
  }

  takes(): boolean {
    const now = this.now();
    this.tokens = Math.min(this.perSecond, this.tokens + (now - this.filledAt) / 1000 * this.perSecond);
    this.filledAt = now;
    if (this.tokens < 1) {
      this.refused += 1;
      return false;
    }
    this.tokens -= 1;
    this.passed += 1;
    return true;
  }
}
