import { effectiveSettings } from './effective';
import type { JsonObject } from './json';
import type { PoolState } from './state';
import { poolOf, type Api } from './world';

export const describeUserPool: Api = (world, request) => ({ UserPool: describe(poolOf(world, request)) });

export function describe({ facts, settings }: PoolState): JsonObject {
  return { ...facts, ...effectiveSettings(settings) };
}
