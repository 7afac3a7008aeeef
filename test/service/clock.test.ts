import { jitter, REAL_CLOCK } from '../../service/clock';
import { FakeClock } from '../handler/support';

test('the pause doubles with each failure up to a cap', () => {
  expect([1, 2, 3, 4, 5].map((attempt) => jitter(new FakeClock(), attempt, 100, 1_000))).toEqual([100, 200, 400, 800, 1_000]);
});

test('the pause is spread over the whole interval', () => {
  const clock = { ...REAL_CLOCK, random: () => 0 };
  expect(jitter(clock, 5, 100, 1_000)).toBe(0);
});

test('a sleep that is no longer needed leaves no timer behind', async () => {
  const done = new AbortController();
  const sleep = REAL_CLOCK.sleep(60_000, done.signal);
  done.abort();
  await expect(sleep).rejects.toThrow('aborted');
});
