import { Interrupted, type Caller } from './caller';
import { requestOf } from './echo';
import { FAULT } from '../../service/fault';
import { ServiceError } from '../../src/core/apply/port';
import { isObject, pick, type JsonObject } from '../../src/core/wire/json';
import { Failure } from '../failure';

export const NAME_PREFIX = 'cdk-cognito-user-pool-settings-probe-';
export const TAGS: JsonObject = { 'cdk-cognito-user-pool-settings': 'probe' };

const PAGE = 60;
/** Before each look for a pool whose making nobody confirmed. */
const LOOKS_MS = [0, 1_000, 4_000];
const NO_POOL = 'ResourceNotFoundException';

/** How commands for the AWS CLI are to reach the same account and Region. */
export interface Place {
  readonly region: string;
  readonly profile?: string;
  readonly endpointUrl?: string;
}

/** Makes a pool of this name; the answer's `UserPool`. If the answer is lost, the pool is looked for. */
export async function createPool(caller: Caller, name: string, place: Place): Promise<JsonObject> {
  try {
    const { UserPool } = await caller.call('CreateUserPool', { PoolName: name, UserPoolTags: TAGS });
    if (isObject(UserPool) && typeof UserPool.Id === 'string') return UserPool;
  } catch (error) {
    if (!(error instanceof ServiceError && error.code === FAULT.NO_ANSWER)) throw error;
  }
  const anyway = caller.uninterrupted();
  for (const pause of LOOKS_MS) {
    await anyway.wait(pause);
    const found = await findPool(anyway, name).catch(() => undefined);
    if (found) return found;
  }
  throw new Failure(`no answer to CreateUserPool came, and no user pool of its name was found: look once more for ${name} by `
    + `${cli('list-user-pools', place)} --max-results ${PAGE}, and delete it if it is there`);
}

async function findPool(caller: Caller, name: string): Promise<JsonObject | undefined> {
  let page: JsonObject = {};
  do {
    page = await caller.call('ListUserPools', { MaxResults: PAGE, ...pick(page, (member) => member === 'NextToken') });
    const pools = Array.isArray(page.UserPools) ? page.UserPools as JsonObject[] : [];
    const found = pools.find(({ Name }) => Name === name);
    if (found) return found;
  } while (page.NextToken !== undefined);
  return undefined;
}

/** Takes the protection off and deletes the pool; whoever waits. */
export async function deletePool(caller: Caller, userPoolId: string, place: Place): Promise<void> {
  const anyway = caller.uninterrupted();
  const protection = await unprotect(anyway, userPoolId);
  try {
    await anyway.call('DeleteUserPool', { UserPoolId: userPoolId });
  } catch (error) {
    // Somebody else was faster, or an answer was lost.
    if (codeOf(error) === NO_POOL) return;
    const id = `--user-pool-id ${userPoolId}`;
    const off = protection === 'off' ? '' : `${cli('update-user-pool', place)} ${id} --deletion-protection INACTIVE && `;
    throw new Failure(`the user pool ${userPoolId} that was made for this could not be deleted (DeleteUserPool: `
      + `${codeOf(error)}): delete it by ${off}${cli('delete-user-pool', place)} ${id}`, { cause: error });
  }
}

/** A request of nothing else may be refused for what else there is, so the whole is tried first. */
async function unprotect(caller: Caller, userPoolId: string): Promise<'off' | 'unknown'> {
  const described = await caller.call('DescribeUserPool', { UserPoolId: userPoolId }).catch(() => undefined);
  const pool = described?.UserPool;
  if (isObject(pool) && pool.DeletionProtection !== 'ACTIVE') return 'off';
  const alone: JsonObject = { UserPoolId: userPoolId, DeletionProtection: 'INACTIVE' };
  const requests = [...isObject(pool) ? [{ ...requestOf(userPoolId, pool), ...alone }] : [], alone];
  for (const request of requests) {
    const isOff = await caller.call('UpdateUserPool', request).then(() => true, () => false);
    if (isOff) return 'off';
  }
  return 'unknown';
}

function cli(command: string, { region, profile, endpointUrl }: Place): string {
  const options = { region, profile, 'endpoint-url': endpointUrl };
  const to = Object.entries(options).flatMap(([name, value]) => value === undefined ? [] : [`--${name} ${value}`]);
  return `aws cognito-idp ${command} ${to.join(' ')}`;
}

function codeOf(error: unknown): string {
  return error instanceof ServiceError ? error.code : error instanceof Interrupted ? 'Interrupted' : 'unknown';
}
