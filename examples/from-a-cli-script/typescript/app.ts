import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { UserPoolMfa, UserPoolSettings, VerifiedAttribute } from 'cdk-cognito-user-pool-settings';

const app = new App();
const stack = new Stack(app, 'Auth');

const preSignUp = Function.fromFunctionAttributes(stack, 'PreSignUp', {
  functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:pre-sign-up',
  // The stack's own account and Region: the permission that the script added is made here.
  sameEnvironment: true,
});

new UserPoolSettings(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'Pool', 'us-east-1_Example1'),
  policies: {
    passwordPolicy: { minimumLength: 12, requireLowercase: true, requireUppercase: true, requireNumbers: true },
  },
  lambdaConfig: { preSignUp },
  autoVerifiedAttributes: [VerifiedAttribute.EMAIL],
  deletionProtection: true,
  mfaConfiguration: UserPoolMfa.OPTIONAL,
  softwareTokenMfaConfiguration: { enabled: true },
});

app.synth();
