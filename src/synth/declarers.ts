import { createHash } from 'node:crypto';
import { CfnResource, Stack, Token, type CustomResource } from 'aws-cdk-lib';
import { unique } from '../core/plan/put-back';
import { modernPath } from '../core/plan/twins';
import { entryFor, EVERYTHING } from '../core/wire/declarers';
import { isObject, type Json } from '../core/wire/json';
import type { Path } from '../core/wire/path';

/** AWS Lambda takes four kilobytes of variables in all. */
const ROOM = 3_500;

export interface Declarer {
  readonly userPoolId: string;
  readonly resource: CustomResource;
  readonly paths: readonly Path[];
  /** Whether its settings are taken back when they are no longer declared. */
  readonly takesBack: boolean;
}

/** Every setting that is declared, and whatever it lies in. */
export function declaredPaths(...documents: readonly Json[]): Path[] {
  return unique(documents.flatMap((document) => pathsIn(document, [])).flatMap((path) => [path, modernPath(path)]));
}

function pathsIn(value: Json, at: Path): Path[] {
  const inner = isObject(value) && !Token.isUnresolved(value) ? Object.entries(value).flatMap(([name, child]) => pathsIn(child, [...at, name])) : [];
  return at.length === 0 ? inner : [at, ...inner];
}

/** The table of who declares what, for the pools of which something may have to be taken back. */
export function tableOf(stack: Stack, declarers: readonly Declarer[]): string {
  const poolOf = ({ userPoolId }: Declarer) => JSON.stringify(stack.resolve(userPoolId));
  const pools = new Set(declarers.filter(({ takesBack }) => takesBack).map(poolOf));
  const entries = declarers.filter((declarer) => pools.has(poolOf(declarer))).map(({ userPoolId, resource, paths }) => {
    const logicalId = stack.resolve((resource.node.defaultChild as CfnResource).logicalId) as string;
    return { whole: entryFor(userPoolId, logicalId, paths, digest), short: `${entryFor(userPoolId, logicalId, [], digest)}${EVERYTHING}` };
  });
  const whole = entries.map((entry) => entry.whole).join(' ');
  return whole.length <= ROOM ? whole : entries.map(({ short }) => short).join(' ');
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 4);
