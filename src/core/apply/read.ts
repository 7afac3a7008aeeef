import type { UserPoolPort } from './port';
import type { Live } from '../plan/live';
import { isMfaInPlay } from '../plan/mfa';

/** The pool as it is; second factors and passkeys where they are in play, or asked for. */
export async function read(port: UserPoolPort, userPoolId: string, isMfaAskedFor: boolean): Promise<Live> {
  const pool = await port.describeUserPool(userPoolId);
  return isMfaAskedFor || isMfaInPlay(pool) ? { pool, mfa: await port.getUserPoolMfaConfig(userPoolId) } : { pool };
}
