import type { Live } from '../../../src/core/plan/live';
import { planOf } from '../../../src/core/plan/plan';
import type { JsonObject } from '../../../src/core/wire/json';
import { formatPath } from '../../../src/core/wire/path';

const ID = 'us-east-1_Example1';
const SMS: JsonObject = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' };
const TOTP: JsonObject = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const PASSKEYS: JsonObject = { WebAuthnConfiguration: { RelyingPartyId: 'auth.example.com' } };
const described: JsonObject = {
  Id: ID,
  Name: 'pool',
  DeletionProtection: 'ACTIVE',
  MfaConfiguration: 'OFF',
  UserPoolTags: { 'team': 'a', 'aws:x': 'y' },
};
const echoed = { UserPoolId: ID, DeletionProtection: 'ACTIVE', UserPoolTags: { team: 'a' } };

const withMfa = (mode: string, mfa: JsonObject, pool: JsonObject = {}): Live =>
  ({ pool: { ...described, ...pool, MfaConfiguration: mode }, mfa: { ...mfa, MfaConfiguration: mode } });
const off = withMfa('OFF', {});
const firstFactors = (...factors: string[]): JsonObject => ({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: factors } } });

describe('which calls, in which order', () => {
  test.each<[string, Live, JsonObject, string[]]>([
    ['none where nothing is declared', { pool: described }, {}, []],
    [
      'none where the pool has what is declared',
      { pool: described },
      { DeletionProtection: 'ACTIVE', UserPoolTags: { team: 'a' }, PoolName: 'pool' },
      [],
    ],
    [
      'none where the default is declared and the pool says nothing',
      { pool: { Id: ID } },
      { DeletionProtection: 'INACTIVE', AutoVerifiedAttributes: [], UserPoolAddOns: { AdvancedSecurityMode: 'OFF' } },
      [],
    ],
    [
      'none where the pool sends as declared, beside the caller that it has not',
      { pool: { ...described, SmsConfiguration: { SnsCallerArn: '', EumsSms: { CallerArn: 'role' } } } },
      { SmsConfiguration: { EumsSms: { CallerArn: 'role' } } },
      [],
    ],
    ['none where MFA is as declared', withMfa('ON', TOTP), { MfaConfiguration: 'ON', ...TOTP }, []],
    ['UpdateUserPool for its settings', { pool: described }, { DeletionProtection: 'INACTIVE' }, ['UpdateUserPool']],
    ['UpdateUserPool for members that nobody knows', { pool: described }, { Future: 1 }, ['UpdateUserPool']],
    ['UpdateUserPool alone where MFA is in play and not managed', withMfa('ON', TOTP), { PoolName: 'b' }, ['UpdateUserPool']],
    ['SetUserPoolMfaConfig for the mode', off, { MfaConfiguration: 'ON', ...TOTP }, ['SetUserPoolMfaConfig']],
    ['SetUserPoolMfaConfig for passkeys', off, PASSKEYS, ['SetUserPoolMfaConfig']],
    [
      'SetUserPoolMfaConfig also for the SMS settings that it carries',
      off,
      { MfaConfiguration: 'ON', SmsMfaConfiguration: { SmsConfiguration: SMS } },
      ['SetUserPoolMfaConfig'],
    ],
    [
      'UpdateUserPool for SMS settings without a factor',
      off,
      { SmsConfiguration: SMS, ...PASSKEYS },
      ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    ],
    [
      'the pool first, then stronger MFA (H4)',
      off,
      { PoolName: 'b', MfaConfiguration: 'ON', ...TOTP },
      ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    ],
    [
      'the pool first, then weaker MFA: what the service may still refuse comes while nothing is weaker yet',
      withMfa('ON', TOTP),
      { PoolName: 'b', MfaConfiguration: 'OFF' },
      ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    ],
    [
      'weaker MFA first where the new first factors cannot stand beside MFA that is ON (H4)',
      withMfa('ON', TOTP),
      { ...firstFactors('PASSWORD', 'EMAIL_OTP'), MfaConfiguration: 'OPTIONAL', ...TOTP },
      ['SetUserPoolMfaConfig', 'UpdateUserPool'],
    ],
    [
      'other factors first where the new sender cannot send the emails of the former one',
      withMfa('ON', { EmailMfaConfiguration: {} }, { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn' } }),
      { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' }, ...TOTP },
      ['SetUserPoolMfaConfig', 'UpdateUserPool'],
    ],
    [
      'other factors first where recovery by phone cannot stand beside SMS as a factor',
      withMfa('ON', { SmsMfaConfiguration: { SmsConfiguration: SMS } }, { SmsConfiguration: SMS }),
      { AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_phone_number' }] }, ...TOTP },
      ['SetUserPoolMfaConfig', 'UpdateUserPool'],
    ],
    [
      'the pool first where SMS as a factor gets other settings',
      withMfa('ON', { SmsMfaConfiguration: { SmsConfiguration: SMS } }, { SmsConfiguration: SMS }),
      { PoolName: 'b', SmsMfaConfiguration: { SmsConfiguration: { ...SMS, ExternalId: 'x' } }, ...TOTP },
      ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    ],
    [
      'the pool first where the new factor needs the new sender (H4)',
      withMfa('ON', TOTP),
      { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn' }, EmailMfaConfiguration: {} },
      ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    ],
  ])('%s', (_title, live, declared, actions) => {
    expect(planOf(ID, live, { settings: declared, cleared: [] }).calls.map(({ action }) => action)).toEqual(actions);
  });
});

describe('what UpdateUserPool carries', () => {
  const requestOf = (live: Live, declared: JsonObject) =>
    planOf(ID, live, { settings: declared, cleared: [] }).calls.find(({ action }) => action === 'UpdateUserPool')?.request;

  test('the echo of all else', () => {
    expect(requestOf({ pool: described }, { PoolName: 'b' })).toEqual({ ...echoed, PoolName: 'b', MfaConfiguration: 'OFF' });
  });

  test('no mode where the pool says none', () => {
    const { MfaConfiguration: _mode, ...rest } = described;
    expect(requestOf({ pool: rest }, { PoolName: 'b' })).toEqual({ ...echoed, PoolName: 'b' });
  });

  test.each<[string, Live, JsonObject, string]>([
    ['the mode that the pool has, when a stronger one comes after (H6)', off, { MfaConfiguration: 'ON', ...TOTP }, 'OFF'],
    [
      'the mode that the pool has by then, when a weaker one came before (H6)',
      withMfa('ON', TOTP),
      { ...firstFactors('EMAIL_OTP'), MfaConfiguration: 'OPTIONAL' },
      'OPTIONAL',
    ],
    ['the mode that stays (H6)', withMfa('ON', TOTP), {}, 'ON'],
  ])('%s', (_title, live, declared, mode) => {
    expect(requestOf(live, { ...declared, PoolName: 'b' })).toMatchObject({ MfaConfiguration: mode });
  });

  test('none of the factors', () => {
    expect(Object.keys(requestOf(off, { PoolName: 'b', MfaConfiguration: 'ON', ...TOTP, ...PASSKEYS })!).sort())
      .toEqual(['DeletionProtection', 'MfaConfiguration', 'PoolName', 'UserPoolId', 'UserPoolTags']);
  });
});

test('SetUserPoolMfaConfig carries the whole, without what no request may carry (H12)', () => {
  const live = withMfa('OPTIONAL', { ...TOTP, ...PASSKEYS, Future: {} }, { SmsConfiguration: SMS, SmsAuthenticationMessage: '' });
  const goal = { settings: { MfaConfiguration: 'ON', SmsMfaConfiguration: {}, EmailMfaConfiguration: {} }, cleared: [] };
  const [set] = planOf(ID, live, goal).calls;
  expect(set.request).toEqual({
    UserPoolId: ID,
    MfaConfiguration: 'ON',
    SmsMfaConfiguration: { SmsConfiguration: SMS },
    SoftwareTokenMfaConfiguration: { Enabled: false },
    EmailMfaConfiguration: {},
    ...PASSKEYS,
    Future: {},
  });
});

describe('the changed paths', () => {
  test.each<[string, Live, JsonObject, string[]]>([
    [
      'are those of the leaves',
      { pool: described },
      { DeletionProtection: 'INACTIVE', UserPoolTags: { team: 'b', new: 'c' } },
      ['DeletionProtection', 'UserPoolTags.team', 'UserPoolTags.new'],
    ],
    ['are none where nothing is written', { pool: described }, { DeletionProtection: 'ACTIVE' }, []],
    [
      'name twins by their new name',
      { pool: described },
      { SmsVerificationMessage: 'Code {####}' },
      ['VerificationMessageTemplate.SmsMessage'],
    ],
    [
      'name the mode once, though both calls have it',
      off,
      { MfaConfiguration: 'ON', ...TOTP },
      ['MfaConfiguration', 'SoftwareTokenMfaConfiguration.Enabled'],
    ],
    [
      'name SMS as a factor and its settings',
      off,
      { MfaConfiguration: 'ON', SmsMfaConfiguration: { SmsConfiguration: SMS } },
      ['SmsConfiguration.SnsCallerArn', 'MfaConfiguration', 'SmsMfaConfiguration'],
    ],
    [
      'name what goes for being excluded',
      { pool: { ...described, SmsConfiguration: SMS } },
      { SmsConfiguration: { EumsSms: { CallerArn: 'r' } } },
      ['SmsConfiguration.SnsCallerArn', 'SmsConfiguration.EumsSms.CallerArn'],
    ],
  ])('%s', (_title, live, declared, expected) => {
    expect(planOf(ID, live, { settings: declared, cleared: [] }).changedPaths.map((path) => formatPath(path)).sort()).toEqual([...expected].sort());
  });
});
