import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has } from '../../consumers/processes';
import { describeOpinion } from '../../second-opinion/opinion';

/** Tests that ask a compiler, which is never missing where the project is built. */
export function withCompiler(program: string): jest.Describe {
  return describeOpinion(has(program), 'CI', `${program} is not installed: what it says of the code that the command-line tool writes is skipped`);
}

/** What a program of one file writes when it is run. */
export function outputOf(source: string, file: string, [program, ...args]: readonly [string, ...string[]]): string {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'));
  try {
    writeFileSync(join(folder, file), source);
    const { status, stdout, stderr, error } = spawnSync(program, [...args, file], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (status !== 0) throw error ?? new Error(`${program} ended with ${status}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
