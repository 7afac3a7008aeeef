import * as fc from 'fast-check';
import { runPython, withPython } from './python';
import { PROGRAM } from './sample-program';
import { python } from '../../../cli/code/python';
import { pythonValue } from '../../../cli/code/python-values';
import type { Code, Program } from '../../../cli/code/tree';

const noVariable = () => { throw new Error('no variable'); };
const written = (code: Code) => pythonValue(code, noVariable).join('\n');

test('a program as a person would have written it', () => {
  expect(python(PROGRAM)).toBe(`# What it is.

from aws_cdk import (
    App,
    # Duration,
    Environment,
    Stack,
)
from aws_cdk.aws_cognito import UserPool
from aws_cdk.aws_iam import Role
# from aws_cdk.aws_kms import Key
from aws_cdk.aws_lambda import Function
from cdk_cognito_user_pool_settings import (
    # EmailMfaConfig,
    LambdaConfig,
    SmsConfiguration,
    SmsMfaConfig,
    UserPoolPasswordPolicy,
    UserPoolPolicies,
    UserPoolSettings,
    VerifiedAttribute,
)

app = App()
stack = Stack(app, "Auth", env=Environment(account="123456789012", region="us-east-1"))

pre_sign_up = Function.from_function_arn(
    stack,
    "PreSignUp",
    "arn:aws:lambda:us-east-1:123456789012:function:pre-sign-up",
)
sms_role = Role.from_role_arn(stack, "SmsRole", "arn:aws:iam::123456789012:role/sms")
# senders_key = Key.from_key_arn(stack, "SendersKey", "arn:aws:kms:us-east-1:123456789012:key/1")

UserPoolSettings(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "UserPool", "us-east-1_Example1"),
    policies=UserPoolPolicies(
        password_policy=UserPoolPasswordPolicy(
            minimum_length=14,
            # Why not.
            # temporary_password_validity=Duration.days(3),
        ),
    ),
    deletion_protection=True,
    lambda_config=LambdaConfig(
        pre_sign_up=pre_sign_up,
        # kms_key=senders_key,
    ),
    auto_verified_attributes=[VerifiedAttribute.EMAIL],
    # Two lines
    # about it.
    sms_configuration=SmsConfiguration(sns_caller=sms_role),
    user_pool_tags={"team": "identity"},
    # email_mfa_configuration=EmailMfaConfig(message="Code {####}"),
    sms_mfa_configuration=SmsMfaConfig(),
    additional_settings={"Young": {"__proto__": []}},
)

app.synth()
`);
});

test.each<[string, Code, string]>([
  ['quotes', { kind: 'text', text: '"it\'s"' }, '"\\"it\'s\\""'],
  ['a backslash', { kind: 'text', text: '\\N{BELL}' }, '"\\\\N{BELL}"'],
  ['line breaks of several kinds', { kind: 'text', text: 'a\nb\r\u2028\x0c' }, '"a\\nb\\r\\u2028\\u000c"'],
  ['what is seen', { kind: 'text', text: 'Grüße 👋' }, '"Grüße 👋"'],
  ['what is hidden beyond the first plane', { kind: 'text', text: '\u{e0041}' }, '"\\U000e0041"'],
  ['flags and numbers', { kind: 'list', of: 'anything', items: [{ kind: 'flag', flag: true }, { kind: 'number', number: 0.5 }] }, '[True, 0.5]'],
  ['nothing', { kind: 'map', of: 'text', entries: [] }, '{}'],
])('%s', (_what, code, expected) => {
  expect(written(code)).toBe(expected);
});

test('a long text stands line by line', () => {
  expect(written({ kind: 'text', text: `${'a'.repeat(60)}\n${'b'.repeat(60)}` })).toBe(`(\n    "${'a'.repeat(60)}\\n"\n    "${'b'.repeat(60)}"\n)`);
});

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom('\'', '"', '\\', '\n', '\r', '\u2028', '{', '#', '"""', '\ud800', 'x'.repeat(30), '\0'), { maxLength: 12 })
    .map((parts) => parts.join('')));
const READ = 'import ast, json, sys\nfor line in sys.stdin: print(json.dumps(ast.literal_eval(json.loads(line))))';
const COUNT = 'import ast, json, sys\nfor line in sys.stdin: print(json.dumps([ast.dump(each) for each in ast.parse(json.loads(line)).body]))';

withPython('ast')('in the eyes of Python', () => {
  test('any text comes back exactly, as a value and as a key', () => {
    const texts = fc.sample(fc.array(anyText, { maxLength: 4 }), { numRuns: 500, seed: 7 });
    const codes = texts.map((all): Code => ({ kind: 'map', of: 'text', entries: all.map((text) => [text, { kind: 'text', text }]) }));
    const read = runPython('ast', READ, codes.map(written)) as object[];
    expect(read.map((map) => Object.entries(map).sort())).toEqual(texts.map((all) => [...new Map(all.map((text) => [text, text]))].sort()));
  });

  test('no comment becomes code, and all of it is Python', () => {
    const texts = fc.sample(anyText, { numRuns: 200, seed: 7 });
    const bare: Program = { ...PROGRAM, comments: [], props: [] };
    const programs = texts.map((text) => python({
      ...bare, comments: [text], props: [{ name: 'poolName', value: { kind: 'text', text }, comments: [text], isCommentedOut: true }],
    }));
    const [expected, ...parsed] = runPython('ast', COUNT, [python(bare), ...programs]);
    expect(expected).toHaveLength(7);
    expect(parsed).toHaveLength(200);
    for (const each of parsed) expect(each).toEqual(expected);
  });
});
