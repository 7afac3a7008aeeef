import { compact, pick, type JsonObject } from './json';
import type { Api } from './world';

const DESCRIBED = ['Id', 'Name', 'CreationDate', 'LastModifiedDate'];

/** A page of the account's pools; the token is where the next one begins, which callers are to take for opaque. */
export const listUserPools: Api = (world, { MaxResults, NextToken }) => {
  const all = [...world.pools.values()];
  const begin = Number(NextToken ?? 0);
  const end = begin + Number(MaxResults);
  return compact({
    UserPools: all.slice(begin, end).map(({ facts, settings }): JsonObject => compact({
      ...pick(facts, DESCRIBED),
      LambdaConfig: settings.LambdaConfig ?? {},
    })),
    NextToken: end < all.length ? String(end) : undefined,
  });
};
