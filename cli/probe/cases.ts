import type { Arrangement } from './bench';
import { lacking, needsText, ownSender, smsSender, type Given, type Needed } from './given';
import { EVIDENCE, NESTED_EVIDENCE } from '../../src/core/ledger/evidence';
import { LEDGER, SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL, type SettingName } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import type { WriteAction } from '../../src/core/wire/api';
import type { JsonObject } from '../../src/core/wire/json';
import { parsePath, type Path } from '../../src/core/wire/path';

/** A member whose omission is measured. */
export interface Case {
  readonly path: Path;
  /** The call that leaves it out. */
  readonly action: WriteAction;
}

/** What has to be there for a setting to be taken, and is there before it is set; `with` is set in the same call. */
export interface Beside extends Arrangement {
  readonly with?: JsonObject;
}

/** Members of members that behaviour F and H1 ask about, beside those that have evidence of their own. */
const ALSO = ['Policies.PasswordPolicy', 'Policies.SignInPolicy', 'AdminCreateUserConfig.AllowAdminCreateUserOnly'];

const OPTIONAL: JsonObject = { MfaConfiguration: 'OPTIONAL' };
const TOTP: JsonObject = { SoftwareTokenMfaConfiguration: { Enabled: true } };

const BESIDE: Readonly<Record<string, { readonly needs?: readonly Needed[]; of(given: Given): Beside }>> = {
  UserAttributeUpdateSettings: { of: () => ({ pool: { AutoVerifiedAttributes: ['email'] } }) },
  MfaConfiguration: { of: () => ({ with: TOTP }) },
  SoftwareTokenMfaConfiguration: {
    needs: ['sesIdentity'],
    of: (given) => ({ pool: ownSender(given), mfa: { ...OPTIONAL, EmailMfaConfiguration: {} } }),
  },
  EmailMfaConfiguration: { needs: ['sesIdentity'], of: (given) => ({ pool: ownSender(given), mfa: { ...OPTIONAL, ...TOTP } }) },
  SmsMfaConfiguration: { needs: ['smsRole'], of: (given) => ({ pool: smsSender(given), mfa: { ...OPTIONAL, ...TOTP } }) },
};

/** What stands beside a setting, with the feature plan that it asks for; or why that cannot be. */
export function besideOf(name: SettingName, given: Given, plan: unknown): Beside | string {
  const { needs = [], of } = BESIDE[name] ?? {};
  const missing = lacking(needs, given);
  if (missing.length > 0) return needsText(missing);
  const { pool = {}, ...rest } = of?.(given) ?? {};
  const { tier } = EVIDENCE[name];
  const isEnough = tier === undefined || plan === tier || plan === 'PLUS';
  return { ...rest, pool: isEnough ? pool : { ...pool, UserPoolTier: tier } };
}

/** First what can be taken back, then what raises the feature plan, then second factors and passkeys. */
export function casesOf(): Case[] {
  const paths = [...Object.keys(LEDGER.members), ...ALSO, ...Object.keys(NESTED_EVIDENCE)].map(parsePath);
  return paths
    .map((path): Case => ({ path, action: isOfPool(path) ? 'UpdateUserPool' : 'SetUserPoolMfaConfig' }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Whether the pool has SMS settings afterwards, perhaps for good. */
export function bringsSms({ path: [name] }: Case): boolean {
  return name === 'SmsConfiguration' || BESIDE[name]?.needs?.includes('smsRole') === true;
}

export function isOfPool([name]: Path): boolean {
  return Object.hasOwn(UPDATE_USER_POOL.members, name);
}

function rank({ path: [name], action }: Case): number {
  if (action === 'SetUserPoolMfaConfig') return 3;
  if (Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name)) return 2;
  return EVIDENCE[name as SettingName].tier === 'PLUS' || rowAt(LEDGER, [name])?.clear?.by === 'impossible' ? 1 : 0;
}
