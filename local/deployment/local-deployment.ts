import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetHandlerFile } from './assets';
import { CustomResources } from './custom-resource';
import type { CustomResourceRequest } from './custom-resource-protocol';
import { RECORDED } from './default-models';
import type { DeploymentResult, StackEvent, StackStatus } from './events';
import { LambdaFunctions, type Invocation } from './lambda-functions';
import type { LiveResource } from './live-resources';
import { Permissions } from './permissions';
import { ReplyServer, type ReplyFault } from './reply-server';
import type { ResourceModel } from './resource-model';
import { Stack } from './stack';
import { isCustom, type Template } from './template';
import type { Json, JsonObject } from '../../src/core/wire/json';

export interface LocalDeploymentOptions {
  /** Where the Lambda finds Amazon Cognito. */
  readonly cognitoUrl: string;
  /** @default us-east-1 */
  readonly region?: string;
  /** @default 123456789012 */
  readonly accountId?: string;
  /** @default Local */
  readonly stackName?: string;
  /** The output folder of the synthesized app: a function runs the code of its asset there. */
  readonly assetsDir?: string;
  /** What stands behind the resources of a type. @default - they are recorded, and have a name and an ARN */
  readonly resources?: Readonly<Record<string, ResourceModel>>;
  /** The values of other stacks' exports. */
  readonly imports?: Readonly<Record<string, string>>;
  /** What the Lambda's environment has beside Lambda's own and the template's variables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Real seconds per second of the template's timeouts. @default 1 */
  readonly timeScale?: number;
  /** The file that a function runs, by its logical id. @default - the function's asset in `assetsDir` */
  handlerFile?(functionLogicalId: string, properties: JsonObject): string;
  onEvent?(event: StackEvent): void;
}

/** A stack on this machine: CloudFormation's part and Lambda's part, without an AWS account. */
export class LocalDeployment {
  public static async start(options: LocalDeploymentOptions): Promise<LocalDeployment> {
    const folder = await mkdtemp(join(tmpdir(), 'local-deployment-'));
    const replies = await ReplyServer.start();
    const certificateFile = join(folder, 'reply-server.pem');
    await writeFile(certificateFile, replies.certificate);
    return new LocalDeployment(options, folder, replies, certificateFile);
  }

  /** The lines that the Lambda wrote. */
  public readonly logs: string[] = [];
  /** What was sent to the Lambda, in order. */
  public readonly requests: CustomResourceRequest[] = [];
  /** What the functions' roles allow them at this moment, and what they were asked for: for a service to ask. */
  public readonly permissions: Permissions;
  private readonly functions: LambdaFunctions;
  private readonly stack: Stack;

  private constructor(
    options: LocalDeploymentOptions,
    private readonly folder: string,
    private readonly replies: ReplyServer,
    certificateFile: string,
  ) {
    const timeScale = options.timeScale ?? 1;
    this.functions = new LambdaFunctions({
      handlerFile: (logicalId, properties) => handlerFile(options, logicalId, properties),
      cognitoUrl: options.cognitoUrl,
      certificateFile,
      folder,
      extraEnvironment: options.environment ?? {},
      timeScale,
      onLine: (line) => this.logs.push(line),
    });
    const custom = new CustomResources({
      replies,
      timeScale,
      invoke: async (arn, event, awsRequestId) => this.functions.invoke(arn, event, awsRequestId),
      onRequest: (request) => this.requests.push(request),
    });
    const models: Readonly<Record<string, ResourceModel>> = { 'AWS::Lambda::Function': this.functions, ...options.resources };
    this.stack = new Stack({
      stackName: options.stackName ?? 'Local',
      region: options.region ?? 'us-east-1',
      accountId: options.accountId ?? '123456789012',
      imports: options.imports ?? {},
      model: (type) => models[type] ?? (isCustom(type) ? custom : RECORDED),
      onEvent: (event) => options.onEvent?.(event),
    });
    this.permissions = new Permissions(() => this.stack.live.standing());
  }

  /** Creates the stack or updates it; what fails is rolled back. Rejects only for what CloudFormation refuses to start. */
  public async deploy(template: Template, parameters: Readonly<Record<string, string>> = {}): Promise<DeploymentResult> {
    return this.stack.deploy(template, parameters);
  }

  public async destroy(): Promise<DeploymentResult> {
    return this.stack.destroy();
  }

  public get status(): StackStatus | undefined {
    return this.stack.status;
  }

  public get stackId(): string {
    return this.stack.stackId;
  }

  public get outputs(): Record<string, string> {
    return this.stack.outputs;
  }

  /** What is there now, failed ones too. */
  public get resources(): readonly LiveResource[] {
    return this.stack.live.all();
  }

  public attribute(logicalId: string, name: string): Json {
    return this.stack.live.attribute(logicalId, name);
  }

  public physicalId(logicalId: string): string {
    const resource = this.stack.live.get(logicalId);
    if (!resource) throw new Error(`Resource ${logicalId} does not exist`);
    return resource.physicalId;
  }

  /** How each invocation of a Lambda went: time, memory, cold or warm. */
  public get invocations(): readonly Invocation[] {
    return this.functions.invocations;
  }

  /** What the Lambda's replies were refused for: empty when it does all right. */
  public get replyProblems(): readonly string[] {
    return this.replies.problems;
  }

  /** What the next replies meet, in place of what was scripted before. */
  public scriptReplies(...faults: ReplyFault[]): void {
    this.replies.script(...faults);
  }

  /** Ends every process and server; the stack is not destroyed. */
  public async close(): Promise<void> {
    await this.functions.close();
    await this.replies.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function handlerFile(options: LocalDeploymentOptions, logicalId: string, properties: JsonObject): string {
  if (options.handlerFile) return options.handlerFile(logicalId, properties);
  if (options.assetsDir !== undefined) return assetHandlerFile(options.assetsDir, logicalId, properties);
  throw new Error(`${logicalId}: give its code by 'assetsDir' or 'handlerFile'`);
}
