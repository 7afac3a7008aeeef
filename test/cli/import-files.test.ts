import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, type CliOptions } from '../support/cli';

const POOL = { UserPool: { Id: 'us-east-1_Saved', Name: 'saved', DeletionProtection: 'ACTIVE', MfaConfiguration: 'ON' } };
const MFA = { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } };
const HOW = 'save what aws cognito-idp describe-user-pool and get-user-pool-mfa-config print with --output json';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'saved-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function saved(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 4));
  return file;
}

async function imported(files: readonly string[], options?: CliOptions) {
  const { code, stdout, stderr } = await runCli(['import', '--from', ...files, '-f', 'cli-json', '--json'], options);
  const mfa = await runCli(['import', '--from', ...files, '-f', 'cli-json', '--operation', 'set-user-pool-mfa-config'], options);
  const content = (text: string) => JSON.parse(text) as Record<string, unknown>;
  return {
    code,
    stderr: stderr.replaceAll(`${folder}/`, ''),
    pool: stdout === '' ? undefined : content((content(stdout) as { content: string }).content),
    mfa: mfa.stdout === '' ? undefined : content(mfa.stdout),
  };
}

const WHOLE = {
  code: 0,
  stderr: '',
  pool: { UserPoolId: 'us-east-1_Saved', DeletionProtection: 'ACTIVE', MfaConfiguration: 'ON', PoolName: 'saved' },
  mfa: { UserPoolId: 'us-east-1_Saved', ...MFA },
};

test.each<[string, () => readonly string[]]>([
  ['in two files', () => [saved('pool.json', POOL), saved('mfa.json', MFA)]],
  ['in two files the other way round', () => [saved('mfa.json', MFA), saved('pool.json', POOL)]],
  ['side by side in one', () => [saved('both.json', { ...MFA, ...POOL, ResponseMetadata: { HTTPStatusCode: 200 } })]],
  ['one behind the other in one', () => [saved('both.json', `${JSON.stringify(POOL, null, 4)}\n${JSON.stringify(MFA, null, 4)}\n`)]],
  ['without the envelope, as --query UserPool leaves it', () => [saved('pool.json', POOL.UserPool), saved('mfa.json', MFA)]],
  ['in UTF-16, as PowerShell redirects', () => [
    saved('pool.json', Buffer.from(`\uFEFF${JSON.stringify(POOL)}`, 'utf16le')), saved('mfa.json', `\uFEFF${JSON.stringify(MFA)}`),
  ]],
  ['with null where there is nothing', () => [
    saved('pool.json', { UserPool: { ...POOL.UserPool, LambdaConfig: null, SmsConfiguration: { SnsCallerArn: null } } }),
    saved('mfa.json', { ...MFA, EmailMfaConfiguration: null }),
  ]],
])('answers %s', async (_how, files) => {
  expect(await imported(files())).toEqual(WHOLE);
});

test('answers from stdin', async () => {
  expect(await imported(['-', saved('mfa.json', MFA)], { stdin: JSON.stringify(POOL) })).toEqual(WHOLE);
});

test('without the second answer factors are not declared, and a document says so', async () => {
  const { stdout } = await runCli(['import', '--from', saved('pool.json', POOL), '-f', 'cli-yaml', '--operation', 'set-user-pool-mfa-config']);
  expect(stdout).toBe(`# What the user pool us-east-1_Saved has. For aws cognito-idp set-user-pool-mfa-config
# --cli-input-yaml, and for UserPoolSettings.fromCliInput, for which nothing changes that is not here.
# set-user-pool-mfa-config itself replaces: it may put back to its default what is not here.
# Second factors and passkeys were not read, and are not declared: for them give what aws cognito-idp
# get-user-pool-mfa-config answers by --from as well.

UserPoolId: us-east-1_Saved
MfaConfiguration: "ON"
`);
});

test.each<[string, () => readonly string[], string]>([
  ['no file', () => ['nothing.json'], 'nothing.json cannot be read: there is no such file, give the path of a saved answer, or - for stdin'],
  ['a directory', () => [saved('a', '').replace(/.a$/, '/.')], '. cannot be read: it is a directory, give the path of a saved answer'],
  ['an empty file', () => [saved('a.json', ' \n')], `a.json is empty: ${HOW}`],
  ['broken JSON', () => [saved('a.json', '{\n  "UserPool": {"Id": secret }\n}')], `a.json is no JSON, as line 2, column 22 shows: ${HOW}`],
  ['JSON that ends early', () => [saved('a.json', '{\n  "UserPool": {')], `a.json is no JSON, as line 2, column 16 shows: ${HOW}`],
  ['what is broken behind the first answer', () => [saved('a.json', `${JSON.stringify(POOL)}\n{ "a": b }`)], `a.json is no JSON, as line 2, column 8 shows: ${HOW}`],
  ['two pools one behind the other', () => [saved('a.json', JSON.stringify(POOL).repeat(2))], 'a.json has a UserPool twice: give the answers of one pool'],
  ['a list', () => [saved('a.json', [POOL])], `a.json is JSON, but no object: ${HOW}`],
  ['another answer', () => [saved('a.json', { UserPools: [] })], `a.json is no answer of describe-user-pool or of get-user-pool-mfa-config: ${HOW}`],
  ['a pool that is none', () => [saved('a.json', { UserPool: 'us-east-1_A' })], `the UserPool of a.json is no object: ${HOW}`],
  ['a pool without its id', () => [saved('a.json', { UserPool: { Name: 'a' } })],
    'the UserPool has no Id: save the whole answer of aws cognito-idp describe-user-pool'],
  ['an id that is none', () => [saved('a.json', { UserPool: { Id: 'x' } })], 'the Id of the UserPool is no id of a user pool, which looks like us-east-1_AbCdEfGhI'],
  ['two pools', () => [saved('a.json', POOL), saved('b.json', POOL)], 'a.json and b.json each have a UserPool: give the answers of one pool'],
  ['factors twice', () => [saved('a.json', { ...POOL, ...MFA }), saved('b.json', MFA)],
    'a.json and b.json each have an answer of get-user-pool-mfa-config: give the answers of one pool'],
  ['factors alone', () => [saved('b.json', MFA)], `there is no UserPool in b.json: ${HOW}`],
])('%s is refused with what to do, and no value', async (_what, files, sentence) => {
  const { code, stdout, stderr } = await runCli(['import', '--from', ...files()]);
  expect({ code, stdout, stderr: stderr.replaceAll(`${folder}/`, '') }).toEqual({
    code: 1, stdout: '', stderr: `cdk-cognito-user-pool-settings: ${sentence}\n`,
  });
});
