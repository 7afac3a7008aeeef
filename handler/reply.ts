import { request as httpsRequest } from 'node:https';
import type { CloudFormationEvent, Ending } from './event';
import { replyBody } from './reply-body';
import { jitter, type Clock } from '../service/clock';
import type { Log } from '../service/log';

/** `https.request`, or what a test puts in its place. */
export type Transport = typeof httpsRequest;

export interface ReplyTools {
  readonly clock: Clock;
  readonly log: Log;
  /** In the clock's time; no attempt goes on beyond it. */
  readonly deadline: number;
  readonly transport?: Transport;
}

const CONNECT_TIMEOUT_MS = 3_000;
const RESPONSE_TIMEOUT_MS = 5_000;
const ATTEMPTS = 8;
const BASE_MS = 300;
const CAP_MS = 5_000;

/**
 * Tells CloudFormation how the run ended. Without this reply a deployment hangs until its timeout, so it is tried hard;
 * whether it got through is the result. The address is a secret (whoever has it can answer), so it is never logged.
 */
export async function sendReply(event: CloudFormationEvent, ending: Ending, tools: ReplyTools): Promise<boolean> {
  const { clock, log, deadline } = tools;
  const url = parse(event.ResponseURL);
  if (!url) {
    log.error('the request has no https ResponseURL: nobody to reply to');
    return false;
  }
  const body = Buffer.from(replyBody(event, ending));
  for (let attempt = 1; ; attempt++) {
    let fault: { status?: number; code?: string };
    try {
      const status = await put(url, body, Math.min(RESPONSE_TIMEOUT_MS, deadline - clock.now()), tools.transport ?? httpsRequest);
      if (status >= 200 && status < 300) return true;
      fault = { status };
    } catch (error) {
      // Not the message, which may hold the host and the path.
      fault = { code: (error as NodeJS.ErrnoException).code ?? 'unknown' };
    }
    const { status } = fault;
    const passes = status === undefined || status >= 500 || status === 408 || status === 429;
    const pause = jitter(clock, attempt, BASE_MS, CAP_MS);
    if (!passes || attempt >= ATTEMPTS || clock.now() + pause >= deadline) {
      log.error('CloudFormation did not take the reply', { attempt, ...fault });
      return false;
    }
    log.warn('CloudFormation did not take the reply, trying again', { attempt, pause, ...fault });
    await clock.sleep(pause);
  }
}

function parse(text: unknown): URL | undefined {
  try {
    const url = new URL(String(text));
    return url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}

function put(url: URL, body: Buffer, timeoutMs: number, transport: Transport): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = transport(url, {
      method: 'PUT',
      // One connection per attempt: one that is kept alive may have died while the sandbox was frozen.
      agent: false,
      // The presigned URL was signed for an empty content type; any other is refused with 403.
      headers: { 'content-type': '', 'content-length': body.length },
    }, (response) => {
      response.resume();
      response.once('error', fail);
      response.once('end', () => {
        clear();
        resolve(response.statusCode ?? 0);
      });
    });
    const giveUp = () => request.destroy(timeout());
    const giveUpConnecting = () => request.socket?.connecting !== false && giveUp();
    const timers = [setTimeout(giveUp, timeoutMs), setTimeout(giveUpConnecting, Math.min(CONNECT_TIMEOUT_MS, timeoutMs))];
    const clear = () => timers.forEach((timer) => clearTimeout(timer));
    function fail(error: Error): void {
      clear();
      reject(error);
    }
    request.once('error', fail);
    request.end(body);
  });
}

function timeout(): Error {
  return Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' });
}
