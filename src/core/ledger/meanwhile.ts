import { UPDATE_USER_POOL } from './ledger';
import type { JsonObject } from '../wire/json';

/** What settings are for the moment between two calls in which neither their former nor their new value can stand. */
export const MEANWHILE: JsonObject = Object.fromEntries(Object.entries(UPDATE_USER_POOL.members)
  .flatMap(([name, { meanwhile }]) => meanwhile === undefined ? [] : [[name, meanwhile]]));
