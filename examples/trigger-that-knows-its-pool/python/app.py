from aws_cdk import App, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk.aws_cognito import SignInAliases, UserPoolOperation
from cdk_cognito_user_pool_settings import ManagedUserPool

app = App()
stack = Stack(app, "Auth")

pool = ManagedUserPool(stack, "Pool", sign_in_aliases=SignInAliases(email=True))

pre_sign_up = lambda_.Function(
    stack,
    "PreSignUp",
    runtime=lambda_.Runtime.NODEJS_22_X,
    handler="index.handler",
    environment={"USER_POOL_ID": pool.user_pool_id},
    code=lambda_.Code.from_inline(
        """const { CognitoIdentityProvider } = require('@aws-sdk/client-cognito-identity-provider');
const cognito = new CognitoIdentityProvider();
exports.handler = async (event) => {
  const { UserPool } = await cognito.describeUserPool({ UserPoolId: process.env.USER_POOL_ID });
  if (UserPool.EstimatedNumberOfUsers >= 1000) throw new Error('the beta is full');
  return event;
};
"""
    ),
)

# The function needs the pool and the pool the function: with CDK's own UserPool CloudFormation refuses that as a cycle.
pool.grant(pre_sign_up, "cognito-idp:DescribeUserPool")
pool.add_trigger(UserPoolOperation.PRE_SIGN_UP, pre_sign_up)

app.synth()
