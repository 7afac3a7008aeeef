import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { freshPool } from '../../local/cognito';
import { AuthFactor, UserPoolSettings, UserPoolTier } from '../../src';
import { isObject, type Json } from '../../src/core/wire/json';
import { runCli } from '../support/cli';
import { closeAll, LocalApp } from '../support/local-app';
import { Planning } from '../support/planning';
import type { Settings } from '../support/synth';

const PAGE = readFileSync(join(__dirname, '../../docs/command-line.md'), 'utf8');
const SECTION = PAGE.slice(PAGE.indexOf('\n## JSON\n'), PAGE.indexOf('\n## Permissions\n'));

/** The names of members that the rows of the table tell, of those that begin like this. */
function told(...of: string[]): Set<string> {
  const rows = SECTION.split('\n').filter((line) => of.some((start) => line.startsWith(`| ${start} |`)));
  expect(rows).toHaveLength(of.length);
  return new Set(rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name)));
}

/** All names of members at any depth; what a setting has in it is no matter of the tool. */
function namesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => namesIn(item));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...['before', 'after', 'value', 'live'].includes(name) ? [] : namesIn(inner)]);
}

const untold = (text: string, names: ReadonlySet<string>) => [...new Set(namesIn(JSON.parse(text) as Json))].filter((name) => !names.has(name));

afterEach(closeAll);

test.each(['typescript', 'cli-json'])('every member of skeleton --json is on the page: %s', async (format) => {
  const { stdout } = await runCli(['skeleton', '--json', '-f', format]);
  expect(untold(stdout, told('`import`, `skeleton`'))).toEqual([]);
});

test('every member of check --json is on the page, and no other', async () => {
  const { stdout } = await runCli(['check', '--json', '-'], { stdin: '{"UserPoolId": "us-east-1_Example1", "DeletionProtection": "maybe"}' });
  const names = told('`check`');
  expect(untold(stdout, names)).toEqual([]);
  const seen = new Set(namesIn(JSON.parse(stdout) as Json));
  expect([...names].filter((name) => !seen.has(name))).toEqual(['check', 'error', 'warning', 'note']);
});

test('every member of plan --json and drift --json is on the page', async () => {
  const app = await LocalApp.start();
  const seed = freshPool();
  const userPoolId = app.cognito.seed({ ...seed, pool: { ...seed.pool, UserPoolTier: 'LITE' } });
  const planning = await Planning.start(app.cognito);
  const build = (team: string) => (stack: Stack) => {
    const declare = (id: string, settings: Settings) =>
      new UserPoolSettings(stack, id, { userPool: UserPool.fromUserPoolId(stack, `${id}Pool`, userPoolId), ...settings });
    const name = new CfnParameter(stack, 'Name').valueAsString;
    declare('Tags', { userPoolTags: { team }, poolName: name });
    if (team === 'ours') declare('Codes', { policies: { signInPolicy: { allowedFirstAuthFactors: [AuthFactor.PASSWORD, AuthFactor.EMAIL_OTP] } } });
    if (team === 'theirs') declare('Tier', { userPoolTier: UserPoolTier.ESSENTIALS });
  };
  try {
    const { status } = await planning.stacks.deploy(app.deployment, app.synthesize(build('theirs')), { Name: 'pool' });
    expect(status).toBe('CREATE_COMPLETE');
    app.cognito.otherWriter('UpdateUserPool', { UserPoolId: userPoolId, UserPoolTags: { team: 'nobody' }, UserPoolTier: 'LITE' });
    app.synthesize(build('ours'));
    const plan = (await planning.run(['plan', '--json', '-a', app.outdir])).stdout;
    expect(namesIn(JSON.parse(plan) as Json)).toEqual(expect.arrayContaining(['changes', 'calls', 'findings', 'rule', 'before', 'after']));
    const both = ['`plan`, `drift`', '`constructs` of both'];
    expect(untold(plan, told(...both, '`constructs` of `plan`', '`changes`', '`calls`', '`summary` of `plan`'))).toEqual([]);
    const drift = (await planning.run(['drift', '--json', '-a', app.outdir])).stdout;
    expect(namesIn(JSON.parse(drift) as Json)).toContain('live');
    expect(untold(drift, told(...both, '`constructs` of `drift`', '`summary` of `drift`'))).toEqual([]);
  } finally {
    await planning.close();
  }
});
