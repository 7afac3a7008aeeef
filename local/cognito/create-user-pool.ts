import { SCHEMA_ATTRIBUTES } from './defaults';
import { describe } from './describe-user-pool';
import { compact, list, type JsonObject } from './json';
import { normalSettings } from './normal-form';
import { canSendMfaBySms, ON_CREATE_USER_POOL, refuseByFirst } from './refusals';
import type { PoolState } from './state';
import { arnOf, store, viewOf, type Api, type World } from './world';

export const createUserPool: Api = (world, request) => {
  const id = nextId(world);
  const settings = normalSettings(request);
  const smsFactor = (settings.MfaConfiguration ?? 'OFF') !== 'OFF' && canSendMfaBySms(settings);
  const pool: PoolState = {
    id,
    facts: factsOf(world, id, request),
    settings,
    mfa: { smsFactor, blocks: {} },
    futureMembers: new Set(),
  };
  refuseByFirst(ON_CREATE_USER_POOL, { request, next: viewOf(pool), region: world.region });
  store(world, pool);
  return { UserPool: describe(world.pools.get(id)!) };
};

function factsOf(world: World, id: string, request: JsonObject): JsonObject {
  return compact({
    Id: id,
    Name: request.PoolName,
    Arn: arnOf(world, id),
    CreationDate: Math.round(world.clock.now()) / 1000,
    SchemaAttributes: [...SCHEMA_ATTRIBUTES, ...list(request.Schema)],
    EstimatedNumberOfUsers: 0,
    AliasAttributes: request.AliasAttributes,
    UsernameAttributes: request.UsernameAttributes,
    UsernameConfiguration: request.UsernameConfiguration,
  });
}

/** Ids follow from how many pools there are, so that a run can be repeated. */
export function nextId({ pools, region }: World): string {
  for (let number = pools.size + 1; ; number++) {
    const id = `${region}_Local${String(number).padStart(4, '0')}`;
    if (!pools.has(id)) return id;
  }
}
