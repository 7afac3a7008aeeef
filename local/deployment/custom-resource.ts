import { randomUUID } from 'node:crypto';
import type { CustomResourceRequest } from './custom-resource-protocol';
import { generatedName } from './default-models';
import type { InvocationOutcome } from './lambda-process';
import type { CheckedReply } from './reply-check';
import type { ReplyServer } from './reply-server';
import {
  ResourceFailure, ResourceRefusal,
  type ExistingResourceRequest, type ResourceModel, type ResourceRequest, type ResourceResult, type ResourceUpdateRequest,
} from './resource-model';
import type { JsonObject } from '../../src/core/wire/json';

/** CloudFormation waits for an hour unless the resource says otherwise. */
const DEFAULT_SERVICE_TIMEOUT = 3600;
/** Lambda tries an asynchronous event again after these seconds, and then drops it. */
const RETRY_DELAYS = [60, 120];

export interface CustomResourcesOptions {
  readonly replies: ReplyServer;
  readonly timeScale: number;
  invoke(functionArn: string, event: CustomResourceRequest, awsRequestId: string): Promise<InvocationOutcome>;
  onRequest(request: CustomResourceRequest): void;
}

type Sent = Pick<CustomResourceRequest, 'RequestType' | 'PhysicalResourceId' | 'OldResourceProperties'>;

/** Custom resources as CloudFormation runs them: an event to the Lambda, and its reply at the URL in the event. */
export class CustomResources implements ResourceModel {
  constructor(private readonly options: CustomResourcesOptions) {}

  public async create(request: ResourceRequest): Promise<ResourceResult> {
    // CloudFormation has a name for what never told its own, and deletes that after the failed creation.
    return this.send(request, { RequestType: 'Create' }, generatedName(request));
  }

  public async update(request: ResourceUpdateRequest): Promise<ResourceResult> {
    if (request.properties.ServiceToken !== request.oldProperties.ServiceToken) {
      throw new ResourceRefusal('Modifying service token is not allowed.');
    }
    const { physicalId, oldProperties } = request;
    const sent: Sent = { RequestType: 'Update', PhysicalResourceId: physicalId, OldResourceProperties: oldProperties };
    return this.send(request, sent, physicalId);
  }

  public async delete(request: ExistingResourceRequest): Promise<void> {
    await this.send(request, { RequestType: 'Delete', PhysicalResourceId: request.physicalId }, request.physicalId);
  }

  private async send(request: ResourceRequest, sent: Sent, physicalId: string): Promise<ResourceResult> {
    const identity = { StackId: request.environment.stackId, RequestId: randomUUID(), LogicalResourceId: request.logicalId };
    const expected = this.options.replies.expect(identity);
    try {
      const event: CustomResourceRequest = {
        ...sent,
        ...identity,
        ServiceToken: String(request.properties.ServiceToken),
        ResponseURL: expected.url,
        ResourceType: request.type,
        ResourceProperties: request.properties,
      };
      this.options.onRequest(event);
      const answer = await this.answer(event, expected.received, serviceTimeout(request.properties));
      return outcome(answer, event, physicalId);
    } finally {
      expected.forget();
    }
  }

  /** The reply, or nothing once it is certain that CloudFormation will have waited in vain. */
  private async answer(
    event: CustomResourceRequest, received: Promise<CheckedReply>, seconds: number,
  ): Promise<CheckedReply | undefined> {
    let reply: CheckedReply | undefined;
    void received.then((checked) => { reply = checked; });
    const invoked = this.invokeAsLambdaDoes(event, seconds, () => reply !== undefined);
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<void>((resolve) => { timer = setTimeout(resolve, seconds * 1000 * this.options.timeScale); });
    // Even after the reply the end of the invocation is awaited, so that its log is complete and its sandbox is idle.
    await Promise.race([invoked, expired]).finally(() => clearTimeout(timer));
    return reply;
  }

  /** An asynchronous event whose handler fails is tried again; the minutes between are counted, not waited for. */
  private async invokeAsLambdaDoes(event: CustomResourceRequest, seconds: number, replied: () => boolean): Promise<void> {
    const awsRequestId = randomUUID();
    const started = performance.now();
    let waited = 0;
    for (let attempt = 0; ; attempt++) {
      const { error } = await this.options.invoke(event.ServiceToken, event, awsRequestId);
      if (error === undefined || replied() || attempt >= RETRY_DELAYS.length) return;
      waited += RETRY_DELAYS[attempt];
      const passed = (performance.now() - started) / 1000 / this.options.timeScale + waited;
      // A try after CloudFormation has given up changes nothing that the stack still sees.
      if (passed >= seconds) return;
    }
  }
}

function outcome(answer: CheckedReply | undefined, event: CustomResourceRequest, physicalId: string): ResourceResult {
  if (!answer) {
    throw new ResourceFailure(
      'CloudFormation did not receive a response from your Custom Resource. '
      + `Please check your logs for requestId [${event.RequestId}]. `
      + 'If you are using the Python cfn-response module, you may need to update your Lambda function code '
      + 'so that CloudFormation can attach the updated version.',
      physicalId,
    );
  }
  if (answer.problem !== undefined) throw new ResourceFailure(answer.problem, physicalId);
  const { Status, Reason, PhysicalResourceId, Data } = answer.reply;
  if (Status === 'FAILED') {
    throw new ResourceFailure(
      `Received response status [FAILED] from custom resource. Message returned: ${Reason} (RequestId: ${event.RequestId})`,
      PhysicalResourceId,
    );
  }
  return { physicalId: PhysicalResourceId, attributes: Data ?? {} };
}

function serviceTimeout(properties: JsonObject): number {
  return Number(properties.ServiceTimeout ?? DEFAULT_SERVICE_TIMEOUT);
}
