import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { UserPoolSettings } from 'cdk-cognito-user-pool-settings';

const app = new App();
const stack = new Stack(app, 'Auth');

UserPoolSettings.fromCliInput(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'Pool', 'us-east-1_Example1'),
  path: join(__dirname, '..', 'settings.yaml'),
});

app.synth();
