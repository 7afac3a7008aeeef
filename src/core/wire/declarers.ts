import { formatPath, type Path } from './path';

/**
 * Which settings the resources of a stack declare, as an environment variable of the function tells it: CloudFormation brings
 * it up to date before it deletes anything, and takes it back before it rolls anything back. A resource whose template is
 * gone learns from it what others have taken over.
 */
export const DECLARERS_VARIABLE = 'DECLARED_SETTINGS';

/** Names as four characters: what the table is asked is only whether it has one. */
export type Digest = (text: string) => string;
const LENGTH = 4;

/** A resource whose settings did not fit into the table: of its pool nothing is known to be undeclared. */
export const EVERYTHING = '*';

export function entryFor(userPoolId: string, logicalId: string, paths: readonly Path[], digest: Digest): string {
  return `${userPoolId}/${digest(logicalId)}/${paths.map((path) => digest(formatPath(path))).join('')}`;
}

/** Whether a resource other than this one declares a setting, or something in it. */
export function declaredByOthers(table: string, userPoolId: string, logicalId: string, digest: Digest): (path: Path) => boolean {
  const others = table.split(' ').map((entry) => entry.split('/'))
    .filter(([pool, resource]) => pool === userPoolId && resource !== digest(logicalId))
    .map(([, , digests]) => digests);
  const known = new Set(others.flatMap((digests) => digests.match(new RegExp(`.{${LENGTH}}`, 'g')) ?? []));
  return (path) => others.includes(EVERYTHING) || known.has(digest(formatPath(path)));
}
