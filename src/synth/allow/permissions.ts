import { Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement, type IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Dependable, type IConstruct, type IDependable } from 'constructs';
import { LEDGER } from '../../core/ledger/ledger';
import type { Need } from '../../core/ledger/member';
import { rows } from '../../core/ledger/walk';
import { isMfaManaged } from '../../core/plan/mfa';
import type { OnRemoval } from '../../core/wire/contract';
import type { Json, JsonObject } from '../../core/wire/json';
import { valueAt, type Path } from '../../core/wire/path';
import type { UserPoolSettingsOptions } from '../../options';
import { poolArn, poolResource } from '../pool/pool-resource';
import { propertyOf } from '../pool/property-of';
import { keyArnOf } from '../render/key-arn';

/** What a construct has the Lambda do to a pool. */
export interface Use {
  readonly userPool: IUserPool;
  readonly settings: JsonObject;
  readonly cleared: readonly Path[];
  readonly onRemoval: OnRemoval;
  /** A role that the pool has already: it is sent back with every update. */
  readonly existingSmsRole?: IRole;
  /** The key of its senders, where another construct declares it. */
  readonly sendersKey?: IKey;
  /** Or that of the pool's own resource. */
  readonly resourceKeyArn?: string;
}

/** The rows whose values need more than the calls. They are asked for each construct, several times. */
const NEEDING = rows(LEDGER).flatMap(({ path, member: { needs } }) => needs ? [{ path, need: needs }] : []);

/** What the Lambda may do for these settings, and no more: each row says what its value needs beside the calls. */
export function permissionsFor(scope: IConstruct, use: Use): PolicyStatement[] {
  const { userPool, settings, cleared, onRemoval, existingSmsRole, sendersKey, resourceKeyArn } = use;
  // What is dropped from the template has to be put back by the permissions of the template that drops it.
  const mayWriteMfa = onRemoval !== 'RETAIN' || isMfaManaged({ settings, cleared });
  const calls = ['DescribeUserPool', 'GetUserPoolMfaConfig', ...(mayWriteMfa ? ['SetUserPoolMfaConfig'] : []), 'UpdateUserPool'];
  return [
    new PolicyStatement({ actions: calls.map((call) => `cognito-idp:${call}`), resources: [poolArn(scope, userPool)] }),
    ...NEEDING.flatMap(({ path, need }) => {
      const value = valueAt(settings, path);
      return value === undefined ? [] : statements(scope, need, value);
    }),
    ...[sendersKey ? keyArnOf(sendersKey) : resourceKeyArn].flatMap((key) => key === undefined ? [] : statements(scope, 'createGrant', key)),
    ...[existingSmsRole?.roleArn ?? [], smsRolesOf(scope, userPool)].flat().flatMap((role) => statements(scope, 'passRole', role)),
  ];
}

/** A role that cannot send yet is refused: what it may do comes first. The role itself is named by the settings. */
export function sendingPolicies({ smsConfiguration, smsMfaConfiguration }: UserPoolSettingsOptions): IDependable[] {
  return [smsConfiguration, smsMfaConfiguration?.smsConfiguration]
    .flatMap((sms) => [sms?.snsCaller, sms?.eumsSms?.caller])
    .filter((role) => role !== undefined)
    .map(policiesOf);
}

/** The policies that a role has beside itself, also those that it is given later. */
function policiesOf(role: IRole): IDependable {
  const policies: IDependable = {};
  Dependable.implement(policies, {
    get dependencyRoots() {
      return role.node.children.filter((child) => child !== role.node.defaultChild);
    },
  });
  return policies;
}

/** The roles by which CloudFormation lets a pool of this app send. */
function smsRolesOf(scope: IConstruct, userPool: IUserPool): string[] {
  const resource = poolResource(userPool);
  if (!resource) return [];
  return SMS_ROLES.flatMap((path) => propertyOf(scope, resource, path) ?? []);
}
const SMS_ROLES = NEEDING.filter(({ path: [name], need }) => name === 'SmsConfiguration' && need === 'passRole').map(({ path }) => path);

function statements(scope: IConstruct, need: Need, value: Json): PolicyStatement[] {
  switch (need) {
    case 'passRole':
      return [new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [value as string],
        conditions: { StringEquals: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } },
      })];
    case 'createGrant':
      return [new PolicyStatement({ actions: ['kms:CreateGrant'], resources: [value as string] })];
    case 'emailServiceLinkedRole':
      // Cognito sends by the account's own SES through a role that the first pool to ask for it creates (H23).
      return value === 'COGNITO_DEFAULT' ? [] : [new PolicyStatement({
        actions: ['iam:CreateServiceLinkedRole'],
        resources: [Stack.of(scope).formatArn({
          service: 'iam',
          region: '',
          resource: 'role/aws-service-role/email.cognito-idp.amazonaws.com',
          resourceName: 'AWSServiceRoleForAmazonCognitoIdpEmailService',
        })],
        conditions: { StringEquals: { 'iam:AWSServiceName': 'email.cognito-idp.amazonaws.com' } },
      })];
  }
}
