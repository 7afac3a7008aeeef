import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from './run';
import { Screen } from './screen';
import { terminalOf } from './terminal';

const USAGE = `Shows what this library does, without an AWS account.

  npm run demo               the story on one screen
  npm run demo -- --verbose  with every lost setting, every request and the Lambda's log

Set NO_COLOR or FORCE_COLOR=1 to choose the colours.`;

const HANDLER = join(__dirname, '..', '..', 'assets', 'handler', 'index.js');

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { verbose: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (!existsSync(HANDLER)) throw new Error('the Lambda is not bundled yet: start by "npm run demo", which does that first');

  const screen = new Screen({ ...terminalOf(process.stdout, process.env), verbose: values.verbose === true });
  const broken = await run(screen, (lines) => console.log(lines.join('\n')));
  screen.broken(broken).forEach((line) => console.error(line));
  return broken.length === 0 ? 0 : 1;
}

// A reader such as `head` may leave early: the rest is told to nobody, and the end is as tidy as ever.
process.stdout.on('error', () => {});

main().then((code) => { process.exitCode = code; }, (error: unknown) => {
  console.error(`demo: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
