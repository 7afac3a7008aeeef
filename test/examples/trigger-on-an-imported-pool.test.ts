import { freshPool, type Seed } from '../../local/cognito';
import { deployExample, deployExampleAgain, EXAMPLE_POOL, startWithPool } from '../support/examples';
import { closeAll } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';

const INTENT = 'trigger-on-an-imported-pool';
const OF_THE_EXAMPLE = /^arn:aws:lambda:us-east-1:123456789012:function:App-PreSignUp/;

afterEach(closeAll);

function poolWithTriggers(): Seed {
  return {
    pool: {
      ...freshPool().pool,
      LambdaConfig: {
        PostConfirmation: 'arn:aws:lambda:us-east-1:123456789012:function:welcome',
        PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: 'arn:aws:lambda:us-east-1:123456789012:function:claims' },
      },
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
    },
  };
}

test('the trigger is attached, all else stays, and it goes with the stack', async () => {
  const { app, invocable } = await startWithPool(poolWithTriggers());
  const before = snapshot(app.cognito, EXAMPLE_POOL);

  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');
  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL)))
    .toEqual({ 'pool.LambdaConfig.PreSignUp': expect.stringMatching(OF_THE_EXAMPLE) });

  expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({});
  // Those that others attached have their permissions elsewhere.
  expect(invocable.broken.filter((moment) => moment.includes('PreSignUp of'))).toEqual([]);
});

test('Cognito may invoke the function for this pool alone', async () => {
  const { app } = await startWithPool(poolWithTriggers());
  await deployExample(app, INTENT);
  const permissions = app.deployment.resources.filter(({ type }) => type === 'AWS::Lambda::Permission');
  expect(permissions.map(({ properties }) => properties)).toEqual([{
    Action: 'lambda:InvokeFunction',
    FunctionName: expect.stringMatching(OF_THE_EXAMPLE),
    Principal: 'cognito-idp.amazonaws.com',
    SourceArn: `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${EXAMPLE_POOL}`,
    SourceAccount: '123456789012',
  }]);
});

test('a second deployment looks and has nothing to write', async () => {
  const { app } = await startWithPool(poolWithTriggers());
  await deployExample(app, INTENT);
  expect((await deployExampleAgain(app, INTENT)).status).toBe('UPDATE_COMPLETE');
  expect(app.calls).toContain('DescribeUserPool');
  expect(app.writes).toEqual([]);
});
