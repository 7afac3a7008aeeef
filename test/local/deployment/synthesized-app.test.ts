import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnOutput, CustomResource, Duration, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { writeTinyHandler } from './support';
import { LocalDeployment, type Template } from '../../../local/deployment';
import type { JsonObject } from '../../../src/core/wire/json';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synthesized-app-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a synthesized app runs the code of its asset', async () => {
  const code = join(folder, 'code');
  mkdirSync(code);
  writeTinyHandler(code);
  const app = new App({ outdir: join(folder, 'cdk.out') });
  const stack = new Stack(app, 'App');
  const handler = new lambda.Function(stack, 'Handler', {
    runtime: lambda.Runtime.NODEJS_20_X,
    handler: 'index.handler',
    code: lambda.Code.fromAsset(code),
    timeout: Duration.seconds(10),
  });
  const pool = new cognito.UserPool(stack, 'Pool');
  const thing = new CustomResource(stack, 'Thing', {
    serviceToken: handler.functionArn, serviceTimeout: Duration.minutes(5), properties: { Say: pool.userPoolArn, Days: 7 },
  });
  new CfnOutput(stack, 'Seen', { value: thing.getAttString('Seen') });
  const assembly = app.synth();

  const deployment = await LocalDeployment.start({
    cognitoUrl: 'http://127.0.0.1:1', assetsDir: assembly.directory, stackName: 'App',
  });
  try {
    const created = await deployment.deploy(assembly.getStackByName('App').template as Template);
    expect(created).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(deployment.outputs.Seen).toMatch(/^arn:aws:cognito-idp:us-east-1:123456789012:userpool\/us-east-1_/);
    expect(deployment.requests[0].ResourceProperties).toMatchObject({ Days: '7', ServiceTimeout: '300' });
    const deleted = await deployment.destroy();
    // The CDK retains pools unless told otherwise.
    const skipped = deleted.events.filter(({ status }) => status === 'DELETE_SKIPPED');
    expect(skipped.map(({ type }) => type)).toEqual(['AWS::Cognito::UserPool']);
  } finally {
    await deployment.close();
  }
});

test.each<[string, JsonObject, string]>([
  ['is no asset', { ZipFile: 'x' }, "Handler: the code is no asset; give its file by 'handlerFile'"],
  ['is not there', { S3Key: 'abc.zip' }, 'is uploaded as abc.zip'],
])('a function whose code %s is an error that names it', async (_, code, reason) => {
  writeFileSync(join(folder, 'App.assets.json'), JSON.stringify({ files: {} }));
  const deployment = await LocalDeployment.start({ cognitoUrl: 'http://127.0.0.1:1', assetsDir: folder });
  try {
    const failed = await deployment.deploy({
      Resources: {
        Handler: { Type: 'AWS::Lambda::Function', Properties: { Code: code } },
        Thing: { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['Handler', 'Arn'] } } },
      },
    });
    expect(failed.reason).toContain(reason);
  } finally {
    await deployment.close();
  }
});
