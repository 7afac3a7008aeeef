import { resourceNotFound } from './errors';
import { list, object, type JsonObject } from './json';
import type { PoolState } from './state';
import { systemTagRefusal, withoutTags } from './tags';
import { arnOf, store, type Api, type World } from './world';

export const listTagsForResource: Api = (world, request) => ({ Tags: tagsOf(poolByArn(world, request)) });

export const tagResource: Api = (world, request) => {
  const pool = poolByArn(world, request);
  const refusal = systemTagRefusal(request.Tags);
  if (refusal) throw refusal;
  return storeTags(world, pool, { ...tagsOf(pool), ...object(request.Tags) });
};

export const untagResource: Api = (world, request) => {
  const pool = poolByArn(world, request);
  const keys = list(request.TagKeys);
  const refusal = systemTagRefusal(Object.fromEntries(keys.map((key) => [String(key), ''])));
  if (refusal) throw refusal;
  return storeTags(world, pool, withoutTags(tagsOf(pool), keys));
};

function storeTags(world: World, pool: PoolState, UserPoolTags: JsonObject): JsonObject {
  store(world, { ...pool, settings: { ...pool.settings, UserPoolTags } });
  return {};
}

function tagsOf(pool: PoolState): JsonObject {
  return object(pool.settings.UserPoolTags);
}

function poolByArn(world: World, { ResourceArn }: JsonObject): PoolState {
  for (const pool of world.pools.values()) {
    if ((pool.facts.Arn ?? arnOf(world, pool.id)) === ResourceArn) return pool;
  }
  throw resourceNotFound(String(ResourceArn).split('/').pop() ?? '');
}
