import { cognitoWith } from './support';
import { fault, serveCognito, type CognitoServer, type ScriptedFault } from '../../../local/cognito';

const subject = cognitoWith({ Name: 'served' });
const { cognito, id } = subject;
let server: CognitoServer;

beforeAll(async () => { server = await serveCognito(cognito); });
afterAll(async () => server.close());
beforeEach(() => cognito.faults.clear());

const SERVICE = 'AWSCognitoIdentityProviderService';
const SIGNED = { authorization: 'AWS4-HMAC-SHA256 whatever' };

async function post(target: string, body: string, headers: Record<string, string> = SIGNED) {
  const response = await fetch(server.url, {
    method: 'POST',
    body,
    headers: { 'x-amz-target': target, ...headers },
    signal: AbortSignal.timeout(500),
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    errorType: response.headers.get('x-amzn-errortype'),
    text: await response.text(),
  };
}

const describePool = async () => post(`${SERVICE}.DescribeUserPool`, JSON.stringify({ UserPoolId: id }));

const renamePool = async () => post(`${SERVICE}.UpdateUserPool`, JSON.stringify({ UserPoolId: id, PoolName: 'other' }));

test('a call is answered as JSON of the service', async () => {
  const { status, type, text } = await describePool();
  expect({ status, type, pool: JSON.parse(text).UserPool }).toEqual({
    status: 200,
    type: 'application/x-amz-json-1.1',
    pool: subject.pool(),
  });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('a refusal tells its type in the body and in a header', async () => {
  const { status, errorType, text } = await post(`${SERVICE}.DescribeUserPool`, '{"UserPoolId":"us-east-1_none"}');
  expect({ status, errorType, body: JSON.parse(text) }).toEqual({
    status: 400,
    errorType: 'ResourceNotFoundException:',
    body: { __type: 'ResourceNotFoundException', message: 'User pool us-east-1_none does not exist.' },
  });
});

test.each([
  ['nobody signed', `${SERVICE}.DescribeUserPool`, '{}', {}, 'MissingAuthenticationTokenException'],
  ['names no action', '', '{}', undefined, 'UnknownOperationException'],
  ['names an action that does not exist', `${SERVICE}.Nonsense`, '{}', undefined, 'UnknownOperationException'],
  ['is for another service', 'AWSOther.DescribeUserPool', '{}', undefined, 'UnknownOperationException'],
  ['is no JSON', `${SERVICE}.DescribeUserPool`, '{', undefined, 'SerializationException'],
  ['is no object', `${SERVICE}.DescribeUserPool`, '[]', undefined, 'SerializationException'],
])('a request that %s is refused', async (_, target, body, headers, code) => {
  const { status, text } = await post(target, body, headers);
  expect({ status, code: JSON.parse(text).__type }).toEqual({ status: 400, code });
});

test('the caller is told by the access key of its signature', async () => {
  const asked: string[] = [];
  const other = await serveCognito(cognito, {
    authorize: (accessKeyId, { action }) => {
      asked.push(`${accessKeyId} ${action}`);
      return accessKeyId === 'AKIDMINE' ? undefined : { caller: 'arn:them', isExplicit: false };
    },
  });
  const call = async (key: string) => fetch(other.url, {
    method: 'POST',
    body: JSON.stringify({ UserPoolId: id }),
    headers: {
      'x-amz-target': `${SERVICE}.DescribeUserPool`,
      'authorization': `AWS4-HMAC-SHA256 Credential=${key}/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0`,
    },
  });
  expect((await call('AKIDMINE')).status).toBe(200);
  const denied = await call('AKIDTHEIRS');
  expect([denied.status, ((await denied.json()) as { __type: string }).__type]).toEqual([400, 'AccessDeniedException']);
  expect(asked).toEqual(['AKIDMINE cognito-idp:DescribeUserPool', 'AKIDTHEIRS cognito-idp:DescribeUserPool']);
  await other.close();
});

describe('a scripted fault happens on the wire', () => {
  const script = (what: ScriptedFault) => cognito.faults.add(what);

  test.each([
    ['throttling', fault.throttling(), 400, 'application/x-amz-json-1.1', /TooManyRequestsException/],
    ['an error of the service', fault.internalError(), 500, 'application/x-amz-json-1.1', /InternalErrorException/],
    ["a proxy's page", fault.html(), 502, 'text/html', /<html>/],
    ["a portal's page", fault.html(200), 200, 'text/html', /<html>/],
    ['half an answer', fault.notJson(), 200, 'application/x-amz-json-1.1', /^\{"UserPool":$/],
  ])('%s', async (_, what, status, type, body) => {
    script({ fault: what });
    const answer = await describePool();
    expect(answer).toMatchObject({ status, type });
    expect(answer.text).toMatch(body);
    expect((await describePool()).status).toBe(200);
  });

  test('a reset before the work', async () => {
    script({ fault: fault.reset() });
    await expect(renamePool()).rejects.toThrow();
    expect(subject.pool().Name).toBe('served');
  });

  test('a reset after the work', async () => {
    script({ fault: fault.lostReply() });
    await expect(renamePool()).rejects.toThrow();
    expect(subject.pool().Name).toBe('other');
  });

  test('silence, until the caller gives up or the server is closed', async () => {
    script({ fault: fault.silence() });
    await expect(describePool()).rejects.toThrow(/aborted|timeout/i);
    const other = await serveCognito(cognito);
    script({ fault: fault.silence() });
    const waiting = fetch(other.url, {
      method: 'POST',
      body: JSON.stringify({ UserPoolId: id }),
      headers: { 'x-amz-target': `${SERVICE}.DescribeUserPool`, 'authorization': 'x' },
    });
    const refused = expect(waiting).rejects.toThrow();
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    await other.close();
    await refused;
  });
});
