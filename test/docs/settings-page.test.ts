import { join } from 'node:path';
import { settingsPage } from '../../docs/generated/settings-page';
import model from '../../local/cognito/model.json';
import { readDeclarations } from '../options/declarations';

interface Shape {
  readonly members?: Record<string, { shape: string }>;
  readonly member?: { shape: string };
  readonly key?: { shape: string };
  readonly value?: { shape: string };
  readonly enum?: string[];
}

const shapes = model.shapes as Record<string, Shape>;
const { structs } = readDeclarations(join(__dirname, '..', '..', 'src', 'options'));
const page = settingsPage();

/** Each row of a table of members: the prop and, below it, the API member. */
const rows = [...page.matchAll(/^\| `([^`]+)`<br>`([^`]+)` \|(.*)\|$/gm)].map(([, prop, member, rest]) => ({ prop, member, rest }));

/** Every member of a shape of the API's model; the keys of a map are members where the model names them. */
function membersOf(shapeName: string, at = ''): string[] {
  const { members = {}, member, key, value } = shapes[shapeName];
  const inside = (name: string, shape: string) => [`${at}${name}`, ...membersOf(shape, `${at}${name}.`)];
  const keys = key ? shapes[key.shape].enum ?? [] : [];
  return [
    ...Object.entries(members).filter(([name]) => name !== 'UserPoolId').flatMap(([name, { shape }]) => inside(name, shape)),
    ...keys.flatMap((name) => inside(name, value!.shape)),
    ...member ? membersOf(member.shape, `${at.replace(/\.$/, '')}[].`) : [],
  ];
}

/** The name at which a prop's path leaves what `src/options` declares. */
function lostAt(prop: string): string | undefined {
  let type = 'UserPoolSettingsOptions';
  for (const name of prop.split('.')) {
    const declared = structs.get(type)?.get(name.replace('[]', ''));
    if (!declared) return name;
    type = name.endsWith('[]') ? declared.type.replace('[]', '') : declared.type;
  }
  return undefined;
}

test('every member of both requests has one row', () => {
  const both = new Set([...membersOf('UpdateUserPoolRequest'), ...membersOf('SetUserPoolMfaConfigRequest')]);
  expect(both.size).toBeGreaterThan(100);
  expect(rows.map(({ member }) => member).sort()).toEqual([...both].sort());
});

test('every row begins with a prop that there is', () => {
  expect(rows.filter(({ prop }) => lostAt(prop) !== undefined)).toEqual([]);
  expect(new Set(rows.map(({ prop }) => prop)).size).toBe(rows.length);
});

test('every row of the index leads to a heading, and every heading is in it', () => {
  const links = [...page.matchAll(/^\| \[`(\w+)`\]\(#(\w+)\)/gm)];
  const headings = [...page.matchAll(/^### `(\w+)`$/gm)].map(([, name]) => name);
  expect(links.map(([, name]) => name)).toEqual(headings);
  expect(links.map(([, , anchor]) => anchor)).toEqual(headings.map((name) => name.toLowerCase()));
});

test.each([
  // The default of the service, which is what an absent member is; and the value that brings it back.
  ['policies.passwordPolicy.minimumLength', '| whole number, 6 to 99 |  | `8` |'],
  ['deletionProtection', '| `true` for `ACTIVE`, `false` for `INACTIVE` | `INACTIVE` | `INACTIVE` |'],
  // What is said of a struct holds in it, in a word.
  ['adminCreateUserConfig.inviteMessageTemplate.smsMessage', '| left out | reset |'],
  ['smsConfiguration.eumsSms.region', '| impossible | missing |'],
  ['policies.passwordPolicy.passwordHistorySize', '| ESSENTIALS |'],
  // Words.
  ['emailVerificationSubject', 'older name of `verificationMessageTemplate.emailSubject`'],
  ['lambdaConfig.customSmsSender', 'struct, set and taken back as one; needs `lambdaFunction` |'],
  ['userPoolTags', 'map, merged key by key'],
  ['accountRecoverySetting.recoveryMechanisms', 'complete list of 1 to 2: structs with `priority`, `name`'],
  ['smsMfaConfiguration.smsConfiguration', 'the same setting as `smsConfiguration`'],
])('%s: %s', (prop, expected) => {
  expect(`|${rows.find((row) => row.prop === prop)!.rest}|`).toContain(expected);
});

test('no table has a column without a word', () => {
  const tables = page.split(/^### /m).slice(1).map((block) => block.split('\n').filter((line) => line.startsWith('| `')));
  expect(tables.length).toBeGreaterThan(20);
  for (const lines of tables) {
    const cells = lines.map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()));
    expect(cells[0].filter((_, column) => cells.every((row) => row[column] === ''))).toEqual([]);
  }
});
