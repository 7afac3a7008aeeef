import type { LiveNames } from './compiled-template';
import { isCustom } from './template';
import type { Json, JsonObject } from '../../src/core/wire/json';

/** A resource that is there, as CloudFormation remembers it. */
export interface LiveResource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly properties: JsonObject;
  readonly attributes: Readonly<Record<string, Json>>;
  /** Its last change failed: what it is like is not known. */
  readonly failed?: boolean;
}

/** The resources of a stack, and what their names stand for. */
export class LiveResources implements LiveNames {
  private readonly resources = new Map<string, LiveResource>();

  public get(logicalId: string): LiveResource | undefined {
    return this.resources.get(logicalId);
  }

  public all(): LiveResource[] {
    return [...this.resources.values()];
  }

  public put(resource: LiveResource): void {
    this.resources.set(resource.logicalId, resource);
  }

  public forget(logicalId: string): void {
    this.resources.delete(logicalId);
  }

  public ref(logicalId: string): Json | undefined {
    return this.resources.get(logicalId)?.physicalId;
  }

  public attribute(logicalId: string, name: string): Json {
    const resource = this.resources.get(logicalId);
    if (!resource) throw new Error(`Resource ${logicalId} does not exist`);
    const value = resource.attributes[name];
    if (value !== undefined && value !== null) return value;
    throw new Error(isCustom(resource.type)
      ? `CustomResource attribute error: Vendor response doesn't contain ${name} key in object of ${logicalId}`
      : `${logicalId}, of type ${resource.type}, has no attribute ${name} in the local deployment: give a model by 'resources'`);
  }
}
