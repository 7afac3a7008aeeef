import { parseArgs } from 'node:util';
import { commandIn } from './command';
import { Refusal } from './refusal';
import { run } from './run';
import { TryScreen } from './screen';
import { STAND_INS, standInOf } from './stand-in';
import { terminalOf } from '../demo/terminal';

const USAGE = `Tries a CDK app with one stack that uses this library, without an AWS account: deploys it twice on an embedded
Cognito, and shows what changed in each user pool.

  npm run try -- examples/passkeys/typescript/app.ts
  npm run try -- --app "python examples/passkeys/python/app.py"

  --app <command>   how to run the app, as for cdk
  --pool <pool>     what the pools are that the app imports, "everything" unless given:
${Object.entries(STAND_INS).map(([name, { kind }]) => `                      ${name.padEnd(12)}${kind}`).join('\n')}
                      <file.json> what "aws cognito-idp describe-user-pool" answered; the members of what
                                  get-user-pool-mfa-config answered may stand beside its UserPool
  --verbose         with every event, every request and the Lambda's log

Set NO_COLOR or FORCE_COLOR=1 to choose the colours.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      app: { type: 'string' },
      pool: { type: 'string', default: 'everything' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const screen = new TryScreen({ ...terminalOf(process.stdout, process.env), verbose: values.verbose });
  const say = (lines: readonly string[]) => lines.forEach((line) => console.log(line));
  const isWell = await run(commandIn(values.app, positionals), standInOf(values.pool), screen, say);
  return isWell ? 0 : 1;
}

// A reader such as `head` may leave early: the rest is told to nobody, and the end is as tidy as ever.
process.stdout.on('error', () => {});

main().then((code) => { process.exitCode = code; }, (error: unknown) => {
  if (error instanceof Refusal && error.output !== '') console.error(error.output);
  console.error(`try: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
