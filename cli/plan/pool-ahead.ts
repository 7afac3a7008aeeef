import { nextLive, smsBlock } from './next-live';
import type { UserPoolPort } from '../../src/core/apply/port';
import { SMS } from '../../src/core/plan/factors';
import type { Live } from '../../src/core/plan/live';
import type { Plan } from '../../src/core/plan/plan';
import { pick, type JsonObject } from '../../src/core/wire/json';

/** Who opens the way to a pool, such as a session. */
export interface Opens {
  open(userPoolId: string): Promise<{ readonly port: UserPoolPort; close(): void }>;
}

/**
 * A pool as the constructs of an app leave it one after the other: each read is made once, then what was planned holds. It has no
 * way to write.
 */
export class PoolAhead implements UserPoolPort {
  /** The pool as it is now, before anything that is planned. */
  private pool: Promise<JsonObject> | undefined;
  private mfa: Promise<JsonObject> | undefined;
  private ahead: Live | undefined;
  private opened: ReturnType<Opens['open']> | undefined;

  constructor(private readonly opens: Opens, private readonly userPoolId: string) {}

  public async describeUserPool(): Promise<JsonObject> {
    return this.ahead?.pool ?? this.first();
  }

  public async getUserPoolMfaConfig(): Promise<JsonObject> {
    const { mfa, pool } = this.ahead ?? {};
    if (mfa || !pool) return mfa ?? this.firstMfa();
    const now = await this.firstMfa();
    return { ...pick(now, (name) => name !== SMS), ...smsBlock(now[SMS], pool) };
  }

  /** Both reads, before anything that is planned. */
  public async now(): Promise<Live> {
    return { pool: await this.first(), mfa: await this.firstMfa() };
  }

  public planned(live: Live, plan: Plan): void {
    this.ahead = { ...this.ahead, ...nextLive(live, plan) };
  }

  public async updateUserPool(): Promise<void> {
    throw new Error('a plan writes nothing');
  }

  public async setUserPoolMfaConfig(): Promise<void> {
    throw new Error('a plan writes nothing');
  }

  public wayBack(): UserPoolPort {
    return this;
  }

  public async close(): Promise<void> {
    const opened = await this.opened?.catch(() => undefined);
    opened?.close();
  }

  private async first(): Promise<JsonObject> {
    this.pool ??= this.port().then(async (port) => port.describeUserPool(this.userPoolId));
    return this.pool;
  }

  private async firstMfa(): Promise<JsonObject> {
    this.mfa ??= this.port().then(async (port) => port.getUserPoolMfaConfig(this.userPoolId));
    return this.mfa;
  }

  private async port(): Promise<UserPoolPort> {
    this.opened ??= this.opens.open(this.userPoolId);
    return (await this.opened).port;
  }
}
