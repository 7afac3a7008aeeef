import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isUnknownToTheCli } from '../../cli/code/cli-knows';
import { OPERATIONS, type Operation } from '../../cli/code/target';
import { EmbeddedCognito, freshPool, poolWithEverything, serveCognito, type CognitoServer, type OmissionMode, type Seed } from '../../local/cognito';
import { rows } from '../../src/core/ledger/walk';
import { comparable } from '../../src/core/plan/live';
import type { JsonObject } from '../../src/core/wire/json';
import { valueAt } from '../../src/core/wire/path';
import { describeOpinion } from '../second-opinion/opinion';
import { pythonThatRuns } from '../second-opinion/python';
import { runCli } from '../support/cli';
import { fullPoolWithoutMfa } from '../support/pools';

const run = promisify(execFile);
const python = pythonThatRuns('import awscli');
const aws = describeOpinion(python !== undefined, 'REQUIRE_AWS_CLI',
  'the AWS CLI is not installed: what it says of our documents is skipped. To hear it: pip install awscli');

const ROLE = 'arn:aws:iam::123456789012:role/sms';
/** Nothing in it that an AWS CLI of today does not know. */
const { KeyConfiguration: _key, IssuerConfiguration: _issuer, AcrConfiguration: _acr, DcrConfiguration: _dcr, ...KNOWN } = poolWithEverything().pool;

aws('the AWS CLI', () => {
  let folder: string;
  let server: CognitoServer | undefined;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'aws-cli-')); });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    rmSync(folder, { recursive: true });
  });

  async function serve(cognito: EmbeddedCognito): Promise<string> {
    server = await serveCognito(cognito);
    return server.url;
  }

  /** No developer's profile or credentials get in. */
  const environment = () => ({
    PATH: process.env.PATH,
    HOME: folder,
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    LANG: 'C.UTF-8',
    PYTHONUTF8: '1',
  });

  const awsCli = async (...args: readonly string[]): Promise<string> => {
    if (python === undefined) throw new Error('REQUIRE_AWS_CLI is set, but no Python here has it: pip install awscli');
    return (await run(python, ['-m', 'awscli', 'cognito-idp', ...args], { env: environment() })).stdout;
  };

  async function send(operation: Operation, document: string, url: string): Promise<void> {
    const file = join(folder, 'document.json');
    writeFileSync(file, document);
    await awsCli(operation, '--cli-input-json', `file://${file}`, '--endpoint-url', url);
  }

  /** In the form in which an empty list is as good as none. */
  const read = (cognito: EmbeddedCognito, UserPoolId: string) => {
    const { UserPool: pool } = cognito.call('DescribeUserPool', { UserPoolId }, () => undefined);
    return comparable({ pool: pool as JsonObject, mfa: cognito.call('GetUserPoolMfaConfig', { UserPoolId }, () => undefined) });
  };

  const POOLS: readonly (readonly [string, Seed])[] = [
    ['with every setting that it knows', { pool: { ...KNOWN, MfaConfiguration: 'OFF' } }],
    ['that is new', freshPool()],
    ['with SMS as its factor', { pool: { MfaConfiguration: 'ON', SmsConfiguration: { SnsCallerArn: ROLE, ExternalId: 'é ✓' }, UserPoolTags: { 'a b': '"\'\\' } } }],
    ['with TOTP as its factor', { pool: { MfaConfiguration: 'OPTIONAL' }, mfa: { SoftwareTokenMfaConfiguration: { Enabled: true } } }],
    ['of the plan LITE', { pool: { UserPoolTier: 'LITE' } }],
  ];
  const MODES: readonly OmissionMode[] = ['asMeasured', 'allReset', 'allKept'];
  const CASES = POOLS.flatMap(([what, seed], index) => (['update-user-pool', 'set-user-pool-mfa-config'] as const)
    .map((operation) => [operation, what, seed, MODES[index % MODES.length], index % 2 === 1] as const));

  test.each(CASES)('takes %s of a pool %s, which stays as it was', async (operation, _what, seed, omission, omitsDefaults) => {
    const cognito = new EmbeddedCognito({ omission });
    const [id, url] = [cognito.seed(seed), await serve(cognito)];
    const before = read(cognito, id);
    const args = ['import', '--user-pool-id', id, '-f', 'cli-json', '--operation', operation, ...omitsDefaults ? ['--omit-defaults'] : []];
    const { stdout, stderr } = await runCli(args, { url });
    expect(stderr).toBe('');
    await send(operation, stdout, url);
    expect(read(cognito, id)).toEqual(before);
  });

  test('takes the skeletons of both operations, one after the other', async () => {
    const cognito = new EmbeddedCognito();
    const [id, url] = [cognito.seed(freshPool()), await serve(cognito)];
    for (const operation of ['update-user-pool', 'set-user-pool-mfa-config'] as const) {
      const { stdout } = await runCli(['skeleton', '-f', 'cli-json', '--operation', operation]);
      await send(operation, stdout.replace('us-east-1_Example1', id), url);
    }
    expect(cognito.requests.map(({ action }) => action)).toEqual(['UpdateUserPool', 'SetUserPoolMfaConfig']);
  });

  test('is given nothing that it would refuse as unknown, and what is left out for it is warned of', async () => {
    const cognito = new EmbeddedCognito({ omission: 'allKept' });
    const [id, url] = [cognito.seed(fullPoolWithoutMfa()), await serve(cognito)];
    const { stdout, stderr } = await runCli(['import', '--user-pool-id', id, '-f', 'cli-json'], { url });
    expect(stderr.match(/(?<=warning: )\S+(?= is left out)/g)).toEqual([
      'LambdaConfig.FutureTrigger', 'Policies.FuturePolicy', 'FutureConfiguration', 'KeyConfiguration', 'IssuerConfiguration', 'AcrConfiguration',
      'DcrConfiguration',
    ]);
    await send('update-user-pool', stdout, url);
  });

  test('fails loudly where SMS cannot be told, and the pool stays as it was', async () => {
    const cognito = new EmbeddedCognito();
    const [id, url] = [cognito.seed(poolWithEverything()), await serve(cognito)];
    const before = read(cognito, id);
    const { stdout, stderr } = await runCli(['import', '--user-pool-id', id, '-f', 'cli-json', '--operation', 'set-user-pool-mfa-config'], { url });
    expect(stderr).toContain('warning: Cognito does not tell whether SMS is a second factor beside the others');
    await expect(send('set-user-pool-mfa-config', stdout, url)).rejects.toThrow('InvalidParameterException');
    expect(read(cognito, id)).toEqual(before);
  });

  test.each(['update-user-pool', 'set-user-pool-mfa-config'] as const)('knows all members of %s but those that are listed', async (operation) => {
    const known = JSON.parse(await awsCli(operation, '--generate-cli-skeleton')) as JsonObject;
    const paths = rows(OPERATIONS[operation]).map(({ path }) => path).filter((path) => !path.some((name) => name === '[]' || name === '{key}'));
    expect(paths.length).toBeGreaterThan(10);
    const unknown = paths.filter((path) => valueAt(known, path) === undefined);
    // A newer one knows more: the list is for those who have an older one.
    expect(unknown.filter((path) => !isUnknownToTheCli(path))).toEqual([]);
    expect(paths.filter((path) => !isUnknownToTheCli(path)).length).toBeGreaterThan(10);
  });

  test.each(['update-user-pool', 'set-user-pool-mfa-config'] as const)('writes a skeleton of %s that passes check, full of what is to be filled in', async (operation) => {
    const { code, stdout } = await runCli(['check', '-'], { stdin: await awsCli(operation, '--generate-cli-skeleton') });
    expect(code).toBe(0);
    expect(stdout).toMatch(/: 0 errors, \d+ warnings?, [1-9]\d* notes?$/m);
  });
});
