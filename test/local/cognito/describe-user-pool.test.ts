import { cognitoWith, lambdaArn } from './support';
import { EmbeddedCognito, fakeClock } from '../../../local/cognito';
import type { JsonObject } from '../../../src/core/wire/json';

describe('DescribeUserPool', () => {
  test('mirrors the validity of temporary passwords under its old name, and takes 0 for the default', () => {
    const { update, pool } = cognitoWith();
    update({ Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } } });
    expect(pool().AdminCreateUserConfig).toEqual({ AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 3 });
    update({ Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 0 } } });
    expect(pool().AdminCreateUserConfig).toEqual({ AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 });
  });

  test('mirrors messages under both names, whichever was set', () => {
    const { update, pool } = cognitoWith();
    const legacy = { SmsVerificationMessage: 'a {####}', EmailVerificationMessage: 'b {####}', EmailVerificationSubject: 'c' };
    const template = { SmsMessage: 'a {####}', EmailMessage: 'b {####}', EmailSubject: 'c' };
    update(legacy);
    expect(pool()).toMatchObject({ ...legacy, VerificationMessageTemplate: template });
    update({ VerificationMessageTemplate: template });
    expect(pool()).toMatchObject({ ...legacy, VerificationMessageTemplate: template });
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['the old name, as the first version', { PreTokenGeneration: lambdaArn('a') },
      { PreTokenGeneration: lambdaArn('a'), PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: lambdaArn('a') } }],
    ['the new name', { PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: lambdaArn('a') } },
      { PreTokenGeneration: lambdaArn('a'), PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: lambdaArn('a') } }],
  ])('shows the pre token generation trigger under both names when it was set by %s', (_, given, shown) => {
    const { update, pool } = cognitoWith();
    update({ LambdaConfig: given });
    expect(pool().LambdaConfig).toEqual(shown);
  });

  test('always shows all four level names', () => {
    const { update, pool } = cognitoWith();
    update({ AcrConfiguration: { Level2: { AcrValue: 'silver' } } });
    expect(pool().AcrConfiguration).toEqual({
      Level1: { AcrValue: 'urn:cognito:loa:1' },
      Level2: { AcrValue: 'silver' },
      Level3: { AcrValue: 'urn:cognito:loa:3' },
      Level4: { AcrValue: 'urn:cognito:loa:4' },
    });
  });

  test('shows the defaults of a new pool', () => {
    const cognito = new EmbeddedCognito({ clock: fakeClock(1_700_000_000_123), region: 'eu-west-1', accountId: '210987654321' });
    const id = cognito.createUserPool({ PoolName: 'new' });
    expect(id).toMatch(/^eu-west-1_[0-9a-zA-Z]+$/);
    expect(cognito.pool(id)).toMatchObject({
      Id: id,
      Name: 'new',
      Arn: `arn:aws:cognito-idp:eu-west-1:210987654321:userpool/${id}`,
      CreationDate: 1_700_000_000.123,
      LastModifiedDate: 1_700_000_000.123,
      EstimatedNumberOfUsers: 0,
      DeletionProtection: 'INACTIVE',
      MfaConfiguration: 'OFF',
      UserPoolTier: 'ESSENTIALS',
      LambdaConfig: {},
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
      IssuerConfiguration: { Type: 'ORIGINAL' },
      Policies: {
        PasswordPolicy: { MinimumLength: 8, RequireSymbols: true },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
      },
    });
    expect(cognito.mfa(id)).toEqual({ MfaConfiguration: 'OFF' });
  });

  test('shows a later date after every write, even when the clock stands still', () => {
    const clock = fakeClock(1_700_000_000_000);
    const { update, setMfa, pool } = cognitoWith({}, {}, { clock });
    const dates = [pool().LastModifiedDate];
    update({});
    dates.push(pool().LastModifiedDate);
    clock.advance(60_000);
    setMfa({});
    dates.push(pool().LastModifiedDate);
    expect(dates).toEqual([1_700_000_000, 1_700_000_000.001, 1_700_000_060]);
  });

  test('ignores read-only members in a request, and takes a new name', () => {
    const { update, pool, id } = cognitoWith({ Name: 'old', SmsConfigurationFailure: 'role is gone', Domain: 'auth' });
    update({ Id: 'us-east-1_other', Arn: 'arn:other', Domain: 'other', PoolName: 'new' });
    expect(pool()).toMatchObject({ Id: id, Name: 'new', Domain: 'auth', SmsConfigurationFailure: 'role is gone' });
    expect(pool()).not.toHaveProperty('PoolName');
  });
});
