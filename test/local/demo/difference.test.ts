import { EmbeddedCognito, poolWithEverything } from '../../../local/cognito';
import { difference, grouped, lossesOf } from '../../../local/demo/difference';
import { leavesOf, settingsOf } from '../../../local/demo/settings';
import type { JsonObject } from '../../../src/core/wire/json';

function changesBetween(before: JsonObject, after: JsonObject) {
  return difference(leavesOf(before), leavesOf(after));
}

test('what is the same is no change', () => {
  expect(changesBetween({ A: { B: [1, { C: 2 }] } }, { A: { B: [1, { C: 2 }] } })).toEqual([]);
});

test('what is new, gone or has another value is a change, and a list is one value', () => {
  const changes = changesBetween({ Gone: { X: 1 }, List: ['a', 'b'], Same: true }, { List: ['b', 'a'], Same: true, New: 'n' });
  expect(changes).toEqual([
    { name: 'Gone.X', path: ['Gone', 'X'], before: 1, after: undefined },
    { name: 'List', path: ['List'], before: ['a', 'b'], after: ['b', 'a'] },
    { name: 'New', path: ['New'], before: undefined, after: 'n' },
  ]);
});

test('a name with a dot is not a path', () => {
  const changes = changesBetween({ Tags: { 'a.b': 'x' } }, { Tags: { a: { b: 'x' } } });
  expect(changes.map(({ name }) => name)).toEqual(['Tags["a.b"]', 'Tags.a.b']);
});

test('a change that was asked for is no loss', () => {
  const changes = changesBetween({ A: 1, B: 1 }, { A: 2, B: 2 });
  expect(lossesOf(changes, leavesOf({ A: 2 })).map(({ name }) => name)).toEqual(['B']);
});

test('changes are grouped by member and by what their paths share, the largest group first, what is gone last', () => {
  const changes = changesBetween({ One: 1, P: { Q: { Gone: 1, Other: 1 } } }, { One: 2, P: { Q: { Other: 2 } } });
  expect(grouped(changes).map(({ under, changes: members }) => [under, ...members.map(({ name }) => name)])).toEqual([
    ['P.Q', 'Other', 'Gone'],
    ['One', ''],
  ]);
});

test('a single change keeps its last name to itself', () => {
  const [group] = grouped(changesBetween({ A: { B: { C: 1 } } }, {}));
  expect([group.under, group.changes[0].name]).toEqual(['A.B', 'C']);
});

test('a setting that the API shows twice is counted once, and facts are not counted at all', () => {
  const cognito = new EmbeddedCognito();
  const names = [...settingsOf(cognito, cognito.seed(poolWithEverything())).keys()];
  expect(names).toContain('VerificationMessageTemplate.SmsMessage');
  expect(names).not.toContain('SmsVerificationMessage');
  expect(names).not.toContain('LambdaConfig.PreTokenGeneration');
  expect(names).not.toContain('AdminCreateUserConfig.UnusedAccountValidityDays');
  expect(names.filter((name) => /^(Id|Arn|LastModifiedDate|Domain)$/.test(name))).toEqual([]);
});

test('a factor that no API shows is a setting all the same', () => {
  const cognito = new EmbeddedCognito();
  const userPoolId = cognito.seed(poolWithEverything());
  const before = settingsOf(cognito, userPoolId);
  cognito.call('SetUserPoolMfaConfig', {
    UserPoolId: userPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    WebAuthnConfiguration: cognito.mfa(userPoolId).WebAuthnConfiguration,
  });
  expect(difference(before, settingsOf(cognito, userPoolId)).map(({ name }) => name)).toEqual(['SmsMfaConfiguration.Enabled']);
});
