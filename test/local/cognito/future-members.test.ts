import { cognitoWith, echo, outcome } from './support';
import type { OmissionMode } from '../../../local/cognito';
import type { JsonObject } from '../../../src/core/wire/json';

const FUTURE: JsonObject = {
  QuantumConfiguration: { Mode: 'ENTANGLED' },
  Policies: {
    PasswordPolicy: {
      MinimumLength: 9,
      RequireUppercase: false,
      RequireLowercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
      TemporaryPasswordValidityDays: 7,
      RequireEmoji: true,
    },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'], Grace: 3 },
    RiskPolicy: { Level: 4 },
  },
  LambdaConfig: { PreQuantum: { LambdaArn: 'arn', LambdaVersion: 'V9_0' } },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1, Delay: 60 }] },
  AcrConfiguration: {
    Level1: { AcrValue: 'urn:cognito:loa:1', Strength: 'weak' },
    Level2: { AcrValue: 'urn:cognito:loa:2' },
    Level3: { AcrValue: 'urn:cognito:loa:3' },
    Level4: { AcrValue: 'urn:cognito:loa:4' },
  },
};

const FUTURE_MFA: JsonObject = {
  MfaConfiguration: 'ON',
  SoftwareTokenMfaConfiguration: { Enabled: true, Digits: 8 },
  RetinaMfaConfiguration: { Enabled: true },
};

describe('a member from the future', () => {
  test('is described at every depth', () => {
    const { pool, mfa } = cognitoWith(FUTURE, FUTURE_MFA);
    expect(pool()).toMatchObject(FUTURE);
    expect(mfa()).toEqual(FUTURE_MFA);
  });

  const modes: OmissionMode[] = ['asMeasured', 'allReset', 'allKept'];

  test.each(modes)('survives an echo, also where unknown members are refused (%s)', (omission) => {
    const { pool, update, setMfa, mfa } = cognitoWith(FUTURE, FUTURE_MFA, { omission, unknownMembers: 'refuse' });
    update(echo(pool()));
    expect(pool()).toMatchObject(FUTURE);
    setMfa(mfa());
    expect(mfa()).toEqual(FUTURE_MFA);
  });

  test('is lost when a request omits it', () => {
    const { pool, update, setMfa, mfa } = cognitoWith(FUTURE, FUTURE_MFA);
    update({ Policies: { PasswordPolicy: { MinimumLength: 9 } }, LambdaConfig: {} });
    expect(pool()).not.toHaveProperty('QuantumConfiguration');
    expect(pool().LambdaConfig).toEqual({});
    expect(pool().Policies).not.toHaveProperty('RiskPolicy');
    expect(pool().Policies).not.toHaveProperty('PasswordPolicy.RequireEmoji');
    expect(pool().Policies).toHaveProperty('SignInPolicy.Grace', 3);
    setMfa({ MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } });
    expect(mfa()).toEqual({ MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } });
  });

  test('stays at the top when all is kept, and goes from inside an object that is replaced', () => {
    const { pool, update } = cognitoWith(FUTURE, FUTURE_MFA, { omission: 'allKept' });
    update({ LambdaConfig: {} });
    expect(pool()).toMatchObject({
      QuantumConfiguration: { Mode: 'ENTANGLED' },
      LambdaConfig: {},
      Policies: { RiskPolicy: { Level: 4 } },
    });
    expect(pool().LambdaConfig).toEqual({});
  });
});

describe('a member that nobody put there', () => {
  test('is kept and described by default', () => {
    const { update, pool } = cognitoWith();
    update({ Invention: { A: 1 } });
    expect(pool()).toMatchObject({ Invention: { A: 1 } });
  });

  test('is refused on demand', () => {
    const { update } = cognitoWith({}, {}, { unknownMembers: 'refuse' });
    expect(outcome(() => update({ Invention: {}, LambdaConfig: { Other: '' } })))
      .toBe('InvalidParameterException: Unknown member in request: Invention, LambdaConfig.Other');
  });
});
