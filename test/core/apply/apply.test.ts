import { EmbeddedCognito, fault, freshPool, poolWithEverything, type Seed } from '../../../local/cognito';
import { Aborted } from '../../../src/core/apply/aborted';
import { ServiceError, type UserPoolPort } from '../../../src/core/apply/port';
import { Problem } from '../../../src/core/problem';
import type { JsonObject } from '../../../src/core/wire/json';
import { deploy } from '../../support/deploy';
import { portTo } from '../../support/in-process-port';

const SMS: JsonObject = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'id', SnsRegion: 'us-east-1' };
const TOTP: JsonObject = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const TOTP_ALONE: JsonObject = { MfaConfiguration: 'OPTIONAL', ...TOTP };
const PROTECTED: JsonObject = { DeletionProtection: 'ACTIVE' };

const freshWith = (members: JsonObject, rest: Partial<Seed> = {}): Seed =>
  ({ pool: { ...freshPool().pool, ...members }, ...rest });
const SMS_AND_TOTP = freshWith({ MfaConfiguration: 'OPTIONAL', SmsConfiguration: SMS }, { mfa: TOTP, factors: { sms: true } });

/** A pool, the calls made to it, and the update as the Lambda runs it. */
function world(seed: Seed = freshPool()) {
  const cognito = new EmbeddedCognito();
  const id = cognito.seed(seed);
  return {
    cognito,
    id,
    run: (declared: JsonObject, previous?: JsonObject) =>
      deploy(portTo(cognito), id, { UserPoolId: id, Settings: declared }, previous && { UserPoolId: id, Settings: previous }),
    calls: () => cognito.requests.map(({ action }) => action),
    /** Somebody else, who echoes as carefully as we do. */
    other: (members: JsonObject) => void otherWriter(cognito, id, members),
  };
}

function otherWriter(cognito: EmbeddedCognito, id: string, members: JsonObject) {
  const { Policies, LambdaConfig, EmailConfiguration, DeletionProtection, UserPoolTags } = cognito.pool(id);
  const tags = Object.entries(UserPoolTags as JsonObject).filter(([key]) => !key.startsWith('aws:'));
  const pool = { Policies, LambdaConfig, EmailConfiguration, DeletionProtection, UserPoolTags: Object.fromEntries(tags) };
  return cognito.otherWriter('UpdateUserPool', { UserPoolId: id, ...pool, ...members });
}

/** The settings, apart from the time of the last write. */
function settings(cognito: EmbeddedCognito, id: string) {
  const { LastModifiedDate: _, ...pool } = cognito.pool(id);
  return { pool, mfa: cognito.mfa(id), factors: cognito.factors(id) };
}

const AS_BEFORE = { left: [], isCertain: true };

/** What the run failed with. */
const failure = async (run: Promise<unknown>): Promise<unknown> => run.then(() => 'no failure', (error: unknown) => error);

/** What the pool is not, in the sentence of a run that found it so. */
async function deviations(run: Promise<unknown>): Promise<string> {
  const error = await failure(run);
  expect(error).toBeInstanceOf(Aborted);
  const { message } = (error as Aborted).reason as Problem;
  return /^the pool is not as expected after the write: (.*); something else may be writing/.exec(message)?.[1] ?? message;
}

const READ = ['DescribeUserPool'];
const READ_ALL = ['DescribeUserPool', 'GetUserPoolMfaConfig'];
const UPDATE = 'UpdateUserPool';
const SET = 'SetUserPoolMfaConfig';

describe('the calls of a run', () => {
  const withPasskeys = freshWith({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } });
  test.each<[string, Seed, JsonObject, string[]]>([
    ['no change is one read', freshPool(), { DeletionProtection: 'INACTIVE' }, READ],
    ['nothing declared is one read', freshPool(), {}, READ],
    ['a change is two reads and one write', freshPool(), PROTECTED, [...READ, UPDATE, ...READ]],
    ['no change with MFA in play is two reads', poolWithEverything(), PROTECTED, READ_ALL],
    [
      'a change with MFA in play is four reads and one write',
      poolWithEverything(),
      { DeletionProtection: 'INACTIVE' },
      [...READ_ALL, UPDATE, ...READ_ALL],
    ],
    ['a change with passkeys in play is four reads and one write', withPasskeys, PROTECTED, [...READ_ALL, UPDATE, ...READ_ALL]],
    ['a change of MFA alone is four reads and one write', freshPool(), TOTP_ALONE, [...READ_ALL, SET, ...READ_ALL]],
    [
      'a change of both is four reads and two writes',
      freshPool(),
      { ...PROTECTED, ...TOTP_ALONE },
      [...READ_ALL, UPDATE, SET, ...READ_ALL],
    ],
  ])('%s', async (_title, seed, declared, calls) => {
    const pool = world(seed);
    await pool.run(declared);
    expect(pool.calls()).toEqual(calls);
  });

  test('the changed paths come sorted', async () => {
    const { changedPaths } = await world().run({ UserPoolTags: { 'b': '1', 'a b': '2' }, ...TOTP_ALONE, ...PROTECTED });
    expect(changedPaths).toEqual([
      'DeletionProtection', 'MfaConfiguration', 'SoftwareTokenMfaConfiguration.Enabled', 'UserPoolTags.b', 'UserPoolTags["a b"]',
    ]);
  });

  test('declared settings that cannot be understood make no call at all', async () => {
    const { cognito, id, calls } = world();
    const properties = { Settings: { Policies: { PasswordPolicy: { MinimumLength: 'long' } } } };
    expect(await failure(deploy(portTo(cognito), id, properties))).toBeInstanceOf(Problem);
    expect(calls()).toEqual([]);
  });
});

describe('another writer', () => {
  test('who is faster by a moment makes the whole run begin again, and keeps what is theirs', async () => {
    const { cognito, id, run, calls, other } = world();
    const before = () => other({ UserPoolTags: { theirs: 'yes' } });
    cognito.faults.add({ action: UPDATE, before, fault: fault.concurrentModification() });
    expect(await run({ UserPoolTags: { ours: 'yes' } })).toEqual({ changedPaths: ['UserPoolTags.ours'] });
    expect(cognito.pool(id).UserPoolTags).toMatchObject({ ours: 'yes', theirs: 'yes' });
    expect(calls()).toEqual([...READ, UPDATE, ...READ, UPDATE, ...READ]);
  });

  test('who did the same leaves nothing to do', async () => {
    const { cognito, run, calls, other } = world();
    cognito.faults.add({ action: UPDATE, before: () => other(PROTECTED), fault: fault.concurrentModification() });
    expect(await run(PROTECTED)).toEqual({ changedPaths: [] });
    expect(calls()).toEqual([...READ, UPDATE, ...READ]);
  });

  test('who put something back to its default before us did so on purpose: no write of ours could have lost it', async () => {
    const { cognito, id, run, other } = world(freshWith({ UserPoolTags: { theirs: 'yes' } }));
    cognito.faults.add({ action: UPDATE, before: () => other({ UserPoolTags: {} }), fault: fault.concurrentModification() });
    await run(PROTECTED);
    expect(cognito.pool(id).UserPoolTags ?? {}).toEqual({});
  });

  test('of a crowd takes more than one restart, and no repair is lost for it', async () => {
    const { cognito, id, run, other } = world();
    const theirs: Record<string, string> = {};
    [1, 2, 3, 4, 5, 6].forEach((writer) => cognito.faults.add({
      action: UPDATE,
      before: () => {
        theirs[`other${writer}`] = 'yes';
        other({ UserPoolTags: { ...theirs } });
      },
      fault: fault.concurrentModification(),
    }));
    cognito.faults.add({ action: UPDATE, fault: fault.lostReply() });
    await run({ UserPoolTags: { ours: 'yes' } });
    expect(Object.keys(cognito.pool(id).UserPoolTags as JsonObject)).toEqual(expect.arrayContaining(['ours', 'other1', 'other6']));
  });

  test('who never stops is told of in the end, in the service\'s words', async () => {
    const { cognito, run, calls } = world();
    cognito.faults.add({ action: UPDATE, times: Infinity, fault: fault.concurrentModification() });
    expect(await failure(run(PROTECTED))).toMatchObject({ code: 'ConcurrentModificationException', action: UPDATE });
    expect(calls().filter((action) => action === UPDATE)).toHaveLength(9);
  });

  test('between the write and its verification, with another leaf, keeps what is theirs', async () => {
    const { cognito, id, run, calls, other } = world();
    cognito.faults.add({ action: UPDATE, after: () => other({ UserPoolTags: { theirs: 'yes' } }) });
    expect(await run(PROTECTED)).toEqual({ changedPaths: ['DeletionProtection'] });
    expect(cognito.pool(id)).toMatchObject({ ...PROTECTED, UserPoolTags: { theirs: 'yes' } });
    expect(calls()).toEqual([...READ, UPDATE, ...READ]);
  });

  test('between the write and its verification, with our leaf, is overruled', async () => {
    const { cognito, id, run, other } = world();
    cognito.faults.add({ action: UPDATE, after: () => other({ DeletionProtection: 'INACTIVE' }) });
    await run(PROTECTED);
    expect(cognito.pool(id)).toMatchObject(PROTECTED);
  });

  test('between the read and the write, with our leaf, is overruled', async () => {
    const { cognito, id, run, other } = world();
    cognito.faults.add({ action: UPDATE, before: () => other({ UserPoolTags: { team: 'theirs' } }) });
    await run({ UserPoolTags: { team: 'ours' } });
    expect(cognito.pool(id).UserPoolTags).toMatchObject({ team: 'ours' });
  });

  test('who overrules us again and again is told of by path', async () => {
    const { cognito, run, other } = world();
    cognito.faults.add({ action: UPDATE, times: Infinity, after: () => other({ DeletionProtection: 'INACTIVE' }) });
    expect(await deviations(run(PROTECTED))).toBe('not as declared: DeletionProtection');
  });
});

describe('a value that somebody else put back to its default after our write', () => {
  const seed = freshWith({ LambdaConfig: { PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:a' } });

  test('stays so: our request had said it', async () => {
    const pool = world(seed);
    pool.cognito.faults.add({ action: UPDATE, after: () => pool.other({ LambdaConfig: {} }) });
    await pool.run(PROTECTED);
    expect(pool.cognito.pool(pool.id)).toMatchObject({ ...PROTECTED, LambdaConfig: {} });
    expect(pool.calls()).toEqual([...READ, UPDATE, ...READ]);
  });

  test('stays so, factors that ended with the mode included', async () => {
    const pool = world(poolWithEverything());
    const after = () => void pool.cognito.otherWriter(SET, { UserPoolId: pool.id, MfaConfiguration: 'OFF' });
    pool.cognito.faults.add({ action: UPDATE, after });
    await pool.run({ DeletionProtection: 'INACTIVE' });
    expect(pool.cognito.pool(pool.id)).toMatchObject({ DeletionProtection: 'INACTIVE', MfaConfiguration: 'OFF' });
  });
});

describe('a value that a write lost', () => {
  test('is told of by path when it is a second factor, of which no read tells the whole (H3), and what we wrote is taken back', async () => {
    const pool = world(SMS_AND_TOTP);
    const bySms = { UserPoolId: pool.id, MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: { SmsConfiguration: SMS } };
    // UpdateUserPool has no word for factors: what it may do to them nobody has measured (H4).
    pool.cognito.faults.add({ action: UPDATE, after: () => void pool.cognito.otherWriter(SET, bySms) });
    const error = await failure(pool.run(PROTECTED)) as Aborted;
    expect((error.reason as Problem).message).toMatch(/ lost though nobody declared it: SoftwareTokenMfaConfiguration.Enabled;/);
    expect(error.aftermath).toEqual({ left: ['SoftwareTokenMfaConfiguration.Enabled'], isCertain: true });
    expect(pool.calls().filter((action) => action === SET)).toEqual([]);
    expect(pool.cognito.pool(pool.id)).toMatchObject({ DeletionProtection: 'INACTIVE' });
  });
});

describe('an answer that never came', () => {
  test.each([
    ['before the work', fault.reset()],
    ['after the work', fault.lostReply()],
  ])('%s: the pool is as declared in the end', async (_title, lost) => {
    const { cognito, id, run } = world();
    cognito.faults.add({ action: UPDATE, fault: lost });
    expect(await run(PROTECTED)).toEqual({ changedPaths: ['DeletionProtection'] });
    expect(cognito.pool(id)).toMatchObject(PROTECTED);
  });

  test('after the work is no reason to write again', async () => {
    const { cognito, run, calls } = world();
    cognito.faults.add({ action: UPDATE, fault: fault.lostReply() });
    await run(PROTECTED);
    expect(calls()).toEqual([...READ, UPDATE, ...READ]);
  });

  test('to the first of two calls does not keep the second from being made', async () => {
    const { cognito, id, run } = world();
    cognito.faults.add({ action: UPDATE, fault: fault.lostReply() });
    await run({ ...PROTECTED, ...TOTP_ALONE });
    expect(cognito.pool(id)).toMatchObject({ ...PROTECTED, MfaConfiguration: 'OPTIONAL' });
    expect(cognito.factors(id)).toEqual({ sms: false, softwareToken: true, email: false });
  });

  test('to a change of SMS as a factor, which no read shows, is not taken for a change made (H3)', async () => {
    const { cognito, id, run } = world(SMS_AND_TOTP);
    cognito.faults.add({ action: SET, fault: fault.reset() });
    await run(TOTP_ALONE);
    expect(cognito.factors(id)).toEqual({ sms: false, softwareToken: true, email: false });
  });

  test('ever is told of after three rounds', async () => {
    const { cognito, run, calls } = world();
    cognito.faults.add({ action: UPDATE, times: Infinity, fault: fault.reset() });
    expect(await failure(run(PROTECTED))).toMatchObject({ reason: { code: 'NoAnswer', action: UPDATE }, aftermath: AS_BEFORE });
    expect(calls().filter((action) => action === UPDATE)).toHaveLength(3);
  });
});

describe('a refusal', () => {
  const denied = fault.accessDenied('cognito-idp:SetUserPoolMfaConfig');
  const DENIED = { code: 'AccessDeniedException', action: SET };

  test('of the first call leaves the pool as it was and is told in the service\'s words', async () => {
    const { cognito, id, run } = world();
    const before = cognito.pool(id);
    cognito.faults.add({ action: UPDATE, fault: fault.refusal('InvalidParameterException', 'The message is invalid.') });
    const error = await failure(run({ ...PROTECTED, ...TOTP_ALONE }));
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ code: 'InvalidParameterException', message: 'The message is invalid.', action: UPDATE });
    expect(cognito.pool(id)).toEqual(before);
  });

  test('of the second call takes back what the first one did', async () => {
    const { cognito, id, run, calls } = world();
    const before = settings(cognito, id);
    cognito.faults.add({ action: SET, fault: denied });
    expect(await failure(run({ ...PROTECTED, ...TOTP_ALONE }))).toMatchObject({ reason: DENIED, aftermath: AS_BEFORE });
    expect(settings(cognito, id)).toEqual(before);
    expect(calls()).toEqual([...READ_ALL, UPDATE, SET, ...READ_ALL, UPDATE, ...READ_ALL]);
  });

  test('of the second call in a later round takes back what an earlier one did', async () => {
    const { cognito, id, run } = world();
    const before = settings(cognito, id);
    cognito.faults.add({ action: SET, fault: fault.concurrentModification() });
    cognito.faults.add({ action: SET, nth: 2, fault: denied });
    expect(await failure(run({ ...PROTECTED, ...TOTP_ALONE }))).toMatchObject({ reason: DENIED, aftermath: AS_BEFORE });
    expect(settings(cognito, id)).toEqual(before);
  });

  test('of the pool, when second factors came first, takes those back', async () => {
    const { cognito, id, run, calls } = world(freshWith({ MfaConfiguration: 'ON' }, { mfa: TOTP }));
    const before = settings(cognito, id);
    const firstFactors = { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } };
    cognito.faults.add({ action: UPDATE, fault: fault.refusal('InvalidParameterException', 'no') });
    expect(await failure(run({ ...firstFactors, ...TOTP_ALONE }))).toMatchObject({ reason: { action: UPDATE }, aftermath: AS_BEFORE });
    expect(settings(cognito, id)).toEqual(before);
    expect(calls()).toEqual([...READ_ALL, SET, UPDATE, ...READ_ALL, SET, ...READ_ALL]);
  });

  test('of what another writer made impossible half way takes back our part and leaves theirs', async () => {
    const { cognito, id, run, other } = world();
    const policies = { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } };
    cognito.faults.add({ action: SET, before: () => other(policies), fault: fault.concurrentModification() });
    const error = await failure(run({ ...PROTECTED, MfaConfiguration: 'ON', ...TOTP }));
    expect(error).toMatchObject({ reason: { code: 'InvalidParameterException', action: SET }, aftermath: AS_BEFORE });
    expect(cognito.pool(id)).toMatchObject({ ...policies, DeletionProtection: 'INACTIVE', MfaConfiguration: 'OFF' });
  });

  test('of the verifying read takes back what was done', async () => {
    const { cognito, id, run } = world();
    cognito.faults.add({ action: 'DescribeUserPool', nth: 2, fault: fault.throttling() });
    expect(await failure(run(PROTECTED))).toMatchObject({ reason: { code: 'TooManyRequestsException' }, aftermath: AS_BEFORE });
    expect(cognito.pool(id)).toMatchObject({ DeletionProtection: 'INACTIVE' });
  });

  test('of every read after the first write leaves it open what the pool is', async () => {
    const { cognito, run } = world();
    cognito.faults.add({ action: 'DescribeUserPool', nth: 2, times: Infinity, fault: fault.throttling() });
    expect(await failure(run(PROTECTED))).toMatchObject({ aftermath: { left: ['DeletionProtection'], isCertain: false } });
  });

  test('of the way back says what is not as before', async () => {
    const { cognito, run } = world();
    cognito.faults.add({ action: SET, times: Infinity, fault: denied });
    cognito.faults.add({ action: UPDATE, nth: 2, times: Infinity, fault: fault.concurrentModification() });
    expect(await failure(run({ ...PROTECTED, ...TOTP_ALONE }))).toMatchObject({ aftermath: { left: ['DeletionProtection'], isCertain: true } });
  });

  test('of the first read is told, with nothing done', async () => {
    const { cognito } = world();
    const error = await failure(deploy(portTo(cognito), 'us-east-1_Nobody1', { Settings: PROTECTED }));
    expect(error).toMatchObject({ code: 'ResourceNotFoundException', action: 'DescribeUserPool' });
  });
});

test('changed paths of a first call count, also when the second met another writer', async () => {
  const { cognito, run } = world();
  cognito.faults.add({ action: SET, fault: fault.concurrentModification() });
  expect(await run({ ...PROTECTED, ...TOTP_ALONE })).toEqual({
    changedPaths: ['DeletionProtection', 'MfaConfiguration', 'SoftwareTokenMfaConfiguration.Enabled'],
  });
});

test('a repair of the pool does not set its second factors again', async () => {
  const { cognito, id, run, calls, other } = world(SMS_AND_TOTP);
  const after = () => other({ MfaConfiguration: 'OPTIONAL', SmsConfiguration: SMS, DeletionProtection: 'INACTIVE' });
  cognito.faults.add({ action: SET, after });
  await run({ ...TOTP_ALONE, ...PROTECTED });
  expect(cognito.pool(id)).toMatchObject(PROTECTED);
  expect(calls().filter((action) => action === SET)).toHaveLength(1);
});

test('a fault that is not of the service passes through as it is', async () => {
  const bug = new TypeError('a fault of ours');
  const port: UserPoolPort = {
    describeUserPool: () => Promise.reject(bug),
    getUserPoolMfaConfig: () => Promise.reject(bug),
    updateUserPool: () => Promise.reject(bug),
    setUserPoolMfaConfig: () => Promise.reject(bug),
    wayBack: () => port,
  };
  expect(await failure(deploy(port, 'us-east-1_Example1', {}))).toBe(bug);
});
