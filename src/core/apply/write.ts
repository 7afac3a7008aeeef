import type { Journal } from './journal';
import { NO_ANSWER, ServiceError, STALE_READ, type UserPoolPort } from './port';
import type { Call } from '../wire/api';

/** What may be done about a call that failed. */
export interface Again {
  /** Whether others may be faster once more. */
  readonly afterRace: boolean;
  /** Whether another plan may be made. */
  readonly inNextRound: boolean;
}

/**
 * Makes the calls in order. `moved`: nothing of ours is there, since another writer was faster. `stale`: nor is it, since the
 * plan grew old before it could be carried out.
 * `partly`: some of ours may be there, since an answer that never came counts as written; only another plan tells what is
 * still to do, as not every factor can be read (H3).
 */
export async function write(
  port: UserPoolPort, calls: readonly Call[], journal: Journal, again: Again,
): Promise<'whole' | 'partly' | 'moved' | 'stale'> {
  for (const call of calls) {
    try {
      await send(port, call);
    } catch (error) {
      const code = error instanceof ServiceError ? error.code : undefined;
      const isFirst = call === calls[0];
      if (code === STALE_READ) return isFirst ? 'stale' : 'partly';
      if (code === 'ConcurrentModificationException' && (isFirst ? again.afterRace : again.inNextRound)) return isFirst ? 'moved' : 'partly';
      if (code === NO_ANSWER) journal.wrote(call.action);
      if (code !== NO_ANSWER || !again.inNextRound) throw error;
      return 'partly';
    }
    journal.wrote(call.action);
  }
  return 'whole';
}

/** Some pools refuse their own mode on the way back (H6); left out it stays, and the next read shows whether it did. */
const REFUSED_MODE = /Cannot turn MFA functionality ON|SMS configuration and Auto verification for phone_number are required/;

export async function send(port: UserPoolPort, { action, request }: Call): Promise<void> {
  if (action === 'SetUserPoolMfaConfig') return port.setUserPoolMfaConfig(request);
  try {
    await port.updateUserPool(request);
  } catch (error) {
    if (!(error instanceof ServiceError) || !REFUSED_MODE.test(error.message)) throw error;
    const { MfaConfiguration: _, ...rest } = request;
    await port.updateUserPool(rest);
  }
}
