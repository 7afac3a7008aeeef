import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session, type SessionOptions } from '../../cli/aws/session';
import { sentenceOf } from '../../cli/sentence';
import type { World } from '../../cli/world';
import { EmbeddedCognito, fault, serveCognito, type CognitoServer } from '../../local/cognito';
import { poolWithEverything } from '../../local/cognito/pools';
import { Log } from '../../service/log';

const OUTPUT = { write: () => {} };

function world(environment: World['environment'] = {}, more: Partial<World> = {}): World {
  return {
    stdout: OUTPUT,
    stderr: OUTPUT,
    stdin: (async function* () { yield ''; })(),
    environment,
    interrupted: new AbortController().signal,
    credentials: async () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }),
    ...more,
  };
}

function sessionWith(options: SessionOptions, environment: World['environment'] = {}, lines: string[] = []): Session {
  return new Session(options, world(environment), new Log({}, (line) => lines.push(line)));
}

async function failureOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    return sentenceOf(error, (text) => text);
  }
  throw new Error('it did not fail');
}

describe('the Region of calls that no pool tells one for', () => {
  test.each([
    ['the option', { region: 'eu-west-1' }, { AWS_REGION: 'us-west-2' }, 'eu-west-1'],
    ['AWS_REGION', {}, { AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'us-east-2' }, 'us-west-2'],
    ['AWS_DEFAULT_REGION, which the AWS CLI reads', {}, { AWS_DEFAULT_REGION: 'us-east-2' }, 'us-east-2'],
  ])('%s', async (_, options, environment, region) => {
    expect(await sessionWith(options, environment).region()).toBe(region);
  });
});

describe('the standard chain', () => {
  const before = { ...process.env };
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'profiles-'));
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
    Object.assign(process.env, {
      AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_EC2_METADATA_DISABLED: 'true',
    });
    writeFileSync(join(folder, 'config'), '[profile staging]\nregion = ap-south-1\n');
    writeFileSync(join(folder, 'credentials'), '[staging]\naws_access_key_id = AKIDSTAGING\naws_secret_access_key = hush\n');
  });
  afterEach(() => {
    process.env = { ...before };
    rmSync(folder, { recursive: true });
  });

  const byChain = (options: SessionOptions) => new Session(options, world({}, { credentials: undefined }), new Log({}, () => {}));

  test('a profile has its credentials and its Region', async () => {
    const session = byChain({ profile: 'staging' });
    expect(await session.credentials()).toMatchObject({ accessKeyId: 'AKIDSTAGING', secretAccessKey: 'hush' });
    expect(await session.region()).toBe('ap-south-1');
  });

  test('no credentials: where to get some', async () => {
    const said = await failureOf(() => byChain({ profile: 'nobody' }).credentials());
    expect(said).toMatch(/^no credentials for AWS were found by the profile nobody \(.+\): sign in with aws sso login or aws configure, name a profile by/);
    expect(said).not.toContain('hush');
  });

  test('no Region: how to name one', async () => {
    expect(await failureOf(() => byChain({ profile: 'nobody' }).region()))
      .toBe('no Region is known: give --region, or set AWS_REGION or the region of the profile');
  });
});

describe('the way to a pool', () => {
  let cognito: EmbeddedCognito;
  let server: CognitoServer;
  let pool: string;

  beforeEach(async () => {
    cognito = new EmbeddedCognito();
    pool = cognito.seed(poolWithEverything());
    server = await serveCognito(cognito);
  });
  afterEach(() => server.close());

  async function describePool(options: SessionOptions, environment: World['environment'] = {}, id = pool, lines: string[] = []): Promise<unknown> {
    const { port, close } = await sessionWith(options, environment, lines).open(id);
    try {
      return await port.describeUserPool(id);
    } finally {
      close();
    }
  }

  test.each([
    ['--endpoint-url', () => describePool({ endpointUrl: server.url })],
    ['AWS_ENDPOINT_URL', () => describePool({}, { AWS_ENDPOINT_URL: server.url })],
    ['the option before the variable', () => describePool({ endpointUrl: server.url }, { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' })],
  ])('by %s', async (_, described) => {
    expect(await described()).toEqual(cognito.pool(pool));
  });

  test('in the Region of its id, and in another one when that is said', async () => {
    await expect(describePool({}, {}, 'nowhere')).rejects.toThrow(/looks like us-east-1_AbCdEfGhI/);
    expect(await describePool({ endpointUrl: server.url, region: 'eu-west-1' })).toEqual(cognito.pool(pool));
  });

  test.each([
    ['a refusal is told at once, since those of a person are there or are missing', 'AccessDeniedException',
      () => fault.accessDenied('cognito-idp:DescribeUserPool'), 1,
      'these credentials may not call cognito-idp:DescribeUserPool on the user pool: allow it, or choose others by --profile ('],
    ['throttling is waited for', 'TooManyRequestsException', () => fault.throttling(), 3, undefined],
  ])('%s', async (_, code, kind, times, sentence) => {
    cognito.faults.add({ action: 'DescribeUserPool', times: times - 1 || 99, fault: kind() });
    const lines: string[] = [];
    const work = () => describePool({ endpointUrl: server.url }, {}, pool, lines);
    if (sentence === undefined) {
      expect(await work()).toEqual(cognito.pool(pool));
    } else {
      expect(await failureOf(work)).toContain(sentence);
    }
    expect(cognito.requests.length).toBe(times);
    expect(lines.every((line) => line.includes(code))).toBe(true);
  });

  test('a pool that is not there', async () => {
    expect(await failureOf(() => describePool({ endpointUrl: server.url }, {}, 'us-east-1_Nowhere1')))
      .toContain('the user pool does not exist in this account and Region: check the id, --profile and --region (DescribeUserPool: ');
  });

  test.each(['ftp://x', 'http://user:secret@host', 'nonsense', 'http://host/path?query'])('--endpoint-url %s', async (endpointUrl) => {
    expect(await failureOf(() => describePool({ endpointUrl })))
      .toBe('--endpoint-url must be a plain http or https URL, such as http://127.0.0.1:4566');
  });
});
