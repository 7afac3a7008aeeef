import { EmbeddedCognito, type OmissionMode, type Seed } from '../../../local/cognito';
import { capture } from '../../../src/core/apply/capture';
import type { UserPoolPort } from '../../../src/core/apply/port';
import type { JsonObject } from '../../../src/core/wire/json';
import { deploy } from '../../support/deploy';
import { portTo, writesOf } from '../../support/in-process-port';

/* A deletion or a rollback that is refused leaves a stack that nobody can move: these must come to an end. */

const ROLE = 'arn:aws:iam::123456789012:role/sms';
const FN = 'arn:aws:lambda:us-east-1:123456789012:function:ours';
const SMS = { SmsConfiguration: { SnsCallerArn: ROLE, ExternalId: 'id' } };
const TOTP = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const RESET = { OnRemoval: 'RESET_TO_DEFAULT' };

function world(pool: JsonObject = {}, rest: Omit<Seed, 'pool'> = {}, omission: OmissionMode = 'asMeasured') {
  const cognito = new EmbeddedCognito({ omission });
  const id = cognito.seed({ pool: { Name: 'pool', ...pool }, ...rest });
  return { cognito, id, port: portTo(cognito) };
}

const GOOD = { Settings: { DeletionProtection: 'ACTIVE' } };
test.each<[string, object]>([
  ['a value that is no number', { Settings: { Policies: { PasswordPolicy: { MinimumLength: 'twelve' } } } }],
  ['JSON that is none', { Settings: {}, AdditionalSettings: '{"a": "x\ny"}' }],
  ['twins that differ', { Settings: { SmsVerificationMessage: 'a {####}', VerificationMessageTemplate: { SmsMessage: 'b {####}' } } }],
  ['SMS settings that differ', { Settings: { ...SMS, SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: FN } } } }],
  ['a map that is none', { Settings: { UserPoolTags: 'text' } }],
])('a rollback from what was refused, and so never written: %s', async (_title, bad) => {
  const { id, port } = world();
  await deploy(port, id, GOOD);
  await expect(deploy(port, id, bad, GOOD)).rejects.toThrow();
  await expect(deploy(port, id, GOOD, bad)).resolves.toEqual({ changedPaths: [] });
});

test('factors that are reset under a mode of somebody else stay: MFA needs one', async () => {
  const { cognito, id, port } = world({ MfaConfiguration: 'OPTIONAL', ...SMS }, { factors: { sms: true } });
  const ours = { Settings: TOTP, ...RESET };
  await deploy(port, id, ours);
  await expect(deploy(port, id, undefined, ours)).resolves.toEqual({ changedPaths: [] });
  expect(cognito.factors(id).softwareToken).toBe(true);
});

test.each(['RESET_TO_DEFAULT', 'RESTORE_PREVIOUS'])('a rollback from RETAIN to %s keeps what no request takes off', async (OnRemoval) => {
  const { cognito, id, port } = world();
  const first = { ...GOOD, OnRemoval, Before: JSON.stringify(await capture(port, id)) };
  const second = { Settings: { ...GOOD.Settings, ...SMS } };
  await deploy(port, id, first);
  await deploy(port, id, second, first);
  await deploy(port, id, first, second);
  expect(cognito.pool(id)).toMatchObject(SMS);
});

test('a deletion ends though the service keeps what was left out', async () => {
  const { cognito, id, port } = world({}, {}, 'allKept');
  const ours = { Settings: { SmsAuthenticationMessage: 'ours {####}', UserPoolTags: { a: 'b' } }, ...RESET };
  await deploy(port, id, ours);
  await deploy(port, id, undefined, ours);
  expect(cognito.pool(id).UserPoolTags ?? {}).toEqual({});
});

test('a deletion leaves what others have come to need, and detaches triggers all the same', async () => {
  const { cognito, id, port } = world();
  const ours = { Settings: { AutoVerifiedAttributes: ['email'], LambdaConfig: { PreSignUp: FN } }, ...RESET };
  await deploy(port, id, ours);
  const theirs = { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } };
  cognito.otherWriter('UpdateUserPool', { UserPoolId: id, ...ours.Settings, ...theirs });
  await deploy(port, id, undefined, ours);
  expect(cognito.pool(id)).toMatchObject({ AutoVerifiedAttributes: ['email'], LambdaConfig: {}, ...theirs });
});

test('a deletion does not ask for declarations', async () => {
  const { cognito, id, port } = world({ MfaConfiguration: 'OPTIONAL' }, { mfa: TOTP });
  const ours = { Settings: { MfaConfiguration: 'ON' }, OnRemoval: 'RESTORE_PREVIOUS', Before: JSON.stringify(await capture(port, id)) };
  await deploy(port, id, ours);
  cognito.otherWriter('UpdateUserPool', { UserPoolId: id, MfaConfiguration: 'ON', ...SMS });
  await expect(deploy(port, id, undefined, ours)).resolves.toEqual({ changedPaths: [] });
});

test('a trigger that this version does not know is detached as well', async () => {
  const { cognito, id, port } = world();
  const ours = { Settings: {}, AdditionalSettings: JSON.stringify({ LambdaConfig: { FutureTrigger: FN } }) };
  await deploy(port, id, ours);
  await deploy(port, id, undefined, ours);
  expect(cognito.pool(id).LambdaConfig).toEqual({});
});

test('what somebody else made a factor is not ended by what an earlier template said of factors', async () => {
  const { cognito, id, port } = world(SMS);
  const first = { Settings: { MfaConfiguration: 'OPTIONAL', ...TOTP } };
  await deploy(port, id, first);
  const bySms = { UserPoolId: id, MfaConfiguration: 'OPTIONAL', ...TOTP, SmsMfaConfiguration: SMS };
  cognito.otherWriter('SetUserPoolMfaConfig', bySms);
  await expect(deploy(port, id, { Settings: { MfaConfiguration: 'ON' } }, first)).rejects.toThrow('Cognito does not tell whether SMS');
  expect(cognito.factors(id)).toMatchObject({ sms: true, softwareToken: true });
});

test('a service that does not take a value is not asked for ever', async () => {
  const { cognito, id, port } = world();
  const deaf: UserPoolPort = {
    ...port,
    updateUserPool: async ({ FutureThing: _, ...request }) => port.updateUserPool(request),
    wayBack: () => deaf,
  };
  const run = deploy(deaf, id, { Settings: {}, AdditionalSettings: '{"FutureThing":{"A":1}}' });
  await expect(run).rejects.toMatchObject({ reason: { message: expect.stringContaining('or Cognito does not take the value as it is') as string } });
  expect(writesOf(cognito)).toHaveLength(5);
});

test('to clear a part of what is not there makes nothing', async () => {
  const { cognito, id, port } = world();
  await deploy(port, id, { Settings: {}, Clear: [['DeviceConfiguration', 'ChallengeRequiredOnNewDevice'], ['EmailConfiguration']] });
  expect(writesOf(cognito)).toEqual([]);
});
