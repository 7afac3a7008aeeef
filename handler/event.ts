import type { JsonObject } from '../src/core/wire/json';

/** What CloudFormation sends to a custom resource; the members that only some requests have are optional. */
export interface CloudFormationEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly ResourceType?: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties?: JsonObject;
  readonly OldResourceProperties?: JsonObject;
}

/** The part of Lambda's context that is of use here. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** How a run ended, before it is put into the words of CloudFormation's protocol. */
export interface Ending {
  readonly status: 'SUCCESS' | 'FAILED';
  readonly physicalResourceId: string;
  /** Set when, and only when, the run failed. */
  readonly reason?: string;
  /** Sorted; set when a Create or an Update of settings succeeded. */
  readonly changedPaths?: readonly string[];
  /** The captured pool, packed; set when a capture succeeded. */
  readonly before?: string;
}
