import { Stack } from 'aws-cdk-lib';
import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { isPoolResource } from '../pool/pool-resource';

/** What IAM takes in all inline policies of a role together, white space not counted. */
const LIMIT = 10_240;

/** What the inline policies under a construct take at least: what only the deployment knows is counted as nothing. */
function leastSize(scope: IConstruct, pools: ReadonlySet<string>): number {
  const documents = scope.node.findAll().flatMap((construct): unknown[] => {
    if (construct instanceof CfnRole) return [construct.policies];
    return construct instanceof CfnPolicy ? [construct.policyDocument] : [];
  });
  return documents.map((document) => JSON.stringify(known(Stack.of(scope).resolve(document), pools)).length).reduce((sum, size) => sum + size, 0);
}

const poolsIn = (stack: Stack) => new Set(stack.node.findAll().filter(isPoolResource).map((pool) => String(Stack.of(pool).resolve(pool.logicalId))));

function known(value: unknown, pools: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => known(item, pools));
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument] = [], ...more] = Object.entries(value) as [string, unknown][];
  if (name === 'Fn::Join') return joined(argument as [string, unknown], pools);
  if (name === 'Fn::GetAtt' && Array.isArray(argument) && argument[1] === 'Arn' && pools.has(String(argument[0]))) return SHORTEST_POOL_ARN;
  if (more.length === 0 && (name === 'Ref' || name?.startsWith('Fn::'))) return SHORTEST[String(argument)] ?? '';
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, known(inner, pools)]));
}

function joined([separator, parts]: [string, unknown], pools: ReadonlySet<string>): string {
  const texts = known(parts, pools);
  return Array.isArray(texts) ? texts.join(separator) : '';
}

const SHORTEST: Readonly<Record<string, string>> = { 'AWS::Partition': 'aws', 'AWS::Region': 'eu-west-1', 'AWS::AccountId': '1'.repeat(12) };

const SHORTEST_POOL_ARN = `arn:aws:cognito-idp:eu-west-1:${'1'.repeat(12)}:userpool/eu-west-1_${'A'.repeat(9)}`;

/** An error at synth in place of one from IAM, an hour later. */
export function checkPolicySize(scopes: readonly IConstruct[]): string[] {
  const pools = poolsIn(Stack.of(scopes[0]));
  const size = scopes.map((scope) => leastSize(scope, pools)).reduce((sum, each) => sum + each, 0);
  return size <= LIMIT ? [] : [
    `the permissions of the function take at least ${size} characters, and IAM takes ${LIMIT} in the inline policies of a role: `
    + 'spread the user pools over several stacks',
  ];
}
