import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { UserPool, type IUserPool } from 'aws-cdk-lib/aws-cognito';
import { UserPoolSettings, type UserPoolSettingsProps } from '../../src';
import { RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { JsonObject } from '../../src/core/wire/json';

export const POOL_ID = 'us-east-1_Example1';

export function testStack(): Stack {
  return new Stack(new App(), 'Stack', { env: { account: '123456789012', region: 'us-east-1' } });
}

export function importedPool(stack: Stack): IUserPool {
  return UserPool.fromUserPoolId(stack, 'Pool', POOL_ID);
}

export type Settings = Omit<UserPoolSettingsProps, 'userPool'>;

/** The properties that CloudFormation would hand to the Lambda for these settings of an imported pool. */
export function propertiesFor(settings: Settings | ((stack: Stack) => Settings)): JsonObject {
  const stack = testStack();
  new UserPoolSettings(stack, 'Settings', {
    userPool: importedPool(stack),
    ...(typeof settings === 'function' ? settings(stack) : settings),
  });
  const [resource] = Object.values(Template.fromStack(stack).findResources(RESOURCE_TYPE));
  return (resource as { Properties: JsonObject }).Properties;
}
