import { Session } from './aws/session';
import type { Context } from './context';
import { EXIT, type ExitCode, type Report } from './report';
import { NAME, type CommandName, type Request } from './request';
import { detailsOf, sentenceOf } from './sentence';
import { coloursFor } from './terminal/colours';
import { progressOn } from './terminal/progress';
import type { World } from './world';
import { Log } from '../service/log';

/** Its own options are what the command line lets through. */
type Command = (options: never, context: Context, names: readonly string[]) => Promise<Report>;

/** Loaded when it is asked for: none needs all that the others do. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import')).importPool,
  skeleton: async () => (await import('./commands/skeleton')).skeleton,
  check: async () => (await import('./commands/check')).check,
  plan: async () => (await import('./commands/plan')).plan,
  drift: async () => (await import('./commands/drift')).drift,
  probe: async () => (await import('./commands/probe')).probe,
};

/** Of what is no terminal. */
const WIDTH = 120;

/** What was asked for, from the options to the exit code. Never rejects. */
export async function run({ command, options, names }: Request, world: World): Promise<ExitCode> {
  const { stdout, stderr, environment } = world;
  const progress = progressOn(options.json ? { write: () => {} } : stderr);
  const say = (line: string) => {
    progress.done();
    stderr.write(`${line}\n`);
  };
  const session = new Session(options, world, new Log({}, options.debug ? (line) => say(line.trimEnd()) : () => {}));
  try {
    const work = await COMMANDS[command]();
    const report = await work(options as never, { world, session, progress, warn: (sentence) => say(`${NAME}: warning: ${sentence}`) }, names);
    progress.done();
    const style = { colours: coloursFor(stdout, environment, options.color), width: stdout.columns || WIDTH };
    const text = options.json ? JSON.stringify(report.json, null, 2) : report.text(style);
    if (text !== '') stdout.write(`${text}\n`);
    if (report.failure !== undefined) stderr.write(`${NAME}: ${report.failure}\n`);
    return report.exitCode;
  } catch (error) {
    const redact = (text: string) => session.redactor.redact(text);
    say(`${NAME}: ${sentenceOf(error, redact)}`);
    if (options.debug) say(redact(detailsOf(error)));
    return EXIT.FAILED;
  }
}
