import { freshPool, poolWithEverything } from '../../local/cognito';
import { deployExample, deployExampleAgain, EXAMPLE_POOL, startWithPool } from '../support/examples';
import { closeAll } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';

const INTENT = 'email-mfa';
const RECOVERY = [{ Name: 'verified_phone_number', Priority: 1 }, { Name: 'verified_email', Priority: 2 }];

afterEach(closeAll);

test('a pool without MFA gets email as a factor, and keeps all else', async () => {
  const { app } = await startWithPool(freshPool());
  const before = snapshot(app.cognito, EXAMPLE_POOL);

  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');

  expect(app.cognito.factors(EXAMPLE_POOL)).toEqual({ sms: false, softwareToken: true, email: true });
  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({
    'pool.MfaConfiguration': 'OPTIONAL',
    'pool.EmailConfiguration.EmailSendingAccount': 'DEVELOPER',
    'pool.EmailConfiguration.SourceArn': 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
    'pool.EmailConfiguration.From': 'Example <no-reply@example.com>',
    'pool.AccountRecoverySetting.RecoveryMechanisms': RECOVERY,
    'mfa.MfaConfiguration': 'OPTIONAL',
    'mfa.SoftwareTokenMfaConfiguration.Enabled': true,
    'mfa.EmailMfaConfiguration.Message': 'Your sign-in code is {####}',
    'mfa.EmailMfaConfiguration.Subject': 'Your sign-in code',
  });
  // A factor by email is refused until the pool has a sender of its own and another way of recovery.
  expect(app.writes).toEqual(['UpdateUserPool', 'SetUserPoolMfaConfig']);
});

test.each([
  // Recovery by phone is refused until SMS is a factor no longer.
  ['admin_only', ['SetUserPoolMfaConfig', 'UpdateUserPool']],
  // And recovery by email alone is refused as soon as email is one.
  ['verified_email', ['UpdateUserPool', 'SetUserPoolMfaConfig', 'UpdateUserPool']],
])('a pool that has SMS as a factor, and recovery by %s, has it no longer, and keeps all else', async (Name, writes) => {
  const { pool, ...mfa } = poolWithEverything();
  const AccountRecoverySetting = { RecoveryMechanisms: [{ Name, Priority: 1 }] };
  const { app } = await startWithPool({ ...mfa, pool: { ...pool, AccountRecoverySetting } }, { iam: 'enforcedButPassRole' });
  const before = snapshot(app.cognito, EXAMPLE_POOL);

  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');

  expect(app.cognito.factors(EXAMPLE_POOL)).toEqual({ sms: false, softwareToken: true, email: true });
  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({
    'pool.AccountRecoverySetting.RecoveryMechanisms': RECOVERY,
    'mfa.EmailMfaConfiguration.Message': 'Your sign-in code is {####}',
    'mfa.EmailMfaConfiguration.Subject': 'Your sign-in code',
  });
  expect(app.writes).toEqual(writes);
});

test('a second deployment looks and has nothing to write', async () => {
  const { app } = await startWithPool(freshPool());
  await deployExample(app, INTENT);
  expect((await deployExampleAgain(app, INTENT)).status).toBe('UPDATE_COMPLETE');
  expect(app.calls).toContain('GetUserPoolMfaConfig');
  expect(app.writes).toEqual([]);
});
