import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';

const app = new App();
const stack = new Stack(app, 'Auth');
const userPool = UserPool.fromUserPoolId(stack, 'Pool', 'us-east-1_Example1');

const preSignUp = new lambda.Function(stack, 'PreSignUp', {
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async (event) => event;'),
});
preSignUp.addPermission('Cognito', {
  principal: new ServicePrincipal('cognito-idp.amazonaws.com'),
  sourceArn: userPool.userPoolArn,
});

// What the request leaves out, Cognito may put back to its default.
new AwsCustomResource(stack, 'UpdateUserPool', {
  onUpdate: {
    service: 'CognitoIdentityServiceProvider',
    action: 'updateUserPool',
    parameters: {
      UserPoolId: userPool.userPoolId,
      Policies: { PasswordPolicy: { MinimumLength: 16 } },
      LambdaConfig: { PreSignUp: preSignUp.functionArn },
    },
    physicalResourceId: PhysicalResourceId.of(userPool.userPoolId),
  },
  policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: [userPool.userPoolArn] }),
  installLatestAwsSdk: false,
});

app.synth();
