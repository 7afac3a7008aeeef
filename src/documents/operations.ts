import type { DocumentFinding } from './finding';
import type { ObjectNode } from './node';
import { SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL } from '../core/ledger/ledger';

/** The AWS CLI takes the members of one operation; here those of both may stand side by side. */
export function checkOperations({ members }: ObjectNode): DocumentFinding[] {
  const ofUpdate = members.some(({ name }) => isOnlyIn(UPDATE_USER_POOL.members, SET_USER_POOL_MFA_CONFIG.members, name));
  const ofMfa = members.find(({ name }) => isOnlyIn(SET_USER_POOL_MFA_CONFIG.members, UPDATE_USER_POOL.members, name));
  return !ofUpdate || !ofMfa ? [] : [{
    level: 'warning',
    rule: 'two-operations',
    path: [ofMfa.name],
    ...ofMfa.at,
    sentence: 'is of set-user-pool-mfa-config, and others here are of update-user-pool: the AWS CLI takes them in two documents',
  }];
}

function isOnlyIn(members: object, others: object, name: string): boolean {
  return Object.hasOwn(members, name) && !Object.hasOwn(others, name);
}
