import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { poolWithEverything } from '../../local/cognito';
import { ATTRIBUTE, RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { deployExample, deployExampleAgain, EXAMPLE_POOL, EXAMPLES, startWithPool } from '../support/examples';
import { closeAll, type LocalApp } from '../support/local-app';
import { GONE, moved, snapshot } from '../support/snapshot';

afterEach(closeAll);

const INTENT = 'from-a-cli-script';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:pre-sign-up';

/** What the script gives to the AWS CLI: a command of that name which only writes down its arguments. */
const COMMANDS = commandsOf(join(EXAMPLES, INTENT, 'update-user-pool.sh'));
const SENT = COMMANDS.filter(([service]) => service === 'cognito-idp').map(([, command, ...options]) => [command, requestOf(options)] as const);

function commandsOf(script: string): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  try {
    const [log, aws] = [join(folder, 'log'), join(folder, 'aws')];
    // Arguments have no control characters.
    writeFileSync(aws, `#!/bin/sh\nprintf '%s\\037' "$@" >> '${log}'\nprintf '\\036' >> '${log}'\n`);
    chmodSync(aws, 0o755);
    execFileSync('sh', [script], { env: { PATH: `${folder}${delimiter}${process.env.PATH}` } });
    return readFileSync(log, 'utf8').split('\x1e').slice(0, -1).map((line) => line.split('\x1f').slice(0, -1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The CLI's way from options to a request, as far as the script needs it. */
function requestOf(options: readonly string[]): JsonObject {
  const members: Record<string, Json> = {};
  for (let index = 0; index < options.length; index += 2) {
    const [option, value] = options.slice(index);
    const member = option.slice(2).replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    members[member] = valueOf(option, value);
  }
  return members;
}

function valueOf(option: string, value: string): Json {
  if (value.startsWith('{')) return JSON.parse(value) as Json;
  if (value === 'Enabled=true') return { Enabled: true };
  return option === '--auto-verified-attributes' ? [value] : value;
}

const ACTIONS: Readonly<Record<string, string>> = {
  'update-user-pool': 'UpdateUserPool', 'set-user-pool-mfa-config': 'SetUserPoolMfaConfig',
};

function runScript(app: LocalApp): void {
  for (const [command, request] of SENT) app.cognito.otherWriter(ACTIONS[command], request);
}

/** The pool sends SMS by a role that nobody declares. */
const start = async () => startWithPool(poolWithEverything(), { iam: 'enforcedButPassRole' });
const now = (app: LocalApp) => snapshot(app.cognito, EXAMPLE_POOL);
const changedPaths = (app: LocalApp) => app.deployment.resources.find(({ type }) => type === RESOURCE_TYPE)!.attributes[ATTRIBUTE.CHANGED_PATHS];

test('the script sends what it says, and nothing else', () => {
  expect(SENT).toEqual([
    ['update-user-pool', {
      UserPoolId: EXAMPLE_POOL,
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true } },
      LambdaConfig: { PreSignUp: FUNCTION },
      AutoVerifiedAttributes: ['email'],
      DeletionProtection: 'ACTIVE',
    }],
    ['set-user-pool-mfa-config', {
      UserPoolId: EXAMPLE_POOL, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true },
    }],
  ]);
});

test('where the script ran, nothing is written, and what it declares is owned from now on', async () => {
  const { app, invocable } = await start();
  const untouched = now(app);
  runScript(app);
  const before = now(app);
  const lost = new Set(Object.keys(moved(untouched, before)).map((path) => path.split('.').slice(0, 2).join('.')));
  expect([...lost]).toEqual(expect.arrayContaining(['pool.DeviceConfiguration', 'pool.EmailConfiguration', 'pool.UserPoolTags']));

  const { status } = await deployExample(app, INTENT);

  expect([status, changedPaths(app)]).toEqual(['CREATE_COMPLETE', '']);
  expect(app.writes).toEqual([]);
  expect(moved(before, now(app))).toEqual({});
  // The script's permission is not of this stack: the stack has one of its own in the end, as it had not in the beginning.
  const broken = (event: string) => invocable.broken.filter((line) => line.startsWith(`${event}: PreSignUp `));
  expect(broken('App CREATE_IN_PROGRESS')).toHaveLength(1);
  expect(broken('App CREATE_COMPLETE')).toEqual([]);
});

test('without the script the same settings cost no other', async () => {
  const { app } = await start();
  const before = now(app);

  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');

  expect(moved(before, now(app))).toEqual({
    'pool.Policies.PasswordPolicy.MinimumLength': 12,
    'pool.AutoVerifiedAttributes': ['email'],
  });
});

test('a script that still runs costs the other settings again; the declared ones stay', async () => {
  const { app } = await start();
  expect((await deployExample(app, INTENT)).status).toBe('CREATE_COMPLETE');
  const before = now(app);
  runScript(app);
  const after = now(app);
  expect(Object.keys(moved(before, after))).toContain('pool.DeviceConfiguration.ChallengeRequiredOnNewDevice');

  expect((await deployExampleAgain(app, INTENT)).status).toBe('UPDATE_COMPLETE');

  expect(app.writes).toEqual([]);
  expect(moved(after, now(app))).toEqual({});
});

test('without the stack the declared settings stay, and the trigger is off until the script runs', async () => {
  const { app } = await start();
  runScript(app);
  await deployExample(app, INTENT);
  const before = now(app);

  expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
  expect(moved(before, now(app))).toEqual({ 'pool.LambdaConfig': {}, 'pool.LambdaConfig.PreSignUp': GONE });

  runScript(app);
  expect(moved(before, now(app))).toEqual({});
});
