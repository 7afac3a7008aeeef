from aws_cdk import App, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk.aws_cognito import UserPool
from cdk_cognito_user_pool_settings import (
    DeviceConfiguration,
    LambdaConfig,
    UserPoolPasswordPolicy,
    UserPoolPolicies,
    UserPoolSettings,
    VerifiedAttribute,
)

app = App()
stack = Stack(app, "Auth")

pre_sign_up = lambda_.Function(
    stack,
    "PreSignUp",
    runtime=lambda_.Runtime.NODEJS_22_X,
    handler="index.handler",
    code=lambda_.Code.from_inline("exports.handler = async (event) => event;"),
)

UserPoolSettings(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "Pool", "us-east-1_Example1"),
    policies=UserPoolPolicies(
        # The length was declared before; the kinds of characters are wanted again.
        password_policy=UserPoolPasswordPolicy(
            minimum_length=16,
            require_lowercase=True,
            require_uppercase=True,
            require_numbers=True,
        ),
    ),
    lambda_config=LambdaConfig(pre_sign_up=pre_sign_up),
    # Gone since the first update by AwsCustomResource, and wanted again.
    auto_verified_attributes=[VerifiedAttribute.EMAIL],
    device_configuration=DeviceConfiguration(
        challenge_required_on_new_device=True,
        device_only_remembered_on_user_prompt=True,
    ),
)

app.synth()
