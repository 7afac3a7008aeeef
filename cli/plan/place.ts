import { Unknown, type Partly } from './unknown';

/** Where a stack is deployed to, and as what. */
export interface Place {
  readonly region?: string;
  readonly account?: string;
  readonly stackName?: string;
  readonly stackId?: string;
}

/** By the first letters of a Region; of all others `aws`. */
const PARTITIONS: readonly (readonly [region: RegExp, partition: string, urlSuffix: string])[] = [
  [/^cn-/, 'aws-cn', 'amazonaws.com.cn'],
  [/^us-gov-/, 'aws-us-gov', 'amazonaws.com'],
  [/^us-iso-/, 'aws-iso', 'c2s.ic.gov'],
  [/^us-isob-/, 'aws-iso-b', 'sc2s.sgov.gov'],
  [/^eu-isoe-/, 'aws-iso-e', 'cloud.adc-e.uk'],
  [/^us-isof-/, 'aws-iso-f', 'csp.hci.ic.gov'],
  [/^eusc-/, 'aws-eusc', 'amazonaws.eu'],
  [/^/, 'aws', 'amazonaws.com'],
];

/** What the pseudo parameters stand for. */
export function pseudoParameter(name: string, { region, account, stackName, stackId }: Place): Partly | undefined {
  const [, partition, urlSuffix] = region === undefined ? [] : PARTITIONS.find(([pattern]) => pattern.test(region))!;
  const values: Readonly<Record<string, string | undefined>> = {
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::Partition': partition,
    'AWS::URLSuffix': urlSuffix,
    'AWS::StackName': stackName,
    'AWS::StackId': stackId,
  };
  if (!Object.hasOwn(values, name)) return name.startsWith('AWS::') ? Unknown.of(name) : undefined;
  return values[name] ?? Unknown.of(name);
}

/** The account in an ARN. */
export function accountOf(arn: string | undefined): string | undefined {
  return arn?.split(':')[4] || undefined;
}
