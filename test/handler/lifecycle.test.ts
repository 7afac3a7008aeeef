import { captureLog, cloudFormationEvent, FakeClock, POOL } from './support';
import type { CloudFormationEvent } from '../../handler/event';
import { run, type Jobs } from '../../handler/lifecycle';
import { REAL_CLOCK, type Clock } from '../../service/clock';
import { Redactor } from '../../service/redact';
import { Aborted } from '../../src/core/apply/aborted';
import { ServiceError, type UserPoolPort } from '../../src/core/apply/port';
import { Problem } from '../../src/core/problem';

const OTHER = 'us-east-1_Other1';
const MARKER = 'cognito-user-pool-settings-never-created';

/** The deadline is never reached. */
const STILL: Clock = Object.assign(new FakeClock(), { sleep: () => new Promise<void>(() => undefined) });

type Apply = Jobs['apply'];
const NOWHERE = () => false;
const NO_CAPTURE: Jobs['capture'] = () => Promise.reject(new Error('must not be called'));

function setUp(apply: Apply, clock: Clock = STILL, deadline = 60_000, capture = NO_CAPTURE) {
  const { log, lines, text } = captureLog();
  const opened: [string, number][] = [];
  let closed = 0;
  const tools = {
    jobs: { apply, capture },
    isDeclaredElsewhere: NOWHERE,
    clock,
    log,
    deadline,
    redactor: new Redactor(),
    open: (region: string, until: number) => {
      opened.push([region, until]);
      return { port: {} as UserPoolPort, close: () => void closed++ };
    },
  };
  return {
    run: (event: Partial<CloudFormationEvent>) => run(cloudFormationEvent(event), tools),
    lines,
    text,
    opened,
    closed: () => closed,
  };
}

const fails =
  (error: unknown): Apply =>
    async () => {
      throw error;
    };
const update = (changes: Partial<CloudFormationEvent> = {}): Partial<CloudFormationEvent> => ({
  RequestType: 'Update',
  PhysicalResourceId: 'the-former-id',
  OldResourceProperties: { UserPoolId: POOL, Settings: { a: 1 } },
  ...changes,
});

test('a Create applies the properties, and its id names pool and resource', async () => {
  const apply = jest.fn<ReturnType<Apply>, Parameters<Apply>>().mockResolvedValue({ changedPaths: ['A'] });
  const it = setUp(apply);
  await expect(it.run({})).resolves.toEqual({ status: 'SUCCESS', physicalResourceId: `${POOL}/Settings`, changedPaths: ['A'] });
  expect(apply).toHaveBeenCalledWith({}, POOL, { UserPoolId: POOL, Settings: {} }, undefined, NOWHERE);
  expect(it.opened).toEqual([['us-east-1', 59_500]]);
  expect(it.closed()).toBe(1);
  expect(it.lines()).toMatchObject([{ level: 'info', message: 'settings applied', paths: ['A'] }]);
});

test('an Update hands over the former properties', async () => {
  const apply = jest.fn<ReturnType<Apply>, Parameters<Apply>>().mockResolvedValue({ changedPaths: [] });
  await expect(setUp(apply).run(update())).resolves.toMatchObject({ status: 'SUCCESS', physicalResourceId: `${POOL}/Settings` });
  expect(apply).toHaveBeenCalledWith({}, POOL, { UserPoolId: POOL, Settings: {} }, { UserPoolId: POOL, Settings: { a: 1 } }, NOWHERE);
});

test('an Update to another pool gets another id, and nothing of the former pool counts as its former settings', async () => {
  const apply = jest.fn<ReturnType<Apply>, Parameters<Apply>>().mockResolvedValue({ changedPaths: [] });
  const ending = await setUp(apply).run(update({ ResourceProperties: { UserPoolId: OTHER, Settings: {} } }));
  expect(ending.physicalResourceId).toBe(`${OTHER}/Settings`);
  expect(apply).toHaveBeenCalledWith({}, OTHER, { UserPoolId: OTHER, Settings: {} }, undefined, NOWHERE);
});

test('a Delete releases what the properties declared', async () => {
  const apply = jest.fn<ReturnType<Apply>, Parameters<Apply>>().mockResolvedValue({ changedPaths: ['A'] });
  const it = setUp(apply);
  const ResourceProperties = { UserPoolId: POOL, Settings: { a: 1 } };
  await expect(it.run({ RequestType: 'Delete', PhysicalResourceId: `${POOL}/Settings`, ResourceProperties }))
    .resolves.toEqual({ status: 'SUCCESS', physicalResourceId: `${POOL}/Settings` });
  expect(apply).toHaveBeenCalledWith({}, POOL, undefined, ResourceProperties, NOWHERE);
  expect(it.lines()).toMatchObject([{ level: 'info', message: 'settings released', paths: ['A'] }]);
});

test.each([
  ['a resource that never came to be', MARKER, { UserPoolId: 'not an id' }],
  ['a resource without properties', 'x', undefined],
])('a Delete of %s succeeds without any call', async (_, PhysicalResourceId, ResourceProperties) => {
  const apply = jest.fn<ReturnType<Apply>, Parameters<Apply>>();
  const it = setUp(apply);
  await expect(it.run({ RequestType: 'Delete', PhysicalResourceId, ResourceProperties })).resolves.toEqual({
    status: 'SUCCESS',
    physicalResourceId: PhysicalResourceId,
  });
  expect(apply).not.toHaveBeenCalled();
  expect(it.opened).toEqual([]);
});

describe('the capturing resource', () => {
  const CAPTURE = { ResourceType: 'Custom::CognitoUserPoolCapture', ResourceProperties: { UserPoolId: POOL } };
  const never: Apply = () => Promise.reject(new Error('must not be called'));
  const capturing = (text: string) => setUp(never, STILL, 60_000, async () => text);

  test('captures at its creation', async () => {
    await expect(capturing('packed').run({ ...CAPTURE, LogicalResourceId: 'Before' }))
      .resolves.toEqual({ status: 'SUCCESS', physicalResourceId: `${POOL}/Before`, before: 'packed' });
  });

  test('refuses a pool that does not fit into a reply', async () => {
    await expect(capturing('x'.repeat(4_000)).run(CAPTURE)).resolves.toMatchObject({
      status: 'FAILED',
      physicalResourceId: MARKER,
      reason: `user pool ${POOL} is too large to capture: its settings take 4000 characters compressed, and a reply to CloudFormation `
        + 'holds 4,096 bytes; use onRemoval RETAIN or RESET_TO_DEFAULT',
    });
  });

  test('never captures again, since the pool has our settings by then', async () => {
    const again = { ...CAPTURE, RequestType: 'Update' as const, PhysicalResourceId: `${POOL}/Before` };
    const ending = await capturing('packed').run({ ...again, OldResourceProperties: CAPTURE.ResourceProperties });
    expect(ending).toMatchObject({ status: 'FAILED', physicalResourceId: `${POOL}/Before`, reason: expect.stringContaining('cannot be captured again') });
  });

  test('captures another pool, which is another capture', async () => {
    const other = { ...CAPTURE, RequestType: 'Update' as const, PhysicalResourceId: `${OTHER}/Before`, LogicalResourceId: 'Before' };
    await expect(capturing('packed').run({ ...other, OldResourceProperties: { UserPoolId: OTHER } }))
      .resolves.toEqual({ status: 'SUCCESS', physicalResourceId: `${POOL}/Before`, before: 'packed' });
  });

  test('has nothing to do at its deletion', async () => {
    const it = capturing('packed');
    await expect(it.run({ ...CAPTURE, RequestType: 'Delete', PhysicalResourceId: `${POOL}/Before` }))
      .resolves.toEqual({ status: 'SUCCESS', physicalResourceId: `${POOL}/Before` });
    expect(it.opened).toEqual([]);
  });
});

test('a failed Create leaves the marker, whose deletion has nothing to do', async () => {
  const it = setUp(fails(new Problem('mfaConfiguration: say this instead')));
  await expect(it.run({})).resolves.toEqual({
    status: 'FAILED',
    physicalResourceId: MARKER,
    reason: 'mfaConfiguration: say this instead',
  });
  expect(it.closed()).toBe(1);
});

test.each([
  ['was taken back', { left: [], isCertain: true }, MARKER, 'no; what was written has been taken back: the pool is as before'],
  ['was taken back in part', { left: ['A', 'B.c'], isCertain: true }, `${POOL}/Settings`,
    'no; all but this has been taken back, and is not as before: A, B.c'],
  ['may not be taken back', { left: ['A'], isCertain: false }, `${POOL}/Settings`,
    'no; what was written could not be taken back: look at A, which may not be as before'],
])('a failed Create whose writes were begun says what %s, and keeps an id for what is left', async (_, aftermath, id, reason) => {
  const ending = await setUp(fails(new Aborted(new Problem('no'), aftermath))).run({});
  expect(ending).toEqual({ status: 'FAILED', physicalResourceId: id, reason });
});

test('a failed Update keeps its id, so that CloudFormation deletes nothing', async () => {
  const ending = await setUp(fails(new Problem('no'))).run(update({ ResourceProperties: { UserPoolId: OTHER, Settings: {} } }));
  expect(ending).toEqual({ status: 'FAILED', physicalResourceId: 'the-former-id', reason: 'no' });
});

test("a refusal of the service is said in the user's words", async () => {
  const ending = await setUp(fails(new ServiceError('UserImportInProgressException', 'Words.', 'UpdateUserPool'))).run({});
  expect(ending.reason).toBe(
    `a user import job runs in user pool ${POOL} and locks its settings: deploy again when it has ended ` +
      '(UpdateUserPool: UserImportInProgressException: Words)',
  );
});

test('a bug is said to be one, without values', async () => {
  const it = setUp(fails(new TypeError('cannot read external-secret')));
  const ending = await it.run({ ResourceProperties: { UserPoolId: POOL, Settings: { ExternalId: 'external-secret' } } });
  expect(ending.reason).toBe(
    'a fault of cdk-cognito-user-pool-settings itself, not of your settings; please report it: TypeError: cannot read (hidden)',
  );
  expect(it.lines()).toMatchObject([
    { level: 'error', message: 'run failed', stack: expect.stringContaining('lifecycle.test.ts') },
  ]);
  expect(it.text()).not.toContain('external-secret');
});

test.each([undefined, 'text', 7, null])('even %j as an error is a failure with a reason', async (error) => {
  await expect(setUp(fails(error)).run({})).resolves.toMatchObject({
    status: 'FAILED',
    reason: expect.stringContaining('please report it'),
  });
});

test.each([[{ UserPoolId: 'nonsense' }], [{}], [undefined]])(
  'properties %j fail in one sentence, without any call',
  async (ResourceProperties) => {
    const it = setUp(fails(new Error('must not be called')));
    const ending = await it.run({ ResourceProperties });
    expect(ending).toMatchObject({
      status: 'FAILED',
      reason: expect.stringMatching(/^userPool: the id of a user pool looks like/),
    });
    expect(it.opened).toEqual([]);
  },
);

test('an unknown type of request fails in one sentence', async () => {
  const ending = await setUp(fails(new Error('must not be called'))).run({ RequestType: 'Read' as 'Create' });
  expect(ending).toMatchObject({
    status: 'FAILED',
    reason: expect.stringContaining('invoke this function through CloudFormation'),
  });
});

test('work that does not end is a failure before the time is used up', async () => {
  const it = setUp(() => new Promise(() => undefined), REAL_CLOCK, REAL_CLOCK.now() + 50);
  await expect(it.run({})).resolves.toMatchObject({ status: 'FAILED', reason: expect.stringContaining('longer timeout') });
  expect(it.closed()).toBe(1);
});
