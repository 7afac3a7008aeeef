import { evaluate, statementsOf } from '../../../local/iam';
import type { Json, JsonObject } from '../../../src/core/wire/json';

const POOL = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Example1';
const ROLE = 'arn:aws:iam::123456789012:role/sms';
const UPDATE = { action: 'cognito-idp:UpdateUserPool', resource: POOL, context: {} };
const PASS = { action: 'iam:PassRole', resource: ROLE, context: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } };

const decisionOn = (permission: typeof UPDATE | typeof PASS, ...Statement: Json[]) =>
  evaluate(statementsOf({ Version: '2012-10-17', Statement }), permission).decision;

const allow = (Action: Json, Resource: Json, more: JsonObject = {}): Json => ({ Effect: 'Allow', Action, Resource, ...more });
const deny = (Action: Json, Resource: Json): Json => ({ Effect: 'Deny', Action, Resource });

test.each<[string, 'allowed' | 'implicitDeny' | 'explicitDeny', Json[]]>([
  ['nothing', 'implicitDeny', []],
  ['the action on the resource', 'allowed', [allow('cognito-idp:UpdateUserPool', POOL)]],
  ['one of a list', 'allowed', [allow(['cognito-idp:DescribeUserPool', 'cognito-idp:UpdateUserPool'], ['arn:other', POOL])]],
  ['the action in another case', 'allowed', [allow('COGNITO-IDP:updateuserpool', POOL)]],
  ['the resource in another case', 'implicitDeny', [allow('cognito-idp:UpdateUserPool', POOL.toUpperCase())]],
  ['another action', 'implicitDeny', [allow('cognito-idp:DescribeUserPool', POOL)]],
  ['another resource', 'implicitDeny', [allow('cognito-idp:UpdateUserPool', `${POOL}2`)]],
  ['a part of the resource', 'implicitDeny', [allow('cognito-idp:UpdateUserPool', POOL.slice(0, -1))]],
  ['everything', 'allowed', [allow('*', '*')]],
  ['many actions', 'allowed', [allow('cognito-idp:*UserPool', 'arn:aws:cognito-idp:*:*:userpool/*')]],
  ['one character', 'allowed', [allow('cognito-idp:UpdateUserPoo?', `${POOL.slice(0, -1)}?`)]],
  ['no character', 'implicitDeny', [allow('cognito-idp:UpdateUserPool?', '*')]],
  ['a dot that is no wildcard', 'implicitDeny', [allow('cognito.idp:UpdateUserPool', '*')]],
  ['a denial among what is allowed', 'explicitDeny', [allow('*', '*'), deny('cognito-idp:Update*', POOL)]],
  ['a denial before what is allowed', 'explicitDeny', [deny('cognito-idp:Update*', '*'), allow('*', '*')]],
  ['a denial of something else', 'allowed', [allow('*', '*'), deny('cognito-idp:DeleteUserPool', '*')]],
  ['a denial alone', 'explicitDeny', [deny('*', '*')]],
])('%s: %s', (_, expected, statements) => {
  expect(decisionOn(UPDATE, ...statements)).toBe(expected);
});

test.each<[string, boolean, Json]>([
  ['StringEquals', true, { StringEquals: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } }],
  ['the key in another case', true, { StringEquals: { 'iam:passedtoservice': 'cognito-idp.amazonaws.com' } }],
  ['one of a list', true, { StringEquals: { 'iam:PassedToService': ['lambda.amazonaws.com', 'cognito-idp.amazonaws.com'] } }],
  ['another value', false, { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }],
  ['StringEquals with a wildcard', false, { StringEquals: { 'iam:PassedToService': 'cognito-idp.*' } }],
  ['StringLike', true, { StringLike: { 'iam:PassedToService': 'cognito-idp.*' } }],
  ['a key that the call does not have', false, { StringEquals: { 'aws:SourceAccount': '123456789012' } }],
  ['a key beside one that holds', false, { StringLike: { 'iam:PassedToService': '*', 'aws:SourceAccount': '*' } }],
  ['an operator beside one that holds', false, { StringLike: { 'iam:PassedToService': '*' }, ArnLike: { 'aws:SourceArn': '*' } }],
  ['an operator that nobody knows', false, { StringNotEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }],
  ['an operator of every object', false, { toString: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } }],
  ['no condition in it', true, {}],
])('a condition with %s: %s', (_, holds, Condition) => {
  expect(decisionOn(PASS, allow('iam:PassRole', ROLE, { Condition }))).toBe(holds ? 'allowed' : 'implicitDeny');
});

test.each<[string, boolean]>([
  ['arn:aws:lambda:*:123456789012:function:*', true],
  ['arn:aws:lambda:us-east-?:*:function:mine:live', true],
  ['arn:aws:lambda:*:function:*', false],
  ['arn:aws:lambda:us-east-1:123456789012:function:other*', false],
  ['*', false],
])('ArnLike %s: %s', (pattern, holds) => {
  const context = { 'aws:SourceArn': 'arn:aws:lambda:us-east-1:123456789012:function:mine:live' };
  const permission = { action: 'a:B', resource: '*', context };
  const statements = statementsOf({ Statement: allow('*', '*', { Condition: { ArnLike: { 'aws:SourceArn': pattern } } }) });
  expect(evaluate(statements, permission).decision).toBe(holds ? 'allowed' : 'implicitDeny');
});

test('the answer comes with the statement that led to it', () => {
  const statements = statementsOf({ Statement: [allow('cognito-idp:*', POOL), deny('iam:PassRole', '*')] });
  expect(evaluate(statements, UPDATE).statement).toEqual({ effect: 'Allow', actions: ['cognito-idp:*'], resources: [POOL] });
  expect(evaluate(statements, PASS)).toEqual({ decision: 'explicitDeny', statement: statements[1] });
});

test('a statement may stand alone, and one with elements that nobody knows here is an error', () => {
  expect(statementsOf({ Statement: allow('a:B', '*') })).toHaveLength(1);
  expect(statementsOf(undefined)).toEqual([]);
  expect(() => statementsOf({ Statement: [{ Effect: 'Allow', NotAction: 'a:B', Resource: '*' }] })).toThrow(/NotAction/);
});
