import { cognitoWith, OWN_MAIL, outcome, SMS, lambdaArn } from './support';
import type { EmbeddedCognito } from '../../../local/cognito';
import type { Denial, Permission } from '../../../local/iam';
import type { JsonObject } from '../../../src/core/wire/json';

const KEY = 'arn:aws:kms:us-east-1:123456789012:key/one';
const EMAIL_ROLE = 'arn:aws:iam::123456789012:role/aws-service-role/'
  + 'email.cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdpEmailService';
const SMS_ROLE = String(SMS.SnsCallerArn);
const EUMS_ROLE = 'arn:aws:iam::123456789012:role/eums';
const EUMS: JsonObject = { EumsSms: { CallerArn: EUMS_ROLE, ExternalId: 'x', OriginationIdentity: 'me', Region: 'us-east-1' } };
const sender = (name: string): JsonObject => ({ LambdaVersion: 'V1_0', LambdaArn: lambdaArn(name) });
const SENDERS: JsonObject = { CustomEmailSender: sender('mail'), KMSKeyID: KEY };

function asked(cognito: EmbeddedCognito, action: string, request: JsonObject): string[] {
  const permissions: Permission[] = [];
  cognito.call(action, request, (permission) => { permissions.push(permission); return undefined; });
  return permissions.map(({ action: permission, resource }) => `${permission} ${resource}`);
}

/** What a call is asked for beside the permission to make it. */
function implied(pool: JsonObject, action: string, request: JsonObject): string[] {
  const { cognito, id } = cognitoWith(pool);
  const [call, ...others] = asked(cognito, action, { UserPoolId: id, ...request });
  expect(call).toBe(`cognito-idp:${action} arn:aws:cognito-idp:us-east-1:123456789012:userpool/${id}`);
  return others;
}

test.each<[string, JsonObject, string, JsonObject, string[]]>([
  ['a plain setting', { SmsConfiguration: SMS }, 'UpdateUserPool', {}, []],
  ['an SMS role', {}, 'UpdateUserPool', { SmsConfiguration: SMS }, [`iam:PassRole ${SMS_ROLE}`]],
  ['an SMS role that is echoed', { SmsConfiguration: SMS }, 'UpdateUserPool', { SmsConfiguration: SMS },
    [`iam:PassRole ${SMS_ROLE}`]],
  ['the role of End User Messaging', {}, 'UpdateUserPool', { SmsConfiguration: EUMS }, [`iam:PassRole ${EUMS_ROLE}`]],
  ['an SMS role of the factor', {}, 'SetUserPoolMfaConfig',
    { MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: { SmsConfiguration: SMS } }, [`iam:PassRole ${SMS_ROLE}`]],
  ['the factor without its role', { SmsConfiguration: SMS }, 'SetUserPoolMfaConfig',
    { MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}' } }, []],
  ['a sender', {}, 'UpdateUserPool', { LambdaConfig: SENDERS }, [`kms:CreateGrant ${KEY}`]],
  ['a sender that is echoed', { LambdaConfig: SENDERS }, 'UpdateUserPool', { LambdaConfig: SENDERS }, []],
  ['a sender with another function', { LambdaConfig: SENDERS }, 'UpdateUserPool',
    { LambdaConfig: { ...SENDERS, CustomEmailSender: sender('other') } }, []],
  ['a second sender', { LambdaConfig: SENDERS }, 'UpdateUserPool',
    { LambdaConfig: { ...SENDERS, CustomSMSSender: sender('sms') } }, [`kms:CreateGrant ${KEY}`]],
  ['another key', { LambdaConfig: SENDERS }, 'UpdateUserPool',
    { LambdaConfig: { ...SENDERS, KMSKeyID: `${KEY}2` } }, [`kms:CreateGrant ${KEY}2`]],
  ['a key without a sender', {}, 'UpdateUserPool', { LambdaConfig: { KMSKeyID: KEY } }, []],
  ['mail of its own', {}, 'UpdateUserPool', { EmailConfiguration: OWN_MAIL }, [`iam:CreateServiceLinkedRole ${EMAIL_ROLE}`]],
  ['mail of its own, where a pool had it before', { EmailConfiguration: OWN_MAIL }, 'UpdateUserPool',
    { EmailConfiguration: OWN_MAIL }, []],
  ['a look', { SmsConfiguration: SMS, EmailConfiguration: OWN_MAIL }, 'DescribeUserPool', {}, []],
])('%s needs what AWS does in the name of the caller', (_, pool, action, request, expected) => {
  expect(implied(pool, action, request)).toEqual(expected);
});

test('the service-linked role is made once for the account, and outlives the pool', () => {
  const { cognito, id } = cognitoWith();
  const other = cognito.seed({ pool: {} });
  const mail = (UserPoolId: string) => asked(cognito, 'UpdateUserPool', { UserPoolId, EmailConfiguration: OWN_MAIL }).slice(1);
  expect(mail(id)).toHaveLength(1);
  cognito.otherWriter('DeleteUserPool', { UserPoolId: id });
  expect(mail(other)).toEqual([]);
});

test.each([
  [false, 'because no identity-based policy allows the iam:PassRole action'],
  [true, 'with an explicit deny in an identity-based policy'],
])('what is denied changes nothing, and is said in the words of AWS (explicit: %s)', (isExplicit, words) => {
  const { cognito, id, pool } = cognitoWith();
  const before = pool();
  const caller = 'arn:aws:sts::123456789012:assumed-role/role/function';
  const deny = ({ action }: Permission): Denial | undefined => action === 'iam:PassRole' ? { caller, isExplicit } : undefined;
  expect(outcome(() => cognito.call('UpdateUserPool', { UserPoolId: id, SmsConfiguration: SMS }, deny)))
    .toBe(`AccessDeniedException: User: ${caller} is not authorized to perform: iam:PassRole on resource: ${SMS_ROLE} ${words}`);
  expect(pool()).toEqual(before);
  expect(cognito.requests.map(({ outcome: ending }) => ending)).toEqual(['AccessDeniedException']);
});

test('a call for no single pool is for all, and one by ARN for that', () => {
  const { cognito, pool } = cognitoWith();
  expect(asked(cognito, 'CreateUserPool', { PoolName: 'new' })).toEqual(['cognito-idp:CreateUserPool *']);
  const ResourceArn = String(pool().Arn);
  expect(asked(cognito, 'ListTagsForResource', { ResourceArn })).toEqual([`cognito-idp:ListTagsForResource ${ResourceArn}`]);
});
