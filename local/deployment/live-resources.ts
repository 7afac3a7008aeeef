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
  private readonly replaced = new Set<LiveResource>();

  public get(logicalId: string): LiveResource | undefined {
    return this.resources.get(logicalId);
  }

  public all(): LiveResource[] {
    return [...this.resources.values()];
  }

  /** What is really there: also what has been replaced, until the cleanup deletes it. */
  public standing(): LiveResource[] {
    return [...this.replaced, ...this.all()];
  }

  public put(resource: LiveResource): void {
    const former = this.resources.get(resource.logicalId);
    this.ended(resource);
    if (former && former.physicalId !== resource.physicalId) this.replaced.add(former);
    this.resources.set(resource.logicalId, resource);
  }

  /** What was replaced is gone, or is current again. */
  public ended({ logicalId, physicalId }: LiveResource): void {
    for (const each of this.replaced) if (each.logicalId === logicalId && each.physicalId === physicalId) this.replaced.delete(each);
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
