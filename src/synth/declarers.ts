import { Stack, Stage, Token, type CfnResource, type CustomResource } from 'aws-cdk-lib';
import type { CfnUserPool, IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';
import { settingsIn } from './cloud-formation';
import { poolKey, poolResource, propertiesOf } from './pool-resource';
import { unitOf } from '../core/ledger/clearing';
import { propPath } from '../core/ledger/prop-path';
import { isFactor, SMS } from '../core/plan/factors';
import { modernPath } from '../core/plan/twins';
import { entryFor } from '../core/wire/declarers';
import { isObject, type Json, type JsonObject } from '../core/wire/json';
import { formatPath, isSame, unique, type Path } from '../core/wire/path';

/** AWS Lambda takes four kilobytes of variables in all; a token may stand for more than it takes. */
const ROOM = 3_300;

/** A construct that declares settings of a pool. More may be declared until synthesis. */
export interface Declarer {
  readonly scope: IConstruct;
  readonly userPool: IUserPool;
  readonly resource: CustomResource;
  readonly settings: JsonObject;
  readonly paths: readonly Path[];
  /** Whether its settings are taken back when they are no longer declared. */
  readonly takesBack: boolean;
}

/** Each declared setting, under the name that it is compared by. */
export function declaredPaths(...documents: readonly Json[]): Path[] {
  return unique(documents.flatMap((document) => leavesIn(document, [])).map(canonicalPath));
}

/** What SMS as a factor shares with the pool is the pool's. */
export function canonicalPath(path: Path): Path {
  return unitOf(modernPath(path[0] === SMS && path.length > 1 ? path.slice(1) : path));
}

function leavesIn(value: Json, at: Path): Path[] {
  const isBranch = isObject(value) && !Token.isUnresolved(value) && Object.keys(value).length > 0;
  const inner = isBranch ? Object.entries(value).flatMap(([name, child]) => leavesIn(child, [...at, name])) : at.length > 0 ? [at] : [];
  // That something is a second factor is a setting beside what it says.
  return at.length === 1 && isBranch && isFactor(at[0]) ? [at, ...inner] : inner;
}

/** Who declares settings of which pool. Stages are deployed to accounts of their own: a pool of one is no pool of another. */
const registries = new WeakMap<IConstruct, Map<string, Declarer[]>>();

function registryOf(scope: IConstruct): Map<string, Declarer[]> {
  const stage = Stage.of(scope) ?? scope.node.root;
  const registry = registries.get(stage) ?? new Map<string, Declarer[]>();
  registries.set(stage, registry);
  return registry;
}

/** Everyone who declares settings of the pool, in the order of the code. */
export function declarersOf(scope: IConstruct, userPool: IUserPool): readonly Declarer[] {
  return registryOf(scope).get(poolKey(scope, userPool)) ?? [];
}

export function declarersOfResource(resource: CfnUserPool): readonly Declarer[] {
  return registryOf(resource).get(resource.node.path) ?? [];
}

/** Everyone who declares settings of the pool that this construct is the first to declare settings of. */
export function declarersFrom(scope: IConstruct): readonly Declarer[] {
  const userPool = firsts.get(scope);
  return userPool ? declarersOf(scope, userPool) : [];
}
const firsts = new WeakMap<IConstruct, IUserPool>();

export function register(declarer: Declarer): void {
  const { scope, userPool } = declarer;
  const others = declarersOf(scope, userPool);
  if (others.length === 0) firsts.set(scope, userPool);
  registryOf(scope).set(poolKey(scope, userPool), [...others, declarer]);
}

/** One setting has one owner: of two, each would take it from the other. */
export function checkOwners(scope: IConstruct, userPool: IUserPool, young: readonly Path[]): void {
  for (const other of declarersOf(scope, userPool).filter((each) => each.scope !== scope)) {
    const shared = young.find((path) => other.paths.some((each) => isSame(each, path)));
    if (!shared) continue;
    throw new Error(`${scope.node.path} and ${other.scope.node.path} both declare `
      + `${formatPath(propPath(shared))} of one user pool: declare it in one of them`);
  }
}

interface Row {
  readonly userPoolId: string;
  readonly logicalId: string;
  readonly paths: readonly Path[];
}

/** The table of who declares what; of a stack with more than it holds, as much as matters most. */
export function tableOf(stack: Stack, declarers: readonly Declarer[]): string {
  const rows = [...declarers.map((declarer) => rowOf(stack, declarer)), ...rowsOfResources(declarers)];
  const pools = new Set(declarers.filter(({ takesBack }) => takesBack).map(({ userPool }) => userPool.userPoolId));
  const mattering = rows.filter(({ userPoolId }) => pools.has(userPoolId));
  const tables = [rows.map((row) => entryFor(row)), mattering.map((row) => entryFor(row)), mattering.map((row) => entryFor(row, 'short'))];
  const fitting = tables.map((entries) => entries.join(' ')).find((table) => table.length <= ROOM);
  if (fitting !== undefined) return fitting;
  throw new Error('the triggers that this stack declares for its user pools are too many for one function: spread the user pools over several stacks');
}

function rowOf(stack: Stack, { userPool, resource, paths }: Declarer): Row {
  return {
    userPoolId: userPool.userPoolId,
    logicalId: stack.resolve((resource.node.defaultChild as CfnResource).logicalId) as string,
    paths,
  };
}

/** What a pool's own resource declares is not taken back either, when its setting moves there. */
function rowsOfResources(declarers: readonly Declarer[]): Row[] {
  const pools = new Map(declarers.filter(({ takesBack }) => takesBack).map(({ userPool }) => [userPool.userPoolId, userPool]));
  return [...pools.values()].flatMap((userPool): Row[] => {
    const resource = poolResource(userPool);
    const paths = resource ? declaredPaths(settingsIn(propertiesOf(resource))) : [];
    const logicalId = resource ? Stack.of(resource).resolve(resource.logicalId) as string : '';
    return paths.length > 0 ? [{ userPoolId: userPool.userPoolId, logicalId, paths }] : [];
  });
}
