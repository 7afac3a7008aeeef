import * as fc from 'fast-check';
import { compilerErrors, runTypescript } from './programs';
import { PROGRAM } from './sample-program';
import type { Code, Program } from '../../../cli/code/tree';
import { typescript } from '../../../cli/code/typescript';
import { typescriptValue } from '../../../cli/code/typescript-values';

const noVariable = () => { throw new Error('no variable'); };
const written = (code: Code) => typescriptValue(code, noVariable).join('\n');
const evaluated = (code: Code) => (runTypescript(`export const value: unknown = ${written(code)};`) as { value: unknown }).value;

test('a program as a person would have written it', () => {
  expect(typescript(PROGRAM)).toBe(`// What it is.

import {
  App,
  // Duration,
  Stack,
} from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Role } from 'aws-cdk-lib/aws-iam';
// import { Key } from 'aws-cdk-lib/aws-kms';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { UserPoolSettings, VerifiedAttribute } from 'cdk-cognito-user-pool-settings';

const app = new App();
const stack = new Stack(app, 'Auth', { env: { account: '123456789012', region: 'us-east-1' } });

const preSignUp = Function.fromFunctionArn(
  stack,
  'PreSignUp',
  'arn:aws:lambda:us-east-1:123456789012:function:pre-sign-up',
);
const smsRole = Role.fromRoleArn(stack, 'SmsRole', 'arn:aws:iam::123456789012:role/sms');
// const sendersKey = Key.fromKeyArn(stack, 'SendersKey', 'arn:aws:kms:us-east-1:123456789012:key/1');

new UserPoolSettings(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'UserPool', 'us-east-1_Example1'),
  policies: {
    passwordPolicy: {
      minimumLength: 14,
      // Why not.
      // temporaryPasswordValidity: Duration.days(3),
    },
  },
  deletionProtection: true,
  lambdaConfig: {
    preSignUp,
    // kmsKey: sendersKey,
  },
  autoVerifiedAttributes: [VerifiedAttribute.EMAIL],
  // Two lines
  // about it.
  smsConfiguration: { snsCaller: smsRole },
  userPoolTags: { team: 'identity' },
  // emailMfaConfiguration: { message: 'Code {####}' },
  smsMfaConfiguration: {},
  additionalSettings: { Young: { ['__proto__']: [] } },
});

app.synth();
`);
});

test('what is commented out is code once the marks are off', () => {
  const marksOff = typescript(PROGRAM).replace(/^( *)\/\/ (?!What it is|Why not|Two lines|about it)/gm, '$1');
  expect(marksOff).toContain('    kmsKey: sendersKey,');
  expect(compilerErrors({ 'marks-on': typescript(PROGRAM), 'marks-off': marksOff })).toEqual([]);
});

test.each<[string, Code, string]>([
  ['a quote', { kind: 'text', text: 'it\'s' }, '"it\'s"'],
  ['both quotes', { kind: 'text', text: '"it\'s"' }, '\'"it\\\'s"\''],
  ['a template', { kind: 'text', text: '`${x}`' }, '\'`${x}`\''],
  ['a backslash before a quote', { kind: 'text', text: '\\"' }, '\'\\\\"\''],
  ['line breaks of several kinds', { kind: 'text', text: 'a\nb\r\u2028' }, '\'a\\nb\\r\\u2028\''],
  ['what turns the direction of text', { kind: 'text', text: 'a\u202eb' }, '\'a\\u202eb\''],
  ['what is seen', { kind: 'text', text: 'Grüße 👋' }, '\'Grüße 👋\''],
  ['names that are none', { kind: 'map', of: 'text', entries: [['a', { kind: 'text', text: '' }], ['b c', { kind: 'text', text: '' }]] },
    '{ \'a\': \'\', \'b c\': \'\' }'],
  ['no element', { kind: 'list', of: 'text', items: [] }, '[]'],
])('%s', (_what, code, expected) => {
  expect(written(code)).toBe(expected);
  expect(evaluated(code)).toEqual(code.kind === 'text' ? code.text : expect.anything());
});

test('a long text stands line by line', () => {
  const text = `${'a'.repeat(60)}\n${'b'.repeat(60)}\n`;
  expect(written({ kind: 'text', text })).toBe(`'${'a'.repeat(60)}\\n'\n  + '${'b'.repeat(60)}\\n'`);
  expect(evaluated({ kind: 'text', text })).toBe(text);
});

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom('\'', '"', '\\', '\n', '\r', '\u2028', '${', '`', '//', '*/', '\ud800', 'x'.repeat(30), '\0'), { maxLength: 12 })
    .map((parts) => parts.join('')));

test('any text comes back exactly, as a value, as a key and from a list', () => {
  fc.assert(fc.property(fc.array(anyText, { maxLength: 6 }), (texts) => {
    const items = texts.map((text): Code => ({ kind: 'text', text }));
    const map: Code = { kind: 'map', of: 'anything', entries: texts.map((text, index) => [text, items[index]]) };
    expect(evaluated({ kind: 'list', of: 'text', items })).toEqual(texts);
    expect(Object.entries(evaluated(map) as object).sort()).toEqual([...new Map(texts.map((text) => [text, text]))].sort());
  }), { numRuns: 200 });
});

test('the key of the prototype is a key', () => {
  const map: Code = { kind: 'map', of: 'text', entries: [['__proto__', { kind: 'text', text: 'mine' }]] };
  expect(Object.entries(evaluated(map) as object)).toEqual([['__proto__', 'mine']]);
});

test('no comment becomes code', () => {
  fc.assert(fc.property(anyText, (text) => {
    const program: Program = { ...PROGRAM, comments: [text], props: [{ name: 'poolName', value: { kind: 'text', text }, comments: [text], isCommentedOut: true }] };
    const code = typescript(program);
    expect(() => runTypescript(code.split('\n').filter((line) => line.trimStart().startsWith('//')).join('\n'))).not.toThrow();
    // All that is no comment is there without the text as well.
    const bare = typescript({ ...PROGRAM, comments: [], props: [] });
    expect(code.split('\n').filter((line) => !line.trimStart().startsWith('//')).join('\n').trim()).toBe(bare.trim());
  }), { numRuns: 200 });
});
