import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Key } from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { UserPoolSettings } from 'cdk-cognito-user-pool-settings';

const app = new App();
const stack = new Stack(app, 'Auth');

// Cognito encrypts codes and temporary passwords with it: it may make its grant, and both functions may decrypt.
const kmsKey = new Key(stack, 'SendersKey', { enableKeyRotation: true });

// Put your own code here: it decrypts event.request.code with the AWS Encryption SDK and gives it to your provider.
const sender = (id: string) => new lambda.Function(stack, id, {
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  environment: { KEY_ARN: kmsKey.keyArn },
  code: lambda.Code.fromInline("exports.handler = async () => { throw new Error('nothing is sent yet'); };"),
});

new UserPoolSettings(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'Pool', 'us-east-1_Example1'),
  lambdaConfig: {
    customEmailSender: { lambdaFunction: sender('EmailSender') },
    customSmsSender: { lambdaFunction: sender('SmsSender') },
    kmsKey,
  },
});

app.synth();
