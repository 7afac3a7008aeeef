import { poolWithEverything } from '../../local/cognito';
import { deployExample, EXAMPLE_POOL } from '../support/examples';
import { closeAll, LocalApp } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';

afterEach(closeAll);

test('the pool has what is declared and keeps all else', async () => {
  const app = await LocalApp.start();
  app.cognito.seed({ ...poolWithEverything(), userPoolId: EXAMPLE_POOL });
  const before = snapshot(app.cognito, EXAMPLE_POOL);

  const { status } = await deployExample(app, 'harden-an-imported-pool');

  expect(status).toBe('CREATE_COMPLETE');
  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({
    x: 1,
  });
});
