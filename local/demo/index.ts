import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coloursFor } from './colours';
import { run } from './run';
import { Screen } from './screen';

const USAGE = `Shows what this library does, without an AWS account.

  npm run demo               the story on one screen
  npm run demo -- --verbose  with every lost setting, every request and the Lambda's log

Set NO_COLOR or FORCE_COLOR=1 to choose the colours.`;

const HANDLER = join(__dirname, '..', '..', 'assets', 'handler', 'index.js');
const MOST_COLUMNS = 100;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { verbose: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (!existsSync(HANDLER)) throw new Error('the Lambda is not bundled yet: start by "npm run demo", which does that first');

  const screen = new Screen({
    colours: coloursFor(process.stdout, process.env),
    width: Math.min(process.stdout.columns || MOST_COLUMNS, MOST_COLUMNS),
    verbose: values.verbose === true,
  });
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
