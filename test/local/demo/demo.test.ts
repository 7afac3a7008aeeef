import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { EmbeddedCognito, poolWithEverything } from '../../../local/cognito';
import type { JsonObject } from '../../../src/core/wire/json';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

const COLOURS = /\u001b\[/;

/** As a person would start it, with pipes for its output. */
async function demo(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
  const child = spawn('npx', ['tsx', 'local/demo/index.ts', ...args], {
    cwd: join(__dirname, '..', '..', '..'), env: { ...rest, CI: 'true', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString(); });
  const [code] = await once(child, 'close') as [number];
  return { code, out, errors };
}

/** What is no setting, or the second name of one; the two levels that the pool never renamed. */
const NOT_COUNTED = new RegExp(`^(${[
  'Id', 'Name', 'Arn', 'CreationDate', 'LastModifiedDate', 'SchemaAttributes', 'EstimatedNumberOfUsers', 'Domain',
  'UsernameConfiguration\\..*', 'SmsVerificationMessage', 'EmailVerificationMessage', 'EmailVerificationSubject',
  'AdminCreateUserConfig\\.UnusedAccountValidityDays', 'LambdaConfig\\.PreTokenGeneration',
  'AcrConfiguration\\.Level[14]\\.AcrValue', 'SmsMfaConfiguration\\..*',
].join('|')})$`);

/** The same update, counted without any code of the demo. */
function naiveUpdate(): { total: number; lost: number } {
  const cognito = new EmbeddedCognito({ omission: 'asMeasured' });
  const UserPoolId = cognito.seed(poolWithEverything());
  const read = () => {
    const values = flat({ ...cognito.pool(UserPoolId), ...cognito.mfa(UserPoolId) }, '');
    const counted = new Map(values.filter(([path]) => !NOT_COUNTED.test(path)));
    return counted.set('SMS is a factor', String(cognito.factors(UserPoolId).sms));
  };
  const before = read();
  cognito.call('UpdateUserPool', { UserPoolId, Policies: { PasswordPolicy: { MinimumLength: 16 } } });
  const after = read();
  const changed = [...before.keys()].filter((path) => before.get(path) !== after.get(path));
  expect(changed).toContain('Policies.PasswordPolicy.MinimumLength');
  return { total: before.size, lost: changed.length - 1 };
}

function flat(value: unknown, path: string): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, JSON.stringify(value)]];
  return Object.entries(value as JsonObject).flatMap(([name, inner]) => flat(inner, path ? `${path}.${name}` : name));
}

describe('the demo in a pipe', () => {
  let run: Run;
  let seconds: number;

  beforeAll(async () => {
    const started = performance.now();
    run = await demo();
    seconds = (performance.now() - started) / 1000;
  });

  test('ends well, in less than half a minute', () => {
    expect(run.errors).not.toMatch(/BROKEN PROMISE|demo:|Warning/);
    expect(run.code).toBe(0);
    expect(seconds).toBeLessThan(30);
  });

  test('is plain text that fits a screen of a hundred columns', () => {
    const lines = run.out.trimEnd().split('\n');
    expect(run.out).not.toMatch(COLOURS);
    expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    expect(lines.length).toBeLessThanOrEqual(60);
  });

  test('counts what the embedded Cognito really lost', () => {
    const { total, lost } = naiveUpdate();
    expect(lost).toBeGreaterThan(20);
    expect(run.out).toContain(`Settings lost, of ${total}: ${lost} by the plain update, 0 by UserPoolSettings.`);
    expect(run.out).toContain(`${lost} of ${total} settings are lost`);
    const counts = [...run.out.matchAll(/^ {3}[A-Z][\w.]+ +(\d+) {2}\S/gm)].map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(lost);
  });

  test('shows all four stages, and what each left alone', () => {
    const { total } = naiveUpdate();
    const stages = run.out.split(/^ {3}(?=(?:create|update|failing update|delete) {2})/m).slice(1);
    expect(stages.map((stage) => /^(.+?) {2}(\w+)/.exec(stage)!.slice(1))).toEqual([
      ['create', 'CREATE_COMPLETE'],
      ['update', 'UPDATE_COMPLETE'],
      ['failing update', 'UPDATE_ROLLBACK_COMPLETE'],
      ['delete', 'DELETE_COMPLETE'],
    ]);
    expect(stages.map((stage) => /nothing (?:else|changed): (\d+) settings as before/.exec(stage)?.[1]).map(Number))
      .toEqual([total - 1, total - 2, total, total]);
    expect(stages[2].replace(/\s+/g, ' ')).toContain('autoVerifiedAttributes lacks');
  });

  test('shows the lines of the app that it ran', () => {
    expect(run.out).toContain("userPool: UserPool.fromUserPoolId(this, 'Pool', userPoolId),");
  });
});

test('--verbose shows every lost setting, every request and the log, and colours come by force', async () => {
  const { code, out } = await demo(['--verbose'], { FORCE_COLOR: '1' });
  expect(code).toBe(0);
  expect(out).toMatch(COLOURS);
  expect(out).toContain('LambdaConfig.PreSignUp');
  expect(out).toContain('call  UpdateUserPool {"UserPoolId":');
  expect(out).toContain('"message":"settings applied"');
});

test('a mistake is answered in one sentence', async () => {
  const { code, out, errors } = await demo(['--sell']);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(errors.split('\n').filter((line) => line !== '' && !line.startsWith('npm '))).toEqual(["demo: Unknown option '--sell'"]);
});
