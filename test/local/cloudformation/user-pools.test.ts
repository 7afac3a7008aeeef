import { UserPools } from '../../../local/cloudformation';
import { EmbeddedCognito, type OmissionMode } from '../../../local/cognito';
import { LocalDeployment, type DeploymentResult, type Template, type TemplateResource } from '../../../local/deployment';
import type { JsonObject } from '../../../src/core/wire/json';
import { lambdaArn, OWN_MAIL, SMS } from '../cognito/support';

const UNFORESEEN = 'AWS::Test::Unforeseen';

let cognito: EmbeddedCognito;
let deployment: LocalDeployment;

async function start(omission: OmissionMode = 'asMeasured'): Promise<void> {
  cognito = new EmbeddedCognito({ omission });
  const refuse = () => { throw new Error('no such luck'); };
  deployment = await LocalDeployment.start({
    cognitoUrl: 'http://127.0.0.1:1',
    resources: { 'AWS::Cognito::UserPool': new UserPools(cognito), [UNFORESEEN]: { create: refuse } },
  });
}

beforeEach(() => start());
afterEach(() => deployment.close());

const stack = (Properties: JsonObject, more: Partial<TemplateResource> = {}, others: Template['Resources'] = {}): Template =>
  ({ Resources: { Pool: { Type: 'AWS::Cognito::UserPool', Properties, ...more }, ...others } });

const deploy = async (properties: JsonObject): Promise<DeploymentResult> => deployment.deploy(stack(properties));

async function created(properties: JsonObject): Promise<string> {
  expect(await deploy(properties)).toMatchObject({ status: 'CREATE_COMPLETE' });
  return deployment.physicalId('Pool');
}

test('a pool is created with the properties of its template', async () => {
  const id = await created({
    UserPoolName: 'mine',
    AliasAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: 'false' },
    Schema: [{ Name: 'tenant', AttributeDataType: 'String', Mutable: 'true', StringAttributeConstraints: { MaxLength: 10 } }],
    LambdaConfig: { PreSignUp: lambdaArn('ours') },
    UserPoolTags: { team: 'ours' },
  });
  expect(cognito.pool(id)).toMatchObject({
    Name: 'mine',
    AliasAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    LambdaConfig: { PreSignUp: lambdaArn('ours') },
    UserPoolTags: {
      'team': 'ours',
      'aws:cloudformation:stack-name': 'Local',
      'aws:cloudformation:logical-id': 'Pool',
      'aws:cloudformation:stack-id': deployment.stackId,
    },
  });
  expect((cognito.pool(id).SchemaAttributes as JsonObject[]).at(-1)).toMatchObject({
    Name: 'tenant', Mutable: true, StringAttributeConstraints: { MaxLength: '10' },
  });
  expect(cognito.requests).toEqual([]);
});

test('templates read its id and its attributes', async () => {
  const id = await created({});
  expect(deployment.attribute('Pool', 'Arn')).toBe(cognito.pool(id).Arn);
  expect(['UserPoolId', 'ProviderName', 'ProviderURL'].map((name) => deployment.attribute('Pool', name)))
    .toEqual([id, `cognito-idp.us-east-1.amazonaws.com/${id}`, `https://cognito-idp.us-east-1.amazonaws.com/${id}`]);
  expect(cognito.pool(id).Name).toMatch(/^Local-Pool-/);
});

test('numbers and booleans may be texts', async () => {
  const id = await created({
    Policies: { PasswordPolicy: { MinimumLength: '12', RequireSymbols: 'false' } },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: 'true' },
  });
  expect(cognito.pool(id)).toMatchObject({
    Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: false } },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  });
});

test('second factors and passkeys come by the other API', async () => {
  const id = await created({
    MfaConfiguration: 'OPTIONAL',
    EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
    SmsConfiguration: SMS,
    SmsAuthenticationMessage: 'Code {####}',
    EmailConfiguration: OWN_MAIL,
    EmailAuthenticationMessage: 'Mail {####}',
    EmailAuthenticationSubject: 'Mail',
    AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: '1', Name: 'admin_only' }] },
    WebAuthnRelyingPartyID: 'auth.example.com',
    WebAuthnUserVerification: 'required',
    WebAuthnFactorConfiguration: 'SINGLE_FACTOR',
  });
  expect(cognito.mfa(id)).toEqual({
    MfaConfiguration: 'OPTIONAL',
    SmsMfaConfiguration: { SmsConfiguration: SMS, SmsAuthenticationMessage: 'Code {####}' },
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: { Message: 'Mail {####}', Subject: 'Mail' },
    WebAuthnConfiguration: {
      RelyingPartyId: 'auth.example.com', UserVerification: 'required', FactorConfiguration: 'SINGLE_FACTOR',
    },
  });
  expect(cognito.factors(id)).toEqual({ sms: true, softwareToken: true, email: true });

  await deploy({ MfaConfiguration: 'OFF', WebAuthnRelyingPartyID: 'auth.example.com' });
  expect(cognito.factors(id)).toEqual({ sms: false, softwareToken: false, email: false });
});

test.each<[string, JsonObject, string]>([
  ['a property', { LambdaConfigs: {} }, 'Encountered unsupported property LambdaConfigs'],
  ['the API\'s own name of it', { PoolName: 'mine' }, 'Encountered unsupported property PoolName'],
  ['a property within', { Policies: { PasswordPolicy: { Length: 8 } } },
    'Encountered unsupported property Policies.PasswordPolicy.Length'],
  ['a property within a list', { Schema: [{ Nam: 'x' }] }, 'Encountered unsupported property Schema.Nam'],
])('%s that nobody knows fails the deployment', async (_, properties, reason) => {
  expect(await deploy(properties)).toMatchObject({ status: 'ROLLBACK_COMPLETE', reason });
});

test('a refusal of the service is told in its words', async () => {
  const { status, reason } = await deploy({ MfaConfiguration: 'ON' });
  expect(status).toBe('ROLLBACK_COMPLETE');
  expect(reason).toMatch(/^Resource handler returned message: "SMS configuration and Auto verification for phone_number are/);
});

test('a pool whose factors are refused is deleted by the rollback', async () => {
  const { status, events } = await deploy({ MfaConfiguration: 'ON', EnabledMfas: ['EMAIL_OTP'] });
  expect(status).toBe('ROLLBACK_COMPLETE');
  const gone = events.find((event) => event.status === 'DELETE_COMPLETE' && event.logicalId === 'Pool')!.physicalId!;
  expect(() => cognito.pool(gone)).toThrow('does not exist');
});

// H24: the template knows nothing of what was set by the API, and says so with every change of anything.
test.each<[OmissionMode, Readonly<Record<string, unknown>>]>([
  ['asMeasured', { PreSignUp: undefined, AutoVerifiedAttributes: undefined, MinimumLength: 20 }],
  ['allReset', { PreSignUp: undefined, AutoVerifiedAttributes: undefined, MinimumLength: 8 }],
  ['allKept', { PreSignUp: lambdaArn('by-api'), AutoVerifiedAttributes: ['email'], MinimumLength: 20 }],
])('an update meets what others have set: %s', async (omission, expected) => {
  await deployment.close();
  await start(omission);
  const id = await created({ UserPoolName: 'one' });
  cognito.otherWriter('UpdateUserPool', {
    UserPoolId: id,
    LambdaConfig: { PreSignUp: lambdaArn('by-api') },
    AutoVerifiedAttributes: ['email'],
    Policies: { PasswordPolicy: { MinimumLength: 20 } },
  });

  await deploy({ UserPoolName: 'two' });

  expect(deployment.physicalId('Pool')).toBe(id);
  const { Name, LambdaConfig, AutoVerifiedAttributes, Policies, UserPoolTags } = cognito.pool(id);
  const { MinimumLength } = (Policies as JsonObject).PasswordPolicy as JsonObject;
  expect(Name).toBe('two');
  expect({ PreSignUp: (LambdaConfig as JsonObject).PreSignUp, AutoVerifiedAttributes, MinimumLength }).toEqual(expected);
  expect(UserPoolTags).toHaveProperty(['aws:cloudformation:stack-name'], 'Local');
});

test('an added attribute is added, and one that is changed refused', async () => {
  const attribute = (Name: string, Mutable: boolean): JsonObject => ({ Name, AttributeDataType: 'String', Mutable });
  const id = await created({ Schema: [attribute('one', true)] });

  await deploy({ Schema: [attribute('one', true), attribute('two', true)] });
  expect((cognito.pool(id).SchemaAttributes as JsonObject[]).at(-1)).toMatchObject({ Name: 'custom:two' });

  expect(await deploy({ Schema: [attribute('one', false), attribute('two', true)] }))
    .toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reason: 'Existing schema attributes cannot be modified or deleted.' });
});

test.each<[string, JsonObject, JsonObject]>([
  ['AliasAttributes', { AliasAttributes: ['email'] }, { AliasAttributes: ['phone_number'] }],
  ['UsernameAttributes', {}, { UsernameAttributes: ['email'] }],
  ['UsernameConfiguration', { UsernameConfiguration: { CaseSensitive: false } }, {}],
])('another value of %s makes another pool', async (_, former, next) => {
  const id = await created(former);
  expect(await deploy(next)).toMatchObject({ status: 'UPDATE_COMPLETE' });
  const other = deployment.physicalId('Pool');
  expect(other).not.toBe(id);
  expect(cognito.pool(other)).toMatchObject(next);
  expect(() => cognito.pool(id)).toThrow('does not exist');
});

test('a replacement that is rolled back leaves the former pool, untouched', async () => {
  const id = await created({ AliasAttributes: ['email'] });
  cognito.otherWriter('UpdateUserPool', { UserPoolId: id, LambdaConfig: { PreSignUp: lambdaArn('by-api') } });
  const before = cognito.pool(id);

  const failed = await deployment.deploy(stack({}, {}, { Failing: { Type: UNFORESEEN, DependsOn: 'Pool' } }));

  expect(failed).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reason: 'no such luck' });
  expect(deployment.physicalId('Pool')).toBe(id);
  expect(cognito.pool(id)).toEqual(before);
  const deleted = failed.events.filter(({ status }) => status === 'DELETE_COMPLETE').map(({ physicalId }) => physicalId);
  expect(deleted).toEqual([expect.not.stringContaining(id)]);
});

test('a pool is deleted with its resource, unless it is protected or retained', async () => {
  const id = await created({ DeletionProtection: 'ACTIVE' });
  const refused = await deployment.destroy();
  expect(refused.status).toBe('DELETE_FAILED');
  expect(refused.events.find(({ status }) => status === 'DELETE_FAILED')!.reason).toMatch(/deletion protection is activated/);

  cognito.otherWriter('UpdateUserPool', { UserPoolId: id, DeletionProtection: 'INACTIVE' });
  expect((await deployment.destroy()).status).toBe('DELETE_COMPLETE');
  expect(() => cognito.pool(id)).toThrow('does not exist');

  await deployment.deploy(stack({}, { DeletionPolicy: 'Retain' }));
  const retained = deployment.physicalId('Pool');
  await deployment.destroy();
  expect(cognito.pool(retained).Id).toBe(retained);
});

test('a pool that is gone already is deleted', async () => {
  cognito.otherWriter('DeleteUserPool', { UserPoolId: await created({}) });
  expect((await deployment.destroy()).status).toBe('DELETE_COMPLETE');
});
