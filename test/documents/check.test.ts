import { said, settingsIn } from './support';
import { checkDocument } from '../../src/documents';

type Bad = readonly [title: string, text: string, said: readonly string[]];

const NULL = 'and the AWS CLI takes none: give it a value, or take it out and the pool keeps what it has';
const YOUNGER = 'is no member that this version knows: it goes to the service as it is, and may be younger than this version';

const ACR = '1:23: warning: AcrConfiguration uses names of ACR levels, which needs the feature plan ESSENTIALS or higher: whether the pool has it is seen at deployment';

const IN_YAML: readonly Bad[] = [
  ['yes for a flag', 'AdminCreateUserConfig:\n  AllowAdminCreateUserOnly: yes\n',
    ['2:29: error: AdminCreateUserConfig.AllowAdminCreateUserOnly is text in YAML 1.2 and no flag: write true or false']],
  ['no, on and off for flags', 'Policies:\n  PasswordPolicy:\n    RequireUppercase: no\n    RequireLowercase: On\n    RequireNumbers: OFF\n', [
    '3:23: error: Policies.PasswordPolicy.RequireUppercase is text in YAML 1.2 and no flag: write true or false',
    '4:23: error: Policies.PasswordPolicy.RequireLowercase is text in YAML 1.2 and no flag: write true or false',
    '5:21: error: Policies.PasswordPolicy.RequireNumbers is text in YAML 1.2 and no flag: write true or false',
  ]],
  ['a flag in quotes', 'SoftwareTokenMfaConfiguration: { Enabled: "true" }\n',
    ['1:43: error: SoftwareTokenMfaConfiguration.Enabled is text in quotes: write true or false without them']],
  ['a number for a flag', 'SoftwareTokenMfaConfiguration: { Enabled: 1 }\n', ['1:43: error: SoftwareTokenMfaConfiguration.Enabled must be true or false']],
  ['a number that begins with 0', 'Policies: { PasswordPolicy: { MinimumLength: 012 } }\n',
    ['1:46: error: Policies.PasswordPolicy.MinimumLength begins with 0, which makes it octal to some readers and decimal to others: write it without the 0']],
  ...['0x10', '0o14', '0b11', '1_0'].map((number): Bad => [`${number} for a number`, `Policies: { PasswordPolicy: { MinimumLength: ${number} } }\n`,
    ['1:46: error: Policies.PasswordPolicy.MinimumLength is no plain number to every reader: write it in decimal digits alone']]),
  ...['1.0', '1e1', '1.5'].map((number): Bad => [`${number} for a number`, `Policies: { PasswordPolicy: { MinimumLength: ${number} } }\n`,
    ['1:46: error: Policies.PasswordPolicy.MinimumLength is a fraction to the AWS CLI, even where it is a whole number: write digits alone']]),
  ['a number in quotes', 'Policies: { PasswordPolicy: { MinimumLength: "12" } }\n',
    ['1:46: error: Policies.PasswordPolicy.MinimumLength is text in quotes: write the number without them']],
  ['infinity', 'Policies: { PasswordPolicy: { MinimumLength: .inf } }\n',
    ['1:46: error: Policies.PasswordPolicy.MinimumLength is no number that JSON has: put it in quotes, or write a number']],
  ['a tilde', 'PoolName: ~\n', [`1:11: error: PoolName is null, ${NULL}`]],
  ['a name alone', 'PoolName:\nPolicies:\n', [`1:1: error: PoolName has no value, which is null, ${NULL}`, `2:1: error: Policies has no value, which is null, ${NULL}`]],
  ['null in a list', 'AutoVerifiedAttributes:\n  - email\n  - null\n', [`3:5: error: AutoVerifiedAttributes[1] is null, ${NULL}`]],
  ...['012', '1e3', '0x10', '12', '1.0', '.5'].map((number): Bad => [`${number} for a text`, `SmsConfiguration: { ExternalId: ${number}, SnsCallerArn: "${roleArn()}" }\n`,
    ['1:33: error: SmsConfiguration.ExternalId is a number, and text belongs here: put it in quotes']]),
  ['a number of other readers for a text', 'PoolName: 1_000\n', ['1:11: error: PoolName is a number to the AWS CLI, and text belongs here: put it in quotes']],
  ['true for a text', 'UserPoolTags: { prod: true }\n', ['1:23: error: UserPoolTags.prod is true or false, and text belongs here: put it in quotes']],
  ['a date for a text', 'PoolName: 2026-08-18\n', ['1:11: error: PoolName is a date to the AWS CLI, and text belongs here: put it in quotes']],
  ['a time for a text', 'PoolName: 2026-08-18T10:00:00Z\n', ['1:11: error: PoolName is a date to the AWS CLI, and text belongs here: put it in quotes']],
  ['true for a word', 'DeletionProtection: true\n', ['1:21: error: DeletionProtection must be ACTIVE or INACTIVE']],
  ['a map for a text', 'PoolName: {username}\n', ['1:11: error: PoolName is a map, and text belongs here: put a text that begins with { in quotes']],
  ['a list for a text', 'PoolName: [a]\n', ['1:11: error: PoolName is a list, and text belongs here: put a text that begins with [ or - in quotes']],
  ['a text that ended too early', 'SmsAuthenticationMessage: Your code is # {####}\n',
    ['1:27: error: SmsAuthenticationMessage must contain the placeholder {####}, which Cognito replaces by the code']],
];

const IN_JSON: readonly Bad[] = [
  ['null', '{\n  "PoolName": null,\n  "Policies": null\n}', [`2:15: error: PoolName is null, ${NULL}`, `3:15: error: Policies is null, ${NULL}`]],
  ['null where nobody knows the member', '{ "Young": { "Member": null } }', [`1:3: warning: Young ${YOUNGER}`, `1:24: error: Young.Member is null, ${NULL}`]],
  ['fractions', '{ "Policies": { "PasswordPolicy": { "MinimumLength": 8.0, "PasswordHistorySize": 1e1 } } }', [
    '1:54: error: Policies.PasswordPolicy.MinimumLength is a fraction to the AWS CLI, even where it is a whole number: write digits alone',
    '1:82: error: Policies.PasswordPolicy.PasswordHistorySize is a fraction to the AWS CLI, even where it is a whole number: write digits alone',
  ]],
  ['a number for a text', '{ "PoolName": 12 }', ['1:15: error: PoolName is a number, and text belongs here: put it in quotes']],
  ['an object for a text', '{ "PoolName": {} }', ['1:15: error: PoolName is a map, and text belongs here: write it in double quotes']],
  ['a list for a flag', '{ "SoftwareTokenMfaConfiguration": { "Enabled": [true] } }',
    ['1:49: error: SoftwareTokenMfaConfiguration.Enabled is a list, and a single value belongs here: write it without brackets']],
  ['a text for a list', '{ "AutoVerifiedAttributes": "email" }', ['1:29: error: AutoVerifiedAttributes is no list: write its elements in [ ], separated by commas']],
  ['a text for a list that a rule reads', '{ "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": "email" }, "AutoVerifiedAttributes": ["email"] }',
    ['1:81: error: UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate is no list: write its elements in [ ], separated by commas']],
  ['a list for a map', '{ "UserPoolTags": [{ "Key": "a", "Value": "b" }] }', ['1:19: error: UserPoolTags is no map: write its members in { }, each as "Name": value']],
  ['a text for a structure', '{ "Policies": "strict" }', ['1:15: error: Policies is no map: write its members in { }, each as "Name": value']],
  ['out of range', '{ "Policies": { "PasswordPolicy": { "MinimumLength": 5 } } }', ['1:54: error: Policies.PasswordPolicy.MinimumLength must be a whole number from 6 to 99']],
  ['a word that is none', '{\n  "MfaConfiguration": "MAYBE"\n}', ['2:23: error: MfaConfiguration must be OFF or ON or OPTIONAL']],
  ['what breaks a pattern', '{ "LambdaConfig": { "PreSignUp": "my-function" } }',
    ['1:34: error: LambdaConfig.PreSignUp must have from 20 to 2048 characters']],
  ['a tag of AWS', '{ "UserPoolTags": { "aws:x": "y" } }',
    ['1:21: error: UserPoolTags["aws:x"] cannot be declared: keys that start with aws: are written by AWS alone']],
  ['a level that is none', '{ "AcrConfiguration": { "Level5": { "AcrValue": "a" } } }',
    [ACR, '1:25: error: AcrConfiguration.Level5 is no key of this map: there are Level1, Level2, Level3, Level4']],
  ['an element without a member', '{ "AccountRecoverySetting": { "RecoveryMechanisms": [\n  { "Priority": 1 }\n] } }',
    ['2:3: error: AccountRecoverySetting.RecoveryMechanisms[0].Name is missing: every element of this list has it']],
  ['a structure without a member', '{ "LambdaConfig": {\n  "PreTokenGenerationConfig": { "LambdaVersion": "V2_0" } } }',
    ['2:3: error: LambdaConfig.PreTokenGenerationConfig.LambdaArn is missing: the AWS CLI asks for it beside the others']],
  ['another id than one of a pool', '{ "UserPoolId": "my pool" }', ['1:17: error: UserPoolId is no id of a user pool, which looks like us-east-1_AbCdEfGhI']],
];

const NAMES: readonly Bad[] = [
  ['small letters', 'poolName: a\n', ['1:1: error: poolName is no member: did you mean PoolName']],
  ['hyphens', 'user-pool-id: us-east-1_Example1\n', ['1:1: error: user-pool-id is no member: did you mean UserPoolId']],
  ['underscores', 'Policies: { password_policy: {} }\n', ['1:13: error: Policies.password_policy is no member: did you mean PasswordPolicy']],
  ['capitals', 'LambdaConfig: { KmsKeyId: a }\n', ['1:17: error: LambdaConfig.KmsKeyId is no member: did you mean KMSKeyID']],
  ['a letter too few', 'Policy: {}\nPolices: {}\n', ['1:1: warning: Policy ' + YOUNGER, '2:1: error: Polices is no member: did you mean Policies']],
  ['what else is wrong in it', 'policies: { PasswordPolicy: { RequireNumbers: yes } }\n', [
    '1:1: error: policies is no member: did you mean Policies',
    '1:47: error: policies.PasswordPolicy.RequireNumbers is text in YAML 1.2 and no flag: write true or false',
  ]],
  ['in an element of a list', 'AccountRecoverySetting:\n  RecoveryMechanisms:\n    - priority: 1\n      Priority: 1\n      Name: verified_email\n',
    ['3:7: error: AccountRecoverySetting.RecoveryMechanisms[0].priority is no member: did you mean Priority']],
  ['Name and Id', 'Id: us-east-1_Example1\nName: a\n', [
    '1:1: error: Id is the name of an answer of the service: in a request it is UserPoolId',
    '2:1: error: Name is the name of an answer of the service: in a request it is PoolName',
  ]],
  ['what is read-only', 'Arn: a\nSchemaAttributes: []\nUsernameConfiguration: {}\n', [
    '1:1: error: Arn is read-only, the service returns it and takes it in no update: take it out',
    '2:1: error: SchemaAttributes is read-only, the service returns it and takes it in no update: take it out',
    '3:1: error: UsernameConfiguration is read-only, the service returns it and takes it in no update: take it out',
  ]],
  ['what is set at creation', 'Schema: []\n', ['1:1: error: Schema is set when a pool is created, and in no update: take it out']],
  ['an answer', 'UserPool: { Id: us-east-1_Example1 }\n', ['1:1: error: UserPool is the answer of describe-user-pool, and no request: make one of it by import --from']],
  ['a younger member', 'PasswordlessConfiguration: { Enabled: true }\n', [`1:1: warning: PasswordlessConfiguration ${YOUNGER}`]],
  ['a younger member within', 'Policies:\n  PasswordPolicy:\n    RequireEmoji: true\n', [`3:5: warning: Policies.PasswordPolicy.RequireEmoji ${YOUNGER}`]],
  ['a number more or less', 'LambdaConfig: { PreTokenGeneration2: a }\n', [`1:17: warning: LambdaConfig.PreTokenGeneration2 ${YOUNGER}`]],
  ['a known member in another place', 'PasswordPolicy: {}\n',
    ['1:1: warning: PasswordPolicy is no member that this version knows here, where it is Policies.PasswordPolicy: it goes to the service as it is']],
  ['the members of both operations', 'PoolName: a\nMfaConfiguration: ON\nSoftwareTokenMfaConfiguration: { Enabled: true }\n',
    ['3:1: warning: SoftwareTokenMfaConfiguration is of set-user-pool-mfa-config, and others here are of update-user-pool: the AWS CLI takes them in two documents']],
];

const RULES: readonly Bad[] = [
  ['at the value', 'MfaConfiguration: OFF\nSoftwareTokenMfaConfiguration:\n  Enabled: true\n',
    ['3:12: error: SoftwareTokenMfaConfiguration.Enabled is a second factor while MfaConfiguration is OFF: make it OPTIONAL or ON, or leave the factor out']],
  ['at the name of what begins below it', 'MfaConfiguration: OFF\nEmailMfaConfiguration:\n  Subject: a\n',
    ['2:1: error: EmailMfaConfiguration is a second factor while MfaConfiguration is OFF: make it OPTIONAL or ON, or leave the factor out',
      '2:1: warning: EmailMfaConfiguration uses MFA by email, which needs the feature plan ESSENTIALS or higher: whether the pool has it is seen at deployment']],
  ['two names of one setting', 'SmsVerificationMessage: one {####}\nVerificationMessageTemplate: { SmsMessage: "two {####}" }\n',
    ['1:25: error: SmsVerificationMessage and VerificationMessageTemplate.SmsMessage are one setting under two names and differ: declare VerificationMessageTemplate.SmsMessage alone']],
  ['a list', 'Policies:\n  SignInPolicy:\n    AllowedFirstAuthFactors: [PASSWORD, SOFTWARE_TOKEN]\n',
    ['3:30: error: Policies.SignInPolicy.AllowedFirstAuthFactors has SOFTWARE_TOKEN, which Cognito does not support as a first factor: take it out, and declare SoftwareTokenMfaConfiguration for TOTP as a second factor']],
  ['in the words of the API, names and values', 'MfaConfiguration: ON\nEmailMfaConfiguration: { Message: "{####}", Subject: a }\n'
    + 'AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: verified_email }] }\nEmailConfiguration: { EmailSendingAccount: COGNITO_DEFAULT }\n', [
    '2:1: warning: EmailMfaConfiguration is of set-user-pool-mfa-config, and others here are of update-user-pool: the AWS CLI takes them in two documents',
    '2:24: error: EmailMfaConfiguration needs a sender of your own: declare EmailConfiguration with EmailSendingAccount DEVELOPER',
    '2:24: error: EmailMfaConfiguration cannot stand beside account recovery by email alone: add verified_phone_number to AccountRecoverySetting, or use admin_only',
    '2:24: warning: EmailMfaConfiguration uses MFA by email, which needs the feature plan ESSENTIALS or higher: whether the pool has it is seen at deployment',
  ]],
  ['nothing of what cannot be read', 'MfaConfiguration: OFF\nSoftwareTokenMfaConfiguration: { Enabled: yes }\n',
    ['2:43: error: SoftwareTokenMfaConfiguration.Enabled is text in YAML 1.2 and no flag: write true or false']],
];

function roleArn(): string {
  return 'arn:aws:iam::123456789012:role/sms';
}

describe('a value that is misread in YAML', () => {
  test.each(IN_YAML)('%s', (_, text, expected) => expect(said(text, 'a.yaml')).toEqual(expected));
});

describe('a value that does not belong', () => {
  test.each(IN_JSON)('%s', (_, text, expected) => expect(said(text, 'a.json')).toEqual(expected));
});

describe('a name', () => {
  test.each(NAMES)('%s', (_, text, expected) => expect(said(text, 'a.yaml')).toEqual(expected));
});

describe('what the rules say stands', () => {
  test.each(RULES)('%s', (_, text, expected) => expect(said(text, 'a.yaml')).toEqual(expected));
});

test('what is younger than this version is declared as it is, and what is misspelt is not', () => {
  expect(settingsIn('Young: { a: [1, x] }\npoolName: a\nUserPoolId: us-east-1_Example1\n', 'a.yaml')).toMatchObject({ Young: { a: [1, 'x'] } });
});

test('findings stand in the order of their places', () => {
  const lines = said('{ "Name": "a", "Policies": { "PasswordPolicy": { "MinimumLength": 3 } }, "poolName": 3, "MfaConfiguration": "x" }', 'a.json');
  expect(lines.map((line) => Number(line.split(':')[1]))).toEqual([3, 67, 74, 86, 109]);
});

test.each([
  ['a name that says nothing', 'settings', '{ "PoolName": "a" }', 'PoolName: a\n'],
  ['stdin', '-', '\n  {"PoolName": "a"}', '# a comment\n{PoolName: a}'],
])('the format of %s is told by how the document begins', (_, name, json, yaml) => {
  for (const text of [json, yaml]) {
    const { findings, settings } = checkDocument(new TextEncoder().encode(text), name);
    expect({ findings, settings }).toEqual({ findings: [], settings: { PoolName: 'a' } });
  }
});

test.each([
  ['UTF-16', Buffer.from('\ufeff{ "PoolName": "a" }', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('{ "PoolName": "a" }', 'utf16le')],
  ['Latin-1', Buffer.from('{ "PoolName": "\u00e9" }', 'latin1')],
])('%s is told', (_, bytes) => {
  expect(checkDocument(bytes, 'a.json').findings).toEqual([
    { level: 'error', rule: 'json', path: [], line: 1, column: 1, sentence: 'is not UTF-8: save it as UTF-8, as the AWS CLI reads it' },
  ]);
});
