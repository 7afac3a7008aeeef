import { createServer, type AddressInfo } from 'node:net';
import { Role } from 'aws-cdk-lib/aws-iam';
import { fault, NetworkFault, type ScriptedFault } from '../../local/cognito';
import { closeAll, LocalApp } from '../support/local-app';
import { expectNoSecret, poolWithSecrets, settingsWithSecrets } from '../support/secrets';
import { expectNoHang, expectOneSentence } from '../support/sentence';
import { moved, snapshot, type Snapshot } from '../support/snapshot';

/** Of the function's two minutes: time for a few retries, and time for none. */
const [PATIENT, HASTY] = [1 / 10, 1 / 40];
const READ = 'DescribeUserPool';
const MFA = 'GetUserPoolMfaConfig';
const WRITE = 'UpdateUserPool';
const ROLE = 'arn:aws:iam::123456789012:role/auth-sms';
const READS = [READ, MFA];

let app: LocalApp;
let id: string;
let before: Snapshot;

async function start(timeScale: number, cognitoUrl?: string): Promise<void> {
  app = await LocalApp.start({ timeScale, ...(cognitoUrl !== undefined && { cognitoUrl }) });
  id = app.cognito.seed(poolWithSecrets());
  before = snapshot(app.cognito, id);
}

afterEach(closeAll);

/** What the settings with secrets move in the pool with secrets. */
const ASKED = {
  'pool.SmsAuthenticationMessage': settingsWithSecrets().smsAuthenticationMessage,
  'mfa.SmsMfaConfiguration.SmsAuthenticationMessage': settingsWithSecrets().smsAuthenticationMessage,
  'pool.UserPoolTags.stage': settingsWithSecrets().userPoolTags?.stage,
  'pool.EmailConfiguration.SourceArn': settingsWithSecrets().emailConfiguration?.sourceArn,
  'pool.EmailConfiguration.ReplyToEmailAddress': settingsWithSecrets().emailConfiguration?.replyToEmailAddress,
  'pool.EmailVerificationMessage': settingsWithSecrets().verificationMessageTemplate?.emailMessage,
  'pool.VerificationMessageTemplate.EmailMessage': settingsWithSecrets().verificationMessageTemplate?.emailMessage,
  'pool.FutureSecret.Token': 'planted-future-token',
};

type Passing = readonly [title: string, faults: readonly ScriptedFault[], calls: readonly string[]];

describe('a fault that passes', () => {
  const once = [...READS, WRITE, ...READS];
  const read = (kind: ScriptedFault['fault'], times = 1): ScriptedFault => ({ action: READ, fault: kind, times });
  const write = (kind: ScriptedFault['fault'], times = 1): ScriptedFault => ({ action: WRITE, fault: kind, times });
  // What is written again after a pause is held against the pool once more.
  const thrice = [...READS, WRITE, READ, WRITE, READ, WRITE, ...READS];
  const PASSING: readonly Passing[] = [
    ['throttled reads', [read(fault.throttling(), 2)], [READ, READ, ...once]],
    ['a throttled write', [write(fault.throttling(), 2)], thrice],
    ['a fault of the service at a read', [read(fault.internalError())], [READ, ...once]],
    ['a fault of the service at a write', [write(fault.internalError())], [...READS, WRITE, ...READS, WRITE, ...READS]],
    ['a proxy\'s page with 502', [read(fault.html(502))], [READ, ...once]],
    ['a broken connection at a read', [read(fault.reset(), 2)], [READ, READ, ...once]],
    ['a connection that broke before a write', [write(fault.reset())], [...READS, WRITE, ...READS, WRITE, ...READS]],
    ['a write whose reply is lost', [write(fault.lostReply())], once],
    ['a proxy\'s page after a write', [write(fault.html(504))], [...READS, WRITE, ...READS, WRITE, ...READS]],
    ['another update of the pool at the same time', [write(fault.concurrentModification(), 2)],
      [...READS, WRITE, ...READS, WRITE, ...READS, WRITE, ...READS]],
    ['a role that IAM has not spread yet', [write(fault.smsRoleNotTrusting()), { ...write(fault.smsRoleNotPermitted()), nth: 2 }],
      thrice],
    ['a permission that IAM has not spread yet', [write(fault.accessDenied('cognito-idp:UpdateUserPool'), 2)], thrice],
  ];

  test.each(PASSING)('delays the settings and changes nothing else: %s', async (_, faults, calls) => {
    await start(PATIENT);
    faults.forEach((scripted) => app.cognito.faults.add(scripted));

    const result = await app.deploy(id, settingsWithSecrets());

    expect(result).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(moved(before, snapshot(app.cognito, id))).toEqual(ASKED);
    expect(app.calls).toEqual(calls);
    expectNoHang(app.deployment);
    expectNoSecret(app.deployment, result);
  });

  test.each([
    ['are refused', { answer: 503, times: 2 }],
    ['break', { answer: 'reset', times: 2 }],
  ] as const)('delays the reply, when the first ones %s', async (_, replies) => {
    await start(PATIENT);
    app.deployment.scriptReplies(replies);

    const result = await app.deploy(id, settingsWithSecrets());

    expect(result).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(moved(before, snapshot(app.cognito, id))).toEqual(ASKED);
    expectNoHang(app.deployment);
    expectNoSecret(app.deployment, result);
  });

  test('does not make the other writer lose, who was faster and whom the service told of', async () => {
    await start(PATIENT);
    app.cognito.faults.add({
      action: WRITE,
      fault: fault.concurrentModification(),
      before: () => app.cognito.otherWriter('TagResource', { ResourceArn: before.pool.Arn, Tags: { other: 'writer' } }),
    });

    await app.deploy(id, settingsWithSecrets());

    expect(moved(before, snapshot(app.cognito, id))).toEqual({ ...ASKED, 'pool.UserPoolTags.other': 'writer' });
  });

  test('does not make the other writer lose, who came between the write and its verification', async () => {
    await start(PATIENT);
    app.cognito.faults.add({
      action: WRITE,
      after: () => app.cognito.otherWriter('TagResource', { ResourceArn: before.pool.Arn, Tags: { owner: 'another', stage: 'theirs' } }),
    });

    await app.deploy(id, settingsWithSecrets());

    // What is declared is as declared, and what is not declared is as they made it.
    expect(moved(before, snapshot(app.cognito, id))).toEqual({ ...ASKED, 'pool.UserPoolTags.owner': 'another' });
  });

  test('does not make the settings lose, when another writer came between the read and the write', async () => {
    await start(PATIENT);
    app.cognito.faults.add({
      action: WRITE,
      before: () => app.cognito.otherWriter('TagResource', { ResourceArn: before.pool.Arn, Tags: { stage: 'theirs' } }),
    });

    await app.deploy(id, settingsWithSecrets());

    expect(moved(before, snapshot(app.cognito, id))).toEqual(ASKED);
  });

  test('takes back what another writer did between the read and the write: the API has no etag, and no read tells afterwards', async () => {
    await start(PATIENT);
    app.cognito.faults.add({
      action: WRITE,
      before: () => app.cognito.otherWriter('TagResource', { ResourceArn: before.pool.Arn, Tags: { other: 'writer' } }),
    });

    await app.deploy(id, settingsWithSecrets());

    expect(moved(before, snapshot(app.cognito, id))).toEqual(ASKED);
  });
});

const foreign = (status: number, body: string): NetworkFault => new NetworkFault('answer', false, { status, contentType: 'application/json', body });
const LONG = `planted-future-token: ${'"ü"\n'.repeat(3_000)}`;

type Lasting = readonly [title: string, action: string, kind: ScriptedFault['fault'], essentials: RegExp];
const AGAIN_AND_AGAIN = 'other updates without end';

describe('a fault that stays', () => {
  const NOT_COGNITO = /^what answered for user pool \S+ was not Cognito: check the endpoint, the proxy, and, .* its route to Cognito/;
  const NO_ANSWER = /^(Cognito gave no answer for user pool \S+: deploy again|the time of the function was used up before user pool \S+ was as declared: give)/;
  const LASTING: readonly Lasting[] = [
    ['throttled reads', READ, fault.throttling(), /^Cognito throttled the calls for user pool \S+ .*: deploy again, or give the provider a longer timeout/],
    ['throttled writes', WRITE, fault.throttling(), /^Cognito throttled the calls for user pool \S+ .*: deploy again, or give the provider a longer timeout/],
    ['faults of the service at reads', READ, fault.internalError(), /^Cognito had a fault of its own with user pool \S+: deploy again/],
    ['faults of the service at writes', WRITE, fault.internalError(), NO_ANSWER],
    ['broken connections', READ, fault.reset(), NO_ANSWER],
    ['broken connections at writes', WRITE, fault.reset(), NO_ANSWER],
    ['a server that is silent', READ, fault.silence(), NO_ANSWER],
    ['a server that falls silent at the second read', MFA, fault.silence(), NO_ANSWER],
    ['a server that is silent before a write', WRITE, fault.silence(), NO_ANSWER],
    ['pages with 200', READ, fault.html(200), NOT_COGNITO],
    ['pages with 403', READ, fault.html(403), NOT_COGNITO],
    ['pages with 502', READ, fault.html(502), NOT_COGNITO],
    ['a page in place of a write', WRITE, fault.html(200), NOT_COGNITO],
    ['half a document', READ, fault.notJson(), NOT_COGNITO],
    ['half a document at the second read', MFA, fault.notJson(), NOT_COGNITO],
    ['half a document in place of a write', WRITE, fault.notJson(), NOT_COGNITO],
    ['JSON of somebody else', READ, foreign(200, '{"message":"welcome"}'), NOT_COGNITO],
    ['JSON that is no object', READ, foreign(200, '["welcome"]'), NOT_COGNITO],
    ['a refusal by somebody else', READ, foreign(403, '{"message":"Forbidden"}'), NOT_COGNITO],
    ['an empty answer', READ, foreign(200, ''), NOT_COGNITO],
    [AGAIN_AND_AGAIN, WRITE, fault.concurrentModification(), /^user pool \S+ was being changed by someone else again and again: deploy again when that has ended/],
    ['a user import', WRITE, fault.refusal('UserImportInProgressException', 'planted-future-token'), /^a user import job runs in user pool \S+ and locks its settings: deploy again when it has ended/],
    ['credentials that expired', READ, fault.refusal('ExpiredTokenException', 'The security token included in the request is expired'), /^the credentials of the function are not valid/],
    ['a role that never trusts', WRITE, fault.smsRoleNotTrusting(), /^smsConfiguration: the role does not let Cognito assume it: let it trust cognito-idp\.amazonaws\.com/],
    ['a role that may not be passed', WRITE, fault.passRoleDenied(ROLE), new RegExp(`hold role ${ROLE}, which the function may not pass to Cognito: pass it as existingSmsRole, which grants iam:PassRole`)],
    ['a key that may not be used', WRITE, fault.accessDenied('kms:CreateGrant'), /^user pool \S+ may not use the KMS key of its settings: declare the key as kmsKey, which grants kms:CreateGrant/],
    ['no service-linked role', WRITE, fault.accessDenied('iam:CreateServiceLinkedRole'), /needs the service-linked role of email\.cognito-idp\.amazonaws\.com, .*: create it once/],
    ['a refusal that quotes settings', WRITE, fault.refusal('InvalidParameterException', LONG), /^Cognito refused the settings of user pool \S+: correct what it names .*\(hidden\)/],
    ['a refusal of the sender', WRITE, fault.refusal('InvalidParameterException', `${settingsWithSecrets().emailConfiguration?.sourceArn} is not verified.`), /^Cognito refused the settings .*: \(hidden\) is not verified\)$/],
    ['an exception of the future', WRITE, fault.refusal('FutureException', 'planted-future-token and planted owner of the pool'), /^Cognito refused UpdateUserPool for user pool \S+ \(UpdateUserPool: FutureException: \(hidden\) and \(hidden\)\)$/],
  ];

  test.each(LASTING)('ends in one sentence, in time, and leaves the pool as it was: %s', async (title, action, kind, essentials) => {
    await start(title === AGAIN_AND_AGAIN ? PATIENT : HASTY);
    app.cognito.faults.add({ action, fault: kind, times: Infinity });

    const result = await app.deploy(id, settingsWithSecrets());

    expect(result.status).toBe('ROLLBACK_COMPLETE');
    expectOneSentence(app.deployment, result, essentials);
    expectNoSecret(app.deployment, result);
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
  });

  test.each([READ, MFA, WRITE])('is a permission that lacks: cognito-idp:%s', async (action) => {
    await start(HASTY);
    app.cognito.deny(action);

    const result = await app.deploy(id, settingsWithSecrets());

    expectOneSentence(app.deployment, result, new RegExp(`^the function may not call cognito-idp:${action} on user pool ${id}: look for a permissions boundary`));
    expectNoSecret(app.deployment, result);
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
  });

  test('is silence after a write: the pool is as asked', async () => {
    await start(HASTY);
    app.cognito.faults.add({ action: WRITE, fault: fault.silenceAfterwards(), times: Infinity });

    const result = await app.deploy(id, settingsWithSecrets());

    expectOneSentence(app.deployment, result, NO_ANSWER);
    expectOneSentence(app.deployment, result, /; what was written could not be taken back: look at (\S+, )+which may not be as before$/);
    expectNoSecret(app.deployment, result);
    expect(moved(before, snapshot(app.cognito, id))).toEqual(ASKED);
  });

  test('is a port where nobody listens', async () => {
    await start(HASTY, `http://127.0.0.1:${await freePort()}`);

    const result = await app.deploy(id, settingsWithSecrets());

    expectOneSentence(app.deployment, result, /^Cognito could not be reached for user pool \S+: check the endpoint, the proxy, .*\(DescribeUserPool: Unreachable: .*ECONNREFUSED/);
    expectNoSecret(app.deployment, result);
  });

  test('is a second write that is denied: the first one is taken back, and the sentence says so', async () => {
    await start(HASTY);
    app.cognito.deny('SetUserPoolMfaConfig');

    const result = await app.deploy(id, (stack) => ({
      userPoolTags: settingsWithSecrets().userPoolTags,
      smsMfaConfiguration: {
        smsConfiguration: { snsCaller: Role.fromRoleArn(stack, 'Sms', ROLE), externalId: 'planted-declared-external-id' },
      },
    }));

    expectOneSentence(app.deployment, result, /^the function may not call cognito-idp:SetUserPoolMfaConfig .*; what was written has been taken back: the pool is as before$/);
    expectNoSecret(app.deployment, result);
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
  });

  test('is a reply that nobody takes: the function ends in its time all the same', async () => {
    await start(2 * HASTY);
    app.deployment.scriptReplies({ answer: 'never' });

    const result = await app.deploy(id, settingsWithSecrets());

    expect(result.reason).toMatch(/^CloudFormation did not receive a response from your Custom Resource/);
    expectNoHang(app.deployment);
    expectNoSecret(app.deployment, result);
    expect(moved(before, snapshot(app.cognito, id))).toEqual(ASKED);

    // The next run finds nothing to do.
    app.deployment.scriptReplies();
    await app.destroy();
    expect((await app.deploy(id, settingsWithSecrets())).status).toBe('CREATE_COMPLETE');
    expect(app.writes).toEqual([]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
