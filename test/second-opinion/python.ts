import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PYTHONS = [join(__dirname, '../../.venv/bin/python'), 'python3.11', 'python3'];

/** The first Python on this machine in which these statements run. */
export function pythonThatRuns(statements: string): string | undefined {
  return PYTHONS.find((python) => spawnSync(python, ['-c', statements], { stdio: 'ignore' }).status === 0);
}
