import { SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL } from '../../src/core/ledger/ledger';
import type { Structure } from '../../src/core/ledger/member';
import { propPath } from '../../src/core/ledger/prop-path';
import { formatPath, type Path } from '../../src/core/wire/path';
import { inApiWords } from '../../src/documents/api-words';

/** The operations of `aws cognito-idp` that a document can be for, and what their requests have. */
export const OPERATIONS = {
  'update-user-pool': UPDATE_USER_POOL,
  'set-user-pool-mfa-config': SET_USER_POOL_MFA_CONFIG,
} as const satisfies Readonly<Record<string, Structure>>;
export type Operation = keyof typeof OPERATIONS;

/** What a draft becomes: a program, or a document for an operation. */
export type Target = 'program' | Operation;

/** A setting in the words of those who read the target. */
export function nameIn(target: Target, path: Path): string {
  return formatPath(target === 'program' ? propPath(path) : path);
}

/** What is said of a setting, in the words of those who read the target. */
export function inWordsOf(target: Target, prose: string, path: Path): string {
  return target === 'program' ? prose : inApiWords(prose, path);
}

export function olderName(target: Target, modern: Path): string {
  return `The same setting as ${nameIn(target, modern)}, under its older name.`;
}
