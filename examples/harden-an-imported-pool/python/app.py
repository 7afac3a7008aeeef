from aws_cdk import App, Duration, Stack
from aws_cdk.aws_cognito import UserPool
from cdk_cognito_user_pool_settings import (
    AccountRecoverySetting,
    RecoveryOption,
    RecoveryOptionName,
    UserAttributeUpdateSettings,
    UserPoolPasswordPolicy,
    UserPoolPolicies,
    UserPoolSettings,
    VerifiedAttribute,
)

app = App()
stack = Stack(app, "Auth")

UserPoolSettings(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "Pool", "us-east-1_Example1"),
    deletion_protection=True,
    policies=UserPoolPolicies(
        password_policy=UserPoolPasswordPolicy(
            minimum_length=14,
            password_history_size=5,
            temporary_password_validity=Duration.days(1),
        ),
    ),
    account_recovery_setting=AccountRecoverySetting(
        recovery_mechanisms=[RecoveryOption(name=RecoveryOptionName.VERIFIED_EMAIL, priority=1)],
    ),
    # A changed address counts only once its owner has proved it.
    auto_verified_attributes=[VerifiedAttribute.EMAIL],
    user_attribute_update_settings=UserAttributeUpdateSettings(
        attributes_require_verification_before_update=[VerifiedAttribute.EMAIL],
    ),
)

app.synth()
