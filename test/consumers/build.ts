import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { has } from './processes';
import { kilobytes, packagesIn } from './sizes';

// Builds the packages of all languages from what jsii compiled, and tells what each weighs. The first failure ends it.

const ROOT = join(__dirname, '..', '..');
const DIST = join(ROOT, 'dist');

const isCompiling = has('dotnet');
const TARGETS: readonly (readonly [string, ...string[]])[] = [
  ['js'], ['python'], ['java'], ['go'], isCompiling ? ['dotnet'] : ['dotnet', '--code-only'],
];

for (const [target, ...options] of TARGETS) {
  const start = performance.now();
  // What a former version had and this one has not would stay.
  rmSync(join(DIST, target), { recursive: true, force: true });
  const { status, error } = spawnSync('jsii-pacmak', ['--target', target, ...options], {
    cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH: `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}` },
  });
  if (status !== 0) {
    console.error(`the package for ${target} could not be built${error ? `: ${error.message}` : ''}`);
    process.exit(1);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  for (const { name, bytes } of packagesIn(join(DIST, target))) console.log(`${target}: ${name} ${kilobytes(bytes)} (${seconds} s)`);
}
if (!isCompiling) console.log('dotnet: GENERATED ONLY, NOT COMPILED: there is no dotnet here');
