import { Retry } from '../../service/retry';
import type { Again, Verdict } from '../../service/verdict';
import { ServiceError } from '../../src/core/apply/port';
import type { Action } from '../../src/core/wire/api';
import { captureLog, FakeClock } from '../handler/support';

const refused = (again: Again, code = 'SomeException'): Verdict => ({
  again,
  error: new ServiceError(code, 'secret words', 'UpdateUserPool'),
});

function setUp(deadline: number, ...script: Verdict[]) {
  const clock = new FakeClock();
  const { log, lines, text } = captureLog();
  const timeouts: number[] = [];
  const retry = new Retry(clock, deadline, log);
  const run = (action: Action = 'DescribeUserPool', by = retry) =>
    by.run(action, async (timeoutMs) => {
      timeouts.push(timeoutMs);
      return script.length > 1 ? script.shift()! : script[0];
    });
  /** A write, and the read before each further attempt of it, until it is refused for good. */
  const write = async () => {
    for (;;) {
      await retry.run('DescribeUserPool', async () => ({ value: {} }));
      try {
        return await run('UpdateUserPool');
      } catch (error) {
        if ((error as ServiceError).code !== 'StaleRead') throw error;
      }
    }
  };
  return { clock, lines, text, timeouts, retry, run, write };
}

test('a value comes back at once', async () => {
  const { run, clock } = setUp(60_000, { value: { a: 1 } });
  await expect(run()).resolves.toEqual({ a: 1 });
  expect(clock.slept).toEqual([]);
});

test('a final refusal comes back at once', async () => {
  const { run, clock } = setUp(60_000, refused('never'));
  await expect(run()).rejects.toMatchObject({ code: 'SomeException' });
  expect(clock.slept).toEqual([]);
});

test('a passing fault is tried a few times, with growing pauses', async () => {
  const { run, clock } = setUp(600_000, refused('few'));
  await expect(run()).rejects.toMatchObject({ code: 'SomeException' });
  expect(clock.slept).toEqual([250, 500, 1_000, 2_000]);
});

test.each(['run', 'write'] as const)('a throttled call (%s) is tried until the end, and never sleeps beyond it', async (call) => {
  const it = setUp(120_000, refused('patiently', 'TooManyRequestsException'));
  await expect(it[call]()).rejects.toMatchObject({ code: 'TooManyRequestsException' });
  expect(it.timeouts.length).toBeGreaterThan(15);
  expect(it.clock.slept.slice(0, 5)).toEqual([500, 1_000, 2_000, 4_000, 4_000]);
  expect(it.clock.now()).toBeGreaterThan(110_000);
  expect(it.clock.now()).toBeLessThan(120_000);
});

test('a fault near the end is told as it is, not as a lack of time', async () => {
  const { run, timeouts } = setUp(400, refused('patiently', 'TooManyRequestsException'));
  await expect(run()).rejects.toMatchObject({ code: 'TooManyRequestsException' });
  expect(timeouts).toEqual([400]);
});

test('a call for which too little time is left is not begun, and what took the time is named', async () => {
  const { run, clock, timeouts } = setUp(10_000, refused('restart', 'NoAnswer'));
  await expect(run('UpdateUserPool')).rejects.toMatchObject({ code: 'NoAnswer' });
  await clock.sleep(10_000 - clock.now() - 100);
  await expect(run()).rejects.toMatchObject({ code: 'OutOfTime', message: expect.stringContaining('last by UpdateUserPool: NoAnswer') as string });
  expect(timeouts).toHaveLength(1);
});

test('what was refused when the time was used up comes along, and what passed since does not', async () => {
  const { run, write, clock } = setUp(10_000, refused('spreading', 'AccessDeniedException'), { value: {} });
  await write();
  clock.pass(10_000);
  await expect(run()).rejects.toMatchObject({ code: 'OutOfTime', cause: undefined });

  const denied = setUp(10_000, refused('spreading', 'AccessDeniedException'));
  await expect(denied.write()).rejects.toMatchObject({ code: 'AccessDeniedException' });
  denied.clock.pass(10_000);
  await expect(denied.run()).rejects.toMatchObject({ code: 'OutOfTime', cause: { code: 'AccessDeniedException', message: 'secret words' } });
});

test('a call that passes at last gives its value', async () => {
  const { run } = setUp(60_000, refused('patiently'), refused('few'), { value: {} });
  await expect(run()).resolves.toEqual({});
});

test('a call that must not be repeated comes back after a pause, which grows from one restart to the next', async () => {
  const { write, clock, timeouts } = setUp(60_000, refused('restart', 'ConcurrentModificationException'));
  for (let restart = 0; restart < 3; restart++) {
    await expect(write()).rejects.toMatchObject({ code: 'ConcurrentModificationException' });
  }
  expect(timeouts).toHaveLength(3);
  expect(clock.slept).toEqual([1_000, 2_000, 4_000]);
});

test.each([
  ['settling', 'InvalidSmsRoleAccessPolicyException', 15_000, 30_000],
  ['spreading', 'AccessDeniedException', 13_000, 15_000],
] as const)('what IAM may not have spread yet (%s) is tried for a while, and then it is wrong', async (
  again, code, atLeast, atMost,
) => {
  const { write, clock, timeouts } = setUp(600_000, refused(again, code));
  await expect(write()).rejects.toMatchObject({ code });
  expect(timeouts.length).toBeGreaterThan(5);
  expect(clock.now()).toBeGreaterThan(atLeast);
  expect(clock.now()).toBeLessThan(atMost);
});

test('each kind of failure has a patience of its own, and what succeeds begins anew', async () => {
  const { write, clock, timeouts } = setUp(
    600_000,
    ...[1, 2, 3, 4].map(() => refused('patiently')), ...[1, 2, 3, 4].map(() => refused('few')), { value: {} }, refused('few'),
  );
  await expect(write()).resolves.toEqual({});
  expect(clock.slept).toEqual([500, 1_000, 2_000, 4_000, 250, 500, 1_000, 2_000]);
  await expect(write()).rejects.toMatchObject({ code: 'SomeException' });
  expect(timeouts).toHaveLength(9 + 5);
});

describe('a write', () => {
  const throttled = refused('patiently', 'TooManyRequestsException');
  const stale = { name: 'ServiceError', code: 'StaleRead', action: 'UpdateUserPool' };

  test('is not sent again on the same read: it pauses once, and asks to be planned anew', async () => {
    const { run, clock, timeouts } = setUp(60_000, { value: {} }, throttled, { value: {} });
    await run();
    await expect(run('UpdateUserPool')).rejects.toMatchObject(stale);
    expect([timeouts.length, clock.slept]).toEqual([2, [500]]);
    await run();
    await expect(run('UpdateUserPool')).resolves.toEqual({});
    expect(clock.slept).toEqual([500]);
  });

  test('is not sent at all if something paused between the pool being read and it', async () => {
    const { run, timeouts } = setUp(60_000, { value: {} }, throttled, { value: {} });
    await run('DescribeUserPool');
    await run('GetUserPoolMfaConfig');
    await expect(run('UpdateUserPool')).rejects.toMatchObject(stale);
    expect(timeouts).toHaveLength(3);
  });

  test('is sent after a read that had to be repeated itself', async () => {
    const { run } = setUp(60_000, throttled, { value: {} });
    await run('DescribeUserPool');
    await expect(run('UpdateUserPool')).resolves.toEqual({});
  });

  test('that follows a write is sent, however long that took', async () => {
    const { run, clock } = setUp(60_000, { value: {} });
    await run('DescribeUserPool');
    await run('UpdateUserPool');
    clock.pass(15_000);
    await expect(run('SetUserPoolMfaConfig')).resolves.toEqual({});
  });

  test('keeps to the deadline, however often it is planned anew', async () => {
    const { retry, clock } = setUp(20_000);
    const writing = async () => {
      for (;;) {
        await retry.run('DescribeUserPool', async () => ({ value: {} }));
        await retry.run('UpdateUserPool', async () => { clock.pass(300); return throttled; }).catch((error: ServiceError) => {
          if (error.code !== 'StaleRead') throw error;
        });
      }
    };
    await expect(writing()).rejects.toMatchObject({ code: 'TooManyRequestsException' });
    expect(clock.now()).toBeLessThanOrEqual(20_000);
  });
});

test('a call has never more time than the run has', async () => {
  const { run, clock, timeouts } = setUp(25_000, { value: {} });
  await run();
  clock.pass(20_000);
  await run();
  expect(timeouts).toEqual([20_000, 5_000]);
});

test('after the deadline no call is made at all', async () => {
  const { run, clock, timeouts } = setUp(1_000, { value: {} });
  clock.pass(1_000);
  await expect(run('UpdateUserPool')).rejects.toMatchObject({ code: 'OutOfTime', action: 'UpdateUserPool' });
  expect(timeouts).toEqual([]);
});

test('the log tells attempt, code and pause, and not the words', async () => {
  const { run, lines, text } = setUp(60_000, refused('few'), refused('never'));
  await expect(run()).rejects.toThrow();
  expect(lines()).toMatchObject([
    { level: 'warn', message: 'call failed, pausing', action: 'DescribeUserPool', attempt: 1, code: 'SomeException', pause: 250 },
    { level: 'warn', message: 'call failed', attempt: 1 },
  ]);
  expect(text()).not.toContain('secret');
});
