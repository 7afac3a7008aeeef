import { addCustomAttributes } from './add-custom-attributes';
import { createUserPool } from './create-user-pool';
import { deleteUserPool } from './delete-user-pool';
import { describeUserPool } from './describe-user-pool';
import { CognitoRefusal } from './errors';
import { getUserPoolMfaConfig } from './get-user-pool-mfa-config';
import { object, withoutNulls, type JsonObject } from './json';
import { listUserPools } from './list-user-pools';
import { impliedPermissions, permissionToCall } from './needed-permissions';
import { setUserPoolMfaConfig } from './set-user-pool-mfa-config';
import { listTagsForResource, tagResource, untagResource } from './tagging';
import { updateUserPool } from './update-user-pool';
import { requestShapeOf, validateRequest } from './validation';
import type { Api, World } from './world';
import type { Denial, Permission } from '../iam';

const APIS: ReadonlyMap<string, Api> = new Map(Object.entries({
  CreateUserPool: createUserPool,
  DescribeUserPool: describeUserPool,
  UpdateUserPool: updateUserPool,
  GetUserPoolMfaConfig: getUserPoolMfaConfig,
  SetUserPoolMfaConfig: setUserPoolMfaConfig,
  AddCustomAttributes: addCustomAttributes,
  DeleteUserPool: deleteUserPool,
  ListUserPools: listUserPools,
  ListTagsForResource: listTagsForResource,
  TagResource: tagResource,
  UntagResource: untagResource,
}));

export interface Service {
  readonly world: World;
  readonly unknownMembers: 'accept' | 'refuse';
}

/** Why a caller lacks a permission; nothing if it does not. */
export type Authorize = (permission: Permission) => Denial | undefined;

/** One request, from its action to its answer, in the order in which the real service looks at it. */
export function perform(
  { world, unknownMembers }: Service, action: string, request: JsonObject, authorize: Authorize = () => undefined,
): JsonObject {
  const api = APIS.get(action);
  const shape = requestShapeOf(action);
  if (!api || !shape) throw new CognitoRefusal('UnknownOperationException', '');
  demand(permissionToCall(world, action, request), authorize);
  const plain = object(withoutNulls(request));
  const future = world.pools.get(String(plain.UserPoolId))?.futureMembers;
  validateRequest(shape, plain, { unknownMembers, isKnown: (path) => future?.has(path) ?? false });
  for (const permission of impliedPermissions(world, action, plain)) demand(permission, authorize);
  return api(world, plain);
}

function demand(permission: Permission, authorize: Authorize): void {
  const denial = authorize(permission);
  if (!denial) return;
  const { action, resource } = permission;
  throw new CognitoRefusal('AccessDeniedException', `User: ${denial.caller} is not authorized to perform: ${action}`
    + ` on resource: ${resource} ${denial.isExplicit ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`}`);
}
