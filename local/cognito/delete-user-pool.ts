import { invalidParameter } from './errors';
import { poolOf, type Api } from './world';

export const deleteUserPool: Api = (world, request) => {
  const pool = poolOf(world, request);
  // The exception is the docs' (DeletionProtection), the words are from memory.
  if (pool.settings.DeletionProtection === 'ACTIVE') {
    throw invalidParameter('The user pool cannot be deleted because deletion protection is activated.'
      + ' Deletion protection must be inactivated first.');
  }
  world.pools.delete(pool.id);
  return {};
};
