import { CommanderError } from 'commander';
import { Session } from './aws/session';
import type { Context } from './context';
import { programOf, type GlobalOptions } from './program';
import { EXIT, type ExitCode, type Report } from './report';
import { detailsOf, sentenceOf } from './sentence';
import { coloursFor } from './terminal/colours';
import { progressOn } from './terminal/progress';
import type { World } from './world';
import { Log } from '../service/log';

const NAME = 'cdk-cognito-user-pool-settings';
/** Of what is no terminal. */
const WIDTH = 120;

/** One run of the tool, from the command line to the exit code. Never rejects. */
export async function main(args: readonly string[], world: World): Promise<ExitCode> {
  const { stdout, stderr, environment } = world;
  let exitCode: ExitCode = EXIT.OK;
  let redact = (text: string) => text;
  const isDebugged = args.includes('--debug');

  const run = async (options: GlobalOptions, work: (context: Context) => Promise<Report>): Promise<void> => {
    const progress = progressOn(options.json ? { write: () => {} } : stderr);
    const say = (line: string) => {
      progress.done();
      stderr.write(`${line}\n`);
    };
    const session = new Session(options, world, new Log({}, isDebugged ? (line) => say(line.trimEnd()) : () => {}));
    redact = (text) => session.redactor.redact(text);
    try {
      const report = await work({ world, session, progress, warn: (sentence) => say(`${NAME}: warning: ${sentence}`) });
      progress.done();
      const style = { colours: coloursFor(stdout, environment, options.color), width: stdout.columns || WIDTH };
      const text = options.json ? JSON.stringify(report.json, null, 2) : report.text(style);
      if (text !== '') stdout.write(`${text}\n`);
      exitCode = report.exitCode;
    } finally {
      progress.done();
    }
  };

  try {
    await programOf(NAME, run, world).parseAsync([...args], { from: 'user' });
  } catch (error) {
    // Help and version are no failures, and what is wrong with the command line has been said.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.FAILED;
    stderr.write(`${NAME}: ${sentenceOf(error, redact)}\n`);
    if (isDebugged) stderr.write(`${redact(detailsOf(error))}\n`);
    return EXIT.FAILED;
  }
  return exitCode;
}
