import type { JsonObject } from '../../src/core/wire/json';

/** What the two reads of a pool answered. */
export interface Answers {
  /** The `UserPool` of DescribeUserPool. */
  readonly pool: JsonObject;
  /** What GetUserPoolMfaConfig answered; absent where nobody asked. */
  readonly mfa?: JsonObject;
}
