import type { Answers } from './answers';
import type { Context } from '../context';

/** Reads a pool by two calls, and writes nothing. */
export async function liveAnswers(userPoolId: string, { session, progress }: Context): Promise<Answers> {
  progress.step(`reading ${userPoolId}`);
  const { port, close } = await session.open(userPoolId);
  try {
    const pool = await port.describeUserPool(userPoolId);
    const mfa = await port.getUserPoolMfaConfig(userPoolId);
    return { pool, mfa };
  } finally {
    close();
  }
}
