import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CfnResource, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { Reapply, UserPoolSettings, UserPoolSettingsProvider } from '../../src';
import { valueAt } from '../../src/core/wire/path';
import { closeAll, LocalApp } from '../support/local-app';
import { fullPoolWithoutMfa } from '../support/pools';

const ROOT = join(__dirname, '../..');
const PAGE = 'docs/operating.md';
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The cells of the rows of the table under a heading of its first column. */
function rowsUnder(head: string): string[][] {
  const [, , ...rows] = /(?:^\|.*\n)+/m.exec(read(PAGE).slice(read(PAGE).indexOf(`| ${head} |`)))![0].trimEnd().split('\n');
  return rows.map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
}

const CODE = /^`(.+)`, \[.*\]\((.+)\)$/;
const figures = rowsUnder('figure').map(([figure, , code]) => [figure, ...CODE.exec(code)!.slice(1)] as const);

test.each(figures)('the figure "%s" stands in the code: %s', (_, code, file) => {
  expect(readFileSync(join(ROOT, dirname(PAGE), file), 'utf8')).toContain(code);
});

test('there are figures', () => {
  expect(figures.length).toBeGreaterThan(10);
});

test('the lines of the log are those that the handler writes', () => {
  const files = ['handler/lifecycle', 'handler/reply', 'service/retry', 'handler/invocation', 'service/cognito-port'].map((name) => read(`${name}.ts`));
  const written = files.flatMap((source) => [...source.matchAll(/log\.(info|warn|error)\('([^']+)'/g)].map(([, level, message]) => `${level}: ${message}`));
  expect(rowsUnder('message').map(([message, level]) => `${level}: ${message.slice(1, -1)}`).sort()).toEqual(written.sort());
});

describe('what the page promises', () => {
  const OURS = 'arn:aws:lambda:us-east-1:123456789012:function:ours';
  let app: LocalApp;
  let id: string;

  const settingsIn = (stack: Stack, reapply?: Reapply) => new UserPoolSettings(stack, 'Settings', {
    userPool: UserPool.fromUserPoolId(stack, 'Pool', id),
    deletionProtection: true,
    lambdaConfig: { preSignUp: Function.fromFunctionArn(stack, 'Ours', OURS) },
    reapply,
  });
  const trigger = () => valueAt(app.cognito.pool(id), ['LambdaConfig', 'PreSignUp']);

  beforeEach(async () => {
    app = await LocalApp.start();
    id = app.cognito.seed(fullPoolWithoutMfa());
  });
  afterEach(async () => {
    expect(app.deployment.replyProblems).toEqual([]);
    await closeAll();
  });

  test('another function alone is not called, and with EVERY_DEPLOYMENT it writes nothing', async () => {
    await app.deployStack((stack) => { settingsIn(stack); });
    const { requests } = app.deployment;
    const before = requests.length;

    await app.deployStack((stack) => {
      UserPoolSettingsProvider.getOrCreate(stack, { memorySize: 512 });
      settingsIn(stack);
    });
    expect([requests.length, app.calls]).toEqual([before, []]);

    await app.deployStack((stack) => { settingsIn(stack, Reapply.EVERY_DEPLOYMENT); });
    expect([requests.length, app.calls]).toEqual([before + 1, ['DescribeUserPool']]);
  });

  test('a construct whose attachment is retained leaves its triggers', async () => {
    await app.deployStack((stack) => {
      const settings = settingsIn(stack);
      // as on the page
      const kept = ['Custom::CognitoUserPoolSettings', 'AWS::Lambda::Permission'];
      for (const each of settings.node.findAll()) {
        if (CfnResource.isCfnResource(each) && kept.includes(each.cfnResourceType)) each.applyRemovalPolicy(RemovalPolicy.RETAIN);
      }
    });
    expect(trigger()).toBe(OURS);

    const { status } = await app.deployStack((stack) => { UserPoolSettingsProvider.getOrCreate(stack); });
    expect([status, app.calls, trigger()]).toEqual(['UPDATE_COMPLETE', [], OURS]);
  });

  test('one whose attachment is not retained detaches them', async () => {
    await app.deployStack((stack) => { settingsIn(stack); });
    await app.deployStack((stack) => { UserPoolSettingsProvider.getOrCreate(stack); });
    expect([trigger(), app.cognito.pool(id).DeletionProtection]).toEqual([undefined, 'ACTIVE']);
  });
});
