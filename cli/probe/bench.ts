import { isRefusal, type Caller } from './caller';
import { requestOf } from './echo';
import type { Outcome } from './effect';
import { hiderOf } from './hide';
import type { Place } from './own-values';
import { ServiceError } from '../../src/core/apply/port';
import { LEDGER, SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { canonical, equal } from '../../src/core/plan/canonical';
import { merge } from '../../src/core/plan/merge';
import { settingsOf } from '../../src/core/plan/settings-of';
import type { Call } from '../../src/core/wire/api';
import { isObject, pick, type Json, type JsonObject } from '../../src/core/wire/json';

/** What a pool is brought to before something is tried: settings over those of a new pool, and a whole `SetUserPoolMfaConfig`. */
export interface Arrangement {
  readonly pool?: JsonObject;
  readonly mfa?: JsonObject;
}

/** What both reads told. */
export interface Seen {
  /** As it was described. */
  readonly pool: JsonObject;
  readonly mfa: JsonObject;
  /** Both under the names of the ledger, with what equals a default left out. */
  readonly settings: JsonObject;
}

const OFF: JsonObject = { MfaConfiguration: 'OFF' };

/** The pool on which everything is tried, one call after the other. */
export class Bench {
  static async of(caller: Caller, userPoolId: string, place: Place, mayWriteMfa = true): Promise<Bench> {
    return new Bench(caller, userPoolId, place, await look(caller, userPoolId), mayWriteMfa);
  }

  /** Settings that the service took, by name. */
  readonly accepted = new Map<string, Json>();
  /** What became of settings that were left out by themselves, by name. */
  readonly outcomes = new Map<string, Outcome>();
  private isMfaTouched = false;
  private readonly hide: (text: string) => string;
  private seen: Seen;

  private constructor(
    private readonly caller: Caller, readonly userPoolId: string, readonly place: Place, readonly newPool: Seen,
    private readonly mayWriteMfa: boolean,
  ) {
    this.seen = newPool;
    this.hide = hiderOf(place.given);
  }

  get now(): Seen {
    return this.seen;
  }

  async look(): Promise<Seen> {
    this.seen = await look(this.caller, this.userPoolId, this.isMfaTouched);
    return this.seen;
  }

  /** The pool as it is now, sent back whole with something laid over it. */
  update(laidOver: JsonObject = {}): Call {
    const expected = merge(settingsOf(this.seen.pool), laidOver, UPDATE_USER_POOL) as JsonObject;
    return { action: 'UpdateUserPool', request: requestOf(this.userPoolId, this.seen.pool, expected, laidOver) };
  }

  /** A request of nothing else. */
  alone(action: Call['action'], members: JsonObject = {}): Call {
    return { action, request: { UserPoolId: this.userPoolId, ...members } };
  }

  /** The refusal, if it was one, in words that can be published. */
  async send({ action, request }: Call): Promise<ServiceError | undefined> {
    if (action === 'SetUserPoolMfaConfig') {
      if (!this.mayWriteMfa) return new ServiceError('AccessDeniedException', 'not tried', action);
      this.isMfaTouched = true;
    }
    try {
      await this.caller.call(action, request);
      return undefined;
    } catch (error) {
      if (isRefusal(error)) return new ServiceError(error.code, this.hide(error.message), error.action);
      throw error;
    }
  }

  /** A new pool again, but for what cannot be taken back, with this in it. */
  async arrange({ pool = {}, mfa }: Arrangement): Promise<ServiceError | undefined> {
    const settings = merge(this.asNew(), pool, UPDATE_USER_POOL) as JsonObject;
    const factors = mfa && this.alone('SetUserPoolMfaConfig', mfa);
    if (factors && this.has(settings)) return this.send(factors);
    const refusal = (this.isMfaTouched ? await this.send(this.alone('SetUserPoolMfaConfig', OFF)) : undefined)
      ?? await this.send({ action: 'UpdateUserPool', request: requestOf(this.userPoolId, this.seen.pool, settings, pool) })
      ?? (factors && await this.send(factors));
    if (!mfa && !refusal) this.isMfaTouched = false;
    return refusal;
  }

  /** Whether nothing but second factors differs from what was seen last, which is after every write. */
  private has(settings: JsonObject): boolean {
    const [wanted, there] = [settings, settingsOf(this.seen.pool)].map((each) =>
      canonical(pick(each, (name) => name !== 'MfaConfiguration'), UPDATE_USER_POOL));
    return equal(wanted, there);
  }

  private asNew(): JsonObject {
    const [fresh, now] = [settingsOf(this.newPool.pool), settingsOf(this.seen.pool)];
    const settings = Object.keys({ ...fresh, ...now }).map((name): [string, Json | undefined] => {
      const clear = rowAt(UPDATE_USER_POOL, [name])?.clear;
      if (clear?.by === 'impossible') return [name, now[name]];
      return [name, fresh[name] ?? (clear?.by === 'value' ? clear.value : undefined)];
    });
    return Object.fromEntries(settings.filter((entry): entry is [string, Json] => entry[1] !== undefined));
  }
}

/** Second factors and passkeys only where somebody may have set any. */
async function look(caller: Caller, userPoolId: string, withMfa = false): Promise<Seen> {
  const { UserPool } = await caller.call('DescribeUserPool', { UserPoolId: userPoolId });
  const pool = isObject(UserPool) ? UserPool : {};
  const mfa = withMfa ? await caller.call('GetUserPoolMfaConfig', { UserPoolId: userPoolId }) : {};
  const own = pick(mfa, (name) => Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name) && name !== 'MfaConfiguration');
  const settings = canonical({ ...settingsOf(pool), ...own }, LEDGER);
  return { pool, mfa, settings: isObject(settings) ? settings : {} };
}
