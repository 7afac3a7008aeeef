import { outcome } from './support';
import { EmbeddedCognito } from '../../../local/cognito';

test('pools are listed by pages', () => {
  const cognito = new EmbeddedCognito();
  const ids = ['a', 'b', 'c'].map((PoolName) => cognito.createUserPool({ PoolName }));
  const first = cognito.call('ListUserPools', { MaxResults: 2 });
  expect(first).toMatchObject({ UserPools: [{ Id: ids[0], Name: 'a', LambdaConfig: {} }, { Id: ids[1], Name: 'b' }] });
  const second = cognito.call('ListUserPools', { MaxResults: 2, NextToken: first.NextToken });
  expect(second).toEqual({ UserPools: [expect.objectContaining({ Id: ids[2], Name: 'c' })] });
});

test('a page has a size, which is at most 60', () => {
  const cognito = new EmbeddedCognito();
  expect(cognito.call('ListUserPools', { MaxResults: 60 })).toEqual({ UserPools: [] });
  expect(outcome(() => cognito.call('ListUserPools', {}))).toContain("'maxResults' failed to satisfy constraint: Member must not be null");
  expect(outcome(() => cognito.call('ListUserPools', { MaxResults: 61 }))).toContain('less than or equal to 60');
});
