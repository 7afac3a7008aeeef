import { Stack, Token, type CfnResource, type CustomResource } from 'aws-cdk-lib';
import { unitOf } from '../core/ledger/clearing';
import { propPath } from '../core/ledger/prop-path';
import { isFactor, SMS } from '../core/plan/factors';
import { modernPath } from '../core/plan/twins';
import { entryFor } from '../core/wire/declarers';
import { isObject, type Json } from '../core/wire/json';
import { formatPath, isSame, unique, type Path } from '../core/wire/path';

/** AWS Lambda takes four kilobytes of variables in all; a token may stand for more than it takes. */
const ROOM = 3_300;

/** A construct that declares settings of a pool. */
export interface Declarer {
  readonly userPoolId: string;
  readonly resource: CustomResource;
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

/** One setting has one owner: of two, the one that is deleted would take it from the other. */
export function checkOwners(stack: Stack, declarers: readonly Declarer[], young: Declarer): void {
  const poolOf = ({ userPoolId }: Declarer) => JSON.stringify(stack.resolve(userPoolId));
  for (const other of declarers.filter((each) => poolOf(each) === poolOf(young))) {
    const shared = young.paths.find((path) => other.paths.some((each) => isSame(each, path)));
    if (!shared) continue;
    throw new Error(`${young.resource.node.scope!.node.path} and ${other.resource.node.scope!.node.path} both declare `
      + `${formatPath(propPath(shared))} of one user pool: declare it in one of them`);
  }
}

/** The table of who declares what; of a stack with more than it holds, as much as matters most. */
export function tableOf(stack: Stack, declarers: readonly Declarer[]): string {
  const rows = declarers.map(({ userPoolId, resource, paths }) =>
    ({ userPoolId, paths, logicalId: stack.resolve((resource.node.defaultChild as CfnResource).logicalId) as string }));
  const pools = new Set(declarers.filter(({ takesBack }) => takesBack).map(({ userPoolId }) => userPoolId));
  const mattering = rows.filter(({ userPoolId }) => pools.has(userPoolId));
  const tables = [rows.map((row) => entryFor(row)), mattering.map((row) => entryFor(row)), mattering.map((row) => entryFor(row, 'short'))];
  const fitting = tables.map((entries) => entries.join(' ')).find((table) => table.length <= ROOM);
  if (fitting !== undefined) return fitting;
  throw new Error('the triggers that this stack declares for its user pools are too many for one function: spread the user pools over several stacks');
}
