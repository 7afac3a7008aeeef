import { Fn, Stack, Token, type CfnResource } from 'aws-cdk-lib';
import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { declaredPaths, type Declarer } from './declarers';
import { entryFor } from '../../core/wire/declarers';
import type { Path } from '../../core/wire/path';
import { settingsIn } from '../pool/cloud-formation';
import { isPoolResource, poolResource, propertiesOf } from '../pool/pool-resource';
import { standingOn } from '../pool/stands-on';

/** AWS Lambda takes four kilobytes of variables in all; a token may stand for more than it takes. */
const ROOM = 3_300;

interface Row {
  readonly userPoolId: string;
  readonly logicalId: string;
  readonly paths: readonly Path[];
}

/** The table of who declares what; of a stack with more than it holds, as much as matters most. */
export function tableOf(lambdaFunction: CfnResource, declarers: readonly Declarer[]): string {
  const stack = Stack.of(lambdaFunction);
  const pools = new Set(declarers.filter(({ takesBack }) => takesBack).map(({ userPool }) => userPool.userPoolId));
  const mattering = (rows: readonly Row[]) => rows.filter(({ userPoolId }) => pools.has(userPoolId));
  const [ours, theirs] = [declarers.map((declarer) => rowOf(stack, declarer)), rowsOfResources(lambdaFunction, declarers)];
  const tables = [
    [...ours, ...theirs].map((row) => entryFor(row)),
    mattering([...ours, ...theirs]).map((row) => entryFor(row)),
    // Of what is not named here, a construct's word for the rest keeps all; a resource's would, for good.
    [...mattering(ours).map((row) => entryFor(row, 'short')), ...mattering(theirs).map(triggersOf).map((row) => entryFor(row))],
  ];
  const fitting = tables.map((entries) => entries.join(' ')).find((table) => table.length <= ROOM);
  if (fitting !== undefined) return fitting;
  throw new Error('the triggers that this stack declares for its user pools are too many for one function: spread the user pools over several stacks');
}

function triggersOf(row: Row): Row {
  return { ...row, paths: row.paths.filter(([name]) => name === 'LambdaConfig') };
}

function rowOf(stack: Stack, { userPool, resource, paths }: Declarer): Row {
  return {
    userPoolId: userPool.userPoolId,
    logicalId: stack.resolve((resource.node.defaultChild as CfnResource).logicalId) as string,
    paths,
  };
}

/** What a pool's own resource declares is not taken back either, when its setting moves there, even with the last construct. */
function rowsOfResources(lambdaFunction: CfnResource, declarers: readonly Declarer[]): Row[] {
  const pools = new Map(declarers.map(({ userPool }) => [poolResource(userPool), userPool.userPoolId]));
  const others = othersThan(pools, lambdaFunction).map((resource) => [resource, refOf(resource)] as const);
  return [...pools, ...others].flatMap(([resource, userPoolId]): Row[] => {
    const paths = resource ? declaredPaths(settingsIn(propertiesOf(resource))) : [];
    const logicalId = resource ? Stack.of(resource).resolve(resource.logicalId) as string : '';
    return paths.length > 0 ? [{ userPoolId, logicalId, paths }] : [];
  });
}

/** The pools without settings of ours. One that stands on the function cannot be named to it: it would have to be there first. */
function othersThan(pools: ReadonlyMap<CfnUserPool | undefined, string>, lambdaFunction: CfnResource): CfnUserPool[] {
  const stack = Stack.of(lambdaFunction);
  const others = stack.node.findAll().filter(isPoolResource).filter((resource) => Stack.of(resource) === stack && !pools.has(resource));
  if (others.length === 0) return [];
  const stands = standingOn(lambdaFunction);
  return others.filter((resource) => !stands(resource));
}

/** A resource that is not made has no name in a template. */
function refOf({ ref, cfnOptions: { condition } }: CfnUserPool): string {
  return condition ? Token.asString(Fn.conditionIf(condition.logicalId, ref, '')) : ref;
}
