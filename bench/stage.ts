import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Contender } from './contender';
import { POOL_ID } from './one-setting';
import { EmbeddedCognito, serveCognito, type CognitoServer, type LoggedRequest, type Seed } from '../local/cognito';
import type { CustomResourceRequest, RequestIdentity } from '../local/deployment/custom-resource-protocol';
import { lambdaEnvironment } from '../local/deployment/lambda-environment';
import { LambdaProcess, type LambdaContext } from '../local/deployment/lambda-process';
import type { CheckedReply } from '../local/deployment/reply-check';
import { ReplyServer } from '../local/deployment/reply-server';
import type { JsonObject } from '../src/core/wire/json';

/** No run takes a tenth of this; what hangs is killed. */
const LIMIT_MILLIS = 30_000;
const FUNCTION = 'bench';
const FUNCTION_ARN = `arn:aws:lambda:us-east-1:123456789012:function:${FUNCTION}`;
const STACK_ID = 'arn:aws:cloudformation:us-east-1:123456789012:stack/Bench/00000000-0000-4000-8000-000000000000';

/** One Create event in a process of its own. */
export interface Run {
  /** From the start of the process until the reply was there. */
  readonly millis: number;
  readonly peakKb: number;
  /** What Cognito was asked meanwhile. */
  readonly requests: readonly LoggedRequest[];
}

/** What stands around a measured handler: Cognito over HTTP, and CloudFormation's place for replies over HTTPS. */
export class Stage {
  public static async open(): Promise<Stage> {
    const cognito = new EmbeddedCognito({ omission: 'asMeasured' });
    return new Stage(cognito, await serveCognito(cognito), await ReplyServer.start());
  }

  /** Where synthesized apps may go; it ends with the stage. */
  public readonly folder = mkdtempSync(join(tmpdir(), 'bench-'));
  private readonly certificateFile = join(this.folder, 'replies.pem');

  private constructor(
    public readonly cognito: EmbeddedCognito, private readonly server: CognitoServer, private readonly replies: ReplyServer,
  ) {
    writeFileSync(this.certificateFile, replies.certificate);
  }

  /** The pool as it was before anybody changed it. */
  public reset(seed: Seed): void {
    this.cognito.seed({ ...seed, userPoolId: POOL_ID });
  }

  public async create({ handlerFile, properties }: Contender): Promise<Run> {
    this.cognito.clearRequests();
    const identity = { StackId: STACK_ID, RequestId: randomUUID(), LogicalResourceId: 'Settings' };
    const { url, received, forget } = this.replies.expect(identity);
    const environment = this.environment(handlerFile, new URL(url).port);
    const lines: string[] = [];
    let reply: { readonly millis: number; readonly problem?: string } = { millis: NaN, problem: 'no reply' };

    const started = performance.now();
    void received.then((checked) => { reply = { millis: performance.now() - started, problem: problemOf(checked) }; });
    const onLine = (line: string) => lines.push(line);
    const sandbox = new LambdaProcess({ handlerFile, handlerExport: 'handler', environment, onLine });
    try {
      const outcome = await sandbox.invoke(event(identity, url, properties), context(), LIMIT_MILLIS);
      const problem = outcome.error ?? reply.problem;
      if (problem !== undefined) throw new Error([`${handlerFile}: ${problem}`, ...lines].join('\n'));
      return { millis: reply.millis, peakKb: outcome.maxMemoryKb!, requests: [...this.cognito.requests] };
    } finally {
      forget();
      await sandbox.kill();
    }
  }

  public async close(): Promise<void> {
    await this.server.close();
    await this.replies.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private environment(handlerFile: string, replyPort: string): Record<string, string> {
    return lambdaEnvironment({
      functionName: FUNCTION,
      region: 'us-east-1',
      memoryMb: 256,
      handlerFile,
      home: this.folder,
      cognitoUrl: this.server.url,
      certificateFile: this.certificateFile,
      variables: {},
      extra: {
        // Lambda's own way to the SDK that its runtime brings along.
        NODE_PATH: join(dirname(require.resolve('@aws-sdk/client-cognito-identity-provider/package.json')), '..', '..'),
        NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'sandbox-preload.js'))}`,
        BENCH_REPLY_PORT: replyPort,
      },
    });
  }
}

function problemOf({ problem, reply }: CheckedReply): string | undefined {
  return problem ?? (reply.Status === 'SUCCESS' ? undefined : reply.Reason);
}

function event(identity: RequestIdentity, ResponseURL: string, properties: JsonObject): CustomResourceRequest {
  return {
    RequestType: 'Create',
    ServiceToken: FUNCTION_ARN,
    ResponseURL,
    ResourceType: 'Custom::Bench',
    ...identity,
    ResourceProperties: { ServiceToken: FUNCTION_ARN, ...properties },
  };
}

function context(): LambdaContext {
  return {
    awsRequestId: randomUUID(),
    functionName: FUNCTION,
    functionVersion: '$LATEST',
    invokedFunctionArn: FUNCTION_ARN,
    memoryLimitInMB: '256',
    logGroupName: `/aws/lambda/${FUNCTION}`,
    logStreamName: 'local/[$LATEST]',
  };
}
