import { CognitoRefusal, EmbeddedCognito, NetworkFault, type EmbeddedCognitoOptions } from '../../../local/cognito';
import { isObject, type Json, type JsonObject } from '../../../src/core/wire/json';

/** A Cognito with one pool in it, seeded from members of DescribeUserPool and GetUserPoolMfaConfig. */
export function cognitoWith(pool: JsonObject = {}, mfa: JsonObject = {}, options: EmbeddedCognitoOptions = {}) {
  const cognito = new EmbeddedCognito(options);
  const id = cognito.seed({ pool, mfa });
  return {
    cognito,
    id,
    update: (members: JsonObject) => cognito.call('UpdateUserPool', { UserPoolId: id, ...members }),
    setMfa: (members: JsonObject) => cognito.call('SetUserPoolMfaConfig', { UserPoolId: id, ...members }),
    pool: () => cognito.pool(id),
    mfa: () => cognito.mfa(id),
    factors: () => cognito.factors(id),
  };
}

/** What a call was refused with, as `Code: message`, or 'ok'. */
export function outcome(call: () => unknown): string {
  try {
    call();
    return 'ok';
  } catch (error) {
    if (error instanceof CognitoRefusal) return `${error.code}: ${error.message}`;
    if (error instanceof NetworkFault) return error.kind;
    throw error;
  }
}

export const lambdaArn = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;

export const SMS: JsonObject = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x', SnsRegion: 'us-east-1' };

export const OWN_MAIL: JsonObject = {
  EmailSendingAccount: 'DEVELOPER',
  SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
};

const READ_ONLY = new Set([
  'Id', 'Name', 'Arn', 'CreationDate', 'LastModifiedDate', 'SchemaAttributes', 'EstimatedNumberOfUsers', 'Domain', 'UsernameConfiguration',
]);

/** What a careful writer sends back of a described pool. */
export function echo(pool: JsonObject): JsonObject {
  const request: Record<string, Json> = {};
  for (const member of Object.keys(pool).filter((name) => !READ_ONLY.has(name))) request[member] = pool[member];
  if (isObject(pool.UserPoolTags)) {
    request.UserPoolTags = Object.fromEntries(Object.entries(pool.UserPoolTags).filter(([key]) => !key.startsWith('aws:')));
  }
  if (isObject(pool.AdminCreateUserConfig)) {
    const { UnusedAccountValidityDays: _mirror, ...config } = pool.AdminCreateUserConfig;
    request.AdminCreateUserConfig = config;
  }
  return request;
}
