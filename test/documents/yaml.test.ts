import { said, settingsIn } from './support';

type Bad = readonly [title: string, text: string, said: readonly string[]];

const INDENT = 'is not indented as what it belongs to: the members of one map begin in the same column, by spaces';
const BRACE = 'begins with {, which makes it a map in YAML: put a text such as {####} in quotes';
const BEHIND = 'goes on behind its end: a quote within a text is written twice in single quotes, and as \\" in double ones';
const NO_COLON = 'has no colon: write Name: value, with a space behind the colon';
const SECOND_COLON = 'has a second colon in its line, or more below it: put a text with a colon in quotes, and a map below its name alone';
const TAG = 'has a tag, such as !Ref and !Sub, which the AWS CLI does not know: write the value itself';
const UNCLEAR = 'is no YAML: look for a missing colon, comma or quote, and at how the line is indented';

const BROKEN: readonly Bad[] = [
  ['an empty file', '', ['1:1: error: is empty: a YAML document is a map, Name: value in each line']],
  ['a comment alone', '# nothing\n', ['1:1: error: is empty: a YAML document is a map, Name: value in each line']],
  ['a list', '- PoolName\n', ['1:1: error: is no map: write Name: value in each line, with a space behind the colon']],
  ['no space behind the colon', 'PoolName:x\n', ['1:1: error: is no map: write Name: value in each line, with a space behind the colon']],
  ['a tab', 'UserPoolTags:\n\tteam: a\n', ['2:1: error: is indented by a tab, which YAML does not allow: use spaces']],
  ['tabs in several lines', 'UserPoolTags:\n\tteam: a\n\tstage: b\n', [
    '2:1: error: is indented by a tab, which YAML does not allow: use spaces',
    '3:1: error: is indented by a tab, which YAML does not allow: use spaces',
  ]],
  ['the same name twice', 'PoolName: a\nUserPoolTier: LITE\nPoolName: b\n', ['3:1: error: PoolName stands here a second time: take one of the two out']],
  ['two documents', 'PoolName: a\n---\nPoolName: b\n', ['2:1: error: begins a second document: the AWS CLI reads one, take out --- or what follows']],
  ['a tag of CloudFormation', 'PoolName: !Sub "${AWS::StackName}"\n', [`1:11: error: ${TAG}`]],
  ['a tag of YAML for no JSON', 'PoolName: !!binary aGk=\n', [`1:20: error: ${TAG}`]],
  ['a quote that is not closed', 'UserPoolTier: LITE\nPoolName: "a\nDeletionProtection: ACTIVE\n', ['2:11: error: is a text whose quote is not closed: put the same quote at its end']],
  ['a quote within quotes', 'PoolName: \'it\'s\'\n', [`1:15: error: ${BEHIND}`]],
  ['a colon in a text', 'PoolName: a: b\n', [`1:11: error: ${SECOND_COLON}`]],
  ['members deeper than their map', 'PoolName: a\n  UserPoolTier: LITE\n', [`1:11: error: ${SECOND_COLON}`]],
  ['members less deep than their siblings', 'UserPoolTags:\n  team: a\n stage: b\n', [`3:1: error: ${INDENT}`]],
  ['a line without a colon', 'PoolName\nUserPoolTier: LITE\n', [`1:1: error: ${NO_COLON}`]],
  ['a name in quotes and no space', '"PoolName":"a"\n', [`1:11: error: ${NO_COLON}`]],
  ['a message that begins with its placeholder', 'SmsAuthenticationMessage: {####} is your code\n', [`1:27: error: ${BRACE}`]],
  ['a message that is its placeholder', 'SmsAuthenticationMessage: {####}\n', [`1:27: error: ${BRACE}`]],
  ['a text that begins with a sign of YAML', 'PoolName: @x\nEmailConfiguration:\n  From: `x`\n', [
    '1:11: error: begins with a sign that YAML keeps for itself: put it in quotes',
    '3:9: error: begins with a sign that YAML keeps for itself: put it in quotes',
  ]],
  ['a text that begins with a star', 'PoolName: *\n', ['1:11: error: is an alias without a name: put a text that begins with * in quotes']],
  ['an alias of nothing', 'PoolName: *name\n', ['1:11: error: is an alias without an anchor: put & and its name before the value that it repeats']],
  ['an alias of itself', 'AutoVerifiedAttributes: &a [*a]\n', ['1:29: error: is an alias of what it stands in: write the value out']],
  ['a merge', '<<: { PoolName: a }\n', ['1:1: error: is the merge of YAML 1.1, which YAML 1.2 does not have: write the members out']],
  ['a number for a name', 'UserPoolTags:\n  2024: a\n', ['2:3: error: is no text, and names are: put it in quotes']],
  ['a list for a name', 'UserPoolTags:\n  [a]: b\n', ['2:3: error: is no text, and names are: put it in quotes']],
  ['no name', 'UserPoolTags:\n  : b\n', ['2:3: error: is a colon without a name: put a text with a colon in quotes']],
  ['a list that is not closed', 'AutoVerifiedAttributes: [email\nPoolName: a\n', ['1:25: error: is not closed: a } or a ] is missing']],
  ['a list in the line of its name', 'AutoVerifiedAttributes: - email\n', ['1:25: error: begins a list in the line of its name: begin it in the next line, or write it in [ ]']],
  ['a list beside a map', '- email\nPoolName: a\n', [`2:1: error: ${UNCLEAR}`]],
  ['an element without its hyphen', 'AutoVerifiedAttributes:\n  - email\n  phone_number\nPoolName: a\n', [`3:1: error: ${INDENT}`]],
  ['a comma too many', 'AutoVerifiedAttributes: [email,,phone_number]\n', ['1:32: error: is a comma too many: take it out']],
  ['no comma between members', '{ PoolName: a\nUserPoolTier: LITE }\n', ['1:13: error: is a map or a list by lines within { } or [ ]: a comma is missing, or the brackets are too many']],
  ['no comma between maps', 'AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1 } { Priority: 2 }] }\n',
    ['1:64: error: stands behind the end of a map or a list: put a comma between them, or take it out']],
  ['a # that is stuck to a quote', 'PoolName: "a"# the name\n', ['1:14: error: has a # that is no comment and no text: put the text in quotes']],
  ['an escape that is none', 'PoolName: "a\\d"\n', ['1:13: error: has an escape that YAML does not know: write a backslash as \\\\, or use single quotes']],
  ['a directive that is none', '%FOO\n---\nPoolName: a\n', ['1:1: error: is a directive that YAML does not know: take the line out']],
  ['mistakes in several lines', 'PoolName: "a"b\nUserPoolTags:\n\tteam: x\nSmsVerificationMessage: {####}\n', [
    `1:14: error: ${BEHIND}`,
    '3:1: error: is indented by a tab, which YAML does not allow: use spaces',
    `4:25: error: ${BRACE}`,
  ]],
];

test.each(BROKEN)('%s', (_, text, expected) => {
  expect(said(text, 'a.yaml')).toEqual(expected);
});

test('a few lines of aliases that stand for a hundred million values are refused at once', () => {
  const lists = [...'bcdefgh'].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'[index]}`).join(', ')}]`);
  expect(said(['a: &a [x, x, x, x, x, x, x, x, x, x]', ...lists].join('\n'), 'a.yaml'))
    .toEqual(['5:36: error: repeats more by aliases than any request can hold: write it out']);
});

test('what is long, and repeats nothing, is read', () => {
  const tags = Array.from({ length: 100_001 }, (_, index) => `  t${index}: a`);
  expect(said(['UserPoolTags:', ...tags].join('\n'), 'a.yaml')).toEqual([]);
});

test.each([
  ['lists', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`],
  ...[2000, 3000, 4000].map((most) => [`${most} maps`, Array.from({ length: most }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')]),
])('%s nested without end are told as such', (_, text) => {
  expect(said(text, 'a.yaml')).toEqual([expect.stringMatching(/: error: is nested deeper than any request: close the lists and objects$/)]);
});

test('a fault in each of many lines is told of each, before anybody gives up waiting', () => {
  expect(said('\ta: "b\n'.repeat(10_000), 'a.yaml')).toHaveLength(10_000);
});

const MESSAGE = 'Your code:\n{####}\n';

test.each([
  ['with a byte order mark', '\ufeffPoolName: x\n', { PoolName: 'x' }],
  ['with line ends of Windows', 'PoolName: x\r\nUserPoolTier: LITE\r\n', { PoolName: 'x', UserPoolTier: 'LITE' }],
  ['with the marks of a document', '%YAML 1.2\n---\nPoolName: x\n...\n', { PoolName: 'x' }],
  ['that says it is YAML 1.1', '%YAML 1.1\n---\nMfaConfiguration: OFF\n', { MfaConfiguration: 'OFF' }],
  ['with anchors and aliases', 'PoolName: &x law\nUserPoolTags: { team: *x, *x : b }\n', { PoolName: 'law', UserPoolTags: { team: 'law', law: 'b' } }],
  ['as JSON', '{\n\t"PoolName": "x"\n}', { PoolName: 'x' }],
  ['with texts of several lines', `EmailVerificationMessage: |\n  ${MESSAGE.replace('\n', '\n  ')}`, { EmailVerificationMessage: MESSAGE }],
  ['with a placeholder within a text', 'SmsAuthenticationMessage: Use {####} now\n', { SmsAuthenticationMessage: 'Use {####} now' }],
  ['with a tag of YAML', 'PoolName: !!str 012\n', { PoolName: '012' }],
  ['whose words look like flags', 'MfaConfiguration: OFF\nUserPoolTags: { prod: no, on: y }\n', { MfaConfiguration: 'OFF', UserPoolTags: { prod: 'no', on: 'y' } }],
])('a document %s is read', (_, text, settings) => {
  expect(said(text, 'a.yaml')).toEqual([]);
  expect(settingsIn(text, 'a.yaml')).toEqual(settings);
});
