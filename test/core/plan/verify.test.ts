import type { Goal } from '../../../src/core/plan/goal';
import type { Comparable } from '../../../src/core/plan/live';
import { verify } from '../../../src/core/plan/verify';
import type { Call } from '../../../src/core/wire/api';
import type { JsonObject } from '../../../src/core/wire/json';
import { formatPath } from '../../../src/core/wire/path';

const pool = (settings: JsonObject | undefined): Comparable => ({ pool: settings, mfa: undefined });
/** Nothing was as it is now. */
const held = (expected: Comparable, found: Comparable, goal: Goal, calls: readonly Call[]) =>
  verify({ before: { pool: undefined, mfa: undefined }, expected, found }, goal, calls);
const asked = (settings: JsonObject): Goal => ({ settings, cleared: [] });
/** A call that carries so much of the pool. */
const update = (request: JsonObject = {}): Call[] => [{ action: 'UpdateUserPool', request }];
const text = (paths: readonly (readonly string[])[]) => paths.map((path) => formatPath(path));

interface Expected {
  readonly unmet?: string[];
  readonly lost?: string[];
}

describe('of the pool', () => {
  test.each<[string, JsonObject | undefined, JsonObject | undefined, JsonObject, Expected]>([
    ['all is well', { UserPoolTags: { a: '1' } }, { UserPoolTags: { a: '1' } }, {}, {}],
    [
      'a declared leaf that is another is unmet',
      { PoolName: 'a' },
      { PoolName: 'b' },
      { PoolName: 'a' },
      { unmet: ['PoolName'] },
    ],
    [
      'a declared leaf that is gone is unmet',
      { UserPoolTags: { a: '1' } },
      undefined,
      { UserPoolTags: { a: '1' } },
      { unmet: ['UserPoolTags.a'] },
    ],
    [
      'a declared default that is another is unmet',
      undefined,
      { DeletionProtection: 'ACTIVE' },
      { DeletionProtection: 'INACTIVE' },
      { unmet: ['DeletionProtection'] },
    ],
    [
      'another leaf that is gone is lost',
      { LambdaConfig: { PreSignUp: 'a' } },
      {},
      { PoolName: 'a' },
      { lost: ['LambdaConfig.PreSignUp'] },
    ],
    [
      'a sibling of a declared leaf is another leaf',
      { UserPoolTags: { a: '1', b: '2' } },
      { UserPoolTags: { a: '1' } },
      { UserPoolTags: { a: '1' } },
      { lost: ['UserPoolTags.b'] },
    ],
    [
      'an empty structure declares none of its members',
      { LambdaConfig: { PreSignUp: 'a' } },
      {},
      { LambdaConfig: {} },
      { lost: ['LambdaConfig.PreSignUp'] },
    ],
    [
      'another leaf that is another is somebody else\'s and stays',
      { UserPoolTags: { b: '2' } },
      { UserPoolTags: { b: '3' } },
      {},
      {},
    ],
    ['another leaf that is new is somebody else\'s and stays', {}, { UserPoolTags: { b: '3' } }, {}, {}],
    [
      'a list counts whole',
      { AutoVerifiedAttributes: ['email'] },
      { AutoVerifiedAttributes: ['email', 'phone_number'] },
      { AutoVerifiedAttributes: ['email'] },
      { unmet: ['AutoVerifiedAttributes'] },
    ],
    ['what nobody knows is lost like the rest', { Future: { A: { B: 1 } } }, { Future: { A: {} } }, {}, { lost: ['Future.A.B'] }],
    [
      'a twin is declared under either name',
      { VerificationMessageTemplate: { SmsMessage: 'a' } },
      {},
      { SmsVerificationMessage: 'a' },
      { unmet: ['VerificationMessageTemplate.SmsMessage'] },
    ],
    [
      'SMS settings are declared in the factor too',
      { SmsConfiguration: { ExternalId: 'a' } },
      {},
      { SmsMfaConfiguration: { SmsConfiguration: { ExternalId: 'a' } } },
      { unmet: ['SmsConfiguration.ExternalId'] },
    ],
  ])('%s', (_title, expected, found, declared, { unmet = [], lost = [] }) => {
    const deviations = held(pool(expected), pool(found), asked(declared), update());
    expect({ unmet: text(deviations.unmet), lost: text(deviations.lost) }).toEqual({ unmet, lost });
  });

  test('the lost values come as a document, and nothing else does', () => {
    const lost = { LambdaConfig: { PreSignUp: 'a' }, UserPoolTags: { 'a.b': 'c' } };
    const expected = pool({ ...lost, LambdaConfig: { PreSignUp: 'a', PostConfirmation: 'b' }, PoolName: 'p' });
    const found = pool({ LambdaConfig: { PostConfirmation: 'b' } });
    expect(held(expected, found, asked({ PoolName: 'p' }), update()).lostValues).toEqual(lost);
  });
});

describe('what our calls said explicitly, they cannot have lost', () => {
  const TAGS = { UserPoolTags: { a: '1' } };
  const set = (request: JsonObject): Call[] => [{ action: 'SetUserPoolMfaConfig', request }];
  const SMS = { SmsConfiguration: { ExternalId: 'a' } };
  test.each<[string, JsonObject, readonly Call[], readonly string[]]>([
    ['a value that the request carried is somebody else\'s', TAGS, update(TAGS), []],
    ['a value that it did not carry is lost', TAGS, update({ PoolName: 'p' }), ['UserPoolTags.a']],
    ['a value of the pool is not in the way of the other call', TAGS, set({ MfaConfiguration: 'OFF' }), []],
    ['but for what they share, where it was not carried', SMS, set({ MfaConfiguration: 'OFF' }), ['SmsConfiguration.ExternalId']],
    ['and where it was, it is somebody else\'s', SMS, set({ SmsMfaConfiguration: SMS }), []],
    ['twins are carried under either name', { VerificationMessageTemplate: { SmsMessage: 'a' } }, update({ SmsVerificationMessage: 'a' }), []],
  ])('%s', (_title, expected, calls, lost) => {
    expect(text(held(pool(expected), pool(undefined), asked({}), calls).lost)).toEqual(lost);
  });
});

test('what was cleared and is still there was kept, what is another value is the service\'s, and what is declared in its place is unmet', () => {
  const goal = { settings: { UserPoolTags: { a: '1' } }, cleared: [['UserPoolTags'], ['DeviceConfiguration']] };
  const found = pool({ UserPoolTags: { a: '2', b: '3' }, DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } });
  const before = pool({ UserPoolTags: { a: '2', b: '0' }, DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } });
  const { unmet, kept } = verify({ before, expected: pool({ UserPoolTags: { a: '1' } }), found }, goal, update());
  expect([text(unmet), text(kept)]).toEqual([['UserPoolTags.a'], ['DeviceConfiguration.ChallengeRequiredOnNewDevice']]);
});

describe('of MFA', () => {
  const mfa = (settings: JsonObject | undefined): Comparable => ({ pool: undefined, mfa: settings });
  const TOTP = { SoftwareTokenMfaConfiguration: { Enabled: true } };

  test('a declared factor that is not there is unmet', () => {
    expect(text(held(mfa(TOTP), mfa(undefined), asked(TOTP), update()).unmet)).toEqual(['SoftwareTokenMfaConfiguration.Enabled']);
  });

  test('a factor that is gone is lost, and not declared for once, since no read tells the factors whole (H3)', () => {
    const { lost, lostValues } = held(mfa(TOTP), mfa(undefined), asked({ PoolName: 'p' }), update());
    expect(text(lost)).toEqual(['SoftwareTokenMfaConfiguration.Enabled']);
    expect(lostValues).toBeUndefined();
  });

  test('a factor that ended with the mode, which somebody else changed, is not lost', () => {
    const [expected, found] = [{ pool: { MfaConfiguration: 'ON' }, mfa: TOTP }, { pool: {}, mfa: undefined }];
    expect(held(expected, found, asked({ PoolName: 'p' }), update({ MfaConfiguration: 'ON' }))).toMatchObject({ unmet: [], lost: [] });
  });

  test('a factor that somebody else added stays', () => {
    expect(held(mfa(undefined), mfa(TOTP), asked({ PoolName: 'p' }), update())).toMatchObject({ unmet: [], lost: [] });
  });
});
