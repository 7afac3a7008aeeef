import type { Action } from '../wire/api';
import type { JsonObject } from '../wire/json';

/** The four verbs by which the update reaches the service; answers and requests are loss-free JSON. */
export interface UserPoolPort {
  /** The `UserPool` member of the answer. */
  describeUserPool(userPoolId: string): Promise<JsonObject>;
  getUserPoolMfaConfig(userPoolId: string): Promise<JsonObject>;
  updateUserPool(request: JsonObject): Promise<void>;
  setUserPoolMfaConfig(request: JsonObject): Promise<void>;
  /** The same port, with the time that is kept for putting a pool back as it was. */
  wayBack(): UserPoolPort;
}

/** Codes of a port's own faults that the update has an answer to. */
export const NO_ANSWER = 'NoAnswer';
export const STALE_READ = 'StaleRead';

/**
 * A refusal of the service, or a fault on the way to it under a code of the port's own, such as `NoAnswer`.
 */
export class ServiceError extends Error {
  constructor(
    /** The exception as the service names it, such as `InvalidParameterException`. */
    readonly code: string,
    /** The service's own words. */
    message: string,
    readonly action: Action,
    /** What it came from. */
    override readonly cause?: ServiceError,
  ) {
    super(message);
    this.name = 'ServiceError';
  }
}
