import { cognitoWith, outcome } from './support';
import { fault } from '../../../local/cognito';

describe('a scripted fault', () => {
  test('happens once, to the next call of its action', () => {
    const { cognito, id, update } = cognitoWith();
    cognito.faults.add({ action: 'UpdateUserPool', fault: fault.throttling() });
    expect(outcome(() => cognito.call('DescribeUserPool', { UserPoolId: id }))).toBe('ok');
    expect(outcome(() => update({}))).toBe('TooManyRequestsException: Rate exceeded');
    expect(outcome(() => update({}))).toBe('ok');
  });

  test('happens to as many calls as it says, from the one that it says', () => {
    const { cognito, update } = cognitoWith();
    cognito.faults.add({ action: 'UpdateUserPool', nth: 2, times: 2, fault: fault.internalError() });
    const codes = [1, 2, 3, 4].map(() => outcome(() => update({})).split(':')[0]);
    expect(codes).toEqual(['ok', 'InternalErrorException', 'InternalErrorException', 'ok']);
  });

  test('happens to the requests that it asks for only', () => {
    const { cognito, update } = cognitoWith();
    cognito.faults.add({
      when: ({ SmsConfiguration }) => SmsConfiguration !== undefined,
      times: Infinity,
      fault: fault.smsRoleNotTrusting(),
    });
    expect(outcome(() => update({}))).toBe('ok');
    const withSms = () => update({ SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' } });
    expect(outcome(withSms)).toBe('InvalidSmsRoleTrustRelationshipException: Role does not have a trust relationship allowing Cognito to assume the role');
    cognito.faults.clear();
    expect(outcome(withSms)).toBe('ok');
  });

  test.each([
    ['accessDenied', fault.accessDenied('cognito-idp:UpdateUserPool'), /^AccessDeniedException: .* is not authorized to perform: cognito-idp:UpdateUserPool$/],
    ['passRoleDenied', fault.passRoleDenied('arn:aws:iam::1:role/r'), /^AccessDeniedException: .* perform: iam:PassRole on resource: arn:aws:iam::1:role\/r$/],
    ['concurrentModification', fault.concurrentModification(),
      /^ConcurrentModificationException: Only one request to update this UserPool can be processed at a time$/],
    ['smsRoleNotPermitted', fault.smsRoleNotPermitted(), /^InvalidSmsRoleAccessPolicyException: Role does not have permission to publish with SNS$/],
    ['refusal', fault.refusal('UserImportInProgressException', 'busy'), /^UserImportInProgressException: busy$/],
    ['html', fault.html(), /^answer$/],
    ['reset', fault.reset(), /^reset$/],
    ['silence', fault.silence(), /^silence$/],
  ])('leaves the pool as it was: %s', (_, what, refusal) => {
    const { cognito, update, pool } = cognitoWith({ Name: 'before' });
    cognito.faults.add({ fault: what });
    expect(outcome(() => update({ PoolName: 'after' }))).toMatch(refusal);
    expect(pool().Name).toBe('before');
  });

  test.each([
    ['lostReply', fault.lostReply()],
    ['silenceAfterwards', fault.silenceAfterwards()],
  ])('comes when the work is done: %s', (_, what) => {
    const { cognito, update, pool } = cognitoWith({ Name: 'before' });
    cognito.faults.add({ action: 'UpdateUserPool', fault: what });
    expect(() => update({ PoolName: 'after' })).toThrow(what);
    expect(pool().Name).toBe('after');
  });

  test('loses a refusal as it loses any reply', () => {
    const { cognito, update } = cognitoWith();
    cognito.faults.add({ fault: fault.lostReply() });
    expect(outcome(() => update({ UserPoolTier: 'GOLD' }))).toBe('reset');
  });

  test('can be another writer, right before or right after a call', () => {
    const { cognito, id, update, pool } = cognitoWith();
    const write = (PoolName: string) => () => { cognito.otherWriter('UpdateUserPool', { UserPoolId: id, PoolName }); };
    cognito.faults.add({ action: 'UpdateUserPool', before: write('earlier') });
    update({ PoolName: 'mine' });
    expect(pool().Name).toBe('mine');
    cognito.faults.add({ action: 'UpdateUserPool', after: write('later') });
    update({ PoolName: 'mine' });
    expect(pool().Name).toBe('later');
  });
});

describe('the log', () => {
  test('tells every call in order with its outcome, as it was sent', () => {
    const { cognito, id, update } = cognitoWith();
    cognito.faults.add({ action: 'DescribeUserPool', fault: fault.reset() });
    const request = { PoolName: 'a' };
    update(request);
    request.PoolName = 'b';
    outcome(() => cognito.call('DescribeUserPool', { UserPoolId: id }));
    outcome(() => update({ UserPoolTier: 'GOLD' }));
    cognito.otherWriter('UpdateUserPool', { UserPoolId: id });
    expect(cognito.requests).toEqual([
      { action: 'UpdateUserPool', request: { UserPoolId: id, PoolName: 'a' }, outcome: 'ok' },
      { action: 'DescribeUserPool', request: { UserPoolId: id }, outcome: 'reset' },
      { action: 'UpdateUserPool', request: { UserPoolId: id, UserPoolTier: 'GOLD' }, outcome: 'InvalidParameterException' },
    ]);
    cognito.clearRequests();
    expect(cognito.requests).toEqual([]);
  });
});

test('a denied action is refused before anything else, and not to other writers', () => {
  const { cognito, id, update } = cognitoWith();
  cognito.deny('UpdateUserPool', 'SetUserPoolMfaConfig');
  expect(outcome(() => update({ UserPoolTier: 'GOLD' }))).toMatch(
    /^AccessDeniedException: User: .* is not authorized to perform: cognito-idp:UpdateUserPool on resource: arn:aws:cognito-idp:us-east-1:123456789012:userpool\//);
  expect(outcome(() => cognito.otherWriter('UpdateUserPool', { UserPoolId: id }))).toBe('ok');
});
