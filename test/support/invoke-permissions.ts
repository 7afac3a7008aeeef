import type { EmbeddedCognito } from '../../local/cognito';
import {
  generatedName, type ExistingResourceRequest, type ResourceModel, type ResourceRequest, type ResourceResult, type StackEvent,
} from '../../local/deployment';
import { isObject, type Json } from '../../src/core/wire/json';

interface Permission {
  readonly target: Json;
  readonly sourceArn: Json;
  /** CDK's own triggers have none. */
  readonly sourceAccount: string | undefined;
}

/**
 * AWS Lambda's part in triggers: permissions to invoke, which no update changes, versions and aliases; and whether at every
 * moment of a deployment each trigger that is attached is a function that is there and that Cognito may invoke for that pool.
 */
export class InvokePermissions {
  /** Moments at which somebody who signs in would have met a trigger that fails. */
  public readonly broken: string[] = [];
  public readonly models: Readonly<Record<string, ResourceModel>>;
  private readonly permissions = new Map<string, Permission>();
  private readonly pools = new Set<string>();
  private readonly deleted = new Set<string>();
  private count = 0;

  constructor(private readonly cognito: () => EmbeddedCognito | undefined) {
    const create = (request: ResourceRequest) => this.add(request);
    this.models = {
      'AWS::Lambda::Permission': { create, update: create, delete: ({ physicalId }) => void this.permissions.delete(physicalId) },
      'AWS::Lambda::Version': { create: (request) => this.version(request), update: (request) => this.version(request) },
      'AWS::Lambda::Alias': { create: (request) => alias(request), update: (request) => alias(request) },
    };
  }

  public onEvent(event: StackEvent): void {
    const { type, status, physicalId } = event;
    if (type === 'AWS::Cognito::UserPool' && status === 'CREATE_COMPLETE') this.pools.add(physicalId!);
    if (type === 'AWS::Cognito::UserPool' && status === 'DELETE_COMPLETE') this.pools.delete(physicalId!);
    if (type === 'AWS::Lambda::Function' && status === 'DELETE_IN_PROGRESS') this.deleted.add(physicalId!);
    if (type === 'AWS::Lambda::Function' && status === 'CREATE_COMPLETE') this.deleted.delete(physicalId!);
    for (const pool of this.pools) {
      const failing = this.failing(pool).map(([trigger, why]) => `${event.logicalId} ${status}: ${trigger} of ${pool} ${why}`);
      this.broken.push(...failing);
    }
  }

  private failing(pool: string): [string, string][] {
    const { LambdaConfig = {}, Arn } = this.cognito()!.pool(pool);
    return Object.entries(LambdaConfig ?? {}).flatMap(([trigger, value]): [string, string][] => {
      const arn = isObject(value as Json) ? (value as { LambdaArn?: Json }).LambdaArn : value as Json;
      if (typeof arn !== 'string' || !arn.includes(':lambda:')) return [];
      if (this.deleted.has(arn.split(':')[6])) return [[trigger, 'is gone']];
      const isAllowed = [...this.permissions.values()].some(({ target, sourceArn, sourceAccount }) => {
        return target === arn && sourceArn === Arn && [undefined, String(Arn).split(':')[4]].includes(sourceAccount);
      });
      return isAllowed ? [] : [[trigger, 'may not be invoked']];
    });
  }

  private add(request: ResourceRequest): ResourceResult {
    const { FunctionName, SourceArn, SourceAccount, Action, Principal } = request.properties;
    if (`${Principal} ${Action}` !== 'cognito-idp.amazonaws.com lambda:InvokeFunction') throw new Error('another permission');
    const physicalId = `${generatedName(request)}-${++this.count}`;
    this.permissions.set(physicalId,
      { target: FunctionName, sourceArn: SourceArn, sourceAccount: SourceAccount as string | undefined });
    return { physicalId };
  }

  private version(request: ResourceRequest): ResourceResult {
    const Version = String(++this.count);
    return { physicalId: `${functionArn(request)}:${Version}`, attributes: { Version } };
  }
}

/** What an alias leads to changes in place. */
function alias(request: ResourceRequest | ExistingResourceRequest): ResourceResult {
  return { physicalId: `${functionArn(request)}:${String(request.properties.Name)}` };
}

function functionArn({ properties, environment: { region, accountId } }: ResourceRequest): string {
  return `arn:aws:lambda:${region}:${accountId}:function:${String(properties.FunctionName)}`;
}
