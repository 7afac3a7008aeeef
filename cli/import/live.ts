import type { Answers } from './answers';
import { checkUserPoolId } from './pool-id';
import { ServiceError } from '../../src/core/apply/port';
import type { Context } from '../context';
import { Failure } from '../failure';

/** Reads a pool by two calls, and writes nothing. */
export async function liveAnswers(userPoolId: string, { session, progress }: Context): Promise<Answers> {
  checkUserPoolId(userPoolId, `--user-pool-id ${userPoolId}`.trimEnd());
  progress.step(`reading ${userPoolId}`);
  const { port, close } = await session.open(userPoolId);
  try {
    const pool = await port.describeUserPool(userPoolId);
    const mfa = await port.getUserPoolMfaConfig(userPoolId);
    return { pool, mfa };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new Failure(session.explain(error, userPoolId), { cause: error });
  } finally {
    close();
  }
}
