import { CognitoPort, type Post } from '../../service/cognito-port';
import { Redactor } from '../../service/redact';
import { ConnectionFault, type Answer } from '../../service/signed-json';
import { captureLog, FakeClock, POOL } from '../handler/support';

const THROTTLED = { status: 400, text: '{"__type":"TooManyRequestsException"}' };

type Scripted = Partial<Answer> | Error;

const setUp = (...script: Scripted[]) => setUpUntil(60_000, ...script);

function setUpUntil(deadline: number, ...script: Scripted[]) {
  const posted: [string, unknown][] = [];
  const post: Post = async (action, document) => {
    posted.push([action, document]);
    const next = script.shift()!;
    if (next instanceof Error) throw next;
    return { status: 200, contentType: 'application/x-amz-json-1.1', text: '{}', ...next };
  };
  const redactor = new Redactor();
  const clock = new FakeClock();
  return { port: CognitoPort.open(post, { clock, log: captureLog().log, redactor, deadline }), posted, redactor, clock };
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

describe('a throttled write', () => {
  const POOL_AS_READ = { text: '{"UserPool":{"LastModifiedDate":1}}' };
  const MOVED_POOL = { text: '{"UserPool":{"LastModifiedDate":2}}' };
  const actions = (posted: readonly [string, unknown][]) => posted.map(([action]) => action);

  test('is sent again when what it replaces was read again and is still the same', async () => {
    const { port, posted, clock } = setUp(POOL_AS_READ, THROTTLED, POOL_AS_READ, THROTTLED, POOL_AS_READ, {});
    await port.describeUserPool(POOL);
    await port.updateUserPool({ UserPoolId: POOL });
    const pair = ['DescribeUserPool', 'UpdateUserPool'];
    expect(actions(posted)).toEqual([...pair, ...pair, ...pair]);
    expect(posted[2]).toEqual(['DescribeUserPool', { UserPoolId: POOL }]);
    expect(clock.slept).toEqual([500, 1_000]);
  });

  test('is not sent again when the pool has moved, on the way back neither', async () => {
    const { port, posted } = setUp(POOL_AS_READ, THROTTLED, MOVED_POOL, THROTTLED, POOL_AS_READ);
    await port.describeUserPool(POOL);
    await expect(port.updateUserPool({ UserPoolId: POOL })).rejects.toMatchObject({ name: 'ServiceError', code: 'StaleRead' });
    await expect(port.wayBack().updateUserPool({ UserPoolId: POOL })).rejects.toMatchObject({ code: 'StaleRead' });
    expect(posted).toHaveLength(5);
  });

  test('of MFA asks for that alone', async () => {
    const mfa = { text: '{"MfaConfiguration":"OFF"}' };
    const { port, posted } = setUp(POOL_AS_READ, mfa, {}, THROTTLED, mfa, {});
    await port.describeUserPool(POOL);
    await port.getUserPoolMfaConfig(POOL);
    await port.updateUserPool({ UserPoolId: POOL });
    await port.setUserPoolMfaConfig({ UserPoolId: POOL });
    expect(actions(posted).slice(3)).toEqual(['SetUserPoolMfaConfig', 'GetUserPoolMfaConfig', 'SetUserPoolMfaConfig']);
  });
});

test('a write after a paused read is sent when the pool was read again and is still the same', async () => {
  const pool = { text: '{"UserPool":{}}' };
  const { port, posted } = setUp(pool, THROTTLED, {}, pool, {});
  await port.describeUserPool(POOL);
  await port.getUserPoolMfaConfig(POOL);
  await port.updateUserPool({ UserPoolId: POOL });
  expect(posted.map(([action]) => action).slice(3)).toEqual(['DescribeUserPool', 'UpdateUserPool']);
});

test.each([
  ['ten seconds', 100_000, 90_000],
  ['a quarter of a short time', 20_000, 15_000],
])('the way back has %s for itself', async (_, deadline, forward) => {
  const { port, clock } = setUpUntil(deadline, { text: '{"UserPool":{}}' });
  clock.pass(forward - 100);
  await expect(port.describeUserPool(POOL)).rejects.toMatchObject({ code: 'OutOfTime' });
  await expect(port.wayBack().describeUserPool(POOL)).resolves.toEqual({});
  clock.pass(deadline - forward);
  await expect(port.wayBack().describeUserPool(POOL)).rejects.toMatchObject({ code: 'OutOfTime' });
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
