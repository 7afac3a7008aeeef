import { fingerprint } from './environment';

/** By what a function's requests are told from those of others: the same for all of its sandboxes, and no key that AWS gives. */
export function accessKeyIdOf(functionArn: string): string {
  return `LOCAL${fingerprint(functionArn).slice(0, 15).toUpperCase()}`;
}
