import { Command, Option } from 'commander';
import { NAME, type CommandName, type GlobalOptions, type Request } from './request';
import { coloursFor } from './terminal/colours';
import type { World } from './world';
import { version } from '../package.json';

const FORMATS = ['typescript', 'python', 'java', 'csharp', 'go', 'cli-json', 'cli-yaml'];
const OPERATIONS = ['update-user-pool', 'set-user-pool-mfa-config'];

const EXIT_CODES = `
Exit codes: 0 all is well, 1 the command failed or found mistakes, 2 something differs or would change.
Credentials and profiles are those of the AWS CLI. Only probe writes anything.`;

/** The command line: what it takes. `ask` hears of a request that is whole. */
export function programOf({ stdout, stderr, environment }: World, ask: (request: Request) => void): Command {
  const program = new Command(NAME)
    .description('Brings existing Amazon Cognito user pools under UserPoolSettings, and shows what a deployment would change.')
    .version(version)
    .option('--profile <name>', 'the profile of the AWS CLI whose credentials are used')
    .option('--region <region>', 'the Region, where no user pool id tells it or it is another one')
    .option('--endpoint-url <url>', 'where the AWS services are reached')
    .option('--json', 'one JSON document on stdout, nothing else')
    .option('--no-color', 'no colours; NO_COLOR and FORCE_COLOR are heeded too')
    .option('--debug', 'what happened behind a failure, on stderr')
    .addHelpText('after', EXIT_CODES)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => write(`${NAME}: ${text.replace(/^error: /, '')}`),
      getOutHasColors: () => coloursFor(stdout, environment).isColorSupported,
      getErrHasColors: () => coloursFor(stderr, environment).isColorSupported,
      getOutHelpWidth: () => stdout.columns || 100,
      getErrHelpWidth: () => stderr.columns || 100,
    })
    .exitOverride();

  const command = (usage: CommandName | `${CommandName} ${string}`, description: string, options: readonly Option[]) => {
    const added = program.command(usage).description(description);
    for (const option of options) added.addOption(option);
    added.action(() => ask({ command: added.name() as CommandName, options: added.optsWithGlobals<GlobalOptions>(), names: added.args }));
  };

  const format = (standard: string) => new Option('-f, --format <format>', 'a language, or a document of the AWS CLI')
    .choices(FORMATS).default(standard);
  const operation = () => new Option('--operation <operation>', 'the operation of aws cognito-idp that the document is for, of the cli formats')
    .choices(OPERATIONS).default(OPERATIONS[0]);
  const app = () => new Option('-a, --app <directory>', 'what cdk synth wrote').default('cdk.out');

  command('import', 'Writes code, or documents for the AWS CLI, that declare what a user pool has', [
    new Option('--user-pool-id <id>', 'the user pool, which is read by two calls'),
    new Option('--from <file...>', 'saved answers of describe-user-pool and get-user-pool-mfa-config, - is stdin; instead of --user-pool-id'),
    new Option('--omit-defaults', 'leaves out what is as the service has it by default'),
    format('typescript'), operation(),
  ]);

  command('skeleton', 'Writes every option with its range, its default and what it is', [format('typescript'), operation()]);

  command('check <files...>', 'Checks documents for the AWS CLI, JSON or YAML, by all rules; - is stdin', []);

  command('plan [stacks...]', 'Shows what a deployment of a synthesized app would change in live user pools; writes nothing', [
    app(),
    new Option('--no-cloudformation', 'does not ask CloudFormation what is deployed: what is removed then stays unknown'),
    new Option('--paths-only', 'shows which settings, not their values'),
  ]);

  command('drift [stacks...]', 'Shows which declared settings of deployed stacks somebody else has changed', [
    new Option('-a, --app <directory>', 'what cdk synth wrote, for the names of the stacks where none are given').default('cdk.out'),
    new Option('--paths-only', 'shows which settings, not their values'),
  ]);

  command('probe', 'Measures on a user pool that it makes and deletes how Cognito treats what a request leaves out', [
    new Option('--create-and-delete-a-user-pool', 'says that this is what you want, in the account of these credentials'),
    new Option('--sms-role <arn>', 'a role by which Cognito may send SMS, for what needs one'),
    new Option('--sms-external-id <id>', 'the external id that the trust of this role asks for'),
    new Option('--ses-identity <arn>', 'an SES identity that Cognito may send by, for what needs one'),
    new Option('--function <arn>', 'a Lambda function, for what needs one'),
    new Option('--kms-key <arn>', 'a KMS key, for what needs one'),
  ]);

  return program;
}
