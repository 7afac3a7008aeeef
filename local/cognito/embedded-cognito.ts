import { systemClock, type Clock } from './clock';
import { describe } from './describe-user-pool';
import { resourceNotFound } from './errors';
import { faultScript, type Faults } from './faults';
import { mfaConfigOf } from './get-user-pool-mfa-config';
import { object, type JsonObject } from './json';
import type { OmissionMode } from './omission';
import { requestLog, type LoggedRequest } from './request-log';
import { plant, type Seed } from './seed';
import { perform, type Authorize, type Service } from './service';
import { factorsOf, type Factors, type PoolState } from './state';
import { put } from './world';
import type { Denial } from '../iam';

export interface EmbeddedCognitoOptions {
  /** What UpdateUserPool does to settings that a request leaves out. @default asMeasured */
  readonly omission?: OmissionMode;
  /** @default us-east-1 */
  readonly region?: string;
  /** @default 123456789012 */
  readonly accountId?: string;
  /** @default - the system's */
  readonly clock?: Clock;
  /**
   * Whether requests may have members that neither the model nor the pool knows: they are kept and described, or refused.
   * @default accept
   */
  readonly unknownMembers?: 'accept' | 'refuse';
}

/** The user pools of one account in one Region, in memory. */
export class EmbeddedCognito {
  readonly faults: Faults;
  private readonly script = faultScript();
  private readonly log = requestLog();
  private readonly denied = new Set<string>();
  private readonly service: Service;

  constructor(options: EmbeddedCognitoOptions = {}) {
    this.faults = this.script;
    this.service = {
      world: {
        pools: new Map(),
        clock: options.clock ?? systemClock,
        region: options.region ?? 'us-east-1',
        accountId: options.accountId ?? '123456789012',
        omission: options.omission ?? 'asMeasured',
        serviceLinkedRoles: new Set(),
      },
      unknownMembers: options.unknownMembers ?? 'accept',
    };
  }

  /** Every call in order, also those that failed. */
  get requests(): readonly LoggedRequest[] {
    return this.log.entries;
  }

  clearRequests(): void {
    this.log.clear();
  }

  /** Creates a pool as the API does, with its refusals, but neither logged nor faulty; answers its id. */
  createUserPool(request: JsonObject = {}): string {
    const { UserPool } = this.otherWriter('CreateUserPool', { PoolName: 'pool', ...request });
    return object(UserPool).Id as string;
  }

  /** Puts a pool in place as it is described, unchecked; answers its id. A pool of the same id is replaced. */
  seed(seed: Seed): string {
    return plant(this.service.world, seed);
  }

  /**
   * One API call. Throws `CognitoRefusal` or, by script, `NetworkFault`.
   * @param authorize asked for each permission that the call needs; without it the caller may do everything
   */
  call(action: string, request: JsonObject, authorize?: Authorize): JsonObject {
    const allowed: Authorize = (permission) => this.deniedHere(permission.action) ?? authorize?.(permission);
    return this.log.record(action, request,
      () => this.script.around(action, request, () => perform(this.service, action, request, allowed)));
  }

  /** One API call by somebody else: the service's rules hold, the script and the log do not. */
  otherWriter(action: string, request: JsonObject): JsonObject {
    return perform(this.service, action, request);
  }

  /** Tags that only AWS's own services can write. */
  tagBySystem(userPoolId: string, tags: Readonly<Record<string, string>>): void {
    const pool = this.state(userPoolId);
    const UserPoolTags = { ...object(pool.settings.UserPoolTags), ...tags };
    put(this.service.world, { ...pool, settings: { ...pool.settings, UserPoolTags } });
  }

  /** What DescribeUserPool would answer, its UserPool. */
  pool(userPoolId: string): JsonObject {
    return describe(this.state(userPoolId));
  }

  /** What GetUserPoolMfaConfig would answer. */
  mfa(userPoolId: string): JsonObject {
    return mfaConfigOf(this.state(userPoolId));
  }

  /** The MFA factors that are really enabled, which no API tells (H3). */
  factors(userPoolId: string): Factors {
    return factorsOf(this.state(userPoolId).mfa);
  }

  /** From now on the caller lacks the permission for these actions. */
  deny(...actions: string[]): void {
    for (const action of actions) this.denied.add(`cognito-idp:${action}`);
  }

  private deniedHere(permission: string): Denial | undefined {
    const caller = `arn:aws:sts::${this.service.world.accountId}:assumed-role/caller/session`;
    return this.denied.has(permission) ? { caller, isExplicit: false } : undefined;
  }

  private state(userPoolId: string): PoolState {
    const pool = this.service.world.pools.get(userPoolId);
    if (!pool) throw resourceNotFound(userPoolId);
    return pool;
  }
}
