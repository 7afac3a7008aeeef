import { block } from './literal';
import type { Transition, Write } from './transition';
import { equal } from '../../../src/core/plan/canonical';
import { pick, type Json, type JsonObject } from '../../../src/core/wire/json';
import { valueAt, type Path } from '../../../src/core/wire/path';

/** What UpdateUserPool carries that MFA depends on, by the page's letter for a change of it. */
const MFA_RELEVANT: Readonly<Record<string, Path>> = {
  f: ['Policies', 'SignInPolicy'],
  m: ['SmsConfiguration'],
  e: ['EmailConfiguration'],
  r: ['AccountRecoverySetting'],
};

/** `Uer S`: the calls in their order, with what of the pool's other settings UpdateUserPool changed. */
export function notationOf({ writes }: Transition): string {
  const words = writes.map((write) => write.action === 'UpdateUserPool' ? `U${changedBy(write)}` : 'S');
  return words.length === 0 ? '=' : words.join(' ');
}

function changedBy({ before, after }: Write): string {
  return Object.entries(MFA_RELEVANT)
    .filter(([, path]) => !equal(valueAt(before, path), valueAt(after, path)))
    .map(([letter]) => letter).join('');
}

/** The order alone: `U S`. */
export function orderOf({ writes }: Pick<Transition, 'writes'>): string {
  return writes.map(({ action }) => action[0]).join(' ');
}

/** What SetUserPoolMfaConfig carried, in short; `undefined` where it was not called. */
export function contentOfSet({ writes }: Pick<Transition, 'writes'>): string | undefined {
  const request = writes.find(({ action }) => action === 'SetUserPoolMfaConfig')?.request;
  if (!request) return undefined;
  const totp = valueAt(request, ['SoftwareTokenMfaConfiguration', 'Enabled']);
  const blocks = [
    request.SmsMfaConfiguration && 'SMS',
    totp === undefined ? undefined : `TOTP ${totp === true ? 'on' : 'off'}`,
    request.EmailMfaConfiguration && 'email',
    request.WebAuthnConfiguration && 'passkeys',
  ];
  return [request.MfaConfiguration, ...blocks].filter(Boolean).join(', ');
}

/** The requests, each without what MFA does not depend on. */
export function requestsOf({ writes }: Transition): string {
  return writes.map((write) => `${write.action} ${block(relevant(write))}`).join('\n\n');
}

function relevant({ action, request }: Write): JsonObject {
  if (action === 'SetUserPoolMfaConfig') return pick(request, (name) => name !== 'UserPoolId');
  const values = [['MfaConfiguration'], ...Object.values(MFA_RELEVANT)]
    .map((path): [string, Json | undefined] => [path.join('.'), valueAt(request, path)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as JsonObject;
}
