import { CustomResource, Duration } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct, IDependable } from 'constructs';
import { perPool } from './pool/per-pool';
import { CAPTURE_RESOURCE_TYPE, PROPERTY } from '../core/wire/contract';

/** Longer than any function may run or wait for its turn; the same for ever, since a change would be an update. */
const TIMEOUT = Duration.hours(1);

/** Keeps the pool as it is before the first setting is written, in an attribute that CloudFormation stores. */
export function captureOf(scope: Construct, userPool: IUserPool, serviceToken: string, allowance: readonly IDependable[]): CustomResource {
  // Another pool is another resource: an update would find a pool that has our settings already.
  const resource = new CustomResource(scope, perPool('Before', scope, userPool), {
    resourceType: CAPTURE_RESOURCE_TYPE,
    serviceToken,
    serviceTimeout: TIMEOUT,
    properties: { [PROPERTY.USER_POOL_ID]: userPool.userPoolId },
  });
  resource.node.addDependency(...allowance);
  return resource;
}
