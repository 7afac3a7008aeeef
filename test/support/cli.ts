import { main } from '../../cli/main';
import type { World } from '../../cli/world';

export interface CliOptions {
  /** Where Cognito, and all else, is reached. */
  readonly url?: string;
  readonly stdin?: string;
  readonly environment?: World['environment'];
  /** Stands for a person before a screen. */
  readonly isTerminal?: boolean;
  readonly interrupted?: AbortSignal;
}

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command-line tool in this process: nothing of the machine's own environment, credentials or streams gets in. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const { url, stdin = '', environment = {}, isTerminal = false, interrupted = new AbortController().signal } = options;
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    write: (text: string) => { written[name] += text; },
    isTTY: isTerminal,
    columns: 120,
  });
  const code = await main([...args, ...url === undefined ? [] : ['--endpoint-url', url]], {
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: (async function* () { yield stdin; })(),
    environment,
    interrupted,
    credentials: async () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }),
  });
  return { code, ...written };
}
