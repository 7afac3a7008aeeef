import { cloudFormationEvent, POOL, serve, serveTls, type LocalServer } from './support';
import { invoke, type World } from '../../handler/invocation';
import type { Jobs } from '../../handler/lifecycle';
import { REAL_CLOCK } from '../../service/clock';

type Apply = Jobs['apply'];

const servers: LocalServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A run against a Cognito and a CloudFormation on the loopback. */
async function setUp(cognito: Parameters<typeof serve>[0], apply: Apply) {
  const service = await serve(cognito);
  const cloudFormation = await serveTls((_, __, response) => void response.writeHead(200).end());
  servers.push(service, cloudFormation);
  let log = '';
  const world: World = {
    jobs: { apply, capture: () => Promise.reject(new Error('must not be called')) },
    clock: REAL_CLOCK,
    environment: { AWS_ENDPOINT_URL: service.url, AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'B' },
    transport: cloudFormation.transport,
    write: (line) => void (log += line),
  };
  return {
    invoke: (left: number, changes = {}) =>
      invoke(
        cloudFormationEvent({ ResponseURL: `${cloudFormation.url}/?secret-of-the-url`, ...changes }),
        { getRemainingTimeInMillis: () => left },
        world,
      ),
    replies: () => cloudFormation.received.map(({ body }) => JSON.parse(body.toString()) as Record<string, unknown>),
    calls: () => service.received.map(({ headers }) => headers['x-amz-target']),
    log: () => log,
    world,
  };
}

const describePool: Apply = async (port, id) => {
  await port.describeUserPool(id);
  return { changedPaths: ['PoolName'] };
};

test('a run reads the pool over the network and replies', async () => {
  const it = await setUp((_, __, response) => void response.end('{"UserPool":{}}'), describePool);
  await it.invoke(30_000);
  expect(it.calls()).toEqual(['AWSCognitoIdentityProviderService.DescribeUserPool']);
  expect(it.replies()).toMatchObject([
    { Status: 'SUCCESS', PhysicalResourceId: `${POOL}/Settings`, Data: { ChangedPaths: 'PoolName' } },
  ]);
});

test('a silent Cognito gets a reply out before the end of the function', async () => {
  const it = await setUp(() => undefined, describePool);
  const begin = Date.now();
  await it.invoke(3_000);
  expect(Date.now() - begin).toBeLessThan(2_500);
  expect(it.replies()).toMatchObject([{ Status: 'FAILED', Reason: expect.stringContaining('gave no answer') }]);
});

test('a write is not begun any more once the run was declared failed', async () => {
  let end: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  let late: unknown;
  const it = await setUp(
    (_, __, response) => void response.end('{}'),
    async (port) => {
      await REAL_CLOCK.sleep(700);
      await port.updateUserPool({}).catch((error: unknown) => (late = error));
      end();
      return { changedPaths: [] };
    },
  );
  await it.invoke(1_000);
  await ended;
  expect(it.replies()).toMatchObject([{ Status: 'FAILED' }]);
  expect(late).toMatchObject({ code: 'OutOfTime' });
  expect(it.calls()).toEqual([]);
});

test('a malformed endpoint fails in one sentence', async () => {
  const it = await setUp(() => undefined, describePool);
  Object.assign(it.world.environment, { AWS_ENDPOINT_URL: 'nonsense' });
  await it.invoke(30_000);
  expect(it.replies()).toMatchObject([
    { Status: 'FAILED', Reason: expect.stringMatching(/^the environment variable AWS_ENDPOINT_URL/) },
  ]);
});

test('neither reply nor log holds a value of a setting, though the service repeats them', async () => {
  const it = await setUp(
    ({ body }, _, response) => {
      const { Message } = JSON.parse(body.toString()) as { Message: string };
      response
        .writeHead(400)
        .end(
          JSON.stringify({
            __type: 'InvalidParameterException',
            message: `bad: ${Message}; Value 'other' at 'x' failed: ${Message}`,
          }),
        );
    },
    async (port) => {
      await port.updateUserPool({ UserPoolId: POOL, Message: 'live-secret' });
      return { changedPaths: [] };
    },
  );
  await it.invoke(30_000);
  const [{ Reason }] = it.replies();
  expect(Reason).toContain("InvalidParameterException: bad: (hidden); Value (hidden) at 'x' failed: (hidden)");
  expect(it.log()).toContain('(hidden)');
  expect(it.log()).not.toMatch(/live-secret|other|secret-of-the-url/);
});

test.each([undefined, null, 'text', {}, []])('the event %j ends without a throw', async (event) => {
  const it = await setUp(() => undefined, describePool);
  await invoke(event, { getRemainingTimeInMillis: () => 30_000 }, it.world);
  expect(it.replies()).toEqual([]);
  expect(it.log()).toContain('nobody to reply to');
});
