import { nextId } from './create-user-pool';
import { SCHEMA_ATTRIBUTES } from './defaults';
import { compact, object, omit, pick, withoutNulls, type JsonObject } from './json';
import { FACTS } from './members';
import { normalSettings } from './normal-form';
import { hasFactor, factorsOf, type Factors, type MfaState, type PoolState } from './state';
import { inspect } from './validation';
import { arnOf, put, type World } from './world';

/** A pool as the two reading APIs would answer it. Nothing is checked; members that the model lacks are welcome at any depth. */
export interface Seed {
  /** The UserPool of DescribeUserPool. Read-only members that are missing are made up. */
  readonly pool: JsonObject;
  /**
   * The answer of GetUserPoolMfaConfig. Its MfaConfiguration and SMS settings hold where `pool` has none.
   * @default - what `pool` says
   */
  readonly mfa?: JsonObject;
  /** @default - the pool's Id, otherwise a new one */
  readonly userPoolId?: string;
  /**
   * The factors that are really enabled. @default - as `mfa` says: TOTP by its Enabled, e-mail by its block, and SMS if
   * `mfa` has an SMS block, or if MFA is on, the pool can send SMS and nothing else is a factor
   */
  readonly factors?: Partial<Factors>;
}

export function plant(world: World, seed: Seed): string {
  const pool = object(withoutNulls(seed.pool));
  const mfa = object(withoutNulls(seed.mfa ?? {}));
  const id = seed.userPoolId ?? (typeof pool.Id === 'string' ? pool.Id : nextId(world));
  const settings = normalSettings({ ...sharedSettings(mfa), ...pool });
  put(world, {
    id,
    facts: factsOf(world, id, pool),
    settings,
    mfa: mfaState(settings, mfa, seed.factors ?? {}),
    futureMembers: new Set([
      ...inspect('UserPoolType', pool).unknownMembers,
      ...inspect('SetUserPoolMfaConfigRequest', { UserPoolId: id, ...mfa }).unknownMembers,
    ]),
  } satisfies PoolState);
  return id;
}

function factsOf(world: World, id: string, pool: JsonObject): JsonObject {
  const now = Math.round(world.clock.now()) / 1000;
  return compact({
    Name: 'pool',
    CreationDate: now,
    LastModifiedDate: now,
    SchemaAttributes: SCHEMA_ATTRIBUTES,
    EstimatedNumberOfUsers: 0,
    ...pick(pool, FACTS),
    Id: id,
    Arn: pool.Id === id && pool.Arn !== undefined ? pool.Arn : arnOf(world, id),
  });
}

function sharedSettings(mfa: JsonObject): JsonObject {
  const { SmsConfiguration, SmsAuthenticationMessage } = object(mfa.SmsMfaConfiguration);
  return compact({ MfaConfiguration: mfa.MfaConfiguration, SmsConfiguration, SmsAuthenticationMessage });
}

const SHARED = new Set(['MfaConfiguration', 'SmsMfaConfiguration']);
const SMS_SHARED = new Set(['SmsConfiguration', 'SmsAuthenticationMessage']);

function mfaState(settings: JsonObject, mfa: JsonObject, factors: Partial<Factors>): MfaState {
  const smsMembers = omit(object(mfa.SmsMfaConfiguration), SMS_SHARED);
  const blocks = compact({
    ...omit(mfa, SHARED),
    SmsMfaConfiguration: Object.keys(smsMembers).length > 0 ? smsMembers : undefined,
    SoftwareTokenMfaConfiguration: factors.softwareToken === undefined ? mfa.SoftwareTokenMfaConfiguration
      : { ...object(mfa.SoftwareTokenMfaConfiguration), Enabled: factors.softwareToken },
    EmailMfaConfiguration: factors.email === false ? undefined : mfa.EmailMfaConfiguration ?? (factors.email ? {} : undefined),
  });
  const on = (settings.MfaConfiguration ?? 'OFF') !== 'OFF';
  const saidOrOnlyOne = mfa.SmsMfaConfiguration !== undefined || !hasFactor(factorsOf({ smsFactor: false, blocks }));
  return { smsFactor: factors.sms ?? (on && settings.SmsConfiguration !== undefined && saidOrOnlyOne), blocks };
}
