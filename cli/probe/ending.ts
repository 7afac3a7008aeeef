import { Interrupted } from './caller';
import type { Redactor } from '../../service/redact';
import { ServiceError } from '../../src/core/apply/port';
import { explain } from '../aws/explain';
import { Failure } from '../failure';

const SUBJECT = 'the user pool of the probe';

/** Why there is no pool. */
export function endBefore(fault: unknown, redactor: Redactor): Failure {
  return fault instanceof Failure ? fault : new Failure(`${why(fault, redactor)}; nothing was made`, { cause: fault });
}

/** Why the run ended early, and what became of its pool. */
export function endAfter(fault: unknown, left: unknown, redactor: Redactor): Failure {
  const pool = left === undefined ? `${SUBJECT} is deleted` : `and ${why(left, redactor)}`;
  return new Failure(`${why(fault, redactor)}; ${pool}`, { cause: fault });
}

export function why(error: unknown, redactor: Redactor): string {
  if (error instanceof Failure) return error.message;
  if (error instanceof Interrupted) return 'the probe was interrupted';
  if (error instanceof ServiceError) return explain(error, SUBJECT, (text) => redactor.redact(text));
  return `a fault of the tool itself, not of your account; please report it with what --debug shows: ${
    redactor.redact(error instanceof Error ? error.message : String(error)).split('\n')[0]}`;
}
