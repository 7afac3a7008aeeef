import { createHash } from 'node:crypto';
import { TemplateError, type Template, type TemplateParameter } from './template';
import type { Json } from '../../src/core/wire/json';

/** Where a stack lives: what the pseudo parameters say. */
export interface StackEnvironment {
  readonly region: string;
  readonly accountId: string;
  readonly partition: string;
  readonly urlSuffix: string;
  readonly stackName: string;
  readonly stackId: string;
}

/** `incarnation` counts the stacks of this name: one that was deleted and made again has another id, as in CloudFormation. */
export function stackEnvironment(region: string, accountId: string, stackName: string, incarnation: number): StackEnvironment {
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  const digest = fingerprint(`${stackName}/${incarnation}`);
  const uuid = digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  return {
    region,
    accountId,
    partition,
    urlSuffix: partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
    stackName,
    stackId: `arn:${partition}:cloudformation:${region}:${accountId}:stack/${stackName}/${uuid}`,
  };
}

export function pseudoParameters(environment: StackEnvironment): Readonly<Record<string, Json>> {
  return {
    'AWS::Region': environment.region,
    'AWS::AccountId': environment.accountId,
    'AWS::Partition': environment.partition,
    'AWS::URLSuffix': environment.urlSuffix,
    'AWS::StackName': environment.stackName,
    'AWS::StackId': environment.stackId,
    'AWS::NotificationARNs': [],
  };
}

export function parameterValues(template: Template, given: Readonly<Record<string, string>>): Readonly<Record<string, Json>> {
  const declared = template.Parameters ?? {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unknown.length > 0) throw new TemplateError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const missing = Object.keys(declared).filter((name) => given[name] === undefined && declared[name].Default === undefined);
  if (missing.length > 0) throw new TemplateError(`Parameters: [${missing.join(', ')}] must have values`);
  return Object.fromEntries(Object.entries(declared).map(([name, parameter]) => [name, parameterValue(parameter, given[name])]));
}

function parameterValue(parameter: TemplateParameter, given: string | undefined): Json {
  const value = String(given ?? parameter.Default);
  return /^(CommaDelimitedList|List<.*>)$/.test(parameter.Type) ? value.split(',').map((element) => element.trim()) : value;
}

/** Names that look random and are the same in every run. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
