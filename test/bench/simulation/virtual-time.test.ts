import { chanceOf, lognormal } from '../../../bench/simulation/chance';
import { Quota } from '../../../bench/simulation/quota';
import { Turns } from '../../../bench/simulation/turns';
import { VirtualTime } from '../../../bench/simulation/virtual-time';
import { median, percentile } from '../../../bench/statistics';

test('an hour passes in no time, and everybody wakes in order', async () => {
  const time = new VirtualTime();
  const woken: string[] = [];
  const sleeper = async (name: string, ms: number) => {
    await time.sleep(ms);
    woken.push(`${name} ${time.now()}`);
  };
  await time.during(Promise.all([sleeper('late', 3_600_000), sleeper('early', 10), sleeper('second', 10)]));
  expect(woken).toEqual(['early 10', 'second 10', 'late 3600000']);
});

test('work that waits for something other than time is told', async () => {
  await expect(new VirtualTime().during(new Promise(() => undefined))).rejects.toThrow('something other than time');
});

test('work that fails fails', async () => {
  await expect(new VirtualTime().during(Promise.reject(new Error('bad')))).rejects.toThrow('bad');
});

test('a quota gives what it holds at once, and then so much a second', () => {
  let now = 0;
  const quota = new Quota(15, () => now);
  const taken = (calls: number) => Array.from({ length: calls }, () => quota.takes()).filter(Boolean).length;
  expect(taken(20)).toBe(15);
  now = 400;
  expect(taken(20)).toBe(6);
  now = 60_000;
  expect(taken(20)).toBe(15);
  expect([quota.passed, quota.refused]).toEqual([36, 24]);
});

test('so many have their turn at once, the others in order, also after one that failed', async () => {
  const time = new VirtualTime();
  const turns = new Turns(2);
  const begun: string[] = [];
  const work = async (name: string) => turns.take(async () => {
    begun.push(`${name} ${time.now()}`);
    await time.sleep(10);
    if (name === 'a') throw new Error('bad');
  });
  await time.during(Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(work)));
  expect(begun).toEqual(['a 0', 'b 0', 'c 10', 'd 10', 'e 20']);
});

test('latencies are as they are said to be', () => {
  const chance = chanceOf(1);
  const drawn = Array.from({ length: 20_000 }, () => lognormal(chance, 100, 0.4));
  expect(median(drawn)).toBeCloseTo(100, -1);
  expect(percentile(drawn, 0.9)).toBeCloseTo(167, -1);
  expect(percentile(drawn, 0.99)).toBeCloseTo(254, -1.5);
});
