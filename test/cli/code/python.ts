import { spawnSync } from 'node:child_process';
import { describeOpinion } from '../../second-opinion/opinion';
import { pythonThatRuns } from '../../second-opinion/python';

/** Tests that ask a Python which has a module. */
export function withPython(module: string): jest.Describe {
  return describeOpinion(pythonThatRuns(`import ${module}`) !== undefined, 'REQUIRE_PYTHON', `no Python here has ${module}: what it would say is skipped`);
}

/** What a Python program of ours prints, given lines on its input; each line is JSON. */
export function runPython(module: string, program: string, input: readonly unknown[]): unknown[] {
  const { status, stdout, stderr, error } = spawnSync(pythonThatRuns(`import ${module}`) ?? 'python3', ['-c', program], {
    input: input.map((each) => `${JSON.stringify(each)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8:surrogatepass' },
  });
  if (error || status !== 0) throw new Error(`Python failed: ${error?.message ?? stderr}`);
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
}
