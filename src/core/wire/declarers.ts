import { formatPath, type Path } from './path';

/*
 * Which settings the resources of a stack declare, as an environment variable of the function tells it. CloudFormation brings
 * the variable up to date before it deletes anything, and takes it back before it rolls anything back: a resource whose
 * template is gone learns from it what others have taken over. Its text is as lasting as the names in contract.ts.
 */

/** A resource whose settings did not fit: of its pool nothing but triggers is known to be undeclared. */
const EVERYTHING_ELSE = '*';
const isTrigger = ([name]: Path) => name === 'LambdaConfig';

export interface Declarer {
  readonly userPoolId: string;
  readonly logicalId: string;
  readonly paths: readonly Path[];
}

/** Every setting of the resource, or, if that is too long, its triggers and a word for the rest. */
export function entryFor({ userPoolId, logicalId, paths }: Declarer, length: 'whole' | 'short' = 'whole'): string {
  const named = length === 'whole' ? paths : paths.filter(isTrigger);
  return `${userPoolId}/${digest(logicalId)}/${length === 'whole' ? '' : EVERYTHING_ELSE}${named.map((path) => digest(formatPath(path))).sort().join('')}`;
}

/** Whether a resource other than this one declares a setting. */
export function declaredByOthers(table: string, userPoolId: string, logicalId: string): (path: Path) => boolean {
  const others = table.split(' ').map((entry) => entry.split('/'))
    .filter(([pool, resource]) => pool === userPoolId && resource !== digest(logicalId))
    .map(([, , digests]) => digests);
  const known = new Set(others.flatMap((digests) => digests.replace(EVERYTHING_ELSE, '').match(/.{4}/g) ?? []));
  const isAnyUnknown = others.some((digests) => digests.startsWith(EVERYTHING_ELSE));
  return (path) => known.has(digest(formatPath(path))) || (isAnyUnknown && !isTrigger(path));
}

/** A name as four characters: FNV-1a, since all that the table is asked is whether it has one. */
function digest(text: string): string {
  /* eslint-disable no-bitwise -- that is what a hash is made of */
  const hash = [...text].reduce((sum, character) => Math.imul(sum ^ character.codePointAt(0)!, 0x01000193), 0x811c9dc5);
  return (hash >>> 0).toString(36).slice(-4).padStart(4, '0');
  /* eslint-enable no-bitwise */
}
