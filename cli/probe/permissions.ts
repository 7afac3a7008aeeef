import type { Caller, ProbeAction } from './caller';
import { ServiceError } from '../../src/core/apply/port';

/** Without the first nothing is measured, or the pool cannot be deleted; without the others second factors are not. */
export const NEEDED: readonly ProbeAction[] = ['DescribeUserPool', 'UpdateUserPool', 'DeleteUserPool'];
const WANTED: readonly ProbeAction[] = ['GetUserPoolMfaConfig', 'SetUserPoolMfaConfig'];

const DENIED = /^(AccessDenied|NotAuthorized|Forbidden)/;
const NO_POOL = 'ResourceNotFoundException';

/**
 * The actions that these credentials may not call, asked before anything is made: on a pool that is not there, which IAM
 * judges like any other. The first call reads, and only when it finds no such pool the others follow.
 */
export async function deniedActions(caller: Caller, missingPoolId: string): Promise<ProbeAction[]> {
  const denied: ProbeAction[] = [];
  for (const action of [...NEEDED, ...WANTED]) {
    const code = await caller.call(action, { UserPoolId: missingPoolId }).then(() => 'found', codeOf);
    if (DENIED.test(code)) denied.push(action);
    // Whoever may not read cannot know that there is no such pool.
    if (action === 'DescribeUserPool' && code !== NO_POOL) break;
  }
  return denied;
}

function codeOf(error: unknown): string {
  if (error instanceof ServiceError && (DENIED.test(error.code) || error.code === NO_POOL)) return error.code;
  throw error;
}
