import { stringified } from './resolve';
import type { ResolvedStack } from './stack';
import { asJson, Unknown, type Partly, type PartlyObject } from './unknown';
import { equal } from '../../src/core/plan/canonical';
import {
  CAPTURE_RESOURCE_TYPE, DECLARED_SETTINGS, FAILED_CREATE_ID, physicalId, PROPERTY, RESOURCE_TYPE,
} from '../../src/core/wire/contract';
import { isObject } from '../../src/core/wire/json';

/** What CloudFormation would do with a custom resource of settings. `none`: no property differs; `leave`: it is kept as it is. */
export type Happening = 'create' | 'update' | 'delete' | 'none' | 'leave';

export interface Event {
  readonly happening: Happening;
  readonly logicalId: string;
  readonly userPoolId: Partly;
  /** Of a deletion: the deployed ones. */
  readonly properties: PartlyObject;
  /** Of an update of the settings of the same pool. */
  readonly former?: PartlyObject;
  /** The deployment itself captures what RESTORE_PREVIOUS goes back to. */
  readonly isCapturedNow: boolean;
  /** Which settings the resources of the stack declare, as the function is told. */
  readonly table: string;
}

/** What is to happen in one stack: creations and updates in the order of dependencies, then deletions the other way round. */
export function eventsOf(young: ResolvedStack | undefined, old: ResolvedStack | undefined): Event[] {
  const changes = young ? settingsIn(young).flatMap((logicalId) => changeOf(logicalId, young, old)) : [];
  const gone = old ? settingsIn(old).filter((logicalId) => isThere(old, logicalId)).reverse()
    .flatMap((logicalId) => deletionOf(logicalId, young, old)) : [];
  return [...changes, ...gone];
}

export function settingsIn(stack: ResolvedStack): string[] {
  return stack.order.filter((logicalId) => stack.resource(logicalId)?.type === RESOURCE_TYPE);
}

/** The properties as CloudFormation sends and compares them. */
export function sentProperties(stack: ResolvedStack, logicalId: string): PartlyObject {
  return stringified(stack.properties(logicalId)) as PartlyObject;
}

function changeOf(logicalId: string, young: ResolvedStack, old: ResolvedStack | undefined): Event[] {
  const properties = sentProperties(young, logicalId);
  const base = { logicalId, properties, isCapturedNow: isCapturedNow(logicalId, young), table: tableOf(logicalId, young) };
  const userPoolId = properties[PROPERTY.USER_POOL_ID] ?? Unknown.of(logicalId);
  if (!old || !isThere(old, logicalId)) return [{ ...base, userPoolId, happening: 'create' }];

  const former = sentProperties(old, logicalId);
  const known = poolOf(old, logicalId);
  const isSamePool = isSame(former[PROPERTY.USER_POOL_ID], userPoolId);
  if (isSame(former, properties)) return [{ ...base, userPoolId: known ?? userPoolId, former, happening: 'none' }];
  if (!isSamePool) return [{ ...base, userPoolId, happening: 'update' }];
  return [{ ...base, userPoolId: known ?? userPoolId, former, happening: 'update' }];
}

/** Another pool is another resource too: the former attachment is deleted by itself. */
function deletionOf(logicalId: string, young: ResolvedStack | undefined, old: ResolvedStack): Event[] {
  const properties = sentProperties(old, logicalId);
  const isKept = young?.exists(logicalId) === true;
  if (isKept && isSame(properties[PROPERTY.USER_POOL_ID], sentProperties(young, logicalId)[PROPERTY.USER_POOL_ID])) return [];
  const { deletionPolicy, updateReplacePolicy } = old.resource(logicalId)!;
  const isLeft = (isKept ? updateReplacePolicy : deletionPolicy)?.startsWith('Retain') === true;
  const teller = young && functionOf(logicalId, old) !== undefined && young.exists(functionOf(logicalId, old)!) ? young : old;
  return [{
    happening: isLeft ? 'leave' : 'delete',
    logicalId,
    userPoolId: poolOf(old, logicalId) ?? properties[PROPERTY.USER_POOL_ID] ?? Unknown.of(logicalId),
    properties,
    isCapturedNow: false,
    table: tableOf(logicalId, old, teller),
  }];
}

/** Whether the resource is deployed: one whose creation failed has nothing to take back. */
function isThere(old: ResolvedStack, logicalId: string): boolean {
  const deployed = old.deployed?.resources[logicalId];
  return deployed?.type === RESOURCE_TYPE && deployed.physicalId !== FAILED_CREATE_ID;
}

/** The pool of a deployed resource, which its physical id names; nothing of one that was never created. */
export function deployedPool(old: ResolvedStack, logicalId: string): string | undefined {
  return isThere(old, logicalId) ? poolOf(old, logicalId) : undefined;
}

function poolOf(old: ResolvedStack, logicalId: string): string | undefined {
  const id = old.deployed?.resources[logicalId]?.physicalId;
  const end = physicalId('', logicalId);
  return id?.endsWith(end) === true ? id.slice(0, -end.length) : undefined;
}

/** The capture that the properties refer to is made before them, unless it is there already. */
function isCapturedNow(logicalId: string, young: ResolvedStack): boolean {
  const before = young.resource(logicalId)!.properties[PROPERTY.BEFORE];
  const [capture] = isObject(before) ? [before['Fn::GetAtt']].flat() : [];
  const name = String(capture).split('.')[0];
  return young.resource(name)?.type === CAPTURE_RESOURCE_TYPE && young.deployed?.resources[name] === undefined;
}

function functionOf(logicalId: string, stack: ResolvedStack): string | undefined {
  const token = stack.resource(logicalId)!.properties.ServiceToken;
  const [name] = isObject(token) ? [token['Fn::GetAtt']].flat() : [];
  return name === undefined ? undefined : String(name).split('.')[0];
}

/** As CloudFormation brings it up to date before anything is deleted; a function that goes too is told nothing any more. */
function tableOf(logicalId: string, stack: ResolvedStack, teller: ResolvedStack = stack): string {
  const name = functionOf(logicalId, stack);
  const environment = name === undefined ? undefined : teller.properties(name).Environment;
  const variables = memberOf(environment, 'Variables');
  const table = memberOf(variables, DECLARED_SETTINGS);
  return table instanceof Unknown ? table.text : typeof table === 'string' ? table : '';
}

function memberOf(value: Partly | undefined, name: string): Partly | undefined {
  return typeof value === 'object' && value !== null && !(value instanceof Unknown) && Object.hasOwn(value, name)
    ? (value as PartlyObject)[name] : undefined;
}

/** The order of members means nothing. */
export function isSame(one: Partly | undefined, other: Partly | undefined): boolean {
  const [a, b] = [one, other].map((value) => value === undefined ? undefined : asJson(value));
  return equal(a, b);
}
