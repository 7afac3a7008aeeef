import type { Declaration } from '../../../src/core/declared/declaration';
import { captureOf } from '../../../src/core/plan/capture';
import { both, NO_GOAL, type Goal } from '../../../src/core/plan/goal';
import type { Live } from '../../../src/core/plan/live';
import { mayRelease, released } from '../../../src/core/plan/release';
import { checkRestorable } from '../../../src/core/plan/restorable';
import type { OnRemoval } from '../../../src/core/wire/contract';
import type { JsonObject } from '../../../src/core/wire/json';
import { formatPath } from '../../../src/core/wire/path';

const FN = 'arn:aws:lambda:us-east-1:123456789012:function:ours';
const OTHER = 'arn:aws:lambda:us-east-1:123456789012:function:theirs';
const KEY = 'arn:aws:kms:us-east-1:123456789012:key/one';
const SENDER = { LambdaVersion: 'V1_0', LambdaArn: FN };
const ROLE = 'arn:aws:iam::123456789012:role/sms';
const TOTP = { SoftwareTokenMfaConfiguration: { Enabled: true } };

const declaring = (settings: JsonObject, onRemoval: OnRemoval = 'RETAIN', more: Partial<Declaration> = {}): Declaration =>
  ({ settings, clear: [], onRemoval, ...more });
const pool = (settings: JsonObject, mfa?: JsonObject): Live => ({ pool: settings, ...mfa && { mfa } });
const shown = (goals: readonly Goal[]) => {
  const { settings, cleared } = goals.reduce(both, NO_GOAL);
  return { settings, cleared: cleared.map((path) => formatPath(path)).sort() };
};
const NOTHING = { settings: {}, cleared: [] };

describe('a dropped trigger is detached, whatever is to become of other settings', () => {
  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['a plain one', { PreSignUp: FN }, { PreSignUp: FN }, ['LambdaConfig.PreSignUp']],
    ['one with a version, as a whole', { InboundFederation: SENDER }, { InboundFederation: SENDER }, ['LambdaConfig.InboundFederation']],
    ['one that has two names', { PreTokenGeneration: FN },
      { PreTokenGeneration: FN, PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: FN } }, ['LambdaConfig.PreTokenGenerationConfig']],
    ['but not one that is another by now', { PreSignUp: FN }, { PreSignUp: OTHER }, []],
    ['nor one that is gone', { PreSignUp: FN }, {}, []],
    ['nor what is no trigger', { KMSKeyID: KEY }, { KMSKeyID: KEY }, []],
  ])('%s', (_title, was, is, cleared) => {
    const goal = released(pool({ LambdaConfig: is }), declaring({}), declaring({ LambdaConfig: was, DeletionProtection: 'ACTIVE' }));
    expect(shown(goal)).toEqual({ settings: {}, cleared });
  });
});

describe('RESET_TO_DEFAULT', () => {
  const reset = (former: JsonObject, live: JsonObject, desired?: JsonObject) =>
    shown(released(pool(live), desired && declaring(desired, 'RESET_TO_DEFAULT'), declaring(former, 'RESET_TO_DEFAULT')));

  test.each<[string, JsonObject, JsonObject, Goal | { settings: JsonObject; cleared: string[] }]>([
    ['says the default where there is a word for it', { DeletionProtection: 'ACTIVE' }, { DeletionProtection: 'ACTIVE' },
      { settings: { DeletionProtection: 'INACTIVE' }, cleared: ['DeletionProtection'] }],
    ['leaves out where there is none', { SmsAuthenticationMessage: 'a {####}' }, { SmsAuthenticationMessage: 'a {####}' },
      { settings: {}, cleared: ['SmsAuthenticationMessage'] }],
    ['goes by the key of a map', { UserPoolTags: { a: '1' } }, { UserPoolTags: { a: '1', b: '2' } },
      { settings: {}, cleared: ['UserPoolTags.a'] }],
    ['finds a message under either of its names', { EmailVerificationMessage: 'a {####}' },
      { VerificationMessageTemplate: { EmailMessage: 'a {####}' } }, { settings: {}, cleared: ['VerificationMessageTemplate.EmailMessage'] }],
    ['knows lists in any order', { AutoVerifiedAttributes: ['email', 'phone_number'] }, { AutoVerifiedAttributes: ['phone_number', 'email'] },
      { settings: { AutoVerifiedAttributes: [] }, cleared: ['AutoVerifiedAttributes'] }],
    ['leaves alone what somebody else has changed since', { UserPoolTags: { a: '1' } }, { UserPoolTags: { a: 'theirs' } }, NOTHING],
    ['has nothing to do where the default was declared', { DeletionProtection: 'INACTIVE' }, {}, NOTHING],
    ['lets the key go with the last sender', { LambdaConfig: { CustomSMSSender: SENDER, KMSKeyID: KEY } },
      { LambdaConfig: { CustomSMSSender: SENDER, KMSKeyID: KEY } },
      { settings: {}, cleared: ['LambdaConfig.CustomSMSSender', 'LambdaConfig.KMSKeyID'] }],
    ['keeps the key for somebody else\'s sender', { LambdaConfig: { CustomSMSSender: SENDER, KMSKeyID: KEY } },
      { LambdaConfig: { CustomSMSSender: SENDER, CustomEmailSender: { ...SENDER, LambdaArn: OTHER }, KMSKeyID: KEY } },
      { settings: {}, cleared: ['LambdaConfig.CustomSMSSender'] }],
  ])('%s', (_title, former, live, goal) => {
    expect(reset(former, live)).toEqual(goal);
    expect(reset(former, live, {})).toEqual(goal);
  });

  test('leaves to the new declaration what it says itself', () => {
    const live = { UserPoolTags: { a: '1' }, DeletionProtection: 'ACTIVE' };
    expect(reset(live, live, { ...live, UserPoolTags: { a: '2' } })).toEqual(NOTHING);
  });

  test('leaves to the new declaration what it takes off by itself', () => {
    const live = { SmsConfiguration: { SnsCallerArn: ROLE } };
    expect(reset(live, live, { SmsConfiguration: { EumsSms: { CallerArn: ROLE } } })).toEqual(NOTHING);
  });

  test('leaves what has no default: it was set under another word, or by an older version', () => {
    const live = { SmsConfiguration: { SnsCallerArn: ROLE } };
    expect(reset(live, live)).toEqual(NOTHING);
  });
});

describe('RESTORE_PREVIOUS', () => {
  const restore = (was: JsonObject, former: JsonObject, live: JsonObject, mfa: { was?: JsonObject; now?: JsonObject } = {}) => {
    const before = captureOf({ pool: was, mfa: mfa.was });
    return shown(released(pool(live, mfa.now), undefined, declaring(former, 'RESTORE_PREVIOUS', { before })));
  };

  test('puts back what was there, and takes off what was not', () => {
    expect(restore(
      { UserPoolTags: { a: 'theirs', c: '3' }, DeletionProtection: 'ACTIVE' },
      { UserPoolTags: { a: 'ours', b: 'ours' }, DeletionProtection: 'ACTIVE' },
      { UserPoolTags: { a: 'ours', b: 'ours', c: '4' }, DeletionProtection: 'ACTIVE' },
    )).toEqual({ settings: { UserPoolTags: { a: 'theirs' } }, cleared: ['UserPoolTags.a', 'UserPoolTags.b'] });
  });

  test('puts back another trigger', () => {
    expect(restore({ LambdaConfig: { PreSignUp: OTHER } }, { LambdaConfig: { PreSignUp: FN } }, { LambdaConfig: { PreSignUp: FN } }))
      .toEqual({ settings: { LambdaConfig: { PreSignUp: OTHER } }, cleared: ['LambdaConfig.PreSignUp'] });
  });

  test('puts back what was cleared', () => {
    const before = captureOf({ pool: { EmailConfiguration: { From: 'a@example.com' } } });
    const former = declaring({}, 'RESTORE_PREVIOUS', { before, clear: [['EmailConfiguration']] });
    expect(shown(released(pool({}), undefined, former)).settings).toEqual({ EmailConfiguration: { From: 'a@example.com' } });
  });

  test('puts back what could not stand beside what was declared', () => {
    const [was, ours] = [{ SnsCallerArn: ROLE, ExternalId: 'x' }, { EumsSms: { CallerArn: ROLE } }];
    const goal = restore({ SmsConfiguration: was }, { SmsConfiguration: ours }, { SmsConfiguration: ours });
    expect(goal.settings).toEqual({ SmsConfiguration: was });
  });

  test('puts second factors back together, with the mode', () => {
    const was = { MfaConfiguration: 'ON', EmailMfaConfiguration: { Subject: 'theirs' } };
    const now = { MfaConfiguration: 'OPTIONAL', ...TOTP };
    expect(restore({ MfaConfiguration: 'ON' }, now, { MfaConfiguration: 'OPTIONAL' }, { was, now }).settings)
      .toEqual({ MfaConfiguration: 'ON', EmailMfaConfiguration: { Subject: 'theirs' } });
  });

  test('leaves second factors alone that somebody else has changed since', () => {
    const now = { MfaConfiguration: 'OPTIONAL', ...TOTP, EmailMfaConfiguration: {} };
    const former = { MfaConfiguration: 'OPTIONAL', ...TOTP };
    expect(restore({ MfaConfiguration: 'OPTIONAL' }, former, { MfaConfiguration: 'OPTIONAL' }, { was: { MfaConfiguration: 'OPTIONAL' }, now }))
      .toEqual(NOTHING);
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    ['what could not be taken off', { pool: {} }, { SmsConfiguration: { SnsCallerArn: ROLE } }, 'smsConfiguration.snsCaller [SmsConfiguration.SnsCallerArn]: no proven way'],
    ['factors of which nobody knows', {
      pool: {}, mfa: { MfaConfiguration: 'ON', ...TOTP, SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: ROLE } } },
    }, TOTP, 'the second factors, since Cognito does not tell whether SMS was one of them'],
  ])('is refused before anything is written for %s', (_title, live, settings, reason) => {
    const before = captureOf(live as unknown as Live);
    expect(() => checkRestorable(declaring(settings, 'RESTORE_PREVIOUS', { before })))
      .toThrow(`nothing was changed: onRemoval RESTORE_PREVIOUS could not be kept for ${reason}`);
  });

  test('without a capture is a mistake of whoever invoked the function', () => {
    expect(() => checkRestorable(declaring({}, 'RESTORE_PREVIOUS'))).toThrow('invoke this function through the construct');
  });
});

test.each<[string, Declaration, boolean]>([
  ['settings that are retained', declaring({ DeletionProtection: 'ACTIVE' }), false],
  ['a trigger', declaring({ LambdaConfig: { PreSignUp: FN } }), true],
  ['settings that are reset', declaring({ DeletionProtection: 'ACTIVE' }, 'RESET_TO_DEFAULT'), true],
])('whether a deletion has to read the pool: %s', (_title, declaration, expected) => {
  expect(mayRelease(declaration)).toBe(expected);
});
