import { Stack } from 'aws-cdk-lib';
import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** What IAM takes in all inline policies of a role together, white space not counted. */
const LIMIT = 10_240;

/** What the inline policies under a construct take at least: what only the deployment knows is counted as nothing. */
function leastSize(scope: IConstruct): number {
  const documents = scope.node.findAll().flatMap((construct): unknown[] => {
    if (construct instanceof CfnRole) return [construct.policies];
    return construct instanceof CfnPolicy ? [construct.policyDocument] : [];
  });
  return documents.map((document) => JSON.stringify(known(Stack.of(scope).resolve(document))).length).reduce((sum, size) => sum + size, 0);
}

function known(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(known);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument] = [], ...more] = Object.entries(value) as [string, unknown][];
  if (name === 'Fn::Join') return joined(argument as [string, unknown]);
  if (more.length === 0 && (name === 'Ref' || name?.startsWith('Fn::'))) return SHORTEST[String(argument)] ?? '';
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, known(inner)]));
}

function joined([separator, parts]: [string, unknown]): string {
  const texts = known(parts);
  return Array.isArray(texts) ? texts.join(separator) : '';
}

const SHORTEST: Readonly<Record<string, string>> = { 'AWS::Partition': 'aws', 'AWS::Region': 'eu-west-1', 'AWS::AccountId': '1'.repeat(12) };

/** An error at synth in place of one from IAM, an hour later. */
export function checkPolicySize(scopes: readonly IConstruct[]): string[] {
  const size = scopes.map(leastSize).reduce((sum, each) => sum + each, 0);
  return size <= LIMIT ? [] : [
    `the permissions of the function take at least ${size} characters, and IAM takes ${LIMIT} in the inline policies of a role: `
    + 'spread the user pools over several stacks',
  ];
}
