import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { serveOnLoopback } from '../../local/loopback';

const FOLDER = join(__dirname, '..', '..', 'assets', 'cli');
const FILE = join(FOLDER, 'index.js');
const ENVIRONMENT = { PATH: process.env.PATH };

/** The shortest of some runs, in milliseconds: what it takes, less what else the machine is doing. */
function shortest(args: readonly string[]): number {
  const took = Array.from({ length: 15 }, () => {
    const begin = performance.now();
    execFileSync(process.execPath, args, { env: ENVIRONMENT });
    return performance.now() - begin;
  });
  return Math.min(...took);
}

test('it is under 1 MB, all together, and a shell can run it', () => {
  const sizes = ['index.js', 'run.js'].map((file) => statSync(join(FOLDER, file)).size);
  expect(sizes[0] + sizes[1]).toBeLessThan(1_000_000);
  accessSync(FILE, constants.X_OK);
  expect(execFileSync(FILE, ['--version'], { env: ENVIRONMENT, encoding: 'utf8' })).toBe('0.0.0\n');
});

// Where Node.js alone takes longer than 100 ms, what the tool adds is what is held.
test('it starts in under 150 ms', () => {
  expect(shortest([FILE, '--help'])).toBeLessThan(Math.max(150, shortest(['--eval', '']) + 50));
});

test('a failure is an exit code and a sentence, without a warning of anybody else', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [FILE, 'import', '--user-pool-id', 'nowhere'], {
    env: { ...ENVIRONMENT, AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' }, encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^cdk-cognito-user-pool-settings: .*nowhere.*\n$/);
});

test('output that cannot be written is a failure', () => {
  const unwritable = openSync(FILE, 'r');
  const { status, stderr } = spawnSync(process.execPath, [FILE, 'skeleton'], {
    env: ENVIRONMENT, encoding: 'utf8', stdio: ['ignore', unwritable, 'pipe'],
  });
  closeSync(unwritable);
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^cdk-cognito-user-pool-settings: the output could not be written: EBADF.*\n$/) });
});

test('a reader that leaves early is none', () => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$0" "$1" skeleton | head -n 1', process.execPath, FILE], { env: ENVIRONMENT, encoding: 'utf8' });
  expect({ status, stderr, lines: stdout.split('\n').length }).toEqual({ status: 0, stderr: '', lines: 2 });
});

test('what cannot be reached is told by the word of the system', async () => {
  const { url, close } = await serveOnLoopback(createServer());
  await close();
  const { status, stdout, stderr } = spawnSync(process.execPath, [FILE, 'drift', 'App', '--region', 'us-east-1', '--endpoint-url', url], {
    env: { ...ENVIRONMENT, AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' }, encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/: CloudFormation did not answer DescribeStacks for the stack App \(ECONNREFUSED\): check the network, .*\n$/);
});
