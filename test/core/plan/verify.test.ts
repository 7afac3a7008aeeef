import type { Goal } from '../../../src/core/plan/goal';
import type { Comparable } from '../../../src/core/plan/live';
import { verify } from '../../../src/core/plan/verify';
import type { JsonObject } from '../../../src/core/wire/json';
import { formatPath } from '../../../src/core/wire/path';

const pool = (settings: JsonObject | undefined): Comparable => ({ pool: settings, mfa: undefined });
const asked = (settings: JsonObject): Goal => ({ settings, cleared: [] });
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
    [
      'what somebody else replaced by what cannot stand beside it is not lost',
      { SmsConfiguration: { SnsCallerArn: 'a', ExternalId: 'b' } }, { SmsConfiguration: { EumsSms: { CallerArn: 'c' } } }, {}, {},
    ],
  ])('%s', (_title, expected, found, declared, { unmet = [], lost = [] }) => {
    const deviations = verify(pool(expected), pool(found), asked(declared));
    expect({ unmet: text(deviations.unmet), lost: text(deviations.lost) }).toEqual({ unmet, lost });
  });

  test('the lost values come as a document, and nothing else does', () => {
    const lost = { LambdaConfig: { PreSignUp: 'a' }, UserPoolTags: { 'a.b': 'c' } };
    const expected = pool({ ...lost, LambdaConfig: { PreSignUp: 'a', PostConfirmation: 'b' }, PoolName: 'p' });
    const found = pool({ LambdaConfig: { PostConfirmation: 'b' } });
    expect(verify(expected, found, asked({ PoolName: 'p' })).lostValues).toEqual(lost);
  });
});

describe('of MFA', () => {
  const mfa = (settings: JsonObject | undefined): Comparable => ({ pool: undefined, mfa: settings });
  const TOTP = { SoftwareTokenMfaConfiguration: { Enabled: true } };

  test('a declared factor that is not there is unmet', () => {
    expect(text(verify(mfa(TOTP), mfa(undefined), asked(TOTP)).unmet)).toEqual(['SoftwareTokenMfaConfiguration.Enabled']);
  });

  test('a factor that is gone is lost, and not declared for once, since no read tells the factors whole (H3)', () => {
    const { lost, lostValues } = verify(mfa(TOTP), mfa(undefined), asked({ PoolName: 'p' }));
    expect(text(lost)).toEqual(['SoftwareTokenMfaConfiguration.Enabled']);
    expect(lostValues).toBeUndefined();
  });

  test('a factor that somebody else added stays', () => {
    expect(verify(mfa(undefined), mfa(TOTP), asked({ PoolName: 'p' }))).toMatchObject({ unmet: [], lost: [] });
  });
});
