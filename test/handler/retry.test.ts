import { captureLog, FakeClock } from './support';
import { Retry } from '../../handler/retry';
import type { Again, Verdict } from '../../handler/verdict';
import { ServiceError } from '../../src/core/apply/port';

const refused = (again: Again, code = 'SomeException'): Verdict => ({
  again,
  error: new ServiceError(code, 'secret words', 'UpdateUserPool'),
});

function setUp(deadline: number, ...script: Verdict[]) {
  const clock = new FakeClock();
  const { log, lines, text } = captureLog();
  const timeouts: number[] = [];
  const retry = new Retry(clock, deadline, log);
  const run = () =>
    retry.run('UpdateUserPool', async (timeoutMs) => {
      timeouts.push(timeoutMs);
      return script.length > 1 ? script.shift()! : script[0];
    });
  return { clock, lines, text, timeouts, run };
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

test('a throttled call is tried until the time is used up, and never sleeps beyond it', async () => {
  const { run, clock, timeouts } = setUp(120_000, refused('patiently', 'TooManyRequestsException'));
  await expect(run()).rejects.toMatchObject({ code: 'TooManyRequestsException' });
  expect(timeouts.length).toBeGreaterThan(15);
  expect(Math.max(...clock.slept)).toBe(8_000);
  expect(clock.now()).toBeLessThan(120_000);
});

test('a fault near the end is told as it is, not as a lack of time', async () => {
  const { run, timeouts } = setUp(400, refused('patiently', 'TooManyRequestsException'));
  await expect(run()).rejects.toMatchObject({ code: 'TooManyRequestsException' });
  expect(timeouts).toEqual([400]);
});

test('a call for which too little time is left is not begun, and what took the time is named', async () => {
  const { run, clock, timeouts } = setUp(10_000, refused('restart', 'NoAnswer'));
  await expect(run()).rejects.toMatchObject({ code: 'NoAnswer' });
  await clock.sleep(10_000 - clock.now() - 100);
  await expect(run()).rejects.toMatchObject({ code: 'OutOfTime', message: expect.stringContaining('last by UpdateUserPool: NoAnswer') as string });
  expect(timeouts).toHaveLength(1);
});

test('a call that passes at last gives its value', async () => {
  const { run } = setUp(60_000, refused('patiently'), refused('few'), { value: {} });
  await expect(run()).resolves.toEqual({});
});

test('a call that must not be repeated comes back after a pause, which grows from one restart to the next', async () => {
  const { run, clock, timeouts } = setUp(60_000, refused('restart', 'NoAnswer'));
  for (let restart = 0; restart < 3; restart++) await expect(run()).rejects.toMatchObject({ code: 'NoAnswer' });
  expect(timeouts).toHaveLength(3);
  expect(clock.slept).toEqual([1_000, 2_000, 4_000]);
});

test('a role that IAM may not have spread yet is tried for a while, and then it is wrong', async () => {
  const { run, clock, timeouts } = setUp(600_000, refused('settling', 'InvalidSmsRoleAccessPolicyException'));
  await expect(run()).rejects.toMatchObject({ code: 'InvalidSmsRoleAccessPolicyException' });
  expect(timeouts.length).toBeGreaterThan(5);
  expect(clock.now()).toBeGreaterThan(15_000);
  expect(clock.now()).toBeLessThan(30_000);
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
  await expect(run()).rejects.toMatchObject({ code: 'OutOfTime', action: 'UpdateUserPool' });
  expect(timeouts).toEqual([]);
});

test('the log tells attempt, code and pause, and not the words', async () => {
  const { run, lines, text } = setUp(60_000, refused('few'), refused('never'));
  await expect(run()).rejects.toThrow();
  expect(lines()).toMatchObject([
    { level: 'warn', message: 'call failed, pausing', action: 'UpdateUserPool', attempt: 1, code: 'SomeException', pause: 250 },
    { level: 'warn', message: 'call failed', attempt: 2 },
  ]);
  expect(text()).not.toContain('secret');
});
