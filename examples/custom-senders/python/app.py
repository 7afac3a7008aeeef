from aws_cdk import App, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk.aws_cognito import UserPool
from aws_cdk.aws_kms import Key
from cdk_cognito_user_pool_settings import (
    CustomEmailLambdaVersionConfig,
    CustomSmsLambdaVersionConfig,
    LambdaConfig,
    UserPoolSettings,
)

app = App()
stack = Stack(app, "Auth")

# Cognito encrypts codes and temporary passwords with it: it may make its grant, and both functions may decrypt.
kms_key = Key(stack, "SendersKey", enable_key_rotation=True)


# Put your own code here: it decrypts event.request.code with the AWS Encryption SDK and gives it to your provider.
def sender(construct_id: str) -> lambda_.Function:
    return lambda_.Function(
        stack,
        construct_id,
        runtime=lambda_.Runtime.NODEJS_22_X,
        handler="index.handler",
        environment={"KEY_ARN": kms_key.key_arn},
        code=lambda_.Code.from_inline("exports.handler = async () => { throw new Error('nothing is sent yet'); };"),
    )


UserPoolSettings(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "Pool", "us-east-1_Example1"),
    lambda_config=LambdaConfig(
        custom_email_sender=CustomEmailLambdaVersionConfig(lambda_function=sender("EmailSender")),
        custom_sms_sender=CustomSmsLambdaVersionConfig(lambda_function=sender("SmsSender")),
        kms_key=kms_key,
    ),
)

app.synth()
