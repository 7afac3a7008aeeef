import { list, object } from './json';
import { poolOf, store, type Api } from './world';

/** Attributes come, and never go. */
export const addCustomAttributes: Api = (world, request) => {
  const pool = poolOf(world, request);
  const added = list(request.CustomAttributes).map((attribute) => {
    return { ...object(attribute), Name: `custom:${String(object(attribute).Name)}` };
  });
  store(world, pool, { SchemaAttributes: [...list(pool.facts.SchemaAttributes), ...added] });
  return {};
};
