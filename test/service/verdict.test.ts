import { ConnectionFault, type Answer } from '../../service/signed-json';
import { judgeAnswer, judgeFault } from '../../service/verdict';

const answer = (changes: Partial<Answer>): Answer => ({
  status: 200,
  contentType: 'application/x-amz-json-1.1',
  text: '{}',
  ...changes,
});
const refusal = (code: string, status = 400): Answer =>
  answer({ status, text: JSON.stringify({ __type: code, message: 'words' }) });

test('a JSON object is the value', () => {
  expect(judgeAnswer('DescribeUserPool', answer({ text: '{"a":[{"b":null}]}' }))).toEqual({ value: { a: [{ b: null }] } });
});

test('an empty answer to a write is done, as for every AWS SDK', () => {
  expect(judgeAnswer('UpdateUserPool', answer({ text: '' }))).toEqual({ value: {} });
});

describe('the name of an exception', () => {
  test.each([
    ['InvalidParameterException'],
    ['com.amazonaws.cognito.identity.idp.model#InvalidParameterException'],
    ['InvalidParameterException:http://internal.amazon.com/coral/x/'],
    ['aws.protocoltests#InvalidParameterException:http://internal/'],
  ])('is found in %s', (type) => {
    expect(judgeAnswer('UpdateUserPool', refusal(type))).toMatchObject({
      error: { code: 'InvalidParameterException', message: 'words', action: 'UpdateUserPool' },
    });
  });

  test('is found in the header', () => {
    const verdict = judgeAnswer(
      'DescribeUserPool',
      answer({ status: 400, errorType: 'ResourceNotFoundException:', text: '{"Message":"Words"}' }),
    );
    expect(verdict).toMatchObject({ error: { code: 'ResourceNotFoundException', message: 'Words' }, again: 'never' });
  });
});

describe('what is no answer of Cognito is described, never repeated', () => {
  test.each<[string, Partial<Answer>, string]>([
    [
      'HTML',
      { contentType: 'text/html; charset=utf-8', text: '<html>secret</html>' },
      'HTTP 200, content type text/html, a body that is not JSON',
    ],
    ['an empty body', { text: '' }, 'HTTP 200, content type application/x-amz-json-1.1, an empty body'],
    ['a JSON list', { text: '["secret"]' }, 'HTTP 200, content type application/x-amz-json-1.1, a body that is not JSON'],
    ['half of a JSON', { text: '{"secret":' }, 'HTTP 200, content type application/x-amz-json-1.1, a body that is not JSON'],
    ['a redirect', { status: 307, contentType: '', text: '' }, 'HTTP 307, content type none, an empty body'],
    [
      'a refusal without a name',
      { status: 403, contentType: 'application/json', text: '{"message":"secret"}' },
      'HTTP 403, content type application/json, JSON that is not of Cognito',
    ],
    ['a strange content type', { contentType: '<secret>', text: '' }, 'HTTP 200, content type none, an empty body'],
  ])('%s', (_, given, message) => {
    expect(judgeAnswer('DescribeUserPool', answer(given))).toMatchObject({
      error: { code: 'UnreadableAnswer', message },
      again: 'never',
    });
  });
});

describe('a call is sent again', () => {
  test.each([
    'TooManyRequestsException',
    'ThrottlingException',
    'Throttling',
    'RequestThrottled',
    'LimitExceededException',
    'RequestLimitExceeded',
    'SlowDown',
  ])('patiently after %s, read or write, since it was not carried out', (code) => {
    expect(judgeAnswer('DescribeUserPool', refusal(code))).toMatchObject({ again: 'patiently', error: { code } });
    expect(judgeAnswer('UpdateUserPool', refusal(code, 503))).toMatchObject({ again: 'patiently', error: { code } });
  });

  test('patiently after 429, even from a proxy', () => {
    expect(judgeAnswer('UpdateUserPool', answer({ status: 429, text: '<html>', contentType: 'text/html' }))).toMatchObject({
      again: 'patiently',
    });
  });

  test('a few times after 5xx, if it reads', () => {
    expect(judgeAnswer('GetUserPoolMfaConfig', refusal('InternalErrorException', 500))).toMatchObject({
      again: 'few',
      error: { code: 'InternalErrorException' },
    });
    expect(judgeAnswer('DescribeUserPool', answer({ status: 502, text: '<html>' }))).toMatchObject({
      again: 'few',
      error: { code: 'UnreadableAnswer' },
    });
  });

  test('not as it is after 5xx, if it writes, since it may have been carried out', () => {
    expect(judgeAnswer('UpdateUserPool', refusal('InternalErrorException', 500))).toMatchObject({
      again: 'restart',
      error: { code: 'NoAnswer', message: 'HTTP 500, InternalErrorException: words' },
    });
  });

  test('not as it is after ConcurrentModificationException, since the pool has moved', () => {
    expect(judgeAnswer('UpdateUserPool', refusal('ConcurrentModificationException'))).toMatchObject({ again: 'restart' });
  });

  test.each(['InvalidSmsRoleTrustRelationshipException', 'InvalidSmsRoleAccessPolicyException', 'InvalidEmailRoleAccessPolicyException'])(
    'for a while after %s, since the role may be new',
    (code) => {
      expect(judgeAnswer('UpdateUserPool', refusal(code))).toMatchObject({ again: 'settling', error: { code } });
    },
  );

  test.each(['AccessDeniedException', 'AccessDenied'])('for a moment after %s, since the permission may be new', (code) => {
    expect(judgeAnswer('DescribeUserPool', refusal(code))).toMatchObject({ again: 'spreading', error: { code } });
    expect(judgeAnswer('UpdateUserPool', refusal(code))).toMatchObject({ again: 'spreading', error: { code } });
  });

  test.each(['InvalidParameterException', 'ResourceNotFoundException', 'NotAuthorizedException', 'UserImportInProgressException'])(
    'never after %s',
    (code) => {
      expect(judgeAnswer('UpdateUserPool', refusal(code))).toMatchObject({ again: 'never', error: { code } });
    },
  );

  test.each([
    ['DescribeUserPool', true, 'NoAnswer', 'few'],
    ['DescribeUserPool', false, 'Unreachable', 'few'],
    ['UpdateUserPool', false, 'Unreachable', 'few'],
    ['UpdateUserPool', true, 'NoAnswer', 'restart'],
    ['SetUserPoolMfaConfig', true, 'NoAnswer', 'restart'],
  ] as const)('after a fault of the connection: %s, maybe sent %s: %s, %s', (action, maybeSent, code, again) => {
    expect(judgeFault(action, new ConnectionFault('the words', maybeSent))).toMatchObject({
      error: { code, action, message: 'the words' },
      again,
    });
  });
});
