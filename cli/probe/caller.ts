import type { Clock } from '../../service/clock';
import { FAULT } from '../../service/fault';
import type { Log } from '../../service/log';
import { Patience } from '../../service/patience';
import { ConnectionFault, type Answer } from '../../service/signed-json';
import { judgeAnswer, judgeFault, type Verdict } from '../../service/verdict';
import { ServiceError } from '../../src/core/apply/port';
import type { Action } from '../../src/core/wire/api';
import type { JsonObject } from '../../src/core/wire/json';

export type ProbeAction = Action | 'CreateUserPool' | 'DeleteUserPool' | 'ListUserPools';
export type Post = (action: string, document: JsonObject, timeoutMs: number) => Promise<Answer>;

/** The account's quota is 15 reads and 15 writes a second, and somebody else may need it. */
const LEAST_INTERVAL_MS = 200;
const CALL_TIMEOUT_MS = 20_000;
/** Of one call, with all its repetitions. */
const PATIENCE_MS = 60_000;

/** A person wants the tool to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

interface Pace {
  calls: number;
  next: number;
}

/** One call after the other, slowly: throttling is waited for, and nothing is repeated that might make a second pool. */
export class Caller {
  constructor(
    private readonly post: Post, private readonly clock: Clock, private readonly log: Log,
    private readonly interrupted?: AbortSignal, private readonly pace: Pace = { calls: 0, next: 0 },
  ) {}

  get calls(): number {
    return this.pace.calls;
  }

  /** For cleaning up, which has to be done whoever waits. */
  uninterrupted(): Caller {
    return new Caller(this.post, this.clock, this.log, undefined, this.pace);
  }

  async call(action: ProbeAction, document: JsonObject): Promise<JsonObject> {
    const { clock } = this;
    const patience = new Patience(clock);
    const end = clock.now() + PATIENCE_MS;
    for (;;) {
      await this.wait(this.pace.next - clock.now());
      this.pace.next = clock.now() + LEAST_INTERVAL_MS;
      this.pace.calls += 1;
      const verdict = await this.attempt(action, document);
      if ('value' in verdict) return verdict.value;

      const { error, again } = verdict;
      if (action === 'CreateUserPool' && isDoubtful(verdict)) {
        throw new ServiceError(FAULT.NO_ANSWER, error.message, error.action, error);
      }
      // Nothing here was made a moment ago, so what IAM says is final.
      const isFinal = again === 'settling' || again === 'spreading';
      const { failures, pause } = patience.failed(error.action, isFinal ? 'never' : again, end);
      this.log.warn('call failed', { action, attempt: failures, code: error.code, pause });
      if (pause === undefined) throw error;
      await this.wait(pause);
    }
  }

  async wait(ms: number): Promise<void> {
    if (ms > 0) {
      await this.clock.sleep(ms, this.interrupted).catch((error: unknown) => {
        if (!this.interrupted?.aborted) throw error;
      });
    }
    if (this.interrupted?.aborted) throw new Interrupted('interrupted');
  }

  private async attempt(action: ProbeAction, document: JsonObject): Promise<Verdict> {
    // The port's words for its four actions serve for any other: they only name it.
    const named = action as Action;
    try {
      const answer = await this.post(action, document, CALL_TIMEOUT_MS);
      // DeleteUserPool has nothing to say.
      const isEmpty = answer.status >= 200 && answer.status < 300 && answer.text === '';
      return isEmpty && action === 'DeleteUserPool' ? { value: {} } : judgeAnswer(named, answer);
    } catch (error) {
      if (error instanceof ConnectionFault) return judgeFault(named, error);
      throw error;
    }
  }
}

/** Whether the request may have been carried out though no good answer came. */
function isDoubtful(verdict: Verdict): boolean {
  return 'error' in verdict && verdict.error.code !== FAULT.UNREACHABLE
    && (verdict.again === 'few' || verdict.again === 'restart' || verdict.error.code === FAULT.UNREADABLE);
}

const THE_RUN = new RegExp(`^(${Object.values(FAULT).join('|')}|UnrecognizedClient\\w*|InvalidSignature\\w*|InvalidClientTokenId`
  + '|ExpiredToken\\w*|MissingAuthenticationToken\\w*|ResourceNotFoundException)$|Throttl|TooManyRequests|SlowDown');

/** Whether the service said no to this request, which is an answer to a question; anything else ends the run. */
export function isRefusal(error: unknown): error is ServiceError {
  return error instanceof ServiceError && !THE_RUN.test(error.code);
}
