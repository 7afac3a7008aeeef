import { observedOmissions } from './probe-observed';
import { ACCOUNT, GIVEN, objects, poolsOf, runProbe, type Run } from './probe-support';
import { EmbeddedCognito, fakeClock, fault, type OmissionMode } from '../../local/cognito';
import { EVIDENCE, NESTED_EVIDENCE } from '../../src/core/ledger/evidence';
import { LEDGER, type SettingName } from '../../src/core/ledger/ledger';
import { FakeClock } from '../handler/support';
import { runCli } from '../support/cli';

const NOVEMBER = Date.UTC(2026, 10, 22, 23, 59);
const cognitoOf = (omission: OmissionMode) => new EmbeddedCognito({ omission, clock: fakeClock(NOVEMBER) });

test('does nothing unless it is asked to in so many words', async () => {
  const { code, stdout, stderr } = await runCli(['probe', '--region', 'us-east-1', '--endpoint-url', 'http://127.0.0.1:1']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe('cdk-cognito-user-pool-settings: probe makes a user pool in the account of these credentials, '
    + 'changes its settings a few hundred times and deletes it: say that you want this by --create-and-delete-a-user-pool\n');
});

describe.each<[OmissionMode, string, number]>([
  ['asMeasured', 'asKnown', 0],
  ['allReset', 'allReset', 2],
  ['allKept', 'allKept', 2],
])('a Cognito whose omissions are %s', (mode, pattern, exitCode) => {
  const cognito = cognitoOf(mode);
  let run: Run;
  beforeAll(async () => { run = await runProbe(cognito); });

  test('is found out, member by member', () => {
    const rows = Object.fromEntries(objects(run.json.rows).map(({ member, omission }) => [member as string, omission]));
    expect(rows).toEqual(observedOmissions(mode));
  });

  test('is told in a word, by an exit code, and with a date of the service', () => {
    expect(run.failure).toBeUndefined();
    expect({ ...run.json, rows: [], answers: [], skipped: [], calls: 0 }).toMatchObject({ region: 'us-east-1', date: '2026-11-22', pattern });
    expect(run.exitCode).toBe(exitCode);
    expect(run.text).toContain(String(run.json.summary));
    expect(run.text).toContain("  DcrConfiguration: { omission: kept('probe, us-east-1, 2026-11-22') },");
  });

  test('is marked where it contradicts the ledger', () => {
    const marked = objects(run.json.rows).filter(({ contradicts }) => contradicts !== null).map(({ member }) => member);
    const known = { ...EVIDENCE, ...NESTED_EVIDENCE };
    const expected = Object.entries(observedOmissions(mode)).filter(([member, outcome]) => {
      const effect = known[member as SettingName]?.omission?.effect ?? 'unknown';
      return effect !== 'unknown' && effect !== outcome;
    });
    expect(marked.sort()).toEqual(expected.map(([member]) => member).sort());
    const doubts = objects(run.json.answers).filter(({ contradicts }) => contradicts !== null).map(({ id }) => id);
    expect(doubts).toEqual(mode === 'allReset' ? ['update-and-totp'] : []);
    expect(run.text.match(/\/\/ contradicts: /g) ?? []).toHaveLength(marked.length + doubts.length);
  });

  test('is left without a pool, and was asked for nothing but pools', () => {
    expect(poolsOf(cognito)).toEqual([]);
    const actions = cognito.requests.map(({ action }) => action);
    expect(actions.filter((action) => action === 'CreateUserPool')).toHaveLength(1);
    expect(new Set(actions)).toEqual(new Set([
      'DescribeUserPool', 'UpdateUserPool', 'DeleteUserPool', 'GetUserPoolMfaConfig', 'SetUserPoolMfaConfig', 'CreateUserPool',
    ]));
    const created = cognito.requests.findIndex(({ action }) => action === 'CreateUserPool');
    expect(cognito.requests[created].request).toEqual({
      PoolName: expect.stringMatching(/^cdk-cognito-user-pool-settings-probe-[a-z0-9]{10}$/),
      UserPoolTags: { 'cdk-cognito-user-pool-settings': 'probe' },
    });
    expect(new Set(cognito.requests.slice(created + 1).map(({ request }) => request.UserPoolId)).size).toBe(1);
  });

  test('is asked not more often than is said', () => {
    expect(run.json.calls).toBe(cognito.requests.length);
    expect(cognito.requests.length).toBeLessThanOrEqual(470);
  });

  test('says of every member of the ledger what it is, or why that was not measured', () => {
    const told = [...objects(run.json.rows), ...objects(run.json.skipped)].map(({ member }) => member);
    for (const member of [...Object.keys(LEDGER.members), ...Object.keys(NESTED_EVIDENCE)]) expect(told).toContain(member);
    expect(objects(run.json.skipped)).toEqual([
      { member: 'SmsConfiguration.EumsSms', action: 'UpdateUserPool', reason: 'has no value that stands beside the rest of SmsConfiguration' },
      { member: 'SmsMfaConfiguration', action: 'SetUserPoolMfaConfig', reason: 'is described the same whether or not it is set' },
    ]);
  });

  test('keeps what nobody else needs to know', () => {
    const said = `${JSON.stringify(run.json)}\n${run.text}`;
    expect(said).not.toMatch(new RegExp(`${ACCOUNT}|arn:|us-east-1_|${GIVEN.smsExternalId}|mail\\.example\\.org`));
  });
});

test('the other answers are those of the service', async () => {
  const { json } = await runProbe(cognitoOf('asMeasured'));
  const outcomes = Object.fromEntries(objects(json.answers).map(({ id, outcome }) => [id as string, outcome as string]));
  expect(outcomes).toMatchObject({
    'update-and-totp': 'left alone',
    'update-and-email-mfa': 'left alone',
    'update-and-passkeys': 'left alone',
    'set-with-id-alone': 'MfaConfiguration OFF, authenticator app reset, passkeys reset',
    'sms-factor-left-out': 'reset: it is none any more',
    'unknown-members': 'by UpdateUserPool: accepted, described; by UpdateUserPool, within PasswordPolicy: accepted, described; '
      + 'by SetUserPoolMfaConfig: accepted, described',
    'tier-changes': 'to LITE: accepted, LITE; to PLUS: accepted, PLUS; back to LITE: accepted, LITE; to ESSENTIALS: accepted, ESSENTIALS',
  });
  expect(outcomes['update-with-id-alone']).toMatch(/^kept: Policies, UserAttributeUpdateSettings, .*; reset: .*DeletionProtection.*; as one by one$/);
  expect(outcomes['sms-configuration-back']).toMatch(/^left out: accepted, gone; an empty SnsCallerArn: refused \(InvalidParameterException: /);
  expect(objects(json.answers).find(({ id }) => id === 'aws-tag')).toMatchObject({
    error: { code: 'UserPoolTaggingException', message: 'aws: prefixed tag key names are not allowed for external use.' },
  });
});

test('a Cognito that refuses what it does not know is told from one that takes it', async () => {
  const { json } = await runProbe(new EmbeddedCognito({ unknownMembers: 'refuse' }));
  expect(objects(json.answers).find(({ id }) => id === 'unknown-members')).toMatchObject({
    outcome: expect.stringMatching(/^by UpdateUserPool: refused .*PasswordPolicy: refused .*SetUserPoolMfaConfig: refused /),
    error: { code: 'InvalidParameterException', message: 'Unknown member in request: ProbeMember' },
  });
});

test('what an option would be needed for is left out with a word, and the rest is measured', async () => {
  const { json, exitCode } = await runProbe(cognitoOf('asMeasured'), { options: {} });
  const { LambdaConfig, SmsConfiguration, KeyConfiguration, SoftwareTokenMfaConfiguration, EmailMfaConfiguration, ...rest } = observedOmissions('asMeasured');
  const rows = Object.fromEntries(objects(json.rows).map(({ member, omission }) => [member as string, omission]));
  expect(rows).toEqual(Object.fromEntries(Object.entries(rest).filter(([member]) => !/^(LambdaConfig|EmailMfa)/.test(member))));
  const reasons = Object.fromEntries(objects(json.skipped).map(({ member, id, reason }) => [(member ?? id) as string, reason]));
  expect(reasons).toMatchObject({
    'LambdaConfig': 'needs --function',
    'SmsConfiguration': 'needs --sms-role',
    'KeyConfiguration': 'needs --kms-key',
    'EmailMfaConfiguration': 'needs --ses-identity',
    'pre-token-mismatch': 'needs --function',
    'sms-factor-taken-off': 'needs --sms-role',
  });
  expect(exitCode).toBe(0);
});

test('calls come one after the other, at most five in any second', async () => {
  const cognito = cognitoOf('asMeasured');
  const clock = new FakeClock();
  const times: number[] = [];
  cognito.faults.add({ times: Infinity, before: () => times.push(clock.now()) });
  await runProbe(cognito, { clock, options: {} });
  expect(times.length).toBe(cognito.requests.length);
  expect(Math.min(...times.slice(1).map((time, index) => time - times[index]))).toBeGreaterThanOrEqual(200);
  expect(clock.now()).toBeLessThan(90_000);
});

describe('a control', () => {
  /** A service that puts the issuer back by itself after some of the requests that set it. */
  const forgetful = (nth: number, times: number) => {
    const cognito = cognitoOf('allKept');
    cognito.faults.add({
      action: 'UpdateUserPool',
      nth,
      times,
      when: ({ IssuerConfiguration }) => JSON.stringify(IssuerConfiguration) === '{"Type":"UPDATED"}',
      after: ({ UserPoolId }) => cognito.otherWriter('UpdateUserPool', { UserPoolId, IssuerConfiguration: { Type: 'ORIGINAL' } }),
    });
    return cognito;
  };
  const reasonOf = (run: Run) => objects(run.json.skipped).find(({ member }) => member === 'IssuerConfiguration')?.reason;

  test('sees a value that was never there', async () => {
    const run = await runProbe(forgetful(1, Infinity), { options: {} });
    expect(reasonOf(run)).toBe('was accepted, and is not described');
  });

  test('sees a value that an echo does not keep', async () => {
    const run = await runProbe(forgetful(2, 1), { options: {} });
    expect(reasonOf(run)).toBe('was not kept by a request that sent it back as it was described');
  });
});

test('a structure that is refused as a whole is measured by a part of it', async () => {
  const cognito = cognitoOf('asMeasured');
  cognito.faults.add({
    action: 'UpdateUserPool',
    times: Infinity,
    when: ({ UserPoolAddOns }) => JSON.stringify(UserPoolAddOns ?? {}).includes('CustomAuthMode'),
    fault: fault.refusal('InvalidParameterException', 'not here'),
  });
  const { json } = await runProbe(cognito, { options: {} });
  expect(objects(json.rows).find(({ member }) => member === 'UserPoolAddOns')).toMatchObject({ omission: 'reset' });
});

test('the words of a refusal are published without what they name', async () => {
  const cognito = cognitoOf('asMeasured');
  cognito.faults.add({
    action: 'UpdateUserPool',
    times: Infinity,
    when: ({ SmsConfiguration }) => SmsConfiguration !== undefined,
    fault: fault.refusal('InvalidSmsRoleTrustRelationshipException', `Role ${GIVEN.smsRole} with ${GIVEN.smsExternalId} of ${ACCOUNT}`),
  });
  const { json, text } = await runProbe(cognito);
  expect(objects(json.skipped).find(({ member }) => member === 'SmsConfiguration')).toEqual({
    member: 'SmsConfiguration',
    action: 'UpdateUserPool',
    reason: 'was refused when it was set',
    error: { code: 'InvalidSmsRoleTrustRelationshipException', message: 'Role (hidden) with (hidden) of (hidden)' },
  });
  expect(text.replace(/\s+/g, ' ')).toContain('(InvalidSmsRoleTrustRelationshipException: Role (hidden) with (hidden) of (hidden))');
});
