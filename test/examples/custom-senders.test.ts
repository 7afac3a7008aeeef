import { freshPool, type Seed } from '../../local/cognito';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { deployExample, deployExampleAgain, EXAMPLE_POOL, startWithPool } from '../support/examples';
import { closeAll, type LocalApp } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';

const INTENT = 'custom-senders';
const SENDERS = ['EmailSender', 'SmsSender'];

afterEach(closeAll);

function poolWithTriggers(): Seed {
  const LambdaConfig = { CustomMessage: 'arn:aws:lambda:us-east-1:123456789012:function:texts' };
  return { pool: { ...freshPool().pool, LambdaConfig, AutoVerifiedAttributes: ['email'] } };
}

const keyOf = (app: LocalApp) => app.deployment.resources.find(({ type }) => type === 'AWS::KMS::Key')!;
const functionArn = (name: string) =>
  expect.stringMatching(new RegExp(`^arn:aws:lambda:us-east-1:123456789012:function:App-${name}`));

test('both senders and their key are attached, all else stays, and they go with the stack', async () => {
  const { app, invocable } = await startWithPool(poolWithTriggers());
  const before = snapshot(app.cognito, EXAMPLE_POOL);

  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');
  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({
    'pool.LambdaConfig.CustomEmailSender.LambdaArn': functionArn('EmailSender'),
    'pool.LambdaConfig.CustomEmailSender.LambdaVersion': 'V1_0',
    'pool.LambdaConfig.CustomSMSSender.LambdaArn': functionArn('SmsSender'),
    'pool.LambdaConfig.CustomSMSSender.LambdaVersion': 'V1_0',
    'pool.LambdaConfig.KMSKeyID': keyOf(app).attributes.Arn,
  });

  expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({});
  expect(invocable.broken.filter((moment) => /Sender of/.test(moment))).toEqual([]);
});

test('Cognito may make its grant on the key for this pool, and both functions may decrypt', async () => {
  const { app } = await startWithPool(poolWithTriggers());
  await deployExample(app, INTENT);
  const key = keyOf(app);
  const statements = (key.properties.KeyPolicy as JsonObject).Statement as readonly Json[];
  expect(statements).toContainEqual({
    Effect: 'Allow',
    Principal: { Service: 'cognito-idp.amazonaws.com' },
    Action: 'kms:CreateGrant',
    Resource: '*',
    Condition: {
      StringEquals: { 'aws:SourceAccount': '123456789012' },
      ArnLike: { 'aws:SourceArn': `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${EXAMPLE_POOL}` },
    },
  });
  const decrypting = app.deployment.permissions.grants.filter(({ action }) => action === 'kms:Decrypt');
  expect(decrypting).toEqual(SENDERS.map((name) => ({
    roleLogicalId: expect.stringMatching(new RegExp(`^${name}ServiceRole`)),
    action: 'kms:Decrypt',
    resource: key.attributes.Arn,
  })));
});

test('a second deployment looks and has nothing to write', async () => {
  const { app } = await startWithPool(poolWithTriggers());
  await deployExample(app, INTENT);
  expect((await deployExampleAgain(app, INTENT)).status).toBe('UPDATE_COMPLETE');
  expect(app.calls).toContain('DescribeUserPool');
  expect(app.writes).toEqual([]);
});
