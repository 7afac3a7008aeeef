import { createUserPool } from './create-user-pool';
import { deleteUserPool } from './delete-user-pool';
import { describeUserPool } from './describe-user-pool';
import { CognitoRefusal } from './errors';
import { getUserPoolMfaConfig } from './get-user-pool-mfa-config';
import { has, object, withoutNulls, type JsonObject } from './json';
import { setUserPoolMfaConfig } from './set-user-pool-mfa-config';
import { listTagsForResource, tagResource, untagResource } from './tagging';
import { updateUserPool } from './update-user-pool';
import { requestShapeOf, validateRequest } from './validation';
import { arnOf, type Api, type World } from './world';

const APIS: ReadonlyMap<string, Api> = new Map(Object.entries({
  CreateUserPool: createUserPool,
  DescribeUserPool: describeUserPool,
  UpdateUserPool: updateUserPool,
  GetUserPoolMfaConfig: getUserPoolMfaConfig,
  SetUserPoolMfaConfig: setUserPoolMfaConfig,
  DeleteUserPool: deleteUserPool,
  ListTagsForResource: listTagsForResource,
  TagResource: tagResource,
  UntagResource: untagResource,
}));

export interface Service {
  readonly world: World;
  readonly unknownMembers: 'accept' | 'refuse';
  readonly denied: ReadonlySet<string>;
}

/** One request, from its action to its answer, in the order in which the real service looks at it. */
export function perform({ world, unknownMembers, denied }: Service, action: string, request: JsonObject): JsonObject {
  const api = APIS.get(action);
  const shape = requestShapeOf(action);
  if (!api || !shape) throw new CognitoRefusal('UnknownOperationException', '');
  if (denied.has(action)) throw accessDenied(world, action, request);
  const plain = object(withoutNulls(request));
  const future = world.pools.get(String(plain.UserPoolId))?.futureMembers;
  validateRequest(shape, plain, { unknownMembers, isKnown: (path) => future?.has(path) ?? false });
  return api(world, plain);
}

function accessDenied(world: World, action: string, request: JsonObject): CognitoRefusal {
  const resource = has(request, 'UserPoolId') ? arnOf(world, String(request.UserPoolId)) : '*';
  const permission = `cognito-idp:${action}`;
  return new CognitoRefusal('AccessDeniedException', `User: arn:aws:sts::${world.accountId}:assumed-role/caller/session`
    + ` is not authorized to perform: ${permission} on resource: ${resource}`
    + ` because no identity-based policy allows the ${permission} action`);
}
