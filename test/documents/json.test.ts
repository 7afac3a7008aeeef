import { said, settingsIn } from './support';

type Bad = readonly [title: string, text: string, said: readonly string[]];

const OUTLINE = 'a JSON document is one object, { "Name": value }';

const BROKEN: readonly Bad[] = [
  ['an empty file', '', [`1:1: error: is empty: ${OUTLINE}`]],
  ['white space alone', '\n  \n', [`1:1: error: is empty: ${OUTLINE}`]],
  ['YAML', 'PoolName: x\n', [`1:1: error: does not begin with {: ${OUTLINE}; of YAML the file name ends with .yaml`]],
  ['a list', '[]', ['1:1: error: is no object: a JSON document is one, { "Name": value }']],
  ['a comma behind the last member', '{\n  "PoolName": "x",\n}', ['2:18: error: is a comma too many: take it out']],
  ['a comma behind the last element', '{ "AutoVerifiedAttributes": ["email",] }', ['1:37: error: is a comma too many: take it out']],
  ['two commas', '{ "PoolName": "x",, "UserPoolTier": "LITE" }', ['1:19: error: is a comma too many: take it out']],
  ['no comma between members', '{\n  "PoolName": "x"\n  "UserPoolTier": "LITE"\n}',
    ['3:3: error: has no comma before it: members and elements are separated by commas']],
  ['no comma, several times', '{"a":1 "b":2 "c":3}', [
    '1:8: error: has no comma before it: members and elements are separated by commas',
    '1:14: error: has no comma before it: members and elements are separated by commas',
  ]],
  ['no colon', '{ "PoolName" "x" }', ['1:14: error: has no colon before it: write "Name": value']],
  ['no value', '{ "PoolName": }', ['1:15: error: stands where a value belongs: write one, or take its name out']],
  ['no name', '{ "PoolName": "x", 1: 2 }', ['1:20: error: stands where a name belongs: write "Name": value, with the name in double quotes']],
  ['a comment of a line', '{\n  // the name\n  "PoolName": "x"\n}', ['2:3: error: is a comment, which JSON does not have: take it out, or write the document as YAML']],
  ['a comment before', '/* a */ { "PoolName": "x" }', ['1:1: error: is a comment, which JSON does not have: take it out, or write the document as YAML']],
  ['a comment behind', '{ "PoolName": "x" } // a', ['1:21: error: is a comment, which JSON does not have: take it out, or write the document as YAML']],
  ['single quotes', '{ \'PoolName\': \'a b\', "UserPoolTier": \'LITE\' }', [
    '1:3: error: stands in single quotes: JSON has double ones',
    '1:38: error: stands in single quotes: JSON has double ones',
  ]],
  ['typographic quotes', '{ "PoolName": “x” }', ['1:15: error: stands in typographic quotes: JSON has the straight double ones']],
  ['text that is not closed', '{\n  "PoolName": "x,\n  "UserPoolTier": "LITE"\n}',
    ['2:15: error: is a text that its line does not close: put " behind it, and write a line break in it as \\n']],
  ['a tab in a text', '{ "PoolName": "a\tb" }', ['1:15: error: has a control character: write a tab in a text as \\t']],
  ['an escape that is none', '{ "PoolName": "a\\d" }', ['1:15: error: has an escape that JSON does not know: write a backslash as \\\\']],
  ['an escape cut short', '{ "PoolName": "a\\u12" }', ['1:15: error: has an escape that JSON does not know: \\u has four hexadecimal digits behind it']],
  ['names without quotes', '{ PoolName: "x",\n  UserPoolTier: "LITE" }', ['1:3: error: is a name without quotes: put it in double quotes', '2:3: error: is a name without quotes: put it in double quotes']],
  ['a text without quotes', '{ "PoolName": x }', ['1:15: error: is a text without quotes: put it in double quotes']],
  ['True', '{ "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": True } }',
    ['1:58: error: is no word of JSON: a flag is true or false in small letters, and a text stands in double quotes']],
  ['None', '{ "PoolName": None }', ['1:15: error: is no word of JSON: take the member out, the AWS CLI takes no null either']],
  ['a semicolon', '{ "PoolName": "x"; "UserPoolTier": "LITE" }', ['1:18: error: is no sign of JSON: take it out']],
  ['a number that begins with 0', '{"Policies":{"PasswordPolicy":{"MinimumLength":012}}}',
    ['1:48: error: begins with 0, which no number of JSON does: write it without, or put it in double quotes']],
  ['a number that is none', '{"Policies":{"PasswordPolicy":{"MinimumLength":.5}}}', ['1:48: error: is no number of JSON: write digits alone, or put it in double quotes']],
  ['an exponent cut short', '{"Policies":{"PasswordPolicy":{"MinimumLength":1e}}}', ['1:48: error: is no number of JSON: write digits alone, or put it in double quotes']],
  ['an object that is not closed', '{ "Policies": { "PasswordPolicy": {} }', ['1:39: error: ends before the document does: a } is missing']],
  ['a list that is not closed', '{ "AutoVerifiedAttributes": ["email"', ['1:37: error: ends before the document does: a ] is missing']],
  ['a list closed as an object', '{ "AutoVerifiedAttributes": ["email" }', ['1:38: error: closes an object while a list is open: a ] is missing before it']],
  ['an object closed as a list', '{ "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Priority": 1] } }',
    ['1:69: error: closes a list while an object is open: a } is missing before it']],
  ['text after the end', '{ "PoolName": "x" }\n{ "PoolName": "y" }', [`2:1: error: goes on after the end of the document: ${OUTLINE}`]],
  ['a brace too many', '{ "PoolName": "x" }}', [`1:20: error: goes on after the end of the document: ${OUTLINE}`]],
  ['mistakes in several lines', '{\n  "PoolName": "x"\n  "UserPoolTier": \'LITE\',\n  "MfaConfiguration": ON\n}', [
    '3:3: error: has no comma before it: members and elements are separated by commas',
    '3:19: error: stands in single quotes: JSON has double ones',
    '4:23: error: is no word of JSON: a flag is true or false in small letters, and a text stands in double quotes',
  ]],
];

test.each(BROKEN)('%s', (_, text, expected) => {
  expect(said(text, 'a.json')).toEqual(expected);
});

test('a member that stands there twice is told at the second place', () => {
  expect(said('{\n  "PoolName": "x",\n  "PoolName": "y"\n}', 'a.json')).toEqual(['3:3: error: PoolName stands here a second time: take one of the two out']);
});

test('nesting without an end is told and ends nothing', () => {
  expect(said('['.repeat(300_000), 'a.json')).toEqual(['1:1: error: is nested deeper than any request: close the lists and objects']);
});

test.each([
  ['with a byte order mark', '\ufeff{ "PoolName": "x" }'],
  ['with line ends of Windows', '{\r\n  "PoolName": "x"\r\n}\r\n'],
  ['in one line', '{"PoolName":"x"}'],
])('a document %s is read', (_, text) => {
  expect(said(text, 'a.json')).toEqual([]);
  expect(settingsIn(text, 'a.json')).toEqual({ PoolName: 'x' });
});
