import { createHash } from 'node:crypto';
import { Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';

/**
 * The id of a construct that belongs to one pool. With another pool it is another construct, so that CloudFormation keeps
 * the old one until the settings of the old pool are released, and for a rollback.
 */
export function perPool(id: string, scope: IConstruct, userPool: IUserPool): string {
  const pool = JSON.stringify(Stack.of(scope).resolve(userPool.userPoolId));
  return id + createHash('sha256').update(pool).digest('hex').slice(0, 8);
}
