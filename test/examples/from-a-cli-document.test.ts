import { poolWithEverything } from '../../local/cognito';
import { deployExample, deployExampleAgain, EXAMPLE_POOL, startWithPool } from '../support/examples';
import { closeAll } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';

const INTENT = 'from-a-cli-document';

afterEach(closeAll);

test('the pool has what the document says and keeps all else, which the AWS CLI would have reset', async () => {
  const { app } = await startWithPool(poolWithEverything(), { iam: 'enforcedButPassRole' });
  const before = snapshot(app.cognito, EXAMPLE_POOL);

  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');

  expect(moved(before, snapshot(app.cognito, EXAMPLE_POOL))).toEqual({
    'pool.AutoVerifiedAttributes': ['email'],
    'pool.VerificationMessageTemplate.EmailMessage': 'Your code is {####}.',
    'pool.VerificationMessageTemplate.EmailSubject': 'Your code',
    // Cognito's older names of the two.
    'pool.EmailVerificationMessage': 'Your code is {####}.',
    'pool.EmailVerificationSubject': 'Your code',
  });
  expect(app.writes).toEqual(['UpdateUserPool']);

  expect((await deployExampleAgain(app, INTENT)).status).toBe('UPDATE_COMPLETE');
  expect(app.writes).toEqual([]);
});
