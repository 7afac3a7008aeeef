import type { JsonObject } from './json';

/** What the service remembers of a pool. Values are never mutated: a write makes a new state. */
export interface PoolState {
  readonly id: string;
  /** Read-only and creation-only members, under the names of DescribeUserPool. */
  readonly facts: JsonObject;
  /** The members of UpdateUserPool in normal form (normal-form.ts), as given: defaults are filled in when read. */
  readonly settings: JsonObject;
  readonly mfa: MfaState;
  /** Paths of members that the model lacks and that this pool was seeded with. */
  readonly futureMembers: ReadonlySet<string>;
}

/** What only SetUserPoolMfaConfig writes. The value of MfaConfiguration and the SMS settings are among the settings. */
export interface MfaState {
  /** H3: no API shows whether SMS is a factor, since the SMS block is read whenever the pool can send SMS at all. */
  readonly smsFactor: boolean;
  /** SoftwareTokenMfaConfiguration, EmailMfaConfiguration, WebAuthnConfiguration and whatever the future adds. */
  readonly blocks: JsonObject;
}

/** The MFA factors that are really enabled. */
export interface Factors {
  readonly sms: boolean;
  readonly softwareToken: boolean;
  readonly email: boolean;
}

export function factorsOf({ smsFactor, blocks }: MfaState): Factors {
  const token = blocks.SoftwareTokenMfaConfiguration as JsonObject | undefined;
  return {
    sms: smsFactor,
    softwareToken: token?.Enabled === true,
    email: blocks.EmailMfaConfiguration !== undefined,
  };
}

export function hasFactor({ sms, softwareToken, email }: Factors): boolean {
  return sms || softwareToken || email;
}
