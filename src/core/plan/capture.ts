import type { JsonObject } from '../wire/json';

/** A pool as it was at one moment. */
export interface Capture {
  readonly pool: JsonObject;
  readonly mfa: JsonObject;
}
