from aws_cdk import App, Stack
from aws_cdk.aws_cognito import UserPool
from cdk_cognito_user_pool_settings import (
    AccountRecoverySetting,
    EmailConfiguration,
    EmailMfaConfig,
    EmailSendingAccount,
    RecoveryOption,
    RecoveryOptionName,
    SoftwareTokenMfaConfig,
    UserPoolMfa,
    UserPoolSettings,
)

app = App()
stack = Stack(app, "Auth")

UserPoolSettings(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "Pool", "us-east-1_Example1"),
    # Codes by email need the feature plan Essentials or higher: a pool that has Lite is refused before the first write.
    mfa_configuration=UserPoolMfa.OPTIONAL,
    email_mfa_configuration=EmailMfaConfig(subject="Your sign-in code", message="Your sign-in code is {####}"),
    # Declared factors are the complete set: without this line authenticator apps would be none any longer.
    software_token_mfa_configuration=SoftwareTokenMfaConfig(enabled=True),
    # Cognito's own sender cannot send these codes.
    email_configuration=EmailConfiguration(
        email_sending_account=EmailSendingAccount.DEVELOPER,
        source_arn="arn:aws:ses:us-east-1:123456789012:identity/example.com",
        from_email_address="Example <no-reply@example.com>",
    ),
    # Email alone is refused here: whoever reads a user's mail would have the password and the second factor.
    # By phone it works where the pool can send SMS.
    account_recovery_setting=AccountRecoverySetting(
        recovery_mechanisms=[
            RecoveryOption(name=RecoveryOptionName.VERIFIED_PHONE_NUMBER, priority=1),
            RecoveryOption(name=RecoveryOptionName.VERIFIED_EMAIL, priority=2),
        ],
    ),
)

app.synth()
