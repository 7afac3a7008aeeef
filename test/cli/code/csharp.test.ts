import { hexOf, TEXTS } from './odd-texts';
import { csharp } from '../../../cli/code/csharp';
import { csharpComment, csharpMembers, csharpText } from '../../../cli/code/csharp-values';
import type { Code } from '../../../cli/code/tree';
import { withoutMarks } from '../../consumers/generated';
import {
  allLive, anything, days, enumMember, enums, flag, imported, number, PROGRAMS, struct, structs, tags, text, texts, WITHOUT_PROSE,
} from '../../consumers/generated-programs';

const PLACE = { variableOf: (name: string) => name, width: 100, taken: 0 };
const written = (value: Code) => csharpMembers([{ name: 'prop', value }], PLACE).join('\n');

test('a program is a whole app', () => {
  expect(csharp({ ...PROGRAMS['few-settings'], comments: ['A word.'], account: '123456789012', region: 'eu-central-1' })).toBe(`// A word.

using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using CdkCognitoUserPoolSettings;

var app = new App();
var stack = new Stack(app, "Auth", new StackProps
{
    Env = new Amazon.CDK.Environment { Account = "123456789012", Region = "eu-central-1" },
});

new UserPoolSettings(stack, "Settings", new UserPoolSettingsProps
{
    UserPool = UserPool.FromUserPoolId(stack, "UserPool", "us-east-1_Example1"),
    Policies = new UserPoolPolicies
    {
        PasswordPolicy = new UserPoolPasswordPolicy
        {
            MinimumLength = 14,
            TemporaryPasswordValidity = Duration.Days(1),
        },
    },
    DeletionProtection = true,
});

app.Synth();
`);
});

const option = (name: string) => struct('RecoveryOption', { name: enumMember('RecoveryOptionName', name), priority: number(1) });

test.each<[string, Code, string]>([
  ['a text', text('a "b"'), '"a \\"b\\""'],
  ['a flag', flag(false), 'false'],
  ['days', days(3), 'Duration.Days(3)'],
  ['a member of an enum', enumMember('UserPoolMfa', 'ON'), 'UserPoolMfa.ON'],
  ['a construct', imported('preSignUp'), 'preSignUp'],
  ['a number', number(14), '14'],
  ['a number beyond all integers', number(1e20), '1e+20'],
  ['a list', texts('a', 'b'), 'new[] { "a", "b" }'],
  ['a list of no texts', texts(), 'new string[0]'],
  ['a list of no members of an enum', enums('VerifiedAttribute'), 'new VerifiedAttribute[0]'],
  ['a list of structs', structs('RecoveryOption', option('ADMIN_ONLY')),
    'new[] { new RecoveryOption { Name = RecoveryOptionName.ADMIN_ONLY, Priority = 1 } }'],
  ['a map', tags({ a: 'b' }), 'new Dictionary<string, string> { ["a"] = "b" }'],
  ['a map of nothing', tags({}), 'new Dictionary<string, string>()'],
  ['a map of anything', anything({ a: [1, true, 'c', []] }), 'new Dictionary<string, object> { ["a"] = new object[] { 1, true, "c", new object[0] } }'],
  ['a struct of nothing', struct('SmsMfaConfig', {}), 'new SmsMfaConfig()'],
])('%s is written', (_, value, expected) => {
  expect(written(value)).toBe(`Prop = ${expected},`);
});

test('what has no room on a line has a line for each part', () => {
  expect(written(texts('a'.repeat(50), 'b'.repeat(50)))).toBe(`Prop = new[]\n{\n    "${'a'.repeat(50)}",\n    "${'b'.repeat(50)}",\n},`);
  expect(written(text(`${'a'.repeat(60)}\n\nb`))).toBe(`Prop = "${'a'.repeat(60)}\\n"\n    + "\\n"\n    + "b",`);
});

test('a text of more lines than a compiler adds up is one literal', () => {
  expect(written(text('line\n'.repeat(500))).split('\n')).toHaveLength(500);
  expect(written(text('line\n'.repeat(501))).split('\n')).toHaveLength(1);
});

test('a namespace is used where something of it is', () => {
  const namespaces = (name: string) => csharp(PROGRAMS[name]).split('\n').filter((line) => /^(?:\/\/ )?using /.test(line));
  expect(namespaces('no-settings')).toEqual(['using Amazon.CDK;', 'using Amazon.CDK.AWS.Cognito;', 'using CdkCognitoUserPoolSettings;']);
  expect(namespaces('commented-out')).toEqual([
    'using System.Collections.Generic;', 'using Amazon.CDK;', 'using Amazon.CDK.AWS.Cognito;', 'using Amazon.CDK.AWS.IAM;',
    '// using Amazon.CDK.AWS.KMS;', 'using Amazon.CDK.AWS.Lambda;', 'using CdkCognitoUserPoolSettings;',
  ]);
});

test('without their marks commented-out members are as if they had none', () => {
  expect(csharp(WITHOUT_PROSE)).toContain('\n    // Clear = ');
  const withoutSpace = (source: string) => source.replaceAll(/\s+/g, '');
  expect(withoutSpace(withoutMarks(csharp(WITHOUT_PROSE), 'csharp'))).toBe(withoutSpace(csharp(allLive(WITHOUT_PROSE))));
});

test('a comment cannot be left', () => {
  expect(csharpComment(['a */ b', 'c\nd\u2028e\u0085f', ''])).toEqual(['// a */ b', '// c', '// d', '// e', '// f', '//']);
});

/** What the language reference says of a regular string literal: no line break of any kind in it, and these escapes. */
const LITERAL = /^"(?:[^"\\\n\r\u0085\u2028\u2029]|\\["\\nrt]|\\u[0-9a-f]{4})*"$/;

test('every text is a literal that means it', () => {
  for (const content of [...TEXTS, 'a\ud83d b\udc00']) {
    const literal = csharpText(content);
    expect(literal).toMatch(LITERAL);
    // All that may stand in it means the same in JSON.
    expect(hexOf(JSON.parse(literal) as string)).toBe(hexOf(content));
    expect(literal).not.toMatch(/(?![\u200c\u200d])[\p{Cc}\p{Cf}]/u);
  }
});
