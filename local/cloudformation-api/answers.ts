import { nameOf, type Stacks } from './stacks';
import { element, list, type Xml } from './xml';

/** A refusal in CloudFormation's words. */
export class Refusal extends Error {
  constructor(public readonly code: string, message: string, public readonly status = 400) {
    super(message);
  }
}

type Request = Readonly<Record<string, string>>;

/** The few calls that read. Pages are small, so that whoever reads has to ask for the next. */
export const ANSWERS: Readonly<Record<string, (stacks: Stacks, request: Request) => Xml>> = {
  DescribeStacks: (stacks, request) => {
    const { deployment, template, parameters } = found(stacks, request);
    const declared = Object.entries(template.Parameters ?? {}).map(([ParameterKey, { Type, Default }]) => {
      const ParameterValue = parameters[ParameterKey] ?? String(Default);
      const { NoEcho } = template.Parameters![ParameterKey] as { readonly NoEcho?: unknown };
      const isLookedUp = Type.startsWith('AWS::SSM::');
      const resolved: Record<string, string> = isLookedUp ? { ResolvedValue: `value of ${ParameterValue}` } : {};
      return { ParameterKey, ParameterValue: NoEcho ? '****' : ParameterValue, ...resolved };
    });
    return element('Stacks', list([{
      StackId: deployment.stackId,
      StackName: nameOf(deployment),
      CreationTime: '2026-01-01T00:00:00.000Z',
      StackStatus: deployment.status ?? '',
      Parameters: declared,
      Outputs: Object.entries(deployment.outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
    }]));
  },
  GetTemplate: (stacks, request) => {
    const { template } = found(stacks, request);
    return `${element('TemplateBody', JSON.stringify(template))}${element('StagesAvailable', list(['Original', 'Processed']))}`;
  },
  ListStackResources: (stacks, request) => {
    const { deployment } = found(stacks, request);
    return page('StackResourceSummaries', deployment.resources.map(({ logicalId, type, physicalId, failed }) => ({
      LogicalResourceId: logicalId,
      PhysicalResourceId: physicalId,
      ResourceType: type,
      LastUpdatedTimestamp: '2026-01-01T00:00:00.000Z',
      ResourceStatus: failed ? 'UPDATE_FAILED' : 'CREATE_COMPLETE',
    })), request);
  },
  ListExports: (stacks, request) => page('Exports', stacks.exports().map(({ name, value, stackId }) => ({
    ExportingStackId: stackId, Name: name, Value: value,
  })), request),
};

const PAGE = 7;

function page(name: string, items: readonly Readonly<Record<string, string>>[], { NextToken = '0' }: Request): Xml {
  const begin = Number(NextToken);
  const isLast = begin + PAGE >= items.length;
  return `${element(name, list(items.slice(begin, begin + PAGE)))}${isLast ? '' : element('NextToken', String(begin + PAGE))}`;
}

function found(stacks: Stacks, { StackName }: Request) {
  const stack = stacks.find(StackName);
  if (!stack) throw new Refusal('ValidationError', `Stack with id ${StackName} does not exist`);
  return stack;
}
