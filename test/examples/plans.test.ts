import { freshPool } from '../../local/cognito';
import { deployExample, EXAMPLE_POOL, startWithPool } from '../support/examples';
import { closeAll } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';

afterEach(closeAll);

test.each([
  ['email-mfa', 'uses MFA by email'],
  ['passkeys', 'uses sign-in without a password'],
])('%s: a pool of the plan Lite is refused before anything is written', async (intent, what) => {
  const { app } = await startWithPool({ pool: { ...freshPool().pool, UserPoolTier: 'LITE' } });
  const before = snapshot(app.cognito, EXAMPLE_POOL);

  const { status, reason } = await deployExample(app, intent);

  expect(status).toBe('ROLLBACK_COMPLETE');
  expect(reason).toContain(`${what}, which the pool's feature plan LITE does not have`);
  expect(app.writes).toEqual([]);
  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({});
});
