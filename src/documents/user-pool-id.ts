import type { DocumentFinding } from './finding';
import { USER_POOL_ID } from './names';
import { placeOf, type ObjectNode } from './node';
import { structure, text } from '../core/ledger/member';
import { USER_POOL_ID as CONSTRAINTS } from '../core/ledger/pool';
import { checkConstraints } from '../core/rules/constraints';

const ROW = structure({ [USER_POOL_ID]: text(CONSTRAINTS) });

/** The id is no setting, but what a document is addressed to. */
export function checkUserPoolId(root: ObjectNode, userPoolId: string | undefined): DocumentFinding[] {
  const isWrong = userPoolId !== undefined && checkConstraints({ [USER_POOL_ID]: userPoolId }, ROW, () => false).length > 0;
  return !isWrong ? [] : [{
    level: 'error',
    rule: 'user-pool-id',
    path: [USER_POOL_ID],
    ...placeOf(root, [USER_POOL_ID]),
    sentence: 'is no id of a user pool, which looks like us-east-1_AbCdEfGhI',
  }];
}
