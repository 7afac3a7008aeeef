import { runCli } from '../support/cli';

const NAME = 'cdk-cognito-user-pool-settings';

test('help names every command, the exit codes, and what writes', async () => {
  const { code, stdout, stderr } = await runCli(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const command of ['import', 'skeleton', 'check', 'plan', 'drift', 'probe']) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(stdout).toContain('Exit codes: 0 all is well, 1 the command failed or found mistakes, 2 something differs or would change.');
  expect(stdout).toContain('Only probe writes anything.');
});

test('the help of a command has the options that all have', async () => {
  const { code, stdout } = await runCli(['plan', '--help']);
  expect(code).toBe(0);
  for (const option of ['--app', '--profile', '--region', '--endpoint-url', '--json', '--debug']) expect(stdout).toContain(option);
});

test.each([
  [['--version'], 0, '0.0.0\n', ''],
  [['nothing'], 1, '', `${NAME}: unknown command 'nothing'\n`],
  [['imprt'], 1, '', `${NAME}: unknown command 'imprt'\n(Did you mean import?)\n`],
  [['plan', '--ap', 'x'], 1, '', `${NAME}: unknown option '--ap'\n(Did you mean --app?)\n`],
  [['check'], 1, '', `${NAME}: missing required argument 'files'\n`],
  [['plan', '--app'], 1, '', `${NAME}: option '-a, --app <directory>' argument missing\n`],
  [['skeleton', '--format', 'cobol'], 1, '', `${NAME}: option '-f, --format <format>' argument 'cobol' is invalid. `
    + 'Allowed choices are typescript, python, java, csharp, go, cli-json, cli-yaml.\n'],
])('%j ends with %i', async (args, code, stdout, stderr) => {
  expect(await runCli(args)).toEqual({ code, stdout, stderr });
});

test('without a command it shows its help, on stderr', async () => {
  const { code, stdout, stderr } = await runCli([]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Usage: ');
});

describe('a failure', () => {
  const NOWHERE = ['import', '--user-pool-id', 'nowhere'];
  const SENTENCE = `${NAME}: --user-pool-id nowhere is no id of a user pool, which looks like us-east-1_AbCdEfGhI\n`;

  test('is one sentence on stderr', async () => {
    expect(await runCli(NOWHERE)).toEqual({ code: 1, stdout: '', stderr: SENTENCE });
  });

  test('is nothing on stdout with --json either', async () => {
    expect(await runCli([...NOWHERE, '--json'])).toEqual({ code: 1, stdout: '', stderr: SENTENCE });
  });

  test('has its stack trace with --debug', async () => {
    const { code, stdout, stderr } = await runCli([...NOWHERE, '--debug']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^.*looks like us-east-1_AbCdEfGhI\n\w+: .*\n {4}at /);
  });
});
