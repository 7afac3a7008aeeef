import { cognitoWith, outcome } from './support';

describe('the tagging calls', () => {
  test('change single tags and leave the others', () => {
    const { cognito, pool } = cognitoWith({ UserPoolTags: { 'a': '1', 'b': '2', 'aws:cloudformation:stack-name': 's' } });
    const ResourceArn = pool().Arn as string;
    cognito.call('TagResource', { ResourceArn, Tags: { b: '3', c: '4' } });
    cognito.call('UntagResource', { ResourceArn, TagKeys: ['a'] });
    const tags = { 'b': '3', 'c': '4', 'aws:cloudformation:stack-name': 's' };
    expect(cognito.call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: tags });
    expect(pool().UserPoolTags).toEqual(tags);
  });

  test.each([
    ['TagResource', { Tags: { 'aws:x': '1' } }],
    ['UntagResource', { TagKeys: ['aws:x'] }],
  ])('%s leaves the tags of AWS alone', (action, request) => {
    const { cognito, pool } = cognitoWith();
    expect(outcome(() => cognito.call(action, { ResourceArn: pool().Arn, ...request })))
      .toBe('UserPoolTaggingException: aws: prefixed tag key names are not allowed for external use.');
  });

  test('do not know pools that are not there', () => {
    const { cognito } = cognitoWith();
    expect(outcome(() => cognito.call('ListTagsForResource', {
      ResourceArn: 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_gone',
    })))
      .toBe('ResourceNotFoundException: User pool us-east-1_gone does not exist.');
  });
});

test('a pool is deleted unless it is protected', () => {
  const { cognito, id, update } = cognitoWith({ DeletionProtection: 'ACTIVE' });
  const remove = () => outcome(() => cognito.call('DeleteUserPool', { UserPoolId: id }));
  expect(remove()).toBe('InvalidParameterException: The user pool cannot be deleted because deletion protection is activated.'
    + ' Deletion protection must be inactivated first.');
  update({ DeletionProtection: 'INACTIVE' });
  expect(remove()).toBe('ok');
  expect(remove()).toBe(`ResourceNotFoundException: User pool ${id} does not exist.`);
});
