import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { EmbeddedCognito, freshPool } from '../../local/cognito';
import { commandIn, commandLine, commandOf, type Command } from '../../local/try/command';
import { deployTwice, type Watching } from '../../local/try/deploy';
import { run } from '../../local/try/run';
import { TryScreen } from '../../local/try/screen';
import { STAND_INS, standInOf, type StandIn } from '../../local/try/stand-in';
import { synthesize } from '../../local/try/synthesize';

const ROOT = join(__dirname, '..', '..');
const exampleOf = (intent: string) => commandOf(join(ROOT, 'examples', intent, 'typescript', 'app.ts'));

/** An app in plain JavaScript that has nothing to do with this library. */
function appOf(...lines: string[]): Command {
  const script = ["const { Annotations, App, Stack } = require('aws-cdk-lib');", 'const app = new App();', ...lines].join('\n');
  return { program: process.execPath, args: ['-e', script] };
}

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'try-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly isWell: boolean;
  readonly lines: readonly string[];
}

async function told(command: Command, standIn: StandIn = STAND_INS.everything, verbose = false): Promise<Told> {
  const lines: string[] = [];
  const screen = new TryScreen({ colours: createColors(false), width: 100, verbose });
  const isWell = await run(command, standIn, screen, (more) => lines.push(...more));
  return { isWell, lines };
}

describe('an app for a pool that exists', () => {
  let isWell: boolean;
  let lines: readonly string[];
  beforeAll(async () => ({ isWell, lines } = await told(exampleOf('harden-an-imported-pool'))));

  test('ends well', () => {
    expect(isWell).toBe(true);
  });

  test('shows each setting that changed, with its value before and after, and counts the others', () => {
    const start = lines.indexOf('us-east-1_Example1');
    expect(lines.slice(start + 1, start + 5).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['setting', 'before', 'after'],
      ['Policies.PasswordPolicy.TemporaryPasswordValidityDays', '3', '1'],
      ['AutoVerifiedAttributes', '[email, phone_number]', '[email]'],
      [expect.stringMatching(/^nothing else: \d+ settings as before$/)],
    ]);
  });

  test('shows what became of each resource', () => {
    const ours = /^ {3}CREATE_COMPLETE {2}Custom::CognitoUserPoolSettings {2}Settings\w{8}$/;
    expect(lines).toContainEqual(expect.stringMatching(ours));
    expect(lines).toContain('   CREATE_COMPLETE  AWS::CloudFormation::Stack  Auth');
    expect(lines.join('\n')).not.toContain('IN_PROGRESS');
  });

  test('ends with a second deployment that looks and has nothing to write', () => {
    expect(lines.at(-1)).toBe('deploy again  UPDATE_COMPLETE  nothing to write  2 reads, 0 writes');
  });
});

test('a pool that the stack makes is compared with one that was given nothing', async () => {
  const { isWell, lines } = await told(exampleOf('trigger-that-knows-its-pool'), STAND_INS.everything, true);
  expect(isWell).toBe(true);
  const start = lines.findIndex((line) => line.endsWith('  new, beside a pool that was given nothing'));
  expect(lines.slice(start + 2, start + 4).map((line) => line.trim().split(/ {2,}/)[0])).toEqual(['LambdaConfig.PreSignUp', '']);
  expect(lines.join('\n')).toMatch(/CREATE_IN_PROGRESS[^]*call {2}UpdateUserPool \{"UserPoolId"[^]*log {3}\{/);
});

test('what the service refuses is told in its words, and the pool is as before', async () => {
  const file = join(folder, 'lite.json');
  const UserPool = { ...freshPool().pool, Name: 'old', UserPoolTier: 'LITE', CreationDate: '2020-01-01T00:00:00+00:00' };
  writeFileSync(file, JSON.stringify({ UserPool, SoftwareTokenMfaConfiguration: { Enabled: true } }));
  const { isWell, lines } = await told(exampleOf('passkeys'), standInOf(file));
  expect(isWell).toBe(false);
  const text = lines.join('\n').replace(/\s+/g, ' ');
  expect(text).toContain(`us-east-1_Example1 is as ${file} has it: 22 settings`);
  expect(text).toContain('warning [/Auth/Settings] policies.signInPolicy.allowedFirstAuthFactors');
  expect(text).toContain("which the pool's feature plan LITE does not have");
  expect(text).toContain('ROLLBACK_COMPLETE AWS::CloudFormation::Stack Auth 2 reads, 0 writes');
  expect(text).toContain('nothing changed: 22 settings as before');
});

/** Settings with no Lambda behind them, whose pool is given as CloudFormation's language has it; before them what is not ours. */
const settingsFor = (userPoolId: string) => [
  "const stack = new Stack(app, 'Auth', { env: { account: '111122223333', region: 'eu-west-1' } });",
  "const { CfnParameter, CfnResource, Fn } = require('aws-cdk-lib');",
  'const custom = (id, type, properties) => new CfnResource(stack, id, { type, properties });',
  "const other = custom('Other', 'Custom::Other', { ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:theirs' });",
  `const settings = custom('Settings', 'Custom::CognitoUserPoolSettings', { UserPoolId: ${userPoolId} });`,
  'settings.addDependency(other);',
  'app.synth();',
];

test.each([
  ['a parameter', "new CfnParameter(stack, 'PoolId').valueAsString"],
  ["another stack's export", "Fn.importValue('PoolId')"],
  ["its own Region's id", "'eu-west-1_Example1'"],
])('a pool by %s is there before the deployment, and what is not ours is not run', async (_by, userPoolId) => {
  const { lines } = await told(appOf(...settingsFor(userPoolId)), STAND_INS.fresh);
  expect(lines[1]).toMatch(/^eu-west-1_\w+ is a pool as a new one is: 21 settings$/);
  expect(lines[2]).toBe("Custom::Other is recorded and not run: it is none of this library's");
  expect(lines).toContain('   CREATE_COMPLETE  Custom::Other  Other');
});

test('a second deployment that writes is no success', async () => {
  const app = await synthesize(exampleOf('harden-an-imported-pool'), mkdtempSync(join(folder, 'cdk.out-')));
  const cognito = new EmbeddedCognito();
  const said: string[] = [];
  const screen = new TryScreen({ colours: createColors(false), width: 100, verbose: false });
  const ignore = () => {};
  const watching: Watching = {
    started: ignore,
    event: ignore,
    // Somebody else, between the two.
    first: () => void cognito.otherWriter('UpdateUserPool', { UserPoolId: 'us-east-1_Example1', DeletionProtection: 'INACTIVE' }),
    second: (report) => said.push(...screen.second(report)),
  };
  expect(await deployTwice(app, freshPool(), watching, () => cognito)).toBe(false);
  expect(said.join('\n')).toMatch(/^\ndeploy again {2}UPDATE_COMPLETE {2}writes once more {2}\d reads, 1 write\n/);
  expect(said.join('\n')).toMatch(/ DeletionProtection +INACTIVE +ACTIVE/);
});

test('the package has its name inside this repository, and is installed elsewhere', () => {
  const elsewhere = join(folder, 'app.ts');
  writeFileSync(elsewhere, '');
  expect(exampleOf('passkeys').args).toContain('--tsconfig');
  expect(commandOf(elsewhere).args).toEqual([expect.stringMatching(/cli\.mjs$/), elsewhere]);
});

describe('what cannot be tried is told in one line', () => {
  const twoStacks = appOf("new Stack(app, 'One');", "new Stack(app, 'Two');", 'app.synth();');
  const noSettings = appOf("new Stack(app, 'One');", 'app.synth();');
  const wrong = appOf("Annotations.of(new Stack(app, 'One')).addError('this is wrong');", 'app.synth();');
  test.each<[string, Command, string, string]>([
    ['an app that fails', commandLine('echo the reason >&2; exit 3'), 'the app failed with exit code 3', 'the reason'],
    ['a command that is none', { program: join(ROOT, 'no-such-program'), args: [] }, 'the app cannot be started: ENOENT', ''],
    ['a program that is no app', commandLine('echo hello'),
      'the app made nothing: it has to make an App, and to end in app.synth()', 'hello'],
    ['no stack', appOf('app.synth();'), 'the app has to have one stack, it has none', ''],
    ['more than one stack', twoStacks, 'the app has to have one stack, it has 2: One, Two', ''],
    ['errors of the app', wrong, 'the app has errors, and could not be deployed', '[/One] this is wrong'],
    ['no settings', noSettings,
      'the app has no settings of a user pool: no UserPoolSettings, nor a ManagedUserPool that needs it', ''],
    ['a pool that only AWS knows', appOf(...settingsFor("Fn.join('', ['a', Fn.ref('AWS::Region')])")),
      'the user pool of Settings is known in AWS only: import it by its id', ''],
  ])('%s', async (_what, command, message, output) => {
    await expect(told(command)).rejects.toMatchObject({ name: 'Refusal', message, output });
  });

  test.each<[string, string | undefined, string | RegExp]>([
    ['a word that is none', undefined, '--pool is everything, fresh, sms or a .json file, got a word that is none'],
    ['missing.json', undefined, /missing\.json cannot be read as JSON: ENOENT/],
    ['half.json', '{', /half\.json cannot be read as JSON: /],
    ['other.json', '{"Users": []}', /other\.json is no answer to describe-user-pool: it has no UserPool$/],
    ['list.json', '[]', /list\.json is no answer to describe-user-pool: it has no UserPool$/],
  ])('%s in place of a pool', (name, content, message) => {
    const given = name.endsWith('.json') ? join(folder, name) : name;
    if (content !== undefined) writeFileSync(given, content);
    expect(() => standInOf(given)).toThrow(message);
  });

  test('a file that is not there, with the exit code of a failure', async () => {
    const args = [require.resolve('tsx/cli'), 'local/try/index.ts', 'nowhere/app.ts'];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { said += text.toString(); });
    const [code] = await once(child, 'close') as [number];
    expect([code, said]).toEqual([1, 'try: there is no file nowhere/app.ts\n']);
  });
});

describe('what is run', () => {
  test.each([
    ['a file', undefined, ['local/try/index.ts'], expect.objectContaining({ program: process.execPath })],
    ['a command', 'python app.py', [], { program: 'python app.py', args: [], shell: true }],
    ['a command that lost its quotes', 'python', ['app.py'], { program: 'python app.py', args: [], shell: true }],
  ])('is %s', (_, app, positionals, expected) => {
    expect(commandIn(app, positionals)).toEqual(expected);
  });

  test.each([[[]], [['one.ts', 'two.ts']]])('is one app, not %j', (files) => {
    expect(() => commandIn(undefined, files)).toThrow('give one app: a file, or --app "<command>"');
  });
});
