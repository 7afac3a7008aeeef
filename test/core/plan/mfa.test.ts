import { observableMfa } from '../../../src/core/plan/factors';
import { isMfaInPlay, isMfaManaged, planMfa } from '../../../src/core/plan/mfa';
import { withSharedSms } from '../../../src/core/plan/shared-sms';
import { Problem } from '../../../src/core/problem';
import type { JsonObject } from '../../../src/core/wire/json';
import { formatPath } from '../../../src/core/wire/path';

const SMS: JsonObject = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'id' };
const MESSAGE = 'Code {####}';
const TOTP: JsonObject = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const NO_TOTP: JsonObject = { SoftwareTokenMfaConfiguration: { Enabled: false } };
const EMAIL: JsonObject = { EmailMfaConfiguration: { Message: MESSAGE, Subject: 'Code' } };
/** As GetUserPoolMfaConfig reports it wherever the pool can send SMS (H3). */
const SMS_BLOCK: JsonObject = { SmsMfaConfiguration: { SmsConfiguration: SMS, SmsAuthenticationMessage: MESSAGE } };
const PASSKEYS: JsonObject = { WebAuthnConfiguration: { RelyingPartyId: 'auth.example.com', UserVerification: 'required' } };

/** The pool as it is to be: able to send SMS, its phone numbers not verified by themselves. */
const POOL: JsonObject = { SmsConfiguration: SMS, SmsAuthenticationMessage: MESSAGE };

const off: JsonObject = { MfaConfiguration: 'OFF' };
const optional: JsonObject = { MfaConfiguration: 'OPTIONAL' };
const on: JsonObject = { MfaConfiguration: 'ON' };
const smsDeclared: JsonObject = { SmsMfaConfiguration: {} };

interface Given {
  readonly live: JsonObject;
  readonly declared: JsonObject;
  readonly pool?: JsonObject;
  readonly previous?: JsonObject;
}

const plan = ({ live, declared, pool = POOL, previous }: Given) => planMfa(live, { settings: declared, cleared: [] }, pool, previous);
const differs = (given: Given) => plan(given).differs.map((path) => formatPath(path));

describe('what SetUserPoolMfaConfig shall say', () => {
  test.each<[string, Given, JsonObject]>([
    [
      'OFF bears no factor block, though the pool reports one (H2)',
      { live: { ...optional, ...SMS_BLOCK, ...TOTP }, declared: off },
      off,
    ],
    [
      'OFF bears no factor block, though one is declared to be off (H2)',
      { live: { ...optional, ...TOTP }, declared: { ...off, ...NO_TOTP } },
      off,
    ],
    ['OFF bears the passkeys (H2)', { live: { ...optional, ...TOTP, ...PASSKEYS }, declared: off }, { ...off, ...PASSKEYS }],
    [
      'TOTP alone says nothing of SMS, though the pool reports its block (H3)',
      { live: { ...off, ...SMS_BLOCK }, declared: { ...optional, ...TOTP } },
      { ...optional, ...TOTP },
    ],
    [
      'SMS as a factor carries the pool\'s own SMS settings',
      { live: off, declared: { ...optional, ...smsDeclared } },
      { ...optional, ...SMS_BLOCK, ...NO_TOTP },
    ],
    [
      'declared factors are the complete set',
      { live: { ...on, ...TOTP, ...EMAIL, ...SMS_BLOCK }, declared: { ...smsDeclared } },
      { ...on, ...SMS_BLOCK, ...NO_TOTP },
    ],
    [
      'email keeps the messages that nobody declares',
      { live: { ...on, ...EMAIL }, declared: { EmailMfaConfiguration: { Subject: 'New' } } },
      { ...on, ...NO_TOTP, EmailMfaConfiguration: { Message: MESSAGE, Subject: 'New' } },
    ],
    [
      'email may come without messages',
      { live: off, declared: { ...on, EmailMfaConfiguration: {} } },
      { ...on, ...NO_TOTP, EmailMfaConfiguration: {} },
    ],
    ['without declared factors TOTP stays', { live: { ...optional, ...TOTP }, declared: on }, { ...on, ...TOTP }],
    [
      'without declared factors email stays',
      { live: { ...optional, ...EMAIL, ...NO_TOTP }, declared: on },
      { ...on, ...EMAIL, ...NO_TOTP },
    ],
    [
      'without declared factors SMS stays where it is the only one',
      { live: { ...optional, ...SMS_BLOCK }, declared: on },
      { ...on, ...SMS_BLOCK },
    ],
    [
      'passkeys are merged member by member',
      { live: { ...off, ...PASSKEYS }, declared: { WebAuthnConfiguration: { UserVerification: 'preferred' } } },
      { ...off, WebAuthnConfiguration: { RelyingPartyId: 'auth.example.com', UserVerification: 'preferred' } },
    ],
    ['passkeys change nothing of TOTP', { live: { ...on, ...TOTP }, declared: PASSKEYS }, { ...on, ...TOTP, ...PASSKEYS }],
    [
      'members of the future are echoed',
      { live: { ...on, ...TOTP, FutureMfaConfiguration: { A: [1] } }, declared: optional },
      { ...optional, ...TOTP, FutureMfaConfiguration: { A: [1] } },
    ],
    [
      'members of the future inside a factor are echoed',
      { live: { ...on, SoftwareTokenMfaConfiguration: { Enabled: true, Future: 1 } }, declared: { ...optional, ...TOTP } },
      { ...optional, SoftwareTokenMfaConfiguration: { Enabled: true, Future: 1 } },
    ],
    [
      'members of the future inside SMS are echoed',
      {
        live: { ...on, SmsMfaConfiguration: { ...SMS_BLOCK.SmsMfaConfiguration as JsonObject, Future: 1 } },
        declared: { ...optional, ...smsDeclared },
      },
      { ...optional, ...NO_TOTP, SmsMfaConfiguration: { SmsConfiguration: SMS, SmsAuthenticationMessage: MESSAGE, Future: 1 } },
    ],
    [
      'SMS that stays a factor carries the settings that the pool shall have, not those that it has',
      { live: { ...optional, ...SMS_BLOCK }, declared: on, pool: { ...POOL, SmsAuthenticationMessage: 'New {####}' } },
      { ...on, SmsMfaConfiguration: { SmsConfiguration: SMS, SmsAuthenticationMessage: 'New {####}' } },
    ],
    [
      'from OFF without declared factors SMS becomes one, as by UpdateUserPool, where phone numbers are verified (R12)',
      { live: { ...off, ...SMS_BLOCK }, declared: optional, pool: { ...POOL, AutoVerifiedAttributes: ['phone_number'] } },
      { ...optional, ...SMS_BLOCK },
    ],
  ])('%s', (_title, given, expected) => {
    expect(plan(given).expected).toEqual(expected);
  });
});

describe('what is refused before the first write', () => {
  const noFactor = 'MFA that is not OFF needs a second factor';
  test.each<[string, Given, string]>([
    [
      'OFF beside TOTP',
      { live: off, declared: { ...off, ...TOTP } },
      'MfaConfiguration is OFF while SoftwareTokenMfaConfiguration is declared',
    ],
    [
      'OFF beside SMS and email',
      { live: off, declared: { ...off, ...smsDeclared, ...EMAIL } },
      'SmsMfaConfiguration and EmailMfaConfiguration is declared',
    ],
    ['factors for a pool that is OFF, without a mode', { live: off, declared: TOTP }, 'declare mfaConfiguration OPTIONAL or ON'],
    ['ON with TOTP that is off', { live: off, declared: { ...on, ...NO_TOTP } }, noFactor],
    [
      'ON with TOTP that does not say whether it is on',
      { live: off, declared: { ...on, SoftwareTokenMfaConfiguration: {} } },
      noFactor,
    ],
    ['TOTP off where it was the only factor', { live: { ...on, ...TOTP }, declared: NO_TOTP }, noFactor],
    ['from OFF to ON without factors, phone numbers not being verified', { live: off, declared: on }, noFactor],
    [
      'from OFF to ON without factors and without SMS settings',
      { live: off, declared: on, pool: { AutoVerifiedAttributes: ['phone_number'] } },
      noFactor,
    ],
    [
      'SMS without a role',
      { live: off, declared: { ...on, ...smsDeclared }, pool: {} },
      'needs a role to send messages with: declare smsConfiguration',
    ],
    [
      'a stricter mode where nobody can tell whether SMS is a factor (H3)',
      { live: { ...optional, ...TOTP, ...SMS_BLOCK }, declared: on },
      'declare its complete set of factors',
    ],
    [
      'passkeys where nobody can tell whether SMS is a factor (H3)',
      { live: { ...optional, ...EMAIL, ...SMS_BLOCK }, declared: PASSKEYS },
      'declare its complete set of factors',
    ],
  ])('%s', (_title, given, sentence) => {
    expect(() => plan(given)).toThrow(Problem);
    expect(() => plan(given)).toThrow(sentence);
  });

  test.each<[string, Given]>([
    ['OFF, which needs no factors', { live: { ...optional, ...TOTP, ...SMS_BLOCK }, declared: off }],
    ['the mode that the pool has', { live: { ...optional, ...TOTP, ...SMS_BLOCK }, declared: optional }],
    ['the passkeys that the pool has', { live: { ...optional, ...TOTP, ...SMS_BLOCK, ...PASSKEYS }, declared: PASSKEYS }],
    ['declared factors', { live: { ...optional, ...TOTP, ...SMS_BLOCK }, declared: { ...on, ...TOTP } }],
  ])('but never, for not knowing about SMS: %s', (_title, given) => {
    expect(() => plan(given)).not.toThrow();
  });
});

describe('what differs', () => {
  test.each<[string, Given, string[]]>([
    ['nothing under OFF', { live: off, declared: off }, []],
    ['nothing under OFF for the leftovers of former factors', { live: { ...off, ...SMS_BLOCK, ...EMAIL }, declared: off }, []],
    ['nothing where the declared factor is there', { live: { ...on, ...TOTP }, declared: { ...on, ...TOTP } }, []],
    [
      'nothing for TOTP that is off and was never set',
      { live: { ...on, ...EMAIL }, declared: { ...on, ...EMAIL, ...NO_TOTP } },
      [],
    ],
    [
      'nothing for a passkey member that has its default',
      {
        live: { ...off, WebAuthnConfiguration: { RelyingPartyId: 'r' } },
        declared: { WebAuthnConfiguration: { RelyingPartyId: 'r', UserVerification: 'preferred' } },
      },
      [],
    ],
    ['the mode', { live: { ...on, ...TOTP }, declared: { ...optional, ...TOTP } }, ['MfaConfiguration']],
    [
      'a factor that comes',
      { live: { ...on, ...TOTP }, declared: { ...TOTP, ...EMAIL } },
      ['EmailMfaConfiguration.Message', 'EmailMfaConfiguration.Subject'],
    ],
    [
      'a factor that comes without any message',
      { live: { ...on, ...TOTP }, declared: { ...TOTP, EmailMfaConfiguration: {} } },
      ['EmailMfaConfiguration'],
    ],
    ['a factor that goes', { live: { ...on, ...TOTP, ...EMAIL }, declared: EMAIL }, ['SoftwareTokenMfaConfiguration.Enabled']],
    [
      'a passkey member',
      { live: { ...off, ...PASSKEYS }, declared: { WebAuthnConfiguration: { RelyingPartyId: 'other' } } },
      ['WebAuthnConfiguration.RelyingPartyId'],
    ],
    ['SMS that comes', { live: { ...on, ...TOTP }, declared: { ...TOTP, ...smsDeclared } }, ['SmsMfaConfiguration']],
    [
      'SMS that is the only factor and goes',
      { live: { ...on, ...SMS_BLOCK }, declared: TOTP },
      ['SoftwareTokenMfaConfiguration.Enabled', 'SmsMfaConfiguration'],
    ],
    ['SMS that is the only factor and stays', { live: { ...on, ...SMS_BLOCK }, declared: smsDeclared }, []],
    [
      'from OFF to SMS',
      { live: { ...off, ...SMS_BLOCK }, declared: { ...on, ...smsDeclared } },
      ['MfaConfiguration', 'SmsMfaConfiguration'],
    ],
  ])('%s', (_title, given, expected) => {
    expect(differs(given)).toEqual(expected);
  });

  describe('SMS beside another factor, of which no read tells (H3)', () => {
    const live = { ...on, ...TOTP, ...SMS_BLOCK };
    const both = { ...on, ...TOTP, ...smsDeclared };
    const totpAlone = { ...on, ...TOTP };
    test.each<[string, JsonObject, JsonObject | undefined, string[]]>([
      ['is set by the first run that declares it', both, undefined, ['SmsMfaConfiguration']],
      ['is taken off by the first run that does not declare it', totpAlone, undefined, ['SmsMfaConfiguration']],
      ['is known where the run before declared it', both, both, []],
      ['is known where the run before declared the factors without it', totpAlone, totpAlone, []],
      ['goes when it is dropped', totpAlone, both, ['SmsMfaConfiguration']],
      ['comes when it is added', both, totpAlone, ['SmsMfaConfiguration']],
      ['is not known where the run before declared no factors', totpAlone, on, ['SmsMfaConfiguration']],
      ['is not known where the run before had no say in MFA', totpAlone, { PoolName: 'p' }, ['SmsMfaConfiguration']],
      ['is not known where the run before declared MFA to be OFF', totpAlone, { ...off, ...NO_TOTP }, ['SmsMfaConfiguration']],
    ])('%s', (_title, declared, previous, expected) => {
      expect(differs({ live, declared, previous })).toEqual(expected);
    });
  });
});

test.each<[string, JsonObject, boolean]>([
  ['no settings', {}, false],
  ['settings of UpdateUserPool', { SmsConfiguration: SMS, Policies: {} }, false],
  ['the mode, which both calls have', off, true],
  ['a factor', smsDeclared, true],
  ['passkeys', PASSKEYS, true],
  ['members that nobody knows', { FutureMfa: {} }, false],
])('isMfaManaged: %s', (_title, declared, expected) => {
  expect(isMfaManaged({ settings: declared, cleared: [] })).toBe(expected);
});

test('isMfaManaged: what is cleared', () => {
  expect(isMfaManaged({ settings: {}, cleared: [['WebAuthnConfiguration', 'RelyingPartyId']] })).toBe(true);
  expect(isMfaManaged({ settings: {}, cleared: [['DeviceConfiguration']] })).toBe(false);
});

test.each<[string, JsonObject, boolean]>([
  ['not by a pool without MFA', off, false],
  ['not by a pool that says nothing', {}, false],
  [
    'not by first factors other than passkeys',
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    false,
  ],
  ['by a pool with MFA', optional, true],
  ['by a pool with passkeys', { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } }, true],
])('MFA is in play: %s', (_title, pool, expected) => {
  expect(isMfaInPlay(pool)).toBe(expected);
});

test.each<[string, JsonObject, JsonObject | undefined]>([
  ['the mode and the SMS settings are the pool\'s', { ...on, ...SMS_BLOCK }, undefined],
  ['factors under OFF mean nothing', { ...off, ...SMS_BLOCK, ...TOTP, ...EMAIL }, undefined],
  ['factors otherwise are told', { ...on, ...TOTP, ...EMAIL }, { ...TOTP, ...EMAIL }],
  ['TOTP that is off is nothing', { ...on, ...NO_TOTP }, undefined],
  ['email without messages is something', { ...on, EmailMfaConfiguration: {} }, { EmailMfaConfiguration: {} }],
  ['passkeys are told, whatever the mode', { ...off, ...PASSKEYS }, PASSKEYS],
  ['members of the future are told', { ...off, Future: {} }, { Future: {} }],
])('observableMfa: %s', (_title, mfa, expected) => {
  expect(observableMfa(mfa)).toEqual(expected);
});

describe('the members that SmsMfaConfiguration shares with the pool', () => {
  const inFactor = { SmsMfaConfiguration: { SmsConfiguration: SMS, SmsAuthenticationMessage: MESSAGE } };
  test.each<[string, JsonObject, JsonObject]>([
    ['are declared for the pool', inFactor, { ...POOL, ...inFactor }],
    ['may be declared in both places', { ...POOL, ...inFactor }, { ...POOL, ...inFactor }],
    ['are none in an empty factor', smsDeclared, smsDeclared],
    ['are none without a factor', TOTP, TOTP],
    [
      'may be declared in parts that go together',
      { SmsConfiguration: { ExternalId: 'id' }, SmsMfaConfiguration: { SmsConfiguration: { SnsRegion: 'us-east-1' } } },
      {
        SmsConfiguration: { ExternalId: 'id', SnsRegion: 'us-east-1' },
        SmsMfaConfiguration: { SmsConfiguration: { SnsRegion: 'us-east-1' } },
      },
    ],
  ])('%s', (_title, declared, expected) => {
    expect(withSharedSms(declared)).toEqual(expected);
  });

  test.each<[string, JsonObject, string]>([
    [
      'two messages',
      { SmsAuthenticationMessage: 'secret', SmsMfaConfiguration: { SmsAuthenticationMessage: MESSAGE } },
      'SmsAuthenticationMessage and SmsMfaConfiguration.SmsAuthenticationMessage are one setting',
    ],
    [
      'two roles',
      { SmsConfiguration: { SnsCallerArn: 'secret' }, SmsMfaConfiguration: { SmsConfiguration: SMS } },
      'SmsConfiguration and SmsMfaConfiguration.SmsConfiguration are one setting',
    ],
    [
      'two ways to send',
      { SmsConfiguration: { EumsSms: { CallerArn: 'secret' } }, SmsMfaConfiguration: { SmsConfiguration: SMS } },
      'SmsConfiguration and SmsMfaConfiguration.SmsConfiguration are one setting',
    ],
  ])('are refused where they differ: %s', (_title, declared, sentence) => {
    expect(() => withSharedSms(declared)).toThrow(Problem);
    expect(() => withSharedSms(declared)).toThrow(sentence);
    expect(() => withSharedSms(declared)).not.toThrow(/secret/);
  });
});
