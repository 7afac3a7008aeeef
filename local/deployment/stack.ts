import { Change, ChangeFailure, type ChangeContext } from './change';
import { CompiledTemplate } from './compiled-template';
import { stackEnvironment, type StackEnvironment } from './environment';
import { STACK_TYPE, type DeploymentResult, type StackEvent, type StackStatus } from './events';
import { LiveResources } from './live-resources';
import type { ResourceModel } from './resource-model';
import { TemplateError, type Template } from './template';

export interface StackOptions {
  readonly stackName: string;
  readonly region: string;
  readonly accountId: string;
  readonly imports: Readonly<Record<string, string>>;
  model(type: string): ResourceModel;
  onEvent(event: StackEvent): void;
}

/** The states from which a stack can be updated. */
const AT_REST: readonly StackStatus[] = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];

/** A stack as CloudFormation keeps it: what the last template was, what is there, and how a change ended. */
export class Stack {
  public outputs: Record<string, string> = {};
  public status?: StackStatus;
  public live = new LiveResources();
  private current?: CompiledTemplate;
  private incarnation = 0;
  private environment: StackEnvironment;
  private events: StackEvent[] = [];

  constructor(private readonly options: StackOptions) {
    this.environment = this.nextEnvironment();
  }

  public get stackId(): string {
    return this.environment.stackId;
  }

  public async deploy(template: Template, parameters: Readonly<Record<string, string>>): Promise<DeploymentResult> {
    this.events = [];
    if (this.status !== undefined && AT_REST.includes(this.status)) return this.update(template, parameters);
    const gone = this.status === undefined || this.status === 'DELETE_COMPLETE' || this.status === 'ROLLBACK_COMPLETE';
    if (!gone) throw new Error(`Stack ${this.options.stackName} is in ${this.status} state and can not be updated.`);
    // A stack whose creation was rolled back can only be deleted, which the CDK's CLI does before it creates it anew.
    if (this.status !== undefined) this.environment = this.nextEnvironment();
    this.live = new LiveResources();
    this.current = undefined;
    return this.create(this.compile(template, parameters));
  }

  public async destroy(): Promise<DeploymentResult> {
    this.events = [];
    if (!this.current) return this.rest('DELETE_COMPLETE');
    this.emit('DELETE_IN_PROGRESS');
    const failed = await this.change().cleanup(this.current, undefined);
    if (failed.length > 0) {
      return this.rest('DELETE_FAILED', `The following resource(s) failed to delete: [${failed.join(', ')}].`);
    }
    this.current = undefined;
    this.outputs = {};
    return this.rest('DELETE_COMPLETE');
  }

  private async create(target: CompiledTemplate): Promise<DeploymentResult> {
    const change = this.change();
    this.emit('CREATE_IN_PROGRESS');
    this.current = target;
    const failure = await this.attempt(change, target);
    if (!failure) return this.rest('CREATE_COMPLETE');
    this.emit('ROLLBACK_IN_PROGRESS', summary(failure));
    const failed = await change.cleanup(target, undefined, true);
    if (failed.length > 0) return this.rest('ROLLBACK_FAILED', failure.message);
    this.current = undefined;
    return this.rest('ROLLBACK_COMPLETE', failure.message);
  }

  private async update(template: Template, parameters: Readonly<Record<string, string>>): Promise<DeploymentResult> {
    const former = this.current!;
    const target = this.compile(template, parameters);
    this.refuseNewTypes(target);
    const change = this.change();
    this.emit('UPDATE_IN_PROGRESS');
    const failure = await this.attempt(change, target);
    if (!failure) {
      this.current = target;
      this.emit('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
      await this.cleanup(change, former, target);
      return this.rest('UPDATE_COMPLETE');
    }
    this.emit('UPDATE_ROLLBACK_IN_PROGRESS', summary(failure));
    try {
      await change.backTo(former);
    } catch (error) {
      if (!(error instanceof ChangeFailure)) throw error;
      return this.rest('UPDATE_ROLLBACK_FAILED', `${failure.message}; and then, on the way back: ${error.message}`);
    }
    this.emit('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
    await this.cleanup(change, target, former);
    return this.rest('UPDATE_ROLLBACK_COMPLETE', failure.message);
  }

  /** What can not be cleaned up after an update is left where it is: the update has succeeded all the same. */
  private async cleanup(change: Change, leaving: CompiledTemplate, kept: CompiledTemplate): Promise<void> {
    await change.cleanup(leaving, kept);
    for (const { logicalId } of this.live.all()) if (!kept.resources[logicalId]) this.live.forget(logicalId);
  }

  /** An output that can not be had fails the stack as a resource does. */
  private async attempt(change: Change, target: CompiledTemplate): Promise<ChangeFailure | undefined> {
    try {
      await change.towards(target);
      this.outputs = target.outputs(this.live);
      return undefined;
    } catch (error) {
      if (error instanceof ChangeFailure) return error;
      return new ChangeFailure(this.options.stackName, 'create', (error as Error).message);
    }
  }

  private refuseNewTypes(target: CompiledTemplate): void {
    const changed = this.live.all().filter(({ logicalId, type }) => (target.resources[logicalId]?.Type ?? type) !== type);
    if (changed.length === 0) return;
    const names = changed.map(({ logicalId }) => logicalId).join(', ');
    throw new TemplateError('Update of resource type is not permitted. '
      + `The new template modifies resource type of the following resources: [${names}]`);
  }

  private change(): Change {
    const context: ChangeContext = {
      live: this.live,
      environment: this.environment,
      model: (type) => this.options.model(type),
      emit: (event) => this.record(event),
    };
    return new Change(context);
  }

  private compile(template: Template, parameters: Readonly<Record<string, string>>): CompiledTemplate {
    return new CompiledTemplate(template, parameters, this.environment, this.options.imports);
  }

  private nextEnvironment(): StackEnvironment {
    const { region, accountId, stackName } = this.options;
    return stackEnvironment(region, accountId, stackName, ++this.incarnation);
  }

  private rest(status: StackStatus, reason?: string): DeploymentResult {
    this.status = status;
    this.emit(status, reason);
    return { status, ...reason === undefined ? {} : { reason }, events: this.events };
  }

  private emit(status: StackEvent['status'], reason?: string): void {
    const { stackName: logicalId } = this.options;
    this.record({ logicalId, type: STACK_TYPE, physicalId: this.stackId, status, ...reason === undefined ? {} : { reason } });
  }

  private record(event: StackEvent): void {
    this.events.push(event);
    this.options.onEvent(event);
  }
}

function summary({ logicalId, verb }: ChangeFailure): string {
  return `The following resource(s) failed to ${verb}: [${logicalId}].`;
}
