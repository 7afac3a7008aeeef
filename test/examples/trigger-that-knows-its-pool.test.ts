import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { freshPool } from '../../local/cognito';
import type { JsonObject } from '../../src/core/wire/json';
import { deployExample, deployExampleAgain, startWithPool } from '../support/examples';
import { closeAll, type LocalApp } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';

const INTENT = 'trigger-that-knows-its-pool';

afterEach(closeAll);

const poolId = (app: LocalApp) => app.deployment.resources.find(({ type }) => type === 'AWS::Cognito::UserPool')!.physicalId;

test('the function is attached to the pool that it knows, and may be invoked from then on', async () => {
  const { app, invocable } = await startWithPool(freshPool());

  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');

  const functions = app.deployment.resources.filter(({ type }) => type === 'AWS::Lambda::Function');
  const fn = functions.find(({ logicalId }) => logicalId.startsWith('PreSignUp'))!;
  expect((fn.properties.Environment as JsonObject).Variables).toEqual({ USER_POOL_ID: poolId(app) });
  expect(app.cognito.pool(poolId(app)).LambdaConfig).toEqual({ PreSignUp: fn.attributes.Arn });
  expect(app.deployment.permissions.grants).toContainEqual({
    roleLogicalId: expect.stringMatching(/^PreSignUpServiceRole/),
    action: 'cognito-idp:DescribeUserPool',
    resource: app.cognito.pool(poolId(app)).Arn,
  });
  expect(invocable.broken).toEqual([]);
});

test('a second deployment looks and has nothing to write', async () => {
  const { app } = await startWithPool(freshPool());
  await deployExample(app, INTENT);
  expect((await deployExampleAgain(app, INTENT)).status).toBe('UPDATE_COMPLETE');
  expect(app.calls).toContain('DescribeUserPool');
  expect(app.writes).toEqual([]);
});

test('when the stack is deleted the pool stays, without a trigger that nobody could invoke', async () => {
  const { app, invocable } = await startWithPool(freshPool());
  await deployExample(app, INTENT);
  const pool = poolId(app);
  const before = snapshot(app.cognito, pool);
  expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
  expect(moved(before, snapshot(app.cognito, pool))).toEqual({ 'pool.LambdaConfig': {}, 'pool.LambdaConfig.PreSignUp': 'gone' });
  expect(invocable.broken).toEqual([]);
});

test('the same with the UserPool of CDK is a cycle', () => {
  const stack = new Stack(new App(), 'Auth');
  const pool = new UserPool(stack, 'Pool', { signInAliases: { email: true } });
  const preSignUp = new Function(stack, 'PreSignUp', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('//'),
    environment: { USER_POOL_ID: pool.userPoolId },
  });
  pool.grant(preSignUp, 'cognito-idp:DescribeUserPool');
  pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, preSignUp);
  expect(() => Template.fromStack(stack)).toThrow(/dependency cycle/);
});
