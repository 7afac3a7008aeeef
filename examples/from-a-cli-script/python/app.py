from aws_cdk import App, Stack
from aws_cdk.aws_cognito import UserPool
from aws_cdk.aws_lambda import Function
from cdk_cognito_user_pool_settings import (
    LambdaConfig,
    SoftwareTokenMfaConfig,
    UserPoolMfa,
    UserPoolPasswordPolicy,
    UserPoolPolicies,
    UserPoolSettings,
    VerifiedAttribute,
)

app = App()
stack = Stack(app, "Auth")

pre_sign_up = Function.from_function_attributes(
    stack,
    "PreSignUp",
    function_arn="arn:aws:lambda:us-east-1:123456789012:function:pre-sign-up",
    # The stack's own account and Region: the permission that the script added is made here.
    same_environment=True,
)

UserPoolSettings(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "Pool", "us-east-1_Example1"),
    policies=UserPoolPolicies(
        password_policy=UserPoolPasswordPolicy(
            minimum_length=12,
            require_lowercase=True,
            require_uppercase=True,
            require_numbers=True,
        ),
    ),
    lambda_config=LambdaConfig(pre_sign_up=pre_sign_up),
    auto_verified_attributes=[VerifiedAttribute.EMAIL],
    deletion_protection=True,
    mfa_configuration=UserPoolMfa.OPTIONAL,
    software_token_mfa_configuration=SoftwareTokenMfaConfig(enabled=True),
)

app.synth()
