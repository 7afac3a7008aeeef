import { isIn } from './oracle';
import { moved, names, told, type State } from './state';
import { Aborted } from '../../src/core/apply/aborted';
import { ServiceError } from '../../src/core/apply/port';
import { Problem } from '../../src/core/problem';

/** Of a factor that no read shows nobody can tell whether it is as before (H3). */
const UNREADABLE = 'SmsMfaConfiguration';

/** The flag that the service adds to the one of devices that is there (H17) is there or not as that one is. */
function isFilledInBeside(leaf: string, left: readonly string[]): boolean {
  return isIn(leaf, 'DeviceConfiguration') && left.some((each) => each.startsWith('DeviceConfiguration.'));
}

/** A run that failed has left the pool as it was before, or says exactly what is not. */
export function expectHonest(before: State, after: State, error: unknown, lastOutcome: string | undefined): void {
  const differs = moved(before, after);
  if (!(error instanceof Aborted)) {
    expect(error instanceof Problem || error instanceof ServiceError ? 'a refusal' : error).toBe('a refusal');
    expect(told(differs)).toEqual([]);
    return;
  }
  const { reason, aftermath: { left, isCertain } } = error;
  expect(reason instanceof Problem || reason instanceof ServiceError ? 'a refusal' : reason).toBe('a refusal');
  // Only a state that could not be read is open.
  expect(!isCertain && lastOutcome === 'ok' ? 'uncertain in spite of a last look' : '').toBe('');
  const isTold = (leaf: string) => left.some((each) => names(each, leaf)) || isFilledInBeside(leaf, left);
  const untold = differs.filter((leaf) => !isTold(leaf));
  const unfounded = left.filter((each) => each !== UNREADABLE && !differs.some((leaf) => names(each, leaf)));
  expect({ untold: told(untold), unfounded: isCertain ? unfounded : [] }).toEqual({ untold: [], unfounded: [] });
}
