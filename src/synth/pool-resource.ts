import { CfnResource, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import { CfnUserPool, type IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';
import { isObject, type JsonObject } from '../core/wire/json';
import { valueAt } from '../core/wire/path';

/** The resource by which CloudFormation itself writes the pool, if the pool is of this app: its id is a reference to it. */
export function poolResource(userPool: IUserPool): CfnUserPool | undefined {
  const token = Tokenization.reverseString(userPool.userPoolId);
  const [first] = token.length === 1 ? [token.firstToken] : [];
  const target = first && Reference.isReference(first) ? first.target : userPool.node.defaultChild;
  return isPoolResource(target) ? target : undefined;
}

export function isPoolResource(construct: IConstruct | undefined): construct is CfnUserPool {
  return construct !== undefined && CfnResource.isCfnResource(construct)
    && construct.cfnResourceType === CfnUserPool.CFN_RESOURCE_TYPE_NAME;
}

/** The same for every construct that is the same pool, in whichever stack of the app it is spoken of. */
export function poolKey(scope: IConstruct, userPool: IUserPool): string {
  const { userPoolId } = userPool;
  const resource = poolResource(userPool);
  if (resource) return resource.node.path;
  if (!Token.isUnresolved(userPoolId)) return userPoolId;
  const stack = Stack.of(scope);
  return `${stack.node.path}: ${JSON.stringify(stack.resolve(userPoolId))}`;
}

/** The properties as they come to stand in the template: after aspects, overrides and tags, if it is asked for at synthesis. */
export function propertiesOf(resource: CfnUserPool): JsonObject {
  const stack = Stack.of(resource);
  const [rendered] = Object.values((stack.resolve(resource._toCloudFormation()) as { Resources: JsonObject }).Resources);
  const properties = valueAt(rendered, ['Properties']);
  return isObject(properties) ? properties : {};
}
