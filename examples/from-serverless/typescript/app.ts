import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { UserPoolSettings } from 'cdk-cognito-user-pool-settings';

const app = new App();
const stack = new Stack(app, 'Auth');

// The same file as in serverless.yml, in a function of this stack.
const preSignUp = new lambda.Function(stack, 'PreSignUp', {
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'pre-sign-up.handler',
  code: lambda.Code.fromAsset(join(__dirname, '..', 'src')),
});

// The pool goes by its id, not by its name, which several pools may have.
new UserPoolSettings(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'Pool', 'us-east-1_Example1'),
  lambdaConfig: { preSignUp },
});

app.synth();
