import { readFileSync } from 'node:fs';
import { Refusal } from './refusal';
import { isObject, pick, type Json, type JsonObject } from '../../src/core/wire/json';
import { freshPool, poolWithEverything, type Seed } from '../cognito';

/** What takes the place of the pools that an app imports. */
export interface StandIn {
  /** In words, behind `is`. */
  readonly kind: string;
  readonly seed: Seed;
}

export const STAND_INS: Readonly<Record<string, StandIn>> = {
  everything: { kind: 'a pool with everything set', seed: poolWithEverything() },
  fresh: { kind: 'a pool as a new one is', seed: freshPool() },
  sms: { kind: 'a new pool of the plan Plus that can send SMS', seed: poolThatSends() },
};

/** One of these by its name, or what the AWS CLI answered to `describe-user-pool`, in a file. */
export function standInOf(given: string): StandIn {
  if (Object.hasOwn(STAND_INS, given)) return STAND_INS[given];
  if (!given.endsWith('.json')) throw new Refusal(`--pool is ${Object.keys(STAND_INS).join(', ')} or a .json file, got ${given}`);
  return { kind: `as ${given} has it`, seed: described(given) };
}

function described(file: string): Seed {
  const { UserPool: pool, ...mfa } = read(file);
  if (!isObject(pool)) throw new Refusal(`${file} is no answer to describe-user-pool: it has no UserPool`);
  // Which the CLI writes as text, and no API does.
  return { pool: pick(pool, (name) => !['CreationDate', 'LastModifiedDate'].includes(name)), mfa };
}

function read(file: string): JsonObject {
  try {
    const content = JSON.parse(readFileSync(file, 'utf8')) as Json;
    return isObject(content) ? content : {};
  } catch (error) {
    throw new Refusal(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
}

function poolThatSends(): Seed {
  const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'auth', SnsRegion: 'us-east-1' };
  return { pool: { ...freshPool().pool, UserPoolTier: 'PLUS', SmsConfiguration } };
}
