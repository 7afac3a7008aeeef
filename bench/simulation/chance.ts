/** From 0 up to, but not including, 1. */
export type Chance = () => number;

/** Park and Miller's generator: the same numbers for the same seed. */
export function chanceOf(seed: number): Chance {
  let state = 1 + seed % 2_147_483_646;
  const next = () => {
    state = state * 48_271 % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
  // The first numbers of neighbouring seeds are neighbours.
  for (let warmUp = 0; warmUp < 10; warmUp++) next();
  return next;
}

/** Lognormal, as latencies are: never below zero, seldom much longer. */
export function lognormal(chance: Chance, median: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return median * Math.exp(sigma * normal);
}
