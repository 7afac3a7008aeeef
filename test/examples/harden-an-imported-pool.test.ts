import { freshPool, poolWithEverything } from '../../local/cognito';
import type { JsonObject } from '../../src/core/wire/json';
import { deployExample, deployExampleAgain, EXAMPLE_POOL } from '../support/examples';
import { closeAll, LocalApp } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';

const INTENT = 'harden-an-imported-pool';

afterEach(closeAll);

/** As somebody leaves it who made it in the console and gave it a mail sender, a trigger and tags. */
function poolOfTheConsole(): JsonObject {
  return {
    ...freshPool().pool,
    Name: 'customers',
    AutoVerifiedAttributes: ['email'],
    AccountRecoverySetting: {
      RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }, { Priority: 2, Name: 'verified_phone_number' }],
    },
    LambdaConfig: { PostConfirmation: 'arn:aws:lambda:us-east-1:123456789012:function:welcome' },
    EmailConfiguration: {
      EmailSendingAccount: 'DEVELOPER',
      SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
    },
    UserPoolTags: { team: 'identity' },
  };
}

test('a pool of the console has what is declared and keeps all else', async () => {
  const app = await LocalApp.start({ iam: 'enforced' });
  app.cognito.seed({ pool: poolOfTheConsole(), userPoolId: EXAMPLE_POOL });
  const before = snapshot(app.cognito, EXAMPLE_POOL);

  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');

  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({
    'pool.DeletionProtection': 'ACTIVE',
    'pool.Policies.PasswordPolicy.MinimumLength': 14,
    'pool.Policies.PasswordPolicy.PasswordHistorySize': 5,
    'pool.Policies.PasswordPolicy.TemporaryPasswordValidityDays': 1,
    // Cognito's older name of the same setting.
    'pool.AdminCreateUserConfig.UnusedAccountValidityDays': 1,
    'pool.AccountRecoverySetting.RecoveryMechanisms': [{ Name: 'verified_email', Priority: 1 }],
    'pool.UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': ['email'],
  });
  expect(app.writes).toEqual(['UpdateUserPool']);
});

test('a pool with everything set loses nothing', async () => {
  const app = await LocalApp.start();
  app.cognito.seed({ ...poolWithEverything(), userPoolId: EXAMPLE_POOL });
  const before = snapshot(app.cognito, EXAMPLE_POOL);

  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');

  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({
    'pool.AutoVerifiedAttributes': ['email'],
    'pool.Policies.PasswordPolicy.TemporaryPasswordValidityDays': 1,
    'pool.AdminCreateUserConfig.UnusedAccountValidityDays': 1,
  });
});

test('a second deployment looks and has nothing to write', async () => {
  const app = await LocalApp.start({ iam: 'enforced' });
  app.cognito.seed({ pool: poolOfTheConsole(), userPoolId: EXAMPLE_POOL });
  await deployExample(app, INTENT);
  const before = snapshot(app.cognito, EXAMPLE_POOL);

  expect((await deployExampleAgain(app, INTENT)).status).toBe('UPDATE_COMPLETE');

  expect(app.calls).toContain('DescribeUserPool');
  expect(app.writes).toEqual([]);
  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({});
});
