import { Retry } from '../../service/retry';
import type { Verdict } from '../../service/verdict';
import { ServiceError } from '../../src/core/apply/port';
import type { Action } from '../../src/core/wire/api';
import { captureLog, FakeClock } from '../handler/support';

const refused = (code: string) => ({ error: new ServiceError(code, 'words', 'UpdateUserPool'), again: 'restart' } as const);
const LOST = refused('NoAnswer');
const MOVED = refused('ConcurrentModificationException');

function setUp(deadline = 60_000) {
  const clock = new FakeClock();
  const retry = new Retry(clock, deadline, captureLog().log);
  const call = (action: Action, ms: number, by = retry) => by.run(action, async () => {
    clock.pass(ms);
    return { value: {} };
  });
  const fail = (ms: number, verdict: Verdict) => retry.run('UpdateUserPool', async () => {
    clock.pass(ms);
    return verdict;
  });
  return { clock, retry, call, fail };
}

test.each([
  ['seven times as long as the write, and up to once more by chance', 100, 800],
  ['as long as that for a slow write', 400, 3_200],
  ['not longer than for a write of a second', 9_000, 8_000],
])('the look after a write waits %s', async (_, took, waits) => {
  const { clock, call } = setUp();
  await call('DescribeUserPool', 70);
  await call('UpdateUserPool', took);
  await call('DescribeUserPool', 70);
  expect(clock.slept).toEqual([waits]);
});

test('only the first read after a write waits, and no write does', async () => {
  const { clock, call } = setUp();
  await call('DescribeUserPool', 100);
  await call('GetUserPoolMfaConfig', 100);
  await call('UpdateUserPool', 100);
  await call('SetUserPoolMfaConfig', 100);
  expect(clock.slept).toEqual([]);
  await call('DescribeUserPool', 100);
  await call('GetUserPoolMfaConfig', 100);
  expect(clock.slept).toEqual([800]);
});

test('the time that has passed since the write counts', async () => {
  const { clock, call } = setUp();
  await call('UpdateUserPool', 100);
  clock.pass(450);
  await call('DescribeUserPool', 100);
  await call('UpdateUserPool', 100);
  clock.pass(10_000);
  await call('DescribeUserPool', 100);
  expect(clock.slept).toEqual([350]);
});

test('a write whose answer was lost counts as one, and its pause as waiting', async () => {
  const { clock, call, fail } = setUp();
  await expect(fail(900, LOST)).rejects.toMatchObject({ code: 'NoAnswer' });
  await call('DescribeUserPool', 100);
  expect(clock.slept).toEqual([1_000, 7_200 - 1_000]);
});

test('a write that was refused is none', async () => {
  const { clock, call, fail } = setUp();
  await expect(fail(500, MOVED)).rejects.toMatchObject({ code: 'ConcurrentModificationException' });
  await call('DescribeUserPool', 100);
  expect(clock.slept).toEqual([1_000]);
});

test('a look near the end waits for half of what is left, since a late look is better than none', async () => {
  const { clock, call } = setUp(3_000);
  await call('UpdateUserPool', 1_000);
  await call('DescribeUserPool', 100);
  expect(clock.slept).toEqual([1_000]);
});

test('what was read and written before holds after another deadline', async () => {
  const { clock, retry, call, fail } = setUp(2_000);
  await call('DescribeUserPool', 100);
  await expect(fail(200, MOVED)).rejects.toMatchObject({ code: 'ConcurrentModificationException' });
  const later = retry.until(60_000);
  await expect(call('UpdateUserPool', 100, later)).rejects.toMatchObject({ code: 'StaleRead' });
  await call('DescribeUserPool', 100, later);
  await call('UpdateUserPool', 100, later);
  clock.pass(1_000);
  await expect(call('DescribeUserPool', 100)).rejects.toMatchObject({ code: 'OutOfTime' });
});
