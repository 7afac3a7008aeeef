from pathlib import Path

from aws_cdk import App, Stack
from aws_cdk.aws_cognito import UserPool
from cdk_cognito_user_pool_settings import UserPoolSettings

app = App()
stack = Stack(app, "Auth")

UserPoolSettings.from_cli_input(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "Pool", "us-east-1_Example1"),
    path=str(Path(__file__).parent.parent / "settings.yaml"),
)

app.synth()
