import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { Session } from './session';
import { parseTemplate } from './template-text';
import { templateOf, type Template } from '../assembly/template';
import { Failure } from '../failure';
import type { World } from '../world';

/** A stack as CloudFormation has deployed it. */
export interface DeployedStack {
  readonly stackId: string;
  readonly status: string;
  readonly template: Template;
  /** Those whose value CloudFormation tells. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly resources: Readonly<Record<string, DeployedResource>>;
}

export interface DeployedResource {
  readonly type: string;
  readonly physicalId: string;
}

/** Stacks that are not there, or that the CDK's CLI deletes before it creates them anew. */
const NOT_THERE = ['REVIEW_IN_PROGRESS', 'ROLLBACK_COMPLETE', 'DELETE_COMPLETE'];
/** What CloudFormation shows of a parameter that is secret. */
const HIDDEN = /^\*+$/;

const INVALID = new RegExp(`^(${[
  'UnrecognizedClient', 'InvalidSignature', 'SignatureDoesNotMatch', 'InvalidClientTokenId', 'ExpiredToken',
  'MissingAuthenticationToken',
].join('|')})`);

/** What CloudFormation tells of stacks in one Region; by reading calls only. */
export class CloudFormation {
  public static async open(session: Session, world: World, region: string, wayOut: string): Promise<CloudFormation> {
    const { CloudFormationClient } = await import('@aws-sdk/client-cloudformation');
    const { AWS_ENDPOINT_URL_CLOUDFORMATION, AWS_ENDPOINT_URL } = world.environment;
    const endpoint = session.endpointUrl ?? (AWS_ENDPOINT_URL_CLOUDFORMATION || AWS_ENDPOINT_URL || undefined);
    const client = new CloudFormationClient({
      region,
      credentials: async () => session.credentials(),
      ...endpoint !== undefined && { endpoint },
    });
    return new CloudFormation(client, region, wayOut);
  }

  private exported: Promise<ReadonlyMap<string, string>> | undefined;
  private readonly found = new Map<string, Promise<DeployedStack | undefined>>();

  private constructor(
    private readonly client: CloudFormationClient, private readonly region: string,
    /** What else can be done by somebody who may not ask CloudFormation. */
    private readonly wayOut: string,
  ) {}

  /** The stack of this name or ARN; nothing if it has never been deployed. */
  public async deployed(name: string): Promise<DeployedStack | undefined> {
    const found = this.found.get(name) ?? this.look(name);
    this.found.set(name, found);
    return found;
  }

  private async look(name: string): Promise<DeployedStack | undefined> {
    const { DescribeStacksCommand, GetTemplateCommand } = await import('@aws-sdk/client-cloudformation');
    const found = await this.call('DescribeStacks', name, async () =>
      this.client.send(new DescribeStacksCommand({ StackName: name })));
    const [stack] = found?.Stacks ?? [];
    if (!stack || NOT_THERE.includes(stack.StackStatus ?? '')) return undefined;
    const [template, resources] = await Promise.all([
      this.call('GetTemplate', name, async () =>
        this.client.send(new GetTemplateCommand({ StackName: name, TemplateStage: 'Processed' }))),
      this.resources(name),
    ]);
    const parameters = (stack.Parameters ?? [])
      .map(({ ParameterKey: key, ParameterValue: value, ResolvedValue }) => [key, ResolvedValue ?? value])
      .filter(([, value]) => value !== undefined && !HIDDEN.test(value)) as [string, string][];
    return {
      stackId: stack.StackId ?? name,
      status: stack.StackStatus ?? '',
      template: templateOf(await parseTemplate(template?.TemplateBody ?? '{}')),
      parameters: Object.fromEntries(parameters),
      outputs: Object.fromEntries((stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue!])),
      resources,
    };
  }

  /** What all stacks of the Region export. */
  public async exports(): Promise<ReadonlyMap<string, string>> {
    this.exported ??= this.listExports();
    return this.exported;
  }

  public close(): void {
    this.client.destroy();
  }

  private async resources(name: string): Promise<Record<string, DeployedResource>> {
    const { paginateListStackResources } = await import('@aws-sdk/client-cloudformation');
    const found: [string, DeployedResource][] = [];
    await this.call('ListStackResources', name, async () => {
      for await (const page of paginateListStackResources({ client: this.client }, { StackName: name })) {
        for (const resource of page.StackResourceSummaries ?? []) {
          const { LogicalResourceId: id, ResourceType: type, PhysicalResourceId: physicalId, ResourceStatus: status } = resource;
          if (id && type && physicalId && status !== 'DELETE_COMPLETE') found.push([id, { type, physicalId }]);
        }
      }
    });
    return Object.fromEntries(found);
  }

  private async listExports(): Promise<ReadonlyMap<string, string>> {
    const { paginateListExports } = await import('@aws-sdk/client-cloudformation');
    const found = new Map<string, string>();
    await this.call('ListExports', undefined, async () => {
      for await (const page of paginateListExports({ client: this.client }, {})) {
        for (const { Name, Value } of page.Exports ?? []) if (Name !== undefined && Value !== undefined) found.set(Name, Value);
      }
    });
    return found;
  }

  /** Nothing for a stack that does not exist. */
  private async call<T>(action: string, stack: string | undefined, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Failure) throw error;
      const { name: kind = '', message = '', code } = error as NodeJS.ErrnoException;
      // The SDK names what the service said; what the network said is a plain error with a code.
      const name = kind === 'Error' ? code ?? kind : kind;
      if (name === 'ValidationError' && /does not exist/.test(message)) return undefined;
      throw new Failure(this.sentence(name, action, stack === undefined ? this.region : `the stack ${stack}`), { cause: error });
    }
  }

  private sentence(code: string, action: string, subject: string): string {
    if (/^(AccessDenied|NotAuthorized|Forbidden|UnauthorizedOperation)/.test(code)) {
      return `these credentials may not call cloudformation:${action} for ${subject}: `
        + `allow it, choose others by --profile${this.wayOut}`;
    }
    if (INVALID.test(code)) {
      return 'these credentials are not valid: sign in again, or choose others by --profile; '
        + 'a Region may have to be enabled for the account';
    }
    if (/^Throttl|TooManyRequests/.test(code)) return `CloudFormation throttled the calls for ${subject}: try again in a minute`;
    return `CloudFormation did not answer ${action} for ${subject} (${code}): `
      + `check the network, the proxy, --region and --endpoint-url${this.wayOut}`;
  }
}
