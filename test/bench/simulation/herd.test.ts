import { BUDGET } from '../../../bench/budget';
import { runHerd } from '../../../bench/simulation/herd';
import { HERD_POOLS, measureHerds } from '../../../bench/simulation/herds';

/** It takes seconds; a machine that is busy with other things takes longer. */
const PATIENCE_MILLIS = 60_000;

test('a stack of hundreds of pools ends without a failure, near to what the quota alone takes', async () => {
  const { unlimited, limited } = await measureHerds();
  for (const { ratio, failures } of [unlimited, limited]) {
    expect(ratio).toBeLessThanOrEqual(BUDGET.herdRatio);
    expect(failures).toBe(0);
  }
  // Nobody has more out of the quota than it gives, but for the second's worth that it begins with.
  expect(unlimited.makespanSeconds).toBeGreaterThan(unlimited.quotaSeconds - 1);
}, PATIENCE_MILLIS);

test.each([2, 3])('so it is with other chances (seed %i)', async (seed) => {
  await expect(runHerd({ pools: HERD_POOLS, seed })).resolves.toMatchObject({ failures: 0 });
}, PATIENCE_MILLIS);

test('the same seed takes the same course', async () => {
  const herd = { pools: 40, concurrency: 30, seed: 7 };
  expect(await runHerd(herd)).toEqual(await runHerd(herd));
  expect(await runHerd(herd)).not.toEqual(await runHerd({ ...herd, seed: 8 }));
});

test('runs that cannot all have their calls in time fail, and are seen to', async () => {
  const { failures } = await runHerd({ pools: 150, timeoutSeconds: 30, seed: 1 });
  expect(failures).toBeGreaterThan(0);
}, PATIENCE_MILLIS);
