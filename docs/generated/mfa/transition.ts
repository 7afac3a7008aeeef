import { declarationOf } from './declaration';
import { STATES, type Factor, type MfaState } from './states';
import { EmbeddedCognito, fakeClock, freshPool, type OmissionMode, type Seed } from '../../../local/cognito';
import type { UserPoolPort } from '../../../src/core/apply/port';
import type { JsonObject } from '../../../src/core/wire/json';
import { valueAt } from '../../../src/core/wire/path';
import { deploy } from '../../../test/support/deploy';
import { portTo } from '../../../test/support/in-process-port';

/** A pool of the embedded Cognito, and the state that it was last deployed to, if it ever was. */
export interface Pool {
  readonly cognito: EmbeddedCognito;
  readonly id: string;
  readonly state?: string;
}

/** A write that the service accepted, between what DescribeUserPool answers before and after it. */
export interface Write {
  readonly action: 'UpdateUserPool' | 'SetUserPoolMfaConfig';
  readonly request: JsonObject;
  readonly before: JsonObject;
  readonly after: JsonObject;
}

export interface Transition {
  readonly writes: readonly Write[];
  readonly pool: Pool;
}

/** A pool whose clock stands still, so that a run can be repeated. */
export function newPool(omission: OmissionMode = 'asMeasured', seed: Seed = freshPool()): Pool {
  const cognito = new EmbeddedCognito({ omission, clock: fakeClock() });
  return { cognito, id: cognito.seed(seed) };
}

/** Deploys a state on a pool; the settings of the last deployment are the old properties. */
export async function deployed(pool: Pool, to: string): Promise<Transition> {
  const writes: Write[] = [];
  const former = pool.state === undefined ? undefined : propertiesOf(pool.state);
  try {
    await deploy(watched(pool, (write) => writes.push(write)), pool.id, propertiesOf(to), former);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`from ${pool.state ?? 'a pool never deployed'} to ${to}: ${reason}`, { cause: error });
  }
  return { writes, pool: { ...pool, state: to } };
}

const propertiesOf = (state: string) => ({ Settings: declarationOf(STATES[state]) });

function watched({ cognito, id }: Pool, note: (write: Write) => void): UserPoolPort {
  const port = portTo(cognito);
  const noted = (action: Write['action'], write: (request: JsonObject) => Promise<void>) => async (request: JsonObject) => {
    const before = cognito.pool(id);
    await write(request);
    note({ action, request, before, after: cognito.pool(id) });
  };
  const watching: UserPoolPort = {
    ...port,
    updateUserPool: noted('UpdateUserPool', port.updateUserPool),
    setUserPoolMfaConfig: noted('SetUserPoolMfaConfig', port.setUserPoolMfaConfig),
    wayBack: () => watching,
  };
  return watching;
}

/** What the MFA of a pool is; its factors are those that are really enabled, which no API tells (H3). */
export function stateOf({ cognito, id }: Pool): MfaState {
  const { sms, softwareToken, email } = cognito.factors(id);
  const has: Readonly<Record<Factor, boolean>> = { SMS: sms, TOTP: softwareToken, email };
  const [pool, mfa] = [cognito.pool(id), cognito.mfa(id)];
  return {
    mode: mfa.MfaConfiguration as MfaState['mode'],
    factors: (Object.keys(has) as Factor[]).filter((factor) => has[factor]),
    firstFactors: valueAt(pool, ['Policies', 'SignInPolicy', 'AllowedFirstAuthFactors']) as readonly string[],
    passkeys: (valueAt(mfa, ['WebAuthnConfiguration', 'FactorConfiguration']) ?? 'SINGLE_FACTOR') as MfaState['passkeys'],
  };
}
