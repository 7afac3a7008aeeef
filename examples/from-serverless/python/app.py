from pathlib import Path

from aws_cdk import App, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk.aws_cognito import UserPool
from cdk_cognito_user_pool_settings import LambdaConfig, UserPoolSettings

app = App()
stack = Stack(app, "Auth")

# The same file as in serverless.yml, in a function of this stack.
pre_sign_up = lambda_.Function(
    stack,
    "PreSignUp",
    runtime=lambda_.Runtime.NODEJS_22_X,
    handler="pre-sign-up.handler",
    code=lambda_.Code.from_asset(str(Path(__file__).parent.parent / "src")),
)

# The pool goes by its id, not by its name, which several pools may have.
UserPoolSettings(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "Pool", "us-east-1_Example1"),
    lambda_config=LambdaConfig(pre_sign_up=pre_sign_up),
)

app.synth()
