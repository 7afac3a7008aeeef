import type { Clock } from './clock';
import { timestampAfter } from './clock';
import { effectiveSettings } from './effective';
import { resourceNotFound } from './errors';
import { compact, object, type JsonObject } from './json';
import type { OmissionMode } from './omission';
import type { PoolView } from './refusals';
import { factorsOf, type PoolState } from './state';

/** What every API works on. */
export interface World {
  readonly pools: Map<string, PoolState>;
  readonly clock: Clock;
  readonly region: string;
  readonly accountId: string;
  readonly omission: OmissionMode;
  /** The ARNs of those that the account has: one is made for the first pool that needs it, and stays. */
  readonly serviceLinkedRoles: Set<string>;
}

/** An API: it reads the world, may change it, and answers; it refuses by throwing. Requests are valid by the model. */
export type Api = (world: World, request: JsonObject) => JsonObject;

export function poolOf(world: World, request: JsonObject): PoolState {
  const id = request.UserPoolId as string;
  const pool = world.pools.get(id);
  if (!pool) throw resourceNotFound(id);
  return pool;
}

export function viewOf({ settings, mfa }: Pick<PoolState, 'settings' | 'mfa'>): PoolView {
  return { settings: effectiveSettings(settings), factors: factorsOf(mfa), webAuthn: object(mfa.blocks.WebAuthnConfiguration) };
}

/** Keeps a changed pool; every write moves LastModifiedDate. */
export function store(world: World, pool: PoolState, facts: JsonObject = {}): void {
  const LastModifiedDate = timestampAfter(world.clock, Number(pool.facts.LastModifiedDate ?? 0));
  put(world, { ...pool, facts: compact({ ...pool.facts, ...facts, LastModifiedDate }) });
}

/** Keeps a pool as it is. */
export function put(world: World, pool: PoolState): void {
  world.pools.set(pool.id, pool);
  if (sendsByOwnSes(pool.settings)) world.serviceLinkedRoles.add(emailRoleOf(world));
}

/** H23: the role by which Cognito sends through the account's own Amazon SES. */
export function emailRoleOf({ region, accountId }: World): string {
  const role = 'email.cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdpEmailService';
  return `arn:${partitionOf(region)}:iam::${accountId}:role/aws-service-role/${role}`;
}

export function sendsByOwnSes(settings: JsonObject): boolean {
  return object(settings.EmailConfiguration).EmailSendingAccount === 'DEVELOPER';
}

/** The Region of a pool is the one in its id, which a seed may choose. */
export function regionOf(userPoolId: string): string {
  return userPoolId.split('_')[0];
}

export function arnOf(world: World, userPoolId: string): string {
  const region = regionOf(userPoolId);
  return `arn:${partitionOf(region)}:cognito-idp:${region}:${world.accountId}:userpool/${userPoolId}`;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
