import { Stack, Stage, Token, type CustomResource } from 'aws-cdk-lib';
import type { CfnUserPool, IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { unitOf } from '../../core/ledger/clearing';
import { LEDGER } from '../../core/ledger/ledger';
import { propPath } from '../../core/ledger/prop-path';
import { rowAt } from '../../core/ledger/walk';
import { isUnder } from '../../core/plan/diff';
import { isFactor, SMS } from '../../core/plan/factors';
import { modernPath } from '../../core/plan/twins';
import { isObject, type Json, type JsonObject } from '../../core/wire/json';
import { formatPath, isSame, unique, type Path } from '../../core/wire/path';
import { isIntrinsic } from '../pool/intrinsics';
import { poolKey } from '../pool/pool-resource';

/** A construct that declares settings of a pool. More may be declared until synthesis. */
export interface Declarer {
  readonly scope: IConstruct;
  readonly userPool: IUserPool;
  readonly resource: CustomResource;
  readonly settings: JsonObject;
  readonly paths: readonly Path[];
  /** What it puts back to the default. */
  readonly cleared: readonly Path[];
  /** What the function may do for it, */
  readonly statements: PolicyStatement[];
  /** by a policy that outlives the settings, if they are taken back one day. */
  readonly allowance?: IConstruct;
  /** The functions that send its codes, and the key that encrypts them. */
  readonly senders: ReadonlySet<IFunction>;
  readonly sendersKey?: IKey;
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

export function leavesIn(value: Json, at: Path): Path[] {
  const isBranch = isObject(value) && !Token.isUnresolved(value) && !isIntrinsic(value) && Object.keys(value).length > 0;
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

/** Everyone who declares settings of the pool that this resource declares settings of. */
export function declarersFrom(resource: IConstruct): readonly Declarer[] {
  const declarer = byResource.get(resource);
  return declarer ? declarersOf(declarer.scope, declarer.userPool) : [];
}
const byResource = new WeakMap<IConstruct, Declarer>();

/**
 * Has the settings of one pool applied one after the other: CloudFormation would run them at once, and Cognito, whose updates replace
 * the whole, would keep the last. The key of custom senders comes before them.
 */
export function register(declarer: Declarer): void {
  const { scope, userPool, resource, sendersKey } = declarer;
  const others = declarersOf(scope, userPool);
  const mates = others.filter((other) => Stack.of(other.scope) === Stack.of(scope));
  const isFirst = sendersKey !== undefined && mates.length > 0;
  if (isFirst) mates[0].resource.node.addDependency(resource);
  else if (mates.length > 0) resource.node.addDependency(mates[mates.length - 1].resource);
  byResource.set(resource, declarer);
  registryOf(scope).set(poolKey(scope, userPool), isFirst ? [declarer, ...others] : [...others, declarer]);
}

export type Claim = Pick<Declarer, 'paths' | 'cleared'>;

/** One setting has one owner: of two, each would take it from the other. */
export function checkOwners(scope: IConstruct, userPool: IUserPool, young: Claim): void {
  for (const other of declarersOf(scope, userPool).filter((each) => each.scope !== scope)) {
    const shared = young.paths.find((path) => other.paths.some((each) => isSame(each, path)));
    const contested = shared ?? overlap(young.cleared, other.paths) ?? overlap(young.paths, other.cleared);
    if (!contested) continue;
    throw new Error(`${scope.node.path} and ${other.scope.node.path} both declare ${shared ? '' : 'or clear '}`
      + `${nameOf(contested)} of one user pool: declare it in one of them`);
  }
}

function overlap(some: readonly Path[], others: readonly Path[]): Path | undefined {
  return some.find((path) => others.some((other) => isUnder(path, other) || isUnder(other, path)));
}

/** What has no prop has the API's name. */
function nameOf(path: Path): string {
  return formatPath(rowAt(LEDGER, path.slice(0, 1)) ? propPath(path) : path);
}
