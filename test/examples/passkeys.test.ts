import { freshPool, poolWithEverything, type Seed } from '../../local/cognito';
import { deployExample, deployExampleAgain, EXAMPLE_POOL, startWithPool } from '../support/examples';
import { closeAll } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';

const INTENT = 'passkeys';
const PASSKEYS = {
  'pool.Policies.SignInPolicy.AllowedFirstAuthFactors': ['PASSWORD', 'WEB_AUTHN'],
  'mfa.WebAuthnConfiguration.RelyingPartyId': 'auth.example.com',
  'mfa.WebAuthnConfiguration.UserVerification': 'required',
};

afterEach(closeAll);

const poolWithAuthenticatorApps: Seed = {
  pool: { ...freshPool().pool, MfaConfiguration: 'OPTIONAL' },
  mfa: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
};

test.each<[string, Seed]>([
  ['without MFA', freshPool()],
  ['with authenticator apps as a second factor', poolWithAuthenticatorApps],
])('a pool %s offers passkeys, and keeps all else', async (_pool, seed) => {
  const { app } = await startWithPool(seed);
  const before = snapshot(app.cognito, EXAMPLE_POOL);
  const factors = app.cognito.factors(EXAMPLE_POOL);

  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');

  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual(PASSKEYS);
  expect(app.cognito.factors(EXAMPLE_POOL)).toEqual(factors);
});

test('a pool with everything set keeps all but the list of first factors', async () => {
  const { app } = await startWithPool(poolWithEverything(), { iam: 'enforcedButPassRole' });
  const before = snapshot(app.cognito, EXAMPLE_POOL);
  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');
  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL)))
    .toEqual({ 'pool.Policies.SignInPolicy.AllowedFirstAuthFactors': ['PASSWORD', 'WEB_AUTHN'] });
});

test('a second deployment looks and has nothing to write', async () => {
  const { app } = await startWithPool(freshPool());
  await deployExample(app, INTENT);
  expect((await deployExampleAgain(app, INTENT)).status).toBe('UPDATE_COMPLETE');
  expect(app.calls).toContain('GetUserPoolMfaConfig');
  expect(app.writes).toEqual([]);
});
