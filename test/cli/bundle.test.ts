import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '..', '..', 'assets', 'cli', 'index.js');
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

test('it is one file under 1 MB that a shell can run', () => {
  expect(statSync(FILE).size).toBeLessThan(1_000_000);
  accessSync(FILE, constants.X_OK);
  expect(execFileSync(FILE, ['--version'], { env: ENVIRONMENT, encoding: 'utf8' })).toBe('0.0.0\n');
});

// What Node.js itself takes differs more from machine to machine than what the tool adds: that is a matter of its size.
test('it adds less than 150 ms to the start of Node.js', () => {
  expect(shortest([FILE, '--help']) - shortest(['--eval', ''])).toBeLessThan(150);
});

test('a failure is an exit code and a sentence, without a warning of anybody else', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [FILE, 'import', '--user-pool-id', 'nowhere'], {
    env: { ...ENVIRONMENT, AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' }, encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^cdk-cognito-user-pool-settings: .*nowhere.*\n$/);
});
