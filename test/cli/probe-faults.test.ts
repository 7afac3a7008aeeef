import { objects, poolsOf, runProbe } from './probe-support';
import { EmbeddedCognito, fault, type ScriptedFault } from '../../local/cognito';

const PLAIN = { options: {} };
const DELETED = 'the user pool of the probe is deleted';

const actionsOf = (cognito: EmbeddedCognito) => cognito.requests.map(({ action }) => action);
const cognitoWith = (...faults: ScriptedFault[]) => {
  const cognito = new EmbeddedCognito();
  for (const each of faults) cognito.faults.add(each);
  return cognito;
};

describe('what passes is waited for', () => {
  test.each<[string, ScriptedFault]>([
    ['throttling of each call in turn', { nth: 1, times: 9, fault: fault.throttling() }],
    ['throttling in the middle', { action: 'UpdateUserPool', nth: 40, times: 5, fault: fault.throttling() }],
    ['a fault of the service', { action: 'DescribeUserPool', nth: 20, times: 2, fault: fault.internalError() }],
    ['another request on the pool', { action: 'UpdateUserPool', nth: 20, times: 2, fault: fault.concurrentModification() }],
    ['a lost reply to a write', { action: 'UpdateUserPool', nth: 12, fault: fault.lostReply() }],
    ['a broken connection before a pool is made', { action: 'DescribeUserPool', fault: fault.reset() }],
    ['a lost reply to the deletion', { action: 'DeleteUserPool', nth: 2, fault: fault.lostReply() }],
  ])('%s', async (_, scripted) => {
    const undisturbed = await runProbe(new EmbeddedCognito(), PLAIN);
    const cognito = cognitoWith(scripted);
    const { json, failure } = await runProbe(cognito, PLAIN);
    expect(failure).toBeUndefined();
    expect(cognito.requests.some(({ outcome }) => !['ok', 'InvalidParameterException', 'ResourceNotFoundException'].includes(outcome))).toBe(true);
    expect(json.rows).toEqual(undisturbed.json.rows);
    expect(json.answers).toEqual(undisturbed.json.answers);
    expect(poolsOf(cognito)).toEqual([]);
  });
});

describe('the making of the pool', () => {
  test('a lost reply: the pool is found by its name, and no second one is made', async () => {
    const cognito = cognitoWith({ action: 'CreateUserPool', fault: fault.lostReply() });
    for (let number = 0; number < 70; number++) cognito.createUserPool({ PoolName: `other ${number}` });
    const { failure, json } = await runProbe(cognito, PLAIN);
    expect(failure).toBeUndefined();
    expect(objects(json.rows).length).toBeGreaterThan(20);
    expect(actionsOf(cognito).filter((action) => action === 'CreateUserPool')).toHaveLength(1);
    expect(actionsOf(cognito).filter((action) => action === 'ListUserPools')).toHaveLength(2);
    expect(objects(cognito.otherWriter('ListUserPools', { MaxResults: 60, NextToken: '60' }).UserPools)).toHaveLength(10);
    expect(poolsOf(cognito).every(({ Name }) => /^other/.test(String(Name)))).toBe(true);
  });

  test.each<[string, ScriptedFault[]]>([
    ['an answer that is lost before anything is made', [{ action: 'CreateUserPool', fault: fault.reset() }]],
    ['a fault of the service', [{ action: 'CreateUserPool', fault: fault.internalError() }]],
    ['a page of a proxy', [{ action: 'CreateUserPool', fault: fault.html(200) }]],
  ])('%s: no second one is made, and the name to look for is told', async (_, faults) => {
    const cognito = cognitoWith(...faults);
    const { failure } = await runProbe(cognito, PLAIN);
    expect(failure).toMatch(new RegExp('^no answer to CreateUserPool came, and no user pool of its name was found: look once more for '
      + 'cdk-cognito-user-pool-settings-probe-\\w{10} by aws cognito-idp list-user-pools --region us-east-1 --endpoint-url http://endpoint '
      + '--max-results 60, and delete it if it is there$'));
    expect(actionsOf(cognito).filter((action) => action === 'CreateUserPool')).toHaveLength(1);
    expect(poolsOf(cognito)).toEqual([]);
  });

  test('a pool that is there and cannot be found is named', async () => {
    const cognito = cognitoWith({ action: 'CreateUserPool', fault: fault.lostReply() });
    cognito.deny('ListUserPools');
    const { failure } = await runProbe(cognito, PLAIN);
    const [left] = poolsOf(cognito);
    expect(failure).toContain(`look once more for ${String(left.Name)} by aws cognito-idp list-user-pools`);
  });

  test('a refusal', async () => {
    const cognito = new EmbeddedCognito();
    cognito.deny('CreateUserPool');
    const { failure } = await runProbe(cognito, PLAIN);
    expect(failure).toMatch(/^these credentials may not call cognito-idp:CreateUserPool on the user pool of the probe: .*; nothing was made$/);
  });
});

describe('permissions', () => {
  test.each(['DescribeUserPool', 'UpdateUserPool', 'DeleteUserPool'])('without %s nothing is made', async (action) => {
    const cognito = new EmbeddedCognito();
    cognito.deny(action);
    const { failure } = await runProbe(cognito, PLAIN);
    expect(failure).toBe(`these credentials may not call cognito-idp:${action} on user pools of us-east-1, without which nothing can be `
      + 'measured and cleaned up: allow it, or choose others by --profile; nothing was made');
    expect(actionsOf(cognito)).not.toContain('CreateUserPool');
  });

  test.each(['SetUserPoolMfaConfig', 'GetUserPoolMfaConfig'])('without %s the rest is measured', async (action) => {
    const cognito = new EmbeddedCognito();
    cognito.deny(action);
    const { warnings, json, failure } = await runProbe(cognito);
    expect(failure).toBeUndefined();
    expect(warnings).toEqual([`these credentials may not call cognito-idp:${action}: second factors and passkeys are not measured`]);
    const rows = objects(json.rows).map(({ member }) => member);
    expect(rows).toEqual(expect.arrayContaining(['Policies', 'LambdaConfig', 'SmsConfiguration']));
    expect(rows).not.toEqual(expect.arrayContaining([expect.stringMatching(/Mfa|WebAuthn/)]));
    expect(poolsOf(cognito)).toEqual([]);
  });

  test('credentials that are no longer valid end the run', async () => {
    const cognito = cognitoWith({ action: 'UpdateUserPool', nth: 30, fault: fault.refusal('ExpiredTokenException', 'expired') });
    const { failure } = await runProbe(cognito, PLAIN);
    expect(failure).toMatch(new RegExp(`^these credentials are not valid: .*; ${DELETED}$`));
    expect(poolsOf(cognito)).toEqual([]);
  });
});

describe('an interruption', () => {
  async function interruptedAt(isTime: (action: string, request: Record<string, unknown>, index: number) => boolean) {
    const cognito = new EmbeddedCognito();
    const interrupted = new AbortController();
    let index = 0;
    cognito.faults.add({
      times: Infinity,
      before: (request) => { if (isTime(cognito.requests.at(-1)!.action, request, ++index)) interrupted.abort(); },
    });
    return { cognito, ...await runProbe(cognito, { interrupted: interrupted.signal }) };
  }

  test.each([1, 3, 5])('at call %i, before a pool is there, makes none', async (call) => {
    const { cognito, failure } = await interruptedAt((_action, _request, index) => index === call);
    expect(failure).toBe('the probe was interrupted; nothing was made');
    expect(actionsOf(cognito)).not.toContain('CreateUserPool');
  });

  test.each([6, 7, 8, 20, 33, 100, 220, 300, 380, 425])('at call %i leaves no pool', async (call) => {
    const { cognito, failure } = await interruptedAt((_action, _request, index) => index === call);
    expect(failure).toBe(`the probe was interrupted; ${DELETED}`);
    expect(poolsOf(cognito)).toEqual([]);
    expect(cognito.requests.length).toBeLessThanOrEqual(call + 3);
  });

  test('while the pool is protected takes the protection off first', async () => {
    const { cognito, failure } = await interruptedAt((_action, { DeletionProtection }) => DeletionProtection === 'ACTIVE');
    expect(failure).toBe(`the probe was interrupted; ${DELETED}`);
    expect(cognito.requests.slice(-3).map(({ action, request }) => [action, request.DeletionProtection])).toEqual([
      ['DescribeUserPool', undefined], ['UpdateUserPool', 'INACTIVE'], ['DeleteUserPool', undefined],
    ]);
    expect(poolsOf(cognito)).toEqual([]);
  });
});

describe('a fault in the middle', () => {
  test.each<[string, ScriptedFault, RegExp]>([
    ['throttling without end', { action: 'DescribeUserPool', nth: 30, times: 60, fault: fault.throttling() }, /^Cognito throttled the calls for /],
    ['a page of a proxy', { action: 'DescribeUserPool', nth: 30, fault: fault.html(200) }, /^Cognito could not be reached for .*UnreadableAnswer/],
    ['a pool that somebody else deletes', { action: 'DescribeUserPool', nth: 30, fault: fault.refusal('ResourceNotFoundException', '') },
      /^the user pool of the probe does not exist/],
  ])('%s: the pool is deleted, and both are said', async (_, scripted, sentence) => {
    const cognito = cognitoWith(scripted);
    const { failure } = await runProbe(cognito, PLAIN);
    expect(failure).toMatch(sentence);
    expect(failure).toContain(`; ${DELETED}`);
    expect(poolsOf(cognito)).toEqual([]);
  });
});

describe('a deletion that fails', () => {
  const DENIED: ScriptedFault = { action: 'DeleteUserPool', nth: 2, times: Infinity, fault: fault.accessDenied('cognito-idp:DeleteUserPool') };
  const delete_ = (id: unknown) => `aws cognito-idp delete-user-pool --region us-east-1 --endpoint-url http://endpoint --user-pool-id ${String(id)}`;

  test('names the pool and the command, and what was measured is told all the same', async () => {
    const cognito = cognitoWith(DENIED);
    const undisturbed = await runProbe(new EmbeddedCognito(), PLAIN);
    const { exitCode, json, text, failure, warnings } = await runProbe(cognito, PLAIN);
    const [{ Id }] = poolsOf(cognito);
    const sentence = `the user pool ${String(Id)} that was made for this could not be deleted (DeleteUserPool: AccessDeniedException): `
      + `delete it by ${delete_(Id)}`;
    expect({ exitCode, failure, warnings }).toEqual({ exitCode: 1, failure: sentence, warnings: [] });
    expect(json).toMatchObject({ rows: undisturbed.json.rows, answers: undisturbed.json.answers, failure: sentence });
    expect(undisturbed.json.failure).toBeNull();
    expect(text.split('\n')[1]).toMatch(/; the user pool that was made for it is left$/);
    expect(text).toContain('  UserPoolTags: { omission: ');
  });

  test('after a fault says both', async () => {
    const cognito = cognitoWith(DENIED, { action: 'UpdateUserPool', nth: 30, fault: fault.refusal('ExpiredTokenException', '') });
    const { failure } = await runProbe(cognito, PLAIN);
    expect(failure).toMatch(/^these credentials are not valid: .*; and the user pool us-east-1_\w+ that was made for this could not be deleted/);
  });

  test('of a pool whose protection stays on has the command for that too', async () => {
    let isProtected = false;
    const cognito = cognitoWith({
      action: 'UpdateUserPool',
      times: Infinity,
      when: ({ DeletionProtection }) => {
        const was = isProtected;
        isProtected ||= DeletionProtection === 'ACTIVE';
        return was && DeletionProtection !== 'ACTIVE';
      },
      fault: fault.accessDenied('cognito-idp:UpdateUserPool'),
    });
    const { json: { failure } } = await runProbe(cognito, PLAIN);
    const [{ Id }] = poolsOf(cognito);
    expect(failure).toContain(`delete it by aws cognito-idp update-user-pool --region us-east-1 --endpoint-url http://endpoint --user-pool-id ${String(Id)} `
      + `--deletion-protection INACTIVE && ${delete_(Id)}`);
  });
});
