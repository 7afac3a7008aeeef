import { has, object, text, type Json, type JsonObject } from './json';
import { arnOf, emailRoleOf, sendsByOwnSes, type World } from './world';
import type { Permission } from '../iam';

/** To make the call at all. */
export function permissionToCall(world: World, action: string, { UserPoolId, ResourceArn }: JsonObject): Permission {
  const resource = UserPoolId === undefined ? text(ResourceArn) ?? '*' : arnOf(world, String(UserPoolId));
  return { action: `cognito-idp:${action}`, resource, context: {} };
}

const SENDERS = ['CustomSMSSender', 'CustomEmailSender'];

/** What the service does with a request in the caller's name, by rights that the caller has to have (H23). */
export function impliedPermissions(world: World, action: string, request: JsonObject): Permission[] {
  if (action !== 'UpdateUserPool' && action !== 'SetUserPoolMfaConfig') return [];
  return [
    ...rolesIn(request).map(passRole),
    ...grantOnSendersKey(world, request),
    ...sendsByOwnSes(request) ? missingEmailRole(world) : [],
  ];
}

/** Whether or not the request changes them: a role that is echoed is passed again. */
function rolesIn({ SmsConfiguration, SmsMfaConfiguration }: JsonObject): string[] {
  const roles = [SmsConfiguration, object(SmsMfaConfiguration).SmsConfiguration]
    .flatMap((sms) => [object(sms).SnsCallerArn, object(object(sms).EumsSms).CallerArn]);
  return [...new Set(roles.filter(isArn))];
}

function passRole(resource: string): Permission {
  return { action: 'iam:PassRole', resource, context: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } };
}

/** From memory, unverified: that the caller needs it at all, and that a sender with its key is echoed without. */
function grantOnSendersKey(world: World, request: JsonObject): Permission[] {
  const wanted = object(request.LambdaConfig);
  const current = object(world.pools.get(String(request.UserPoolId))?.settings.LambdaConfig);
  const senders = SENDERS.filter((sender) => has(wanted, sender));
  const isNew = wanted.KMSKeyID !== current.KMSKeyID || senders.some((sender) => !has(current, sender));
  return senders.length > 0 && isNew && isArn(wanted.KMSKeyID)
    ? [{ action: 'kms:CreateGrant', resource: wanted.KMSKeyID, context: {} }]
    : [];
}

function missingEmailRole(world: World): Permission[] {
  const resource = emailRoleOf(world);
  if (world.serviceLinkedRoles.has(resource)) return [];
  const context = { 'iam:AWSServiceName': 'email.cognito-idp.amazonaws.com' };
  return [{ action: 'iam:CreateServiceLinkedRole', resource, context }];
}

function isArn(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '';
}
