import { POOL } from './support';
import { explain } from '../../handler/explain';
import { ServiceError } from '../../src/core/apply/port';
import type { Action } from '../../src/core/wire/api';

const say = (code: string, message = '', action: Action = 'UpdateUserPool') =>
  explain(new ServiceError(code, message, action), POOL, (text) => text.replace(/secret/g, '(hidden)'));
const ROLE = 'arn:aws:iam::111122223333:role/sms';

test('a pool that is not there', () => {
  expect(say('ResourceNotFoundException', `User pool ${POOL} does not exist.`, 'DescribeUserPool')).toBe(
    `user pool ${POOL} does not exist in this account and region: check the id passed as userPool ` +
      `(DescribeUserPool: ResourceNotFoundException: User pool ${POOL} does not exist)`,
  );
});

test('another thing that is not there is not taken for the pool', () => {
  expect(say('ResourceNotFoundException', 'Lambda function x was not found')).toMatch(/^Cognito refused UpdateUserPool/);
});

test('iam:PassRole names the role and the way to grant it', () => {
  const words =
    'User: arn:aws:sts::111122223333:assumed-role/fn/fn is not authorized to perform: ' +
    `iam:PassRole on resource: ${ROLE} because no identity-based policy allows it`;
  expect(say('AccessDeniedException', words)).toContain(
    `hold role ${ROLE}, which the function may not pass to Cognito: ` +
      'pass it as existingSmsRole, which grants iam:PassRole',
  );
  expect(say('AccessDeniedException', 'iam:PassRole is missing')).toContain('hold a role, which the function may not pass');
});

test.each([
  [
    'AccessDeniedException',
    'not authorized to perform: cognito-idp:UpdateUserPool on resource: x',
    'the function may not call cognito-idp:UpdateUserPool',
  ],
  ['AccessDeniedException', 'not authorized to perform: kms:CreateGrant on resource: x', 'declare the key as kmsKey, which grants kms:CreateGrant'],
  ['AccessDeniedException', 'not authorized to perform: iam:CreateServiceLinkedRole on resource: x', 'service-linked role'],
  [
    'NotAuthorizedException',
    'Email arn does not belong to your account',
    'emailConfiguration: the SES identity is not of this account',
  ],
  ['NotAuthorizedException', 'no', 'UpdateUserPool on user pool us-east-1_AbCdEfGhI was denied'],
  [
    'UnrecognizedClientException',
    'The security token included in the request is invalid',
    'the region is enabled for the account',
  ],
  ['UserImportInProgressException', '', 'deploy again when it has ended'],
  ['ConcurrentModificationException', '', 'changed by someone else again and again'],
  ['InvalidSmsRoleTrustRelationshipException', '', 'let it trust cognito-idp.amazonaws.com'],
  ['InvalidSmsRoleAccessPolicyException', '', 'allow it sns:Publish'],
  ['InvalidEmailRoleAccessPolicyException', '', 'add a policy to the identity'],
  ['FeatureUnavailableInTierException', '', 'raise userPoolTier'],
  ['TierChangeNotAllowedException', '', 'userPoolTier'],
  ['OperationNotEnabledException', '', 'primary region'],
  ['UserPoolTaggingException', '', 'userPoolTags'],
  ['TooManyRequestsException', '', 'throttled'],
  ['Unreachable', '', 'check the endpoint, the proxy, and, if the function runs in a VPC, its route'],
  ['NoAnswer', '', 'gave no answer'],
  ['UnreadableAnswer', 'HTTP 200, content type text/html', 'was not Cognito: check the endpoint, the proxy'],
  ['OutOfTime', '', 'longer timeout'],
  ['InternalErrorException', '', 'a fault of its own'],
  ['InvalidParameterException', '', 'Cognito refused the settings'],
  [
    'InvalidParameterException',
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
    'declare autoVerifiedAttributes',
  ],
  ['FromTheFutureException', '', 'Cognito refused UpdateUserPool'],
])('%s (%s): %s', (code, words, expected) => {
  const sentence = say(code, words);
  expect(sentence).toContain(expected);
  expect(sentence).toContain(`(UpdateUserPool: ${code}`);
  expect(sentence).not.toMatch(/[\n]|\.$|undefined/);
});

describe('the time was used up', () => {
  const outOfTime = (cause: ServiceError) =>
    explain(new ServiceError('OutOfTime', '', 'DescribeUserPool', cause), POOL, (text) => text);

  test('while the service refused: the refusal is what the user has to know', () => {
    const words = 'not authorized to perform: cognito-idp:UpdateUserPool on resource: x with an explicit deny';
    const denied = new ServiceError('AccessDeniedException', words, 'UpdateUserPool');
    expect(outOfTime(denied)).toBe(explain(denied, POOL, (text) => text));
    expect(outOfTime(denied)).toContain('with an explicit deny');
  });

  test('while nothing came: that it was used up', () => {
    expect(outOfTime(new ServiceError('NoAnswer', '', 'UpdateUserPool'))).toContain('longer timeout');
  });
});

test("the service's own words come last, without values", () => {
  expect(say('InvalidParameterException', 'Invalid secret.')).toMatch(
    /\(UpdateUserPool: InvalidParameterException: Invalid \(hidden\)\)$/,
  );
});
