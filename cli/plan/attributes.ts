import { pseudoParameter, type Place } from './place';
import { together } from './resolve';
import { Unknown, type Partly, type PartlyObject } from './unknown';

interface Known {
  /** What Ref gives. */
  readonly id: Partly;
  readonly place: Place;
  readonly properties: PartlyObject;
}
type Attribute = (known: Known) => Partly;

/** What follows from the physical id of a resource, and the properties by which it would be another resource. */
interface Kind {
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** The property that names the resource, where a template does. */
  readonly name?: string;
  readonly replacedBy?: readonly string[];
}

const arn = (service: string, resource: string, isRegional = true): Attribute => ({ id, place }) => {
  const pseudo = (name: string) => pseudoParameter(name, place)!;
  return together(['arn', pseudo('AWS::Partition'), service, isRegional ? pseudo('AWS::Region') : '', pseudo('AWS::AccountId'),
    together([resource, id])], ':');
};

const provider: Attribute = ({ id, place }) =>
  together(['cognito-idp.', pseudoParameter('AWS::Region', place)!, '.', pseudoParameter('AWS::URLSuffix', place)!, '/', id]);

const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::Lambda::Function': { name: 'FunctionName', replacedBy: ['PackageType'], attributes: { Arn: arn('lambda', 'function:') } },
  'AWS::Lambda::Version': {
    attributes: { Version: ({ id }) => (typeof id === 'string' ? id.split(':').at(-1)! : Unknown.of('Version')) },
  },
  'AWS::IAM::Role': {
    name: 'RoleName',
    replacedBy: ['Path'],
    attributes: {
      Arn: (known) => {
        const { Path: path = '/' } = known.properties;
        return typeof path === 'string' ? arn('iam', `role${path}`, false)(known) : Unknown.of('Arn');
      },
    },
  },
  'AWS::KMS::Key': { attributes: { Arn: arn('kms', 'key/'), KeyId: ({ id }) => id } },
  'AWS::Cognito::UserPool': {
    replacedBy: ['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration'],
    attributes: {
      Arn: arn('cognito-idp', 'userpool/'),
      UserPoolId: ({ id }) => id,
      ProviderName: provider,
      ProviderURL: (known) => together(['https://', provider(known)]),
    },
  },
  'AWS::SNS::Topic': { attributes: { TopicArn: ({ id }) => id } },
};

export function kindOf(type: string): Kind | undefined {
  return Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
}

/** The attribute of a resource, if it follows from its id. */
export function attributeOf(type: string, name: string, known: Known): Partly | undefined {
  const attributes = kindOf(type)?.attributes ?? {};
  return Object.hasOwn(attributes, name) ? attributes[name](known) : undefined;
}
