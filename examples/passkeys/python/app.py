from aws_cdk import App, Stack
from aws_cdk.aws_cognito import UserPool
from cdk_cognito_user_pool_settings import (
    AuthFactor,
    UserPoolPolicies,
    UserPoolSettings,
    UserPoolSignInPolicy,
    UserVerification,
    WebAuthnConfiguration,
)

app = App()
stack = Stack(app, "Auth")

UserPoolSettings(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "Pool", "us-east-1_Example1"),
    # Needs the feature plan Essentials or higher: a pool that has Lite is refused before the first write.
    policies=UserPoolPolicies(
        sign_in_policy=UserPoolSignInPolicy(allowed_first_auth_factors=[AuthFactor.PASSWORD, AuthFactor.WEB_AUTHN]),
    ),
    web_authn_configuration=WebAuthnConfiguration(
        # Passkeys are bound to this domain: with another one those that users have stop working.
        relying_party_id="auth.example.com",
        user_verification=UserVerification.REQUIRED,
    ),
)

app.synth()
