import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { accessKeyIdOf } from './access-key';
import { RECORDED } from './default-models';
import { lambdaEnvironment } from './lambda-environment';
import { LambdaProcess, type InvocationOutcome, type LambdaContext } from './lambda-process';
import type {
  ExistingResourceRequest, ResourceModel, ResourceRequest, ResourceResult, ResourceUpdateRequest,
} from './resource-model';
import { isObject, type JsonObject } from '../../src/core/wire/json';

/** What Lambda's REPORT line says of an invocation. */
export interface Invocation extends InvocationOutcome {
  readonly functionLogicalId: string;
  /** Whether a process was started for it. */
  readonly cold: boolean;
  /** From the event to its end as the caller sees it: with the start of the process when cold. */
  readonly totalMillis: number;
}

export interface LambdaFunctionsOptions {
  readonly cognitoUrl: string;
  readonly certificateFile: string;
  /** Where the sandboxes' folders are made. */
  readonly folder: string;
  readonly extraEnvironment: Readonly<Record<string, string>>;
  /** Real seconds per second of the template's timeouts. */
  readonly timeScale: number;
  handlerFile(functionLogicalId: string, properties: JsonObject): string;
  onLine(line: string): void;
}

interface LambdaFunction {
  readonly logicalId: string;
  readonly name: string;
  readonly region: string;
  readonly properties: JsonObject;
  sandboxes: LambdaProcess[];
}

/** The functions of a stack, by ARN. A warm sandbox takes the next event; while it is busy another one is started. */
export class LambdaFunctions implements ResourceModel {
  public readonly invocations: Invocation[] = [];
  private readonly functions = new Map<string, LambdaFunction>();

  constructor(private readonly options: LambdaFunctionsOptions) {}

  public async create(request: ResourceRequest): Promise<ResourceResult> {
    const result = await RECORDED.create(request);
    const { logicalId, properties, environment } = request;
    const { region } = environment;
    await this.put(String(result.attributes!.Arn), { logicalId, properties, name: result.physicalId, region, sandboxes: [] });
    return result;
  }

  /** New code or a new environment: no sandbox of the former version takes another event. */
  public async update(request: ResourceUpdateRequest): Promise<ResourceResult> {
    return this.create(request);
  }

  public async delete(request: ExistingResourceRequest): Promise<void> {
    const found = [...this.functions].find(([, { name }]) => name === request.physicalId);
    if (found) await this.put(found[0], undefined);
  }

  public async close(): Promise<void> {
    for (const arn of [...this.functions.keys()]) await this.put(arn, undefined);
  }

  public async invoke(arn: string, event: unknown, awsRequestId: string = randomUUID()): Promise<InvocationOutcome> {
    const target = this.functions.get(arn);
    if (!target) return { error: `Function not found: ${arn}` };
    const started = performance.now();
    const warm = target.sandboxes.find((sandbox) => sandbox.idle);
    const sandbox = warm ?? await this.startSandbox(arn, target);
    const seconds = Number(target.properties.Timeout ?? 3);
    const outcome = await sandbox.invoke(event, context(arn, target, awsRequestId), seconds * 1000 * this.options.timeScale);
    const totalMillis = performance.now() - started;
    this.invocations.push({ ...outcome, functionLogicalId: target.logicalId, cold: !warm, totalMillis });
    return outcome;
  }

  private async put(arn: string, next: LambdaFunction | undefined): Promise<void> {
    const former = this.functions.get(arn);
    if (next) this.functions.set(arn, next);
    else this.functions.delete(arn);
    await Promise.all(former?.sandboxes.map(async (sandbox) => sandbox.kill()) ?? []);
  }

  private async startSandbox(arn: string, target: LambdaFunction): Promise<LambdaProcess> {
    const { logicalId, name, region, properties } = target;
    const handlerFile = this.options.handlerFile(logicalId, properties);
    const home = join(this.options.folder, logicalId);
    await mkdir(home, { recursive: true });
    const declared = isObject(properties.Environment) ? properties.Environment.Variables : undefined;
    const variables = Object.fromEntries(Object.entries(declared ?? {}).map(([key, value]) => [key, String(value)]));
    const { cognitoUrl, certificateFile, extraEnvironment: extra, onLine } = this.options;
    const environment = lambdaEnvironment({
      functionName: name,
      region,
      memoryMb: memoryOf(target),
      handlerFile,
      home,
      cognitoUrl,
      certificateFile,
      accessKeyId: accessKeyIdOf(arn),
      variables,
      extra,
    });
    const handlerExport = String(properties.Handler ?? 'index.handler').split('.').pop()!;
    const sandbox = new LambdaProcess({ handlerFile, handlerExport, environment, onLine });
    target.sandboxes = [...target.sandboxes.filter(({ ended }) => !ended), sandbox];
    return sandbox;
  }
}

function context(arn: string, target: LambdaFunction, awsRequestId: string): LambdaContext {
  return {
    awsRequestId,
    functionName: target.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memoryOf(target)),
    logGroupName: `/aws/lambda/${target.name}`,
    logStreamName: 'local/[$LATEST]',
  };
}

function memoryOf({ properties }: LambdaFunction): number {
  return Number(properties.MemorySize ?? 128);
}
