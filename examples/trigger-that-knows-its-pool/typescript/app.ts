import { App, Stack } from 'aws-cdk-lib';
import { UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ManagedUserPool } from 'cdk-cognito-user-pool-settings';

const app = new App();
const stack = new Stack(app, 'Auth');

const pool = new ManagedUserPool(stack, 'Pool', { signInAliases: { email: true } });

const preSignUp = new lambda.Function(stack, 'PreSignUp', {
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  environment: { USER_POOL_ID: pool.userPoolId },
  code: lambda.Code.fromInline(`const { CognitoIdentityProvider } = require('@aws-sdk/client-cognito-identity-provider');
const cognito = new CognitoIdentityProvider();
exports.handler = async (event) => {
  const { UserPool } = await cognito.describeUserPool({ UserPoolId: process.env.USER_POOL_ID });
  if (UserPool.EstimatedNumberOfUsers >= 1000) throw new Error('the beta is full');
  return event;
};
`),
});

// The function needs the pool and the pool the function: with CDK's own UserPool CloudFormation refuses that as a cycle.
pool.grant(preSignUp, 'cognito-idp:DescribeUserPool');
pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, preSignUp);

app.synth();
