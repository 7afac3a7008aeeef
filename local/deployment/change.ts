import { isDeepStrictEqual } from 'node:util';
import { attempt, attemptAsync } from './attempt';
import type { CompiledTemplate } from './compiled-template';
import type { StackEnvironment } from './environment';
import type { StackEvent } from './events';
import type { LiveResource, LiveResources } from './live-resources';
import { standsOn } from './order';
import { ResourceFailure, ResourceRefusal, type ResourceModel, type ResourceResult } from './resource-model';
import { isCustom } from './template';

export interface ChangeContext {
  readonly live: LiveResources;
  readonly environment: StackEnvironment;
  model(type: string): ResourceModel;
  emit(event: StackEvent): void;
}

type Named = Pick<StackEvent, 'logicalId' | 'type' | 'physicalId'>;

/** A resource could not be created or updated. */
export class ChangeFailure extends Error {
  public override readonly name = 'ChangeFailure';

  constructor(public readonly logicalId: string, public readonly verb: 'create' | 'update', reason: string) {
    super(reason);
  }
}

/**
 * One run of CloudFormation over a stack: towards a template, back to the former one if that fails, and at the end the
 * removal of what neither needs. It remembers what it touched, so that the way back touches nothing else.
 */
export class Change {
  private readonly touched = new Set<string>();
  /** Every state that a later one took the place of: if it had another physical id, it still is somewhere. */
  private readonly superseded: LiveResource[] = [];

  constructor(private readonly context: ChangeContext) {}

  /** Creates and updates in the order of dependencies; throws at the first that fails, as what comes after never starts. */
  public async towards(target: CompiledTemplate): Promise<void> {
    for (const logicalId of target.order) {
      const former = this.context.live.get(logicalId);
      if (former) await this.update(former, target);
      else await this.create(logicalId, target);
    }
  }

  /** Takes what was touched back to the former template, in the order of its dependencies: it is an update as any other. */
  public async backTo(former: CompiledTemplate): Promise<void> {
    for (const logicalId of former.order.filter((name) => this.touched.has(name))) {
      const replaced = this.replacedBy(this.context.live.get(logicalId)!);
      if (replaced) this.restore(replaced);
      else await this.update(this.context.live.get(logicalId)!, former);
    }
  }

  /**
   * Deletes what was replaced and what `kept` does not have, last created first; `leaving` knows in which order that
   * was. Gives the resources whose deletion failed; what those stand on stays too.
   */
  public async cleanup(leaving: CompiledTemplate, kept?: CompiledTemplate, rollbackOfCreation = false): Promise<string[]> {
    const failed: string[] = [];
    const needed = new Set<string>();
    for (const logicalId of [...leaving.order].reverse()) {
      const current = this.context.live.get(logicalId);
      const gone = kept?.resources[logicalId] === undefined ? current : undefined;
      const former = this.superseded.filter((state) => state.logicalId === logicalId);
      const replaced = former.filter((state) => state.physicalId !== current?.physicalId);
      const states = new Map([...replaced, ...gone ? [gone] : []].map((state) => [state.physicalId, state]));
      for (const state of states.values()) {
        if (needed.has(logicalId)) continue;
        const { DeletionPolicy, UpdateReplacePolicy } = leaving.resources[logicalId];
        const policy = state === gone ? DeletionPolicy : UpdateReplacePolicy;
        const retained = policy === 'Retain' || (policy === 'RetainExceptOnCreate' && !rollbackOfCreation);
        if (await this.delete(state, retained)) continue;
        failed.push(logicalId);
        standsOn(logicalId, leaving.dependencies).forEach((name) => needed.add(name));
      }
      if (gone && !failed.includes(logicalId) && !needed.has(logicalId)) this.context.live.forget(logicalId);
    }
    return failed;
  }

  private async create(logicalId: string, target: CompiledTemplate): Promise<void> {
    const { live, environment } = this.context;
    const { Type: type } = target.resources[logicalId];
    this.emit('CREATE_IN_PROGRESS', { logicalId, type });
    const properties = attempt(() => target.properties(logicalId, live));
    const result = properties instanceof Error ? properties
      : await attemptAsync(async () => this.context.model(type).create({ logicalId, type, properties, environment }));
    const asked = properties instanceof Error ? {} : properties;
    const created = { logicalId, type, properties: asked };
    if (result instanceof Error) {
      const left = result instanceof ResourceFailure ? result.physicalId : undefined;
      if (left !== undefined) live.put({ ...created, physicalId: left, attributes: {}, failed: true });
      this.emit('CREATE_FAILED', { logicalId, type, physicalId: left }, result.message);
      throw new ChangeFailure(logicalId, 'create', result.message);
    }
    live.put({ ...created, physicalId: result.physicalId, attributes: result.attributes ?? {} });
    this.emit('CREATE_COMPLETE', live.get(logicalId)!);
  }

  private async update(former: LiveResource, target: CompiledTemplate): Promise<void> {
    const { live, environment } = this.context;
    const { logicalId, type } = former;
    const properties = attempt(() => target.properties(logicalId, live));
    if (!(properties instanceof Error) && !former.failed && isDeepStrictEqual(properties, former.properties)) {
      return;
    }
    this.emit('UPDATE_IN_PROGRESS', former);
    const model = this.context.model(type);
    const request = { logicalId, type, environment, physicalId: former.physicalId, oldProperties: former.properties };
    const result = properties instanceof Error ? new ResourceRefusal(properties.message)
      : await attemptAsync<ResourceResult>(async () => model.update?.({ ...request, properties }) ?? former);
    if (properties instanceof Error || result instanceof Error) {
      // What was tried may have changed something: the way back passes here again.
      if (!(properties instanceof Error || result instanceof ResourceRefusal)) {
        this.supersede(former, { ...former, properties, physicalId: leftBy(result) ?? former.physicalId, failed: true });
      }
      const reason = (result as Error).message;
      this.emit('UPDATE_FAILED', live.get(logicalId)!, reason);
      throw new ChangeFailure(logicalId, 'update', reason);
    }
    const { physicalId, attributes = {} } = result;
    this.supersede(former, { logicalId, type, physicalId, properties, attributes });
    this.emit('UPDATE_COMPLETE', live.get(logicalId)!);
  }

  /** What CloudFormation goes back to without a call. A custom resource is asked even then, and answers with its former id. */
  private replacedBy({ logicalId, type, physicalId }: LiveResource): LiveResource | undefined {
    const original = this.superseded.find((state) => state.logicalId === logicalId);
    return isCustom(type) || original?.physicalId === physicalId ? undefined : original;
  }

  private restore(original: LiveResource): void {
    this.supersede(this.context.live.get(original.logicalId)!, original);
    this.emit('UPDATE_COMPLETE', original);
  }

  private supersede(former: LiveResource, next: LiveResource): void {
    this.touched.add(former.logicalId);
    this.superseded.push(former);
    this.context.live.put(next);
  }

  private async delete(state: LiveResource, retained: boolean): Promise<boolean> {
    if (retained) {
      this.emit('DELETE_SKIPPED', state);
      return true;
    }
    const { logicalId, type, physicalId, properties } = state;
    this.emit('DELETE_IN_PROGRESS', state);
    const result = await attemptAsync(async () => this.context.model(type).delete?.({
      logicalId, type, physicalId, properties, environment: this.context.environment,
    }));
    if (result instanceof Error) {
      this.emit('DELETE_FAILED', state, result.message);
    } else {
      this.context.live.ended(state);
      this.emit('DELETE_COMPLETE', state);
    }
    return !(result instanceof Error);
  }

  private emit(status: StackEvent['status'], { logicalId, type, physicalId }: Named, reason?: string): void {
    const known = { ...physicalId === undefined ? {} : { physicalId }, ...reason === undefined ? {} : { reason } };
    this.context.emit({ logicalId, type, status, ...known });
  }
}

function leftBy(result: ResourceResult | Error): string | undefined {
  return result instanceof ResourceFailure ? result.physicalId : undefined;
}
