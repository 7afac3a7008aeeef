import { fingerprint, type StackEnvironment } from './environment';
import type { ResourceModel, ResourceRequest } from './resource-model';
import type { Json } from '../../src/core/wire/json';

/** Resources whose physical name a template may choose, and under which property. */
const NAME_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::IAM::Policy': 'PolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SSM::Parameter': 'Name',
};

type Attributes = (name: string, environment: StackEnvironment) => Readonly<Record<string, Json>>;

const ATTRIBUTES: Readonly<Record<string, Attributes>> = {
  'AWS::IAM::Role': (name, { partition, accountId }) => ({
    Arn: `arn:${partition}:iam::${accountId}:role/${name}`,
    RoleId: `AROA${fingerprint(name).slice(0, 17).toUpperCase()}`,
  }),
  'AWS::IAM::User': (name, { partition, accountId }) => ({ Arn: `arn:${partition}:iam::${accountId}:user/${name}` }),
  'AWS::Lambda::Function': (name, environment) => ({ Arn: arn('lambda', `function:${name}`, environment) }),
  'AWS::Logs::LogGroup': (name, environment) => ({ Arn: arn('logs', `log-group:${name}:*`, environment) }),
  'AWS::KMS::Key': (name, environment) => ({ Arn: arn('kms', `key/${name}`, environment), KeyId: name }),
  'AWS::SNS::Topic': (name, environment) => ({ TopicArn: arn('sns', name, environment), TopicName: name }),
  'AWS::SQS::Queue': (name, environment) => ({ Arn: arn('sqs', name, environment), QueueName: name }),
  'AWS::Cognito::UserPoolClient': (name) => ({ ClientId: name }),
  'AWS::Cognito::UserPool': (name, environment) => {
    const provider = `cognito-idp.${environment.region}.${environment.urlSuffix}/${name}`;
    const url = `https://${provider}`;
    const poolArn = arn('cognito-idp', `userpool/${name}`, environment);
    return { Arn: poolArn, UserPoolId: name, ProviderName: provider, ProviderURL: url };
  },
};

/**
 * A resource that nobody backs: it has a name and the attributes that templates ask such resources for. With another name of the
 * template's it is another resource; what else changes is seen by nobody.
 */
export const RECORDED: ResourceModel = {
  create(request) {
    const { type, environment } = request;
    const name = physicalName(request);
    return { physicalId: reference(type, name, environment), attributes: ATTRIBUTES[type]?.(name, environment) };
  },
  update: async (request) => RECORDED.create(request),
};

/** As CloudFormation names what the template does not name: stack, logical id, and something random. */
export function generatedName({ environment, logicalId }: Pick<ResourceRequest, 'environment' | 'logicalId'>): string {
  return `${environment.stackName}-${logicalId}-${fingerprint(`${environment.stackId}/${logicalId}`).slice(0, 12).toUpperCase()}`;
}

function physicalName(request: ResourceRequest): string {
  const digest = fingerprint(`${request.environment.stackId}/${request.logicalId}`);
  if (request.type === 'AWS::Cognito::UserPool') return `${request.environment.region}_${digest.slice(0, 9)}`;
  if (request.type === 'AWS::Cognito::UserPoolClient') return digest.slice(0, 26);
  if (request.type === 'AWS::KMS::Key') return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  const chosen = request.properties[NAME_PROPERTY[request.type] ?? ''];
  return typeof chosen === 'string' ? chosen : generatedName(request);
}

/** Ref gives a topic's ARN, and a name of nearly everything else. */
function reference(type: string, name: string, environment: StackEnvironment): string {
  return type === 'AWS::SNS::Topic' ? arn('sns', name, environment) : name;
}

function arn(service: string, resource: string, { partition, region, accountId }: StackEnvironment): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}
