import { EmbeddedCognito, fault } from '../../../local/cognito';
import { capture } from '../../../src/core/apply/capture';
import { Problem } from '../../../src/core/problem';
import { deploy } from '../../support/deploy';
import { portTo } from '../../support/in-process-port';

/* What the laws found: each case the smallest of its kind. */

test('device remembering that was declared in part, and filled in by the service, goes as a whole', async () => {
  const cognito = new EmbeddedCognito();
  const id = cognito.seed({ pool: { Name: 'law' } });
  cognito.faults.add({ nth: 3, fault: fault.throttling() }); // the verifying read
  const run = deploy(portTo(cognito), id, { Settings: { DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: false } } });
  await expect(run).rejects.toMatchObject({ aftermath: { left: [], isCertain: true } });
  expect(cognito.pool(id).DeviceConfiguration).toBeUndefined();
});

test('a structure that nobody knows goes as a whole', async () => {
  const cognito = new EmbeddedCognito();
  const id = cognito.seed({ pool: { Name: 'law' } });
  const Before = JSON.stringify(await capture(portTo(cognito), id));
  const properties = { Settings: { FutureThing: { Inner: 1 } }, OnRemoval: 'RESTORE_PREVIOUS', Before };
  await deploy(portTo(cognito), id, properties);
  await deploy(portTo(cognito), id, undefined, properties);
  expect(cognito.pool(id).FutureThing).toBeUndefined();
});

test('the message of a factor that stays goes back', async () => {
  const cognito = new EmbeddedCognito();
  const EmailConfiguration = { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' };
  const id = cognito.seed({ pool: { Name: 'law', EmailConfiguration } });
  const common = { OnRemoval: 'RESTORE_PREVIOUS', Before: JSON.stringify(await capture(portTo(cognito), id)) };
  const first = { ...common, Settings: { MfaConfiguration: 'ON', EmailMfaConfiguration: {} } };
  const second = { ...common, Settings: { MfaConfiguration: 'ON', EmailMfaConfiguration: { Subject: 'a0a' } } };
  await deploy(portTo(cognito), id, first);
  await deploy(portTo(cognito), id, second, first);
  await deploy(portTo(cognito), id, first, second);
  expect(cognito.mfa(id).EmailMfaConfiguration).toEqual({});
});

test('second factors that MFA OFF ended come back with the mode', async () => {
  const cognito = new EmbeddedCognito();
  const id = cognito.seed({ pool: { Name: 'law', MfaConfiguration: 'ON' }, mfa: { SoftwareTokenMfaConfiguration: { Enabled: true } } });
  const properties = { OnRemoval: 'RESTORE_PREVIOUS', Before: JSON.stringify(await capture(portTo(cognito), id)), Settings: { MfaConfiguration: 'OFF' } };
  await deploy(portTo(cognito), id, properties);
  await deploy(portTo(cognito), id, undefined, properties);
  expect(cognito.mfa(id)).toMatchObject({ MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } });
});

test('passkeys that were cleared come back', async () => {
  const cognito = new EmbeddedCognito();
  const WebAuthnConfiguration = { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' };
  const id = cognito.seed({ pool: { Name: 'law' }, mfa: { WebAuthnConfiguration } });
  const properties = {
    OnRemoval: 'RESTORE_PREVIOUS',
    Before: JSON.stringify(await capture(portTo(cognito), id)),
    Settings: { MfaConfiguration: 'OFF' },
    Clear: [['WebAuthnConfiguration']],
  };
  await deploy(portTo(cognito), id, properties);
  await deploy(portTo(cognito), id, undefined, properties);
  expect(cognito.mfa(id).WebAuthnConfiguration).toEqual(WebAuthnConfiguration);
});

test('a default that another writer sets meanwhile stays', async () => {
  const cognito = new EmbeddedCognito();
  const id = cognito.seed({ pool: { Name: 'law', DeletionProtection: 'ACTIVE' } });
  // W1 runs whole between W2's write and W2's look.
  cognito.faults.add({
    action: 'UpdateUserPool',
    after: () => void cognito.otherWriter('UpdateUserPool', {
      UserPoolId: id, DeletionProtection: 'INACTIVE', UserPoolTags: { ours: 'yes' }, UserPoolTier: 'ESSENTIALS',
    }),
  });
  await deploy(portTo(cognito), id, { Settings: { UserPoolTags: { ours: 'yes' } } });
  expect(cognito.pool(id).DeletionProtection).toBe('INACTIVE');
});

test('what a cleared structure mirrors stays', async () => {
  const cognito = new EmbeddedCognito();
  const PasswordPolicy = {
    MinimumLength: 8,
    RequireUppercase: true,
    RequireLowercase: true,
    RequireNumbers: true,
    RequireSymbols: true,
    TemporaryPasswordValidityDays: 1,
  };
  const id = cognito.seed({ pool: { Name: 'law', Policies: { PasswordPolicy } } });
  await deploy(portTo(cognito), id, { Settings: {}, Clear: [['AdminCreateUserConfig']] });
  expect(cognito.pool(id)).toMatchObject({ Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 1 } } });
});

test('a trigger of ours goes back, whatever version of it somebody else had left there', async () => {
  const cognito = new EmbeddedCognito();
  const arn = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
  const id = cognito.seed({ pool: { Name: 'law', LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V3_0', LambdaArn: arn('was') } } } });
  const Before = JSON.stringify(await capture(portTo(cognito), id));
  // Somebody else, between the capture and us.
  await deploy(portTo(cognito), id, { Settings: { LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: arn('theirs') } } } });
  const ours = { Settings: { LambdaConfig: { PreTokenGeneration: arn('ours') } }, OnRemoval: 'RESTORE_PREVIOUS', Before };
  await deploy(portTo(cognito), id, ours);
  await deploy(portTo(cognito), id, undefined, ours);
  expect(JSON.stringify(cognito.pool(id).LambdaConfig)).not.toContain('ours');
});

test('factors come back though the template of the rollback clears one of them', async () => {
  const cognito = new EmbeddedCognito();
  const EmailConfiguration = { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' };
  const id = cognito.seed({ pool: { Name: 'law', MfaConfiguration: 'OPTIONAL', EmailConfiguration }, mfa: { SoftwareTokenMfaConfiguration: { Enabled: true } } });
  const common = { OnRemoval: 'RESTORE_PREVIOUS', Before: JSON.stringify(await capture(portTo(cognito), id)) };
  const first = { ...common, Settings: {}, Clear: [['EmailMfaConfiguration']] };
  const second = { ...common, Settings: { EmailMfaConfiguration: {} } };
  await deploy(portTo(cognito), id, first);
  await deploy(portTo(cognito), id, second, first);
  await deploy(portTo(cognito), id, first, second);
  expect(cognito.factors(id)).toEqual({ sms: false, softwareToken: true, email: false });
});

test('the factor that ended with the mode comes back with it', async () => {
  const cognito = new EmbeddedCognito();
  const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' };
  const id = cognito.seed({ pool: { Name: 'law', MfaConfiguration: 'ON', SmsConfiguration }, factors: { sms: true } });
  cognito.faults.add({ nth: 4, fault: fault.throttling() }); // the verifying read
  await expect(deploy(portTo(cognito), id, { Settings: { MfaConfiguration: 'OFF' } })).rejects.toMatchObject({ aftermath: { left: [], isCertain: true } });
  expect(cognito.factors(id).sms).toBe(true);
});

test('a message of a factor that was cleared comes back', async () => {
  const cognito = new EmbeddedCognito();
  const EmailConfiguration = { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' };
  const id = cognito.seed({ pool: { Name: 'law', MfaConfiguration: 'ON', EmailConfiguration }, mfa: { EmailMfaConfiguration: { Subject: 'was' } } });
  const properties = {
    OnRemoval: 'RESTORE_PREVIOUS',
    Before: JSON.stringify(await capture(portTo(cognito), id)),
    Settings: {},
    Clear: [['EmailMfaConfiguration', 'Subject']],
  };
  await deploy(portTo(cognito), id, properties);
  await deploy(portTo(cognito), id, undefined, properties);
  expect(cognito.mfa(id).EmailMfaConfiguration).toEqual({ Subject: 'was' });
});

test('factors that an update had declared do not come back beside MFA OFF', async () => {
  const cognito = new EmbeddedCognito();
  const EmailConfiguration = { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' };
  const mfa = { EmailMfaConfiguration: { Subject: 'was' } };
  const id = cognito.seed({ pool: { Name: 'law', MfaConfiguration: 'OPTIONAL', EmailConfiguration }, mfa });
  const common = { OnRemoval: 'RESTORE_PREVIOUS', Before: JSON.stringify(await capture(portTo(cognito), id)) };
  const first = { ...common, Settings: { MfaConfiguration: 'OFF' } };
  const second = { ...common, Settings: { EmailMfaConfiguration: { Subject: 'ours' } } };
  await deploy(portTo(cognito), id, first);
  await deploy(portTo(cognito), id, second, first);
  await deploy(portTo(cognito), id, first, second);
  expect(cognito.mfa(id).MfaConfiguration).toBe('OFF');
});

test('SMS that came with a mode is not taken for the work of the template before', async () => {
  const cognito = new EmbeddedCognito();
  const id = cognito.seed({
    pool: {
      Name: 'law',
      MfaConfiguration: 'OPTIONAL',
      AutoVerifiedAttributes: ['phone_number'],
      SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' },
    },
    factors: { sms: true },
  });
  const first = { Settings: {}, Clear: [['MfaConfiguration']], OnRemoval: 'RESET_TO_DEFAULT' };
  const second = { Settings: { MfaConfiguration: 'OPTIONAL' }, OnRemoval: 'RESET_TO_DEFAULT' };
  await deploy(portTo(cognito), id, first);
  await deploy(portTo(cognito), id, second, first);
  await deploy(portTo(cognito), id, second, first);
  expect(cognito.factors(id).sms).toBe(true);
});

test('a mode is refused whose only factor is cleared', async () => {
  const cognito = new EmbeddedCognito();
  const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' };
  const id = cognito.seed({ pool: { Name: 'law', AutoVerifiedAttributes: ['phone_number'], SmsConfiguration } });
  const properties = { Settings: { MfaConfiguration: 'ON' }, Clear: [['SmsMfaConfiguration']] };
  await expect(deploy(portTo(cognito), id, properties)).rejects.toThrow(Problem);
  expect(cognito.factors(id).sms).toBe(false);
});

test('what one setting stands in the way of keeps no other one', async () => {
  const cognito = new EmbeddedCognito();
  const EmailConfiguration = { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' };
  const id = cognito.seed({ pool: { Name: 'law', MfaConfiguration: 'ON', EmailConfiguration }, mfa: { EmailMfaConfiguration: { Subject: 'was' } } });
  const common = { OnRemoval: 'RESTORE_PREVIOUS', Before: JSON.stringify(await capture(portTo(cognito), id)) };
  const first = { ...common, Settings: { MfaConfiguration: 'OFF' } };
  const second = { ...common, Settings: { DcrConfiguration: { EnableStatus: 'Enabled' }, EmailMfaConfiguration: { Subject: 'ours' } } };
  await deploy(portTo(cognito), id, first);
  await deploy(portTo(cognito), id, second, first);
  await deploy(portTo(cognito), id, first, second);
  expect(cognito.pool(id).DcrConfiguration ?? { EnableStatus: 'Disabled' }).toMatchObject({ EnableStatus: 'Disabled' });
});

test('a version goes back though the trigger is declared by its older name', async () => {
  const cognito = new EmbeddedCognito();
  const arn = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
  const id = cognito.seed({ pool: { Name: 'law' } });
  const common = { OnRemoval: 'RESTORE_PREVIOUS', Before: JSON.stringify(await capture(portTo(cognito), id)) };
  const first = { ...common, Settings: { LambdaConfig: { PreTokenGeneration: arn('a') } } };
  const second = { ...common, Settings: { LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: arn('b') } } } };
  await deploy(portTo(cognito), id, first);
  await deploy(portTo(cognito), id, second, first);
  await deploy(portTo(cognito), id, first, second);
  expect(cognito.pool(id).LambdaConfig).toMatchObject({ PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: arn('a') } });
});

test('SMS that may have been a factor is named where nobody can look', async () => {
  const cognito = new EmbeddedCognito();
  const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' };
  const id = cognito.seed({
    pool: { Name: 'law', MfaConfiguration: 'OPTIONAL', SmsConfiguration },
    mfa: { SoftwareTokenMfaConfiguration: { Enabled: true } },
    factors: { sms: true },
  });
  cognito.faults.add({ nth: 4, times: 2, fault: fault.throttling() });
  const error = await deploy(portTo(cognito), id, { Settings: { MfaConfiguration: 'OFF' } }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ aftermath: { left: expect.arrayContaining(['MfaConfiguration', 'SmsMfaConfiguration']) } });
});

test('a factor that was cleared comes back', async () => {
  const cognito = new EmbeddedCognito();
  const EmailConfiguration = { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' };
  const id = cognito.seed({
    pool: { Name: 'law', MfaConfiguration: 'OPTIONAL', EmailConfiguration },
    mfa: { SoftwareTokenMfaConfiguration: { Enabled: true }, EmailMfaConfiguration: {} },
  });
  const Before = JSON.stringify(await capture(portTo(cognito), id));
  const properties = { OnRemoval: 'RESTORE_PREVIOUS', Before, Settings: {}, Clear: [['SoftwareTokenMfaConfiguration']] };
  await deploy(portTo(cognito), id, properties);
  await deploy(portTo(cognito), id, undefined, properties);
  expect(cognito.factors(id)).toEqual({ sms: false, softwareToken: true, email: true });
});
