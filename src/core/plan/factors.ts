import { canonical } from './canonical';
import { SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL } from '../ledger/ledger';
import { pick, type Json, type JsonObject } from '../wire/json';
import { memberOf, valueAt } from '../wire/path';

export const SMS = 'SmsMfaConfiguration';
export const TOTP = 'SoftwareTokenMfaConfiguration';
export const FACTORS: readonly string[] = [SMS, TOTP, 'EmailMfaConfiguration'];
const MODE = 'MfaConfiguration';
export type Mode = 'OFF' | 'OPTIONAL' | 'ON';

export function isFactor(name: string): boolean {
  return FACTORS.includes(name);
}

export function modeOf(document: JsonObject): Mode {
  return (memberOf(document, MODE) ?? 'OFF') as Mode;
}

/** TOTP says whether it is on; the others are on by being there. */
export function enabledFactors(document: JsonObject): readonly string[] {
  return FACTORS.filter((name) => name === TOTP
    ? valueAt(document, [TOTP, 'Enabled']) === true
    : memberOf(document, name) !== undefined);
}

export function hasDeclaredFactors(declared: JsonObject): boolean {
  return Object.keys(declared).some(isFactor);
}

/**
 * The SMS settings are reported whether or not SMS is a factor (H3): beside another factor only the last run of ours tells,
 * if it set the factors.
 */
export function liveSms(live: JsonObject, lastSet: JsonObject = {}): 'on' | 'off' | 'unknown' {
  if (modeOf(live) === 'OFF' || memberOf(live, SMS) === undefined) return 'off';
  if (enabledFactors(live).length === 1) return 'on';
  const before = enabledFactors(lastSet);
  return before.length === 0 ? 'unknown' : before.includes(SMS) ? 'on' : 'off';
}

/** The second factors as they are, for holding other settings against them: without MFA they mean nothing. */
export function factorsNow(live: JsonObject, lastSet?: JsonObject): JsonObject {
  return pick(live, (name) => !isFactor(name) || (modeOf(live) !== 'OFF' && (name !== SMS || liveSms(live, lastSet) !== 'off')));
}

/** What only SetUserPoolMfaConfig writes and a read tells member by member: passkeys, and the messages of email as a factor. */
export function blocksOf(document: JsonObject): JsonObject {
  return pick(document, (name) => !Object.hasOwn(UPDATE_USER_POOL.members, name) && name !== SMS && name !== TOTP
    && Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name));
}

/** What GetUserPoolMfaConfig tells truly: the mode and the SMS settings are the pool's, and without MFA factors mean nothing. */
export function observableMfa(mfa: JsonObject): Json | undefined {
  const isHidden = (name: string) => name === MODE || (modeOf(mfa) === 'OFF' ? isFactor(name) : name === SMS);
  return canonical(pick(mfa, (name) => !isHidden(name)), SET_USER_POOL_MFA_CONFIG);
}

export function comparableBlocks(mfa: JsonObject): Json | undefined {
  return canonical(blocksOf(mfa), SET_USER_POOL_MFA_CONFIG);
}
