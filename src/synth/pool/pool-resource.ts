import { CfnResource, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import { CfnUserPool, type IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';
import { isObject, type JsonObject } from '../../core/wire/json';
import { valueAt } from '../../core/wire/path';

/** The resource by which CloudFormation itself writes the pool, if the pool is of this app: its id is a reference to it. */
export function poolResource(userPool: IUserPool): CfnUserPool | undefined {
  const candidates = [referredBy(userPool.userPoolId), referredBy(userPool.userPoolArn), userPool.node.defaultChild];
  return candidates.find(isPoolResource);
}

function referredBy(text: string): IConstruct | undefined {
  const { length, firstToken } = Tokenization.reverseString(text);
  return length === 1 && firstToken && Reference.isReference(firstToken) ? firstToken.target : undefined;
}

export function isPoolResource(construct: IConstruct | undefined): construct is CfnUserPool {
  return construct !== undefined && CfnResource.isCfnResource(construct)
    && construct.cfnResourceType === CfnUserPool.CFN_RESOURCE_TYPE_NAME;
}

/** Its ARN where the pool is: an id names its Region, which an import by id does not look at. */
export function poolArn(scope: IConstruct, userPool: IUserPool): string {
  const { userPoolId, userPoolArn, env: { account, region } } = userPool;
  const named = Token.isUnresolved(userPoolId) ? undefined : /^([a-z]{2,}(?:-[a-z]+)+-\d+)_/.exec(userPoolId)?.[1];
  if (named === undefined || named === region) return userPoolArn;
  return Stack.of(scope).formatArn({ service: 'cognito-idp', resource: 'userpool', resourceName: userPoolId, account, region: named });
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
  // What is not given is left out, as in the file of the template.
  const template = JSON.parse(JSON.stringify(stack.resolve(resource._toCloudFormation()))) as { Resources: JsonObject };
  const [rendered] = Object.values(template.Resources);
  const properties = valueAt(rendered, ['Properties']);
  return isObject(properties) ? properties : {};
}
