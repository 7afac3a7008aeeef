import type { StackEnvironment } from './environment';
import type { Json, JsonObject } from '../../src/core/wire/json';

export interface ResourceRequest {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly environment: StackEnvironment;
}

export interface ExistingResourceRequest extends ResourceRequest {
  readonly physicalId: string;
}

export interface ResourceUpdateRequest extends ExistingResourceRequest {
  readonly oldProperties: JsonObject;
}

export interface ResourceResult {
  readonly physicalId: string;
  /** What Fn::GetAtt reads. */
  readonly attributes?: Readonly<Record<string, Json>>;
}

/**
 * How resources of one type come and go. `create` and `update` give what Ref and Fn::GetAtt read; an update that gives
 * another physical id has replaced the resource: `delete` follows for the former one.
 */
export interface ResourceModel {
  create(request: ResourceRequest): ResourceResult | Promise<ResourceResult>;
  /** @default - changed properties change nothing that other resources see */
  update?(request: ResourceUpdateRequest): ResourceResult | Promise<ResourceResult>;
  /** @default - nothing is left behind */
  delete?(request: ExistingResourceRequest): void | Promise<void>;
}

/** A resource that failed and yet left something: what has this physical id is deleted by the rollback. */
export class ResourceFailure extends Error {
  public override readonly name = 'ResourceFailure';

  constructor(message: string, public readonly physicalId?: string) {
    super(message);
  }
}

/** A change that was refused before anything was tried: there is nothing to take back. */
export class ResourceRefusal extends Error {
  public override readonly name = 'ResourceRefusal';
}
