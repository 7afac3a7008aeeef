import { isDeepStrictEqual } from 'node:util';
import { lossesOf } from './difference';
import type { Settings } from './settings';
import type { StageReport } from './stages';

type Kept = Pick<StageReport, 'name' | 'shouldEnd' | 'result' | 'asked' | 'after' | 'changes'>;

/** What this library promises and a stage did not keep, a sentence each. */
export function brokenPromises({ name, shouldEnd, result, asked, after, changes }: Kept): string[] {
  const reason = result.reason === undefined ? '' : `: ${result.reason}`;
  const unmet = [...asked].filter(([path, { value }]) => !isDeepStrictEqual(after.get(path)?.value, value));
  return [
    ...result.status === shouldEnd ? [] : [`${name}: it ended as ${result.status} and not as ${shouldEnd}${reason}`],
    ...unmet.map(([path]) => `${name}: ${path} is not as the app declares it`),
    ...lossesOf(changes, asked).map((loss) => `${name}: ${loss.name} has changed though nobody asked for it`),
  ];
}

/** The two ways can only be compared if both are asked for the same. */
export function sameChange(byNaive: Settings, byApp: Settings): string[] {
  return isDeepStrictEqual(byNaive, byApp) ? [] : ['create: the app does not declare what the plain update asked for'];
}
