import { captureLog, FakeClock, POOL } from './support';
import { CognitoPort, type Post } from '../../handler/cognito-port';
import { Redactor } from '../../handler/redact';
import { Retry } from '../../handler/retry';
import { ConnectionFault, type Answer } from '../../handler/signed-json';

type Scripted = Partial<Answer> | Error;

function setUp(...script: Scripted[]) {
  const posted: [string, unknown][] = [];
  const post: Post = async (action, document) => {
    posted.push([action, document]);
    const next = script.shift()!;
    if (next instanceof Error) throw next;
    return { status: 200, contentType: 'application/x-amz-json-1.1', text: '{}', ...next };
  };
  const redactor = new Redactor();
  return { port: new CognitoPort(post, new Retry(new FakeClock(), 60_000, captureLog().log), redactor), posted, redactor };
}

test('DescribeUserPool gives its UserPool with all that it holds', async () => {
  const { port, posted } = setUp({ text: '{"UserPool":{"Id":"x","FromTheFuture":{"Deep":[null]}},"Beside":1}' });
  await expect(port.describeUserPool(POOL)).resolves.toEqual({ Id: 'x', FromTheFuture: { Deep: [null] } });
  expect(posted).toEqual([['DescribeUserPool', { UserPoolId: POOL }]]);
});

test.each(['{}', '{"UserPool":null}', '{"UserPool":[]}'])('an answer %s does not pass for an empty pool', async (text) => {
  const { port } = setUp({ text });
  await expect(port.describeUserPool(POOL)).rejects.toMatchObject({
    code: 'UnreadableAnswer',
    message: expect.stringContaining('JSON that is not of Cognito'),
  });
});

test('GetUserPoolMfaConfig gives the whole answer', async () => {
  const { port, posted } = setUp({ text: '{"MfaConfiguration":"OFF","FromTheFuture":{}}' });
  await expect(port.getUserPoolMfaConfig(POOL)).resolves.toEqual({ MfaConfiguration: 'OFF', FromTheFuture: {} });
  expect(posted).toEqual([['GetUserPoolMfaConfig', { UserPoolId: POOL }]]);
});

test('the writes send their request as it is', async () => {
  const { port, posted } = setUp({}, { text: '' });
  const request = { UserPoolId: POOL, FromTheFuture: { Deep: [{}] } };
  await port.updateUserPool(request);
  await port.setUserPoolMfaConfig(request);
  expect(posted).toEqual([
    ['UpdateUserPool', request],
    ['SetUserPoolMfaConfig', request],
  ]);
});

test('a lost answer to a read is asked for again', async () => {
  const { port, posted } = setUp(new ConnectionFault('lost', true), { text: '{"UserPool":{}}' });
  await expect(port.describeUserPool(POOL)).resolves.toEqual({});
  expect(posted).toHaveLength(2);
});

test('a lost answer to a write surfaces, since the write may have been carried out', async () => {
  const { port, posted } = setUp(new ConnectionFault('lost', true));
  await expect(port.updateUserPool({})).rejects.toMatchObject({
    name: 'ServiceError',
    code: 'NoAnswer',
    action: 'UpdateUserPool',
  });
  expect(posted).toHaveLength(1);
});

test('a throttled write is sent again', async () => {
  const { port, posted } = setUp({ status: 400, text: '{"__type":"TooManyRequestsException"}' }, {});
  await port.updateUserPool({});
  expect(posted).toHaveLength(2);
});

test('a bug is not taken for a fault of the network', async () => {
  const { port } = setUp(new TypeError('a bug'));
  await expect(port.updateUserPool({})).rejects.toThrow(TypeError);
});

test('what passes is taught to the redactor, in both directions', async () => {
  const { port, redactor } = setUp({ text: '{"UserPool":{"Message":"read-secret"}}' }, {});
  await port.describeUserPool(POOL);
  await port.updateUserPool({ ExternalId: 'sent-secret' });
  expect(redactor.redact('read-secret, sent-secret')).toBe('(hidden), (hidden)');
});
