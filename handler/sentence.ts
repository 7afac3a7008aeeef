import { explain } from './explain';
import { Aborted, type Aftermath } from '../src/core/apply/aborted';
import { ServiceError } from '../src/core/apply/port';
import { Problem } from '../src/core/problem';

/** Why a run failed and in which state it left the pool, in one sentence for whoever deployed, without a value. */
export function sentenceOf(error: unknown, userPoolId: string, redact: (text: string) => string): string {
  if (error instanceof Aborted) return `${sentenceOf(error.reason, userPoolId, redact)}; ${stateOf(error.aftermath)}`;
  if (error instanceof Problem) return error.message;
  if (error instanceof ServiceError) return explain(error, userPoolId, redact);
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `a fault of cdk-cognito-user-pool-settings itself, not of your settings; please report it: ${redact(what)}`;
}

function stateOf({ left, isCertain }: Aftermath): string {
  if (!isCertain) return `what was written could not be taken back: look at ${left.join(', ')}, which may not be as before`;
  return left.length === 0
    ? 'what was written has been taken back: the pool is as before'
    : `all but this has been taken back, and is not as before: ${left.join(', ')}`;
}
