from aws_cdk import App, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk.aws_cognito import UserPool
from cdk_cognito_user_pool_settings import LambdaConfig, UserPoolSettings

app = App()
stack = Stack(app, "Auth")

pre_sign_up = lambda_.Function(
    stack,
    "PreSignUp",
    runtime=lambda_.Runtime.NODEJS_22_X,
    handler="index.handler",
    code=lambda_.Code.from_inline(
        """exports.handler = async (event) => {
  const { email = '' } = event.request.userAttributes;
  if (!email.endsWith('@example.com')) throw new Error('sign up with your address at example.com');
  return event;
};
"""
    ),
)

# The permission for Cognito to invoke the function is made along with it; the pool's other triggers stay.
UserPoolSettings(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "Pool", "us-east-1_Example1"),
    lambda_config=LambdaConfig(pre_sign_up=pre_sign_up),
)

app.synth()
