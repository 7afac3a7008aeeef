import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOf, type Manifest, type Packed } from './problems';

const ROOT = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** `npx projen package:check`: what npm would publish of the compiled folder. */
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' }),
) as [Packed];
console.log(`${packed.files.length} files, ${packed.size} bytes compressed`);
for (const problem of problemsOf(packed, JSON.parse(read('package.json')) as Manifest, read)) {
  console.error(problem);
  process.exitCode = 1;
}
