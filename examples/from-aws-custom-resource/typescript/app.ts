import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { UserPoolSettings, VerifiedAttribute } from 'cdk-cognito-user-pool-settings';

const app = new App();
const stack = new Stack(app, 'Auth');

const preSignUp = new lambda.Function(stack, 'PreSignUp', {
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async (event) => event;'),
});

new UserPoolSettings(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'Pool', 'us-east-1_Example1'),
  policies: {
    // The length was declared before; the kinds of characters are wanted again.
    passwordPolicy: { minimumLength: 16, requireLowercase: true, requireUppercase: true, requireNumbers: true },
  },
  lambdaConfig: { preSignUp },
  // Gone since the first update by AwsCustomResource, and wanted again.
  autoVerifiedAttributes: [VerifiedAttribute.EMAIL],
  deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
});

app.synth();
