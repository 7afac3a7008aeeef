import type { Code, Member, Program } from '../../cli/code/tree';

// Programs with what import and skeleton seldom meet, as they would be handed to the writers.

const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function';

export const text = (content: string): Code => ({ kind: 'text', text: content });
export const number = (value: number): Code => ({ kind: 'number', number: value });
export const flag = (value: boolean): Code => ({ kind: 'flag', flag: value });
export const days = (value: number): Code => ({ kind: 'days', days: value });
export const imported = (name: string): Code => ({ kind: 'imported', name });
export const enumMember = (type: string, member: string): Code => ({ kind: 'enum', type, member });
export const texts = (...contents: readonly string[]): Code => ({ kind: 'list', of: 'text', items: contents.map(text) });
export const enums = (type: string, ...members: readonly string[]): Code => (
  { kind: 'list', of: { type }, items: members.map((member) => enumMember(type, member)) });
export const structs = (type: string, ...items: readonly Code[]): Code => ({ kind: 'list', of: { type }, items });
export const tags = (entries: Readonly<Record<string, string>>): Code => (
  { kind: 'map', of: 'text', entries: Object.entries(entries).map(([key, value]) => [key, text(value)]) });
export const struct = (type: string, members: Readonly<Record<string, Code>>): Code => ({ kind: 'struct', type, members: membersOf(members) });

export function membersOf(members: Readonly<Record<string, Code>>): Member[] {
  return Object.entries(members).map(([name, value]) => ({ name, value }));
}

/** What JSON can say, and jsii does not lose. */
export type Anything = string | number | boolean | readonly Anything[] | { readonly [key: string]: Anything };

export function anything(value: Anything): Code {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return flag(value);
  if (Array.isArray(value)) return { kind: 'list', of: 'anything', items: (value as readonly Anything[]).map(anything) };
  return { kind: 'map', of: 'anything', entries: Object.entries(value).map(([key, inner]) => [key, anything(inner)]) };
}

function programOf(props: readonly Member[], more: Partial<Program> = {}): Program {
  return { userPoolId: 'us-east-1_Example1', comments: [], imported: [], props, ...more };
}

/** Texts that somebody forgets to escape somewhere. */
export const ODD_TEXTS: readonly string[] = [
  '', ' ', '"', "'", '`', '\\', '\\\\', '\\n', '\\u0041', '\\user', '\\\\user', 'C:\\users\\umbrella', '"""', '${name}', '{name}', '{{name}}', '{####}',
  '%s %d %%', '$name', '#{name}', '//', '/* */', '*/', '<p class="a">Tom &amp; Ann</p>', 'line\nbreak', 'line\r\nbreak', 'carriage\rreturn',
  '\n', '\n\n', 'ends with a break\n', 'tab\tstop', 'form\ffeed', 'vertical\vtab', '\b', '\x00', '\x001', '\x1b[31m', '\x7f', '\x80', '\x85', '\x9f',
  '\u00a0', '\u00ad', '\u200b', '\u200e\u202e', '\u2028', '\u2029', '\ufeff', '\ufffd', '\uffff', 'Zürich', 'naïve', 'İstanbul', '日本語', 'עברית', 'العربية',
  '😀', '👩‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '☎️', 'e\u0301', '\u{10ffff}', '\\ud83d', '?' + '?/', '@"verbatim"', '$"{interpolated}"', 'r"raw"',
  `a long line without a break ${'x'.repeat(200)}`,
  'a text of some lines\nwith "quotes" and \\backslashes\\, long enough to be written line by line\n\n\tthe end\n',
];

const ODD_KEYS = Object.fromEntries(ODD_TEXTS.map((value, index) => [`${index}: ${value}`, value]));

const COMMENTED_OUT: Program = {
  userPoolId: 'us-east-1_Example1',
  account: '123456789012',
  region: 'us-east-1',
  comments: ['The settings of us-east-1_Example1.', '', 'Members that are commented out are declared by another one too.'],
  imported: [
    { name: 'preTokenGeneration', id: 'PreTokenGeneration', kind: 'function', arn: `${LAMBDA}:pre-token-generation` },
    { name: 'default', id: 'Default', kind: 'function', arn: `${LAMBDA}:default` },
    { name: 'stack', id: 'Stack', kind: 'role', arn: 'arn:aws:iam::123456789012:role/service-role/stack' },
    { name: 'key', id: 'Key', kind: 'key', arn: 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555' },
  ],
  props: [
    { name: 'mfaConfiguration', value: enumMember('UserPoolMfa', 'OPTIONAL'), comments: ['OFF, ON or OPTIONAL.', 'With \\u003b and */ in it.'] },
    {
      name: 'lambdaConfig',
      value: {
        kind: 'struct',
        type: 'LambdaConfig',
        members: [
          {
            name: 'preTokenGeneration',
            value: imported('preTokenGeneration'),
            isCommentedOut: true,
            comments: ['The same as preTokenGenerationConfig.'],
          },
          {
            name: 'preTokenGenerationConfig',
            value: struct('PreTokenGenerationVersionConfig', {
              lambdaVersion: enumMember('PreTokenGenerationLambdaVersion', 'V2_0'),
              lambdaFunction: imported('preTokenGeneration'),
            }),
          },
          { name: 'customMessage', value: imported('default'), isCommentedOut: true },
        ],
      },
    },
    { name: 'smsConfiguration', value: struct('SmsConfiguration', { snsCaller: imported('stack'), externalId: text('id') }) },
    {
      name: 'keyConfiguration',
      isCommentedOut: true,
      value: struct('KeyConfiguration', { keyType: enumMember('EncryptionKeyType', 'CUSTOMER_MANAGED_KEY'), kmsKey: imported('key') }),
    },
    {
      name: 'accountRecoverySetting',
      isCommentedOut: true,
      value: struct('AccountRecoverySetting', {
        recoveryMechanisms: structs(
          'RecoveryOption',
          struct('RecoveryOption', { name: enumMember('RecoveryOptionName', 'VERIFIED_EMAIL'), priority: number(1) }),
          struct('RecoveryOption', { name: enumMember('RecoveryOptionName', 'VERIFIED_PHONE_NUMBER'), priority: number(2) }),
        ),
      }),
    },
    { name: 'autoVerifiedAttributes', value: enums('VerifiedAttribute') },
    { name: 'userPoolTags', value: tags({}) },
    {
      name: 'adminCreateUserConfig',
      isCommentedOut: true,
      value: {
        kind: 'struct',
        type: 'AdminCreateUserConfig',
        members: [
          { name: 'unusedAccountValidity', value: days(3) },
          // A comment in a comment.
          { name: 'allowAdminCreateUserOnly', value: flag(true), isCommentedOut: true },
        ],
      },
    },
    { name: 'clear', value: texts('smsAuthenticationMessage', 'deviceConfiguration'), isCommentedOut: true },
    { name: 'emailVerificationMessage', isCommentedOut: true, value: text(`A text of several lines.\n${'It is long. '.repeat(6)}\n{####}`) },
  ],
};

/** Each program by its name, which is that of a folder. */
export const PROGRAMS: Readonly<Record<string, Program>> = {
  'few-settings': programOf(membersOf({
    policies: struct('UserPoolPolicies', { passwordPolicy: struct('UserPoolPasswordPolicy', { minimumLength: number(14), temporaryPasswordValidity: days(1) }) }),
    deletionProtection: flag(true),
  })),
  'no-settings': programOf([], { account: '123456789012', region: 'eu-central-1' }),
  'odd-texts': programOf(membersOf({
    poolName: text('a+b = c, d.e@f-g'),
    emailMfaConfiguration: struct('EmailMfaConfig', {
      subject: text('Sign in "now" \\o/ 😀'),
      message: text(`<p class="a">\r\n  Hello,\n\n"{####}" is your code: \\{####}\\\n${'</p>'.repeat(20)}\n`),
    }),
    verificationMessageTemplate: struct('VerificationMessageTemplate', { smsMessage: text('\'{####}\' is your "code" 🔑') }),
    userPoolTags: tags({ 'team': 'identity', 'cost center': '00 7', 'ünïcode': 'Zürich', 'a=b:c/d@e+f': 'x' }),
    additionalSettings: anything({ OddTexts: ODD_TEXTS, OddKeys: ODD_KEYS }),
  }), { comments: ['Odd \\u000a comments: \\user \\\\user', 'a\u2028line\nbreak and */ what follows it \u202e', ''] }),
  'younger-members': programOf(membersOf({
    additionalSettings: anything({
      PasswordlessConfiguration: {
        Days: 7,
        Enabled: true,
        Share: 0.5,
        Negative: -3,
        Small: 1e-7,
        Large: 2147483648,
        Least: -2147483649,
        Largest: 9007199254740991,
        Huge: 1e20,
        Beyond: 1.5e300,
        Zero: 0,
        Off: false,
        Empty: '',
        Modes: ['LINK', 'CODE'],
        Nothing: {},
        None: [],
        Nested: [[1, 2], [{ Deep: [{ Deeper: { Deepest: [true, 'x', 1] } }] }]],
      },
      Eleven: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`Key${index}`, index % 2 ? index : `${index}`])),
      // Some are longer than others: where they are aligned depends on it.
      Lengths: Object.fromEntries([1, 2, 30, 40, 41, 60, 150, 3, 9].map((length) => ['k'.repeat(length), { length }])),
      Mixed: {
        a: 1,
        ['b'.repeat(61)]: 2,
        c: { d: 'a text that has a line of its own, since it does not fit behind that of which it is a part' },
        ['c'.repeat(45)]: 3,
        é: 4,
        日本: 5,
      },
    }),
    userPoolTags: tags(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`tag-${index}`, `${index}`]))),
  })),
  'commented-out': COMMENTED_OUT,
};

/** What is said about them left out: whatever is a comment in it is code. */
export const WITHOUT_PROSE: Program = changed(COMMENTED_OUT, ({ comments: _, ...member }) => member);

/** As if nothing were commented out. */
export function allLive(program: Program): Program {
  return changed(program, ({ isCommentedOut: _, ...member }) => member);
}

function changed(program: Program, change: (member: Member) => Member): Program {
  const inMembers = (members: readonly Member[]): Member[] => members.map(({ value, ...member }) => (
    change({ ...member, value: value.kind === 'struct' ? { ...value, members: inMembers(value.members) } : value })));
  return { ...program, comments: [], props: inMembers(program.props) };
}
