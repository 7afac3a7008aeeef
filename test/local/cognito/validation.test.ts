import { cognitoWith, lambdaArn, outcome } from './support';
import type { JsonObject } from '../../../src/core/wire/json';

const violation = (at: string, constraint: string): string =>
  `InvalidParameterException: 1 validation error detected: Value ${at} failed to satisfy constraint: ${constraint}`;

describe('a request that breaks the model is refused', () => {
  test.each<[string, JsonObject, string]>([
    ['a number too small', { Policies: { PasswordPolicy: { MinimumLength: 5 } } },
      violation("at 'policies.passwordPolicy.minimumLength'", 'Member must have value greater than or equal to 6')],
    ['a number too great', { Policies: { PasswordPolicy: { PasswordHistorySize: 25 } } },
      violation("at 'policies.passwordPolicy.passwordHistorySize'", 'Member must have value less than or equal to 24')],
    ['a text too short', { VerificationMessageTemplate: { EmailSubject: '' } },
      "InvalidParameterException: 2 validation errors detected: Value '' at 'verificationMessageTemplate.emailSubject' failed to satisfy constraint: Member must have"
      + " length greater than or equal to 1; Value '' at 'verificationMessageTemplate.emailSubject' failed to satisfy constraint: Member must satisfy"
      + ' regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+'],
    ['a word that is none of the list', { MfaConfiguration: 'MAYBE' },
      violation("'MAYBE' at 'mfaConfiguration'", 'Member must satisfy enum value set: [OFF, ON, OPTIONAL]')],
    ['a word of the youngest members', { DcrConfiguration: { OpenDcrGrantTypes: ['password'] } },
      violation("'password' at 'dcrConfiguration.openDcrGrantTypes.1.member'", 'Member must satisfy enum value set: [client_credentials, code, implicit]')],
    ['an ARN that is none', { LambdaConfig: { PreSignUp: 'functionvdp3dcf8667CustomMessageArn' } },
      violation("'functionvdp3dcf8667CustomMessageArn' at 'lambdaConfig.preSignUp'",
        'Member must satisfy regular expression pattern: arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?')],
    ['a message without its placeholder', { SmsAuthenticationMessage: 'Your code' },
      violation("'Your code' at 'smsAuthenticationMessage'", 'Member must satisfy regular expression pattern: .*\\{####\\}.*')],
    ['a list too short', { AccountRecoverySetting: { RecoveryMechanisms: [] } },
      violation("at 'accountRecoverySetting.recoveryMechanisms'", 'Member must have length greater than or equal to 1')],
    ['a required member left out', { UserPoolAddOns: {} },
      violation("null at 'userPoolAddOns.advancedSecurityMode'", 'Member must not be null')],
    ['a level that does not exist', { AcrConfiguration: { Level5: { AcrValue: 'a' } } },
      violation("'Level5' at 'acrConfiguration'", 'Map keys must satisfy constraint: [Member must satisfy enum value set: [Level1, Level2, Level3, Level4]]')],
    ['a sender of a version that does not exist', {
      LambdaConfig: { CustomSMSSender: { LambdaVersion: 'V2_0', LambdaArn: lambdaArn('a') } },
    },
    violation("'V2_0' at 'lambdaConfig.customSMSSender.lambdaVersion'", 'Member must satisfy enum value set: [V1_0]')],
    ['a boolean in words', { DeviceConfiguration: { ChallengeRequiredOnNewDevice: 'true' } },
      'SerializationException: STRING_VALUE can not be converted to Boolean'],
    [
      'a number in words',
      { Policies: { PasswordPolicy: { MinimumLength: '8' } } },
      'SerializationException: STRING_VALUE can not be converted to Integer',
    ],
    [
      'a text where an object belongs',
      { LambdaConfig: 'none' },
      'SerializationException: STRING_VALUE can not be converted to structure or map',
    ],
    [
      'an object where a list belongs',
      { AutoVerifiedAttributes: {} },
      'SerializationException: START_OBJECT can not be converted to list',
    ],
  ])('for %s', (_, request, refusal) => {
    expect(outcome(() => cognitoWith().update(request))).toBe(refusal);
  });

  test('with all violations in one message', () => {
    expect(outcome(() => cognitoWith().update({ MfaConfiguration: 'a', UserPoolTier: 'b' }))).toMatch(/^InvalidParameterException: 2 validation errors detected: .*; .*$/);
  });

  test('for a pool id that is none, and for a pool that is not there', () => {
    const { cognito } = cognitoWith();
    expect(outcome(() => cognito.call('DescribeUserPool', { UserPoolId: 'nonsense' })))
      .toBe(violation("'nonsense' at 'userPoolId'", 'Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+'));
    expect(outcome(() => cognito.call('DescribeUserPool', { UserPoolId: 'us-east-1_xxx' })))
      .toBe('ResourceNotFoundException: User pool us-east-1_xxx does not exist.');
    expect(outcome(() => cognito.call('DescribeUserPool', {})))
      .toBe(violation("null at 'userPoolId'", 'Member must not be null'));
  });

  test('for an action that does not exist', () => {
    expect(outcome(() => cognitoWith().cognito.call('Nonsense', {}))).toBe('UnknownOperationException: ');
  });
});

describe('the patterns of the model', () => {
  test.each<[string, JsonObject, boolean]>([
    ['hold for the whole text', { PoolName: 'good name!' }, false],
    ['know letters of every script', { EmailVerificationSubject: 'Код подтверждения 😀' }, true],
    ["know Java's white space, which has no no-break space", { EmailVerificationSubject: 'a\u00a0b' }, false],
    ['know line breaks as white space', { EmailVerificationMessage: 'Hello\n{####}' }, true],
    ['let no line break into an SMS', { SmsVerificationMessage: 'Hello\n{####}' }, false],
    [
      'let line breaks into an invitation by SMS',
      { AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: '{username}\n{####}' } } },
      true,
    ],
    ['count characters, not code units', { EmailVerificationSubject: '😀'.repeat(140) }, true],
    ['accept an empty caller beside another way of sending SMS',
      { SmsConfiguration: { SnsCallerArn: '', EumsSms: { CallerArn: 'arn:aws:iam::123456789012:role/sms' } } }, true],
  ])('%s', (_, request, accepted) => {
    expect(outcome(() => cognitoWith().update(request)) === 'ok').toBe(accepted);
  });
});

test('null is as good as absent', () => {
  const { update, pool } = cognitoWith({ DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } });
  update({ DeviceConfiguration: null, LambdaConfig: { PreSignUp: null } });
  expect(pool()).toMatchObject({ LambdaConfig: {} });
  expect(pool()).not.toHaveProperty('DeviceConfiguration');
});
