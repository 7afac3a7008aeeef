import type { UserPoolPort } from './port';
import { read } from './read';
import { captureOf, type Capture } from '../plan/capture';

/** The pool as it is, for putting it back one day. */
export async function capture(port: UserPoolPort, userPoolId: string): Promise<Capture> {
  return captureOf(await read(port, userPoolId, true));
}
