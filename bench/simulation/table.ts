import { runHerd } from './herd';

const SEED = Number(process.argv[2] ?? 1);

/** `npx tsx bench/simulation/table.ts [seed]`: how many pools, how many at once. */
async function main(): Promise<void> {
  console.log(`seed ${SEED}`);
  console.log("pools  at once  seconds  quota's seconds  ratio  throttled  failures");
  for (const pools of [50, 150, 450]) {
    for (const concurrency of [5, 10, 15, 25, Infinity]) {
      const { makespanSeconds, quotaSeconds, ratio, throttled, failures } = await runHerd({ pools, concurrency, seed: SEED });
      const atOnce = concurrency === Infinity ? 'all' : concurrency;
      const times = [makespanSeconds.toFixed(1), quotaSeconds.toFixed(1), ratio.toFixed(2)];
      const cells = [pools, atOnce, ...times, throttled, failures];
      console.log(cells.map((cell, column) => String(cell).padStart([5, 9, 9, 17, 7, 11, 10][column])).join(''));
    }
  }
}

void main();
