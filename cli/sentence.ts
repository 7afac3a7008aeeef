import { explain } from './aws/explain';
import { Failure } from './failure';
import { ServiceError } from '../src/core/apply/port';
import { Problem } from '../src/core/problem';

/** Why a command failed, in one sentence without a value. */
export function sentenceOf(error: unknown, redact: (text: string) => string): string {
  if (error instanceof Failure || error instanceof Problem) return error.message;
  if (error instanceof ServiceError) return explain(error, 'the user pool', redact);
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `a fault of the tool itself, not of your settings; please report it with what --debug shows: ${redact(what).split('\n')[0]}`;
}

/** What `--debug` adds: where it came from, and what that came from. */
export function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${detailsOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
