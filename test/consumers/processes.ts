import { spawn, spawnSync, type ChildProcess } from 'node:child_process';

export interface Surroundings {
  readonly cwd: string;
  /** Beside what this process has. */
  readonly env?: Readonly<Record<string, string>>;
  /** After that it is ended, with all that it started. */
  readonly seconds: number;
}

/** A program that failed, was not there, or took too long; the message ends with what it said last. */
export class CommandFailure extends Error {
  public override readonly name = 'CommandFailure';
}

const running = new Set<ChildProcess>();

/** Runs a program to its end and gives all that it wrote. */
export async function run(program: string, args: readonly string[], { cwd, env, seconds }: Surroundings): Promise<string> {
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  running.add(child);
  let output = '';
  const record = (chunk: Buffer) => void (output += chunk.toString());
  child.stdout.on('data', record);
  child.stderr.on('data', record);
  const call = [program, ...args].join(' ');
  return new Promise<string>((resolve, reject) => {
    const fail = (reason: string) => reject(new CommandFailure([`${call} ${reason}`, ...lastLines(output)].join('\n')));
    const timer = setTimeout(() => {
      endAll(child);
      fail(`took longer than ${seconds} s`);
    }, seconds * 1000);
    child.once('error', ({ message }) => fail(`could not be run: ${message}`));
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else fail(signal ? `was ended by ${signal}` : `ended with ${code}`);
    });
    const settled = () => {
      clearTimeout(timer);
      running.delete(child);
    };
    child.once('error', settled);
    child.once('close', settled);
  });
}

/** Ends whatever still runs, for who is interrupted. */
export function endRunning(): void {
  running.forEach(endAll);
}

/** Whether the program is on this machine. */
export function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

function endAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    // the group: what it started ends with it
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const LAST_LINES = 40;

function lastLines(output: string): string[] {
  return output.trimEnd().split('\n').slice(-LAST_LINES);
}
