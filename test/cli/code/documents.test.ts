import * as fc from 'fast-check';
import { parseDocument } from 'yaml';
import { runPython, withPython } from './python';
import { cliJson } from '../../../cli/code/cli-json';
import { cliYaml } from '../../../cli/code/cli-yaml';
import { Notes, type Draft } from '../../../cli/code/draft';
import type { JsonObject } from '../../../src/core/wire/json';
import { checkDocument } from '../../../src/documents';

const ID = 'us-east-1_Example1';

function draft(settings: JsonObject, note: (notes: Notes) => void = () => {}, comments: readonly string[] = []): Draft {
  const notes = new Notes();
  note(notes);
  return { userPoolId: ID, comments, settings, notes };
}

const SETTINGS = {
  PoolName: 'no',
  Young: { Deep: [1, { A: null }] },
  SmsAuthenticationMessage: 'Your code:\n{####}\n',
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] }, PasswordPolicy: { MinimumLength: 8 } },
  UserPoolTags: { 'no': '012', 'a: b': '' },
  LambdaConfig: {},
  AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] },
};
const note = (notes: Notes) => {
  notes.say(['Policies'], 'Policies of the pool.');
  notes.commentOut(['Policies', 'SignInPolicy'], 'Not this one.');
  notes.commentOut(['SmsAuthenticationMessage']);
  notes.commentOut(['Young'], 'Too young, and a comment that is longer than one line may be, so that it has to be broken between its words.');
};

test('YAML in the order of the API, with all that is said', () => {
  expect(cliYaml(draft(SETTINGS, note, ['What it is.']), 'update-user-pool')).toBe(`# What it is.

UserPoolId: us-east-1_Example1
# Policies of the pool.
Policies:
  PasswordPolicy:
    MinimumLength: 8
  # Not this one.
  # SignInPolicy:
  #   AllowedFirstAuthFactors:
  #     - PASSWORD
LambdaConfig: {}
# SmsAuthenticationMessage: |
#   Your code:
#   {####}
UserPoolTags:
  "no": "012"
  "a: b": ""
AccountRecoverySetting:
  RecoveryMechanisms:
    - Priority: 1
      Name: admin_only
PoolName: "no"
# Too young, and a comment that is longer than one line may be, so that it has to be broken between
# its words.
# Young:
#   Deep:
#     - 1
#     - A: null
`);
});

test('without their marks comments of YAML are what they would be', () => {
  const marked = cliYaml(draft(SETTINGS, note), 'update-user-pool');
  const bare = marked.replace(/^( *)# (?!Policies of|Not this|Too young|its words)/gm, '$1');
  expect(parseDocument(bare).toJS()).toEqual({ UserPoolId: ID, ...SETTINGS });
});

test('JSON is without what would be a comment', () => {
  expect(JSON.parse(cliJson(draft(SETTINGS, note), 'update-user-pool'))).toEqual({
    UserPoolId: ID,
    Policies: { PasswordPolicy: { MinimumLength: 8 } },
    LambdaConfig: {},
    UserPoolTags: SETTINGS.UserPoolTags,
    AccountRecoverySetting: SETTINGS.AccountRecoverySetting,
    PoolName: 'no',
  });
});

const TRAPS = [
  'no', 'Yes', 'y', 'on', 'NULL', '~', '', ' ', '012', '0o7', '1:30', '0x1F', '1e3', '.5', '.inf', '1_000', '2024-01-01', '=', '<<', '- a', 'a: b', 'a #b',
  'a:', '*x', '&x', '!x', '|', '>', '%x', '@x', '`x', '{x}', '[x]', "'", '"', '\\', ' a', 'a ', 'a\n', '\na', 'a\n\n', 'a\nb', 'a\n b\n', ' a\nb', 'a \nb', 'a\tb',
  '\ta', 'a\r\nb', '\u0085', '\u2028', '\ufeff', '\u007f', '\u0000', '\ufffe', '\ud83d\udc4b', 'ü', '---', '...', '--- a', 'a\n---\nb', 'a\n# b', '{####}', '? a',
];
const anyText = fc.oneof(
  fc.constantFrom(...TRAPS), fc.string(), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 10 }),
  fc.array(fc.constantFrom(...TRAPS, 'word', '\n'), { maxLength: 6 }).map((parts) => parts.join('')),
).filter((text) => !/\p{Cs}/u.test(text));
/** A key of more than 1,024 characters, written, would be none to some readers; tags have at most 128. */
const anyKey = anyText.map((text) => [...text].slice(0, 100).join(''));

/** Texts as tags, as text under a name, and in a list. */
const settingsOf = (texts: readonly (readonly [string, string])[]): JsonObject => ({
  UserPoolTags: Object.fromEntries(texts),
  VerificationMessageTemplate: { EmailMessage: texts[0]?.[1] ?? '' },
  DcrConfiguration: { AllowedScopes: texts.map(([, text]) => text) },
});
const anySettings = fc.array(fc.tuple(anyKey, anyText), { maxLength: 4 }).map(settingsOf);

test('any text comes back exactly from JSON and from YAML, old and new', () => {
  fc.assert(fc.property(anySettings, (settings) => {
    const yaml = cliYaml(draft(settings), 'update-user-pool');
    const expected = { UserPoolId: ID, ...settings };
    expect(JSON.parse(cliJson(draft(settings), 'update-user-pool'))).toEqual(expected);
    for (const version of ['1.1', '1.2'] as const) expect(parseDocument(yaml, { version, merge: false }).toJS()).toEqual(expected);
    expect(checkDocument(Buffer.from(yaml), 'a.yaml').document.faults).toEqual([]);
  }), { numRuns: 300, examples: [[settingsOf(TRAPS.map((text) => [text, text]))], [settingsOf([['__proto__', '__proto__']])]] });
});

test('no comment breaks out of its line', () => {
  fc.assert(fc.property(anyText, (text) => {
    const yaml = cliYaml(draft({ PoolName: text, UserPoolTier: 'LITE' }, (notes) => notes.commentOut(['PoolName'], text), [text]), 'update-user-pool');
    expect(parseDocument(yaml).toJS()).toEqual({ UserPoolId: ID, UserPoolTier: 'LITE' });
  }), { numRuns: 200, examples: TRAPS.map((text) => [text]) });
});

withPython('yaml')('in the eyes of PyYAML, which reads YAML 1.1', () => {
  test('any text comes back exactly', () => {
    const READ = 'import json, sys, yaml\nfor line in sys.stdin: print(json.dumps(yaml.safe_load(json.loads(line))))';
    const all = [settingsOf(TRAPS.map((text) => [text, text])), ...fc.sample(anySettings, { numRuns: 300, seed: 7 })];
    const yaml = all.map((settings) => cliYaml(draft(settings), 'update-user-pool'));
    expect(runPython('yaml', READ, yaml)).toEqual(all.map((settings) => ({ UserPoolId: ID, ...settings })));
  });
});
