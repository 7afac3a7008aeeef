import { FAULT } from './fault';
import type { Answer, ConnectionFault } from './signed-json';
import { ServiceError } from '../src/core/apply/port';
import type { Action, WriteAction } from '../src/core/wire/api';
import { isObject, type JsonObject } from '../src/core/wire/json';

/**
 * - `never`: the refusal is final
 * - `few`: a fault that passes soon or not at all
 * - `patiently`: the service asks for less; its quota is shared with the whole account, so waiting is the cure
 * - `settling`: IAM or SES may not have spread a role or policy that was made a moment ago; if it has, that is wrong
 * - `spreading`: the same of a permission of our own, which the same deployment may have added
 * - `restart`: this request must not be sent again as it is, since the pool may have moved; the caller reads again
 */
export type Again = 'never' | 'few' | 'patiently' | 'settling' | 'spreading' | 'restart';

export type Verdict = { readonly value: JsonObject } | { readonly error: ServiceError; readonly again: Again };

const THROTTLED = /Throttl|TooManyRequests|LimitExceeded|SlowDown/;

/** The refusals that are not final, beside throttling. */
const PASSES = new Map<string, Again>([
  ['ConcurrentModificationException', 'restart'],
  ['InvalidEmailRoleAccessPolicyException', 'settling'],
  ['InvalidSmsRoleAccessPolicyException', 'settling'],
  ['InvalidSmsRoleTrustRelationshipException', 'settling'],
  ['AccessDeniedException', 'spreading'],
  ['AccessDenied', 'spreading'],
]);

/** An echo of the pool that may have been carried out must not be repeated blindly: it would undo what others wrote since. */
export function isWrite(action: Action): action is WriteAction {
  return action === 'UpdateUserPool' || action === 'SetUserPoolMfaConfig';
}

export function judgeFault(action: Action, fault: ConnectionFault): Verdict {
  const lost = fault.maybeSent && isWrite(action);
  const error = new ServiceError(fault.maybeSent ? FAULT.NO_ANSWER : FAULT.UNREACHABLE, fault.message, action);
  return { error, again: lost ? 'restart' : 'few' };
}

export function judgeAnswer(action: Action, answer: Answer): Verdict {
  const { status } = answer;
  const document = parse(answer.text);
  if (status >= 200 && status < 300) {
    if (document) return { value: document };
    // A write has nothing to say, and every AWS SDK takes an empty body for an empty object; the verification reads again.
    if (isWrite(action) && answer.text === '') return { value: {} };
    return { error: unreadable(action, answer), again: 'never' };
  }

  const code = codeOf(answer, document);
  const error = code ? new ServiceError(code, messageOf(document), action) : unreadable(action, answer);
  if (status === 429 || THROTTLED.test(error.code)) return { error, again: 'patiently' };
  if (status >= 500) {
    if (!isWrite(action)) return { error, again: 'few' };
    const words = `HTTP ${status}, ${error.code}: ${error.message}`;
    return { error: new ServiceError(FAULT.NO_ANSWER, words, action), again: 'restart' };
  }
  return { error, again: PASSES.get(error.code) ?? 'never' };
}

/** Says what came, never its text: a proxy's page may hold anything. */
export function unreadable(action: Action, { status, contentType, text }: Answer): ServiceError {
  const what = text === '' ? 'an empty body' : parse(text) ? 'JSON that is not of Cognito' : 'a body that is not JSON';
  // A content type is the other side's text as well: only what looks like a media type is repeated.
  const type = /^[\w.+-]+\/[\w.+-]+/.exec(contentType)?.[0] ?? 'none';
  return new ServiceError(FAULT.UNREADABLE, `HTTP ${status}, content type ${type}, ${what}`, action);
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `com.amazonaws.cognito#Name`, `Name:http://internal/` and `Name` are all in use. */
function codeOf(answer: Answer, document: JsonObject | undefined): string | undefined {
  const raw = document?.__type ?? answer.errorType;
  if (typeof raw !== 'string') return undefined;
  return /(?:^|#)([A-Za-z]\w*)(?::|$)/.exec(raw)?.[1];
}

function messageOf(document: JsonObject | undefined): string {
  const message = document?.message ?? document?.Message;
  return typeof message === 'string' ? message : '';
}
