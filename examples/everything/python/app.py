from aws_cdk import App, Aspects, CfnOutput, Duration, Environment, RemovalPolicy, Stack
from aws_cdk.aws_cognito import (
    LambdaVersion,
    SignInAliases,
    StandardAttribute,
    StandardAttributes,
    StringAttribute,
    UserPool,
    UserPoolOperation,
)
from aws_cdk.aws_ec2 import SecurityGroup, SubnetSelection, SubnetType, Vpc
from aws_cdk.aws_iam import IRole, ManagedPolicy, Role
from aws_cdk.aws_kms import IKey, Key
from aws_cdk.aws_lambda import Function, IFunction
from aws_cdk.aws_logs import RetentionDays
from cdk_cognito_user_pool_settings import (
    AccountRecoverySetting,
    AcrConfiguration,
    AcrLevelConfig,
    AdminCreateUserConfig,
    AdvancedSecurityAdditionalFlows,
    AdvancedSecurityEnabledMode,
    AuthFactor,
    ControlPack,
    CustomEmailLambdaVersionConfig,
    CustomEmailSenderLambdaVersion,
    CustomSmsLambdaVersionConfig,
    CustomSmsSenderLambdaVersion,
    DcrConfiguration,
    DefaultEmailOption,
    DeviceConfiguration,
    EmailConfiguration,
    EmailMfaConfig,
    EmailSendingAccount,
    EncryptionKeyType,
    EumsSmsConfiguration,
    InboundFederationLambda,
    InboundFederationLambdaVersion,
    Issuer,
    IssuerConfiguration,
    KeyConfiguration,
    LambdaConfig,
    ManagedUserPool,
    MessageTemplate,
    OAuthFlow,
    OnRemoval,
    PreTokenGenerationLambdaVersion,
    PreTokenGenerationVersionConfig,
    Reapply,
    RecoveryOption,
    RecoveryOptionName,
    SmsConfiguration,
    SmsMfaConfig,
    SoftwareTokenMfaConfig,
    UserAttributeUpdateSettings,
    UserPoolAddOns,
    UserPoolAdvancedSecurityMode,
    UserPoolControls,
    UserPoolMfa,
    UserPoolPasswordPolicy,
    UserPoolPolicies,
    UserPoolSettings,
    UserPoolSettingsProvider,
    UserPoolSignInPolicy,
    UserPoolTier,
    UserVerification,
    VerificationMessageTemplate,
    VerifiedAttribute,
    WebAuthnConfiguration,
    WebAuthnFactorConfiguration,
)

ACCOUNT = "123456789012"

app = App()
# With the account Cognito is given the permission to invoke functions that are imported from it.
stack = Stack(app, "Auth", env=Environment(account=ACCOUNT, region="us-east-1"))


def lambda_function(name: str) -> IFunction:
    return Function.from_function_arn(stack, name, f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:{name}")


def role(name: str) -> IRole:
    return Role.from_role_arn(stack, name, f"arn:aws:iam::{ACCOUNT}:role/{name}")


def key(id: str, key_id: str) -> IKey:
    return Key.from_key_arn(stack, id, f"arn:aws:kms:us-east-1:{ACCOUNT}:key/{key_id}")


# The function that applies the settings: its options come before the first settings of the stack.
UserPoolSettingsProvider.get_or_create(
    stack,
    timeout=Duration.minutes(5),
    memory_size=512,
    concurrency=10,
    log_retention=RetentionDays.ONE_YEAR,
    vpc=Vpc.from_vpc_attributes(
        stack,
        "Vpc",
        vpc_id="vpc-0123456789abcdef0",
        availability_zones=["us-east-1a", "us-east-1b"],
        private_subnet_ids=["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
        private_subnet_route_table_ids=["rtb-0123456789abcdef0", "rtb-0123456789abcdef1"],
    ),
    vpc_subnets=SubnetSelection(subnet_type=SubnetType.PRIVATE_WITH_EGRESS),
    security_groups=[SecurityGroup.from_security_group_id(stack, "SecurityGroup", "sg-0123456789abcdef0")],
    endpoint_url="https://vpce-0123456789abcdef0.cognito-idp.us-east-1.vpce.amazonaws.com",
    permissions_boundary=ManagedPolicy.from_managed_policy_arn(
        stack, "Boundary", f"arn:aws:iam::{ACCOUNT}:policy/boundary"
    ),
)

pre_token_generation = lambda_function("pre-token-generation")
sms_configuration = SmsConfiguration(sns_caller=role("sms"), external_id="sms-external-id", sns_region="eu-west-1")

# Every setting of an imported pool, but for the other way to send SMS: a pool has one.
settings = UserPoolSettings(
    stack,
    "Settings",
    user_pool=UserPool.from_user_pool_id(stack, "Pool", "us-east-1_Example1"),
    policies=UserPoolPolicies(
        password_policy=UserPoolPasswordPolicy(
            minimum_length=17,
            require_uppercase=True,
            require_lowercase=True,
            require_numbers=True,
            require_symbols=True,
            password_history_size=9,
            temporary_password_validity=Duration.days(3),
        ),
        sign_in_policy=UserPoolSignInPolicy(
            allowed_first_auth_factors=[
                AuthFactor.PASSWORD,
                AuthFactor.EMAIL_OTP,
                AuthFactor.SMS_OTP,
                AuthFactor.WEB_AUTHN,
            ],
        ),
    ),
    deletion_protection=True,
    lambda_config=LambdaConfig(
        pre_sign_up=lambda_function("pre-sign-up"),
        custom_message=lambda_function("custom-message"),
        post_confirmation=lambda_function("post-confirmation"),
        pre_authentication=lambda_function("pre-authentication"),
        post_authentication=lambda_function("post-authentication"),
        define_auth_challenge=lambda_function("define-auth-challenge"),
        create_auth_challenge=lambda_function("create-auth-challenge"),
        verify_auth_challenge_response=lambda_function("verify-auth-challenge-response"),
        pre_token_generation=pre_token_generation,
        user_migration=lambda_function("user-migration"),
        pre_token_generation_config=PreTokenGenerationVersionConfig(
            lambda_version=PreTokenGenerationLambdaVersion.V2_0,
            lambda_function=pre_token_generation,
        ),
        custom_sms_sender=CustomSmsLambdaVersionConfig(
            lambda_version=CustomSmsSenderLambdaVersion.V1_0,
            lambda_function=lambda_function("custom-sms-sender"),
        ),
        custom_email_sender=CustomEmailLambdaVersionConfig(
            lambda_version=CustomEmailSenderLambdaVersion.V1_0,
            lambda_function=lambda_function("custom-email-sender"),
        ),
        kms_key=key("SendersKey", "11111111-2222-4333-8444-555555555555"),
        inbound_federation=InboundFederationLambda(
            lambda_version=InboundFederationLambdaVersion.V1_0,
            lambda_function=lambda_function("inbound-federation"),
        ),
    ),
    auto_verified_attributes=[VerifiedAttribute.PHONE_NUMBER, VerifiedAttribute.EMAIL],
    sms_verification_message="Your code is {####}",
    email_verification_message="Your code is {####}.",
    email_verification_subject="Your code",
    verification_message_template=VerificationMessageTemplate(
        sms_message="Your code is {####}",
        email_message="Your code is {####}.",
        email_subject="Your code",
        email_message_by_link="Confirm your address: {##confirm##}",
        email_subject_by_link="Confirm your address",
        default_email_option=DefaultEmailOption.CONFIRM_WITH_LINK,
    ),
    sms_authentication_message="Sign in with {####}",
    user_attribute_update_settings=UserAttributeUpdateSettings(
        attributes_require_verification_before_update=[VerifiedAttribute.EMAIL],
    ),
    mfa_configuration=UserPoolMfa.OPTIONAL,
    device_configuration=DeviceConfiguration(
        challenge_required_on_new_device=True,
        device_only_remembered_on_user_prompt=True,
    ),
    email_configuration=EmailConfiguration(
        source_arn=f"arn:aws:ses:us-east-1:{ACCOUNT}:identity/example.com",
        reply_to_email_address="help@example.com",
        email_sending_account=EmailSendingAccount.DEVELOPER,
        from_email_address="Example <no-reply@example.com>",
        configuration_set="sign-in",
    ),
    sms_configuration=sms_configuration,
    user_pool_tags={"cost center": "007", "team": "identity"},
    admin_create_user_config=AdminCreateUserConfig(
        allow_admin_create_user_only=True,
        unused_account_validity=Duration.days(3),
        invite_message_template=MessageTemplate(
            sms_message="Welcome {username}, your password is {####}",
            email_message="Welcome {username}, your password is {####}.",
            email_subject="Welcome",
        ),
    ),
    user_pool_add_ons=UserPoolAddOns(
        advanced_security_mode=UserPoolAdvancedSecurityMode.ENFORCED,
        advanced_security_additional_flows=AdvancedSecurityAdditionalFlows(
            custom_auth_mode=AdvancedSecurityEnabledMode.ENFORCED,
        ),
    ),
    account_recovery_setting=AccountRecoverySetting(
        recovery_mechanisms=[RecoveryOption(name=RecoveryOptionName.ADMIN_ONLY, priority=1)],
    ),
    pool_name="customers",
    user_pool_tier=UserPoolTier.PLUS,
    key_configuration=KeyConfiguration(
        key_type=EncryptionKeyType.CUSTOMER_MANAGED_KEY,
        kms_key=key("PoolKey", "66666666-7777-4888-8999-000000000000"),
    ),
    issuer_configuration=IssuerConfiguration(issuer=Issuer.UPDATED),
    acr_configuration=AcrConfiguration(
        level1=AcrLevelConfig(acr_value="urn:example:1"),
        level2=AcrLevelConfig(acr_value="urn:example:2"),
        level3=AcrLevelConfig(acr_value="urn:example:3"),
        level4=AcrLevelConfig(acr_value="urn:example:4"),
    ),
    dcr_configuration=DcrConfiguration(
        enabled=True,
        open_dcr_enabled=True,
        authenticated_grant_types=[OAuthFlow.CODE, OAuthFlow.CLIENT_CREDENTIALS],
        open_dcr_grant_types=[OAuthFlow.CODE],
        allowed_scopes=["orders/read", "orders/write"],
    ),
    sms_mfa_configuration=SmsMfaConfig(
        sms_authentication_message="Sign in with {####}",
        sms_configuration=sms_configuration,
    ),
    software_token_mfa_configuration=SoftwareTokenMfaConfig(enabled=True),
    email_mfa_configuration=EmailMfaConfig(message="Sign in with {####}.", subject="Sign in"),
    web_authn_configuration=WebAuthnConfiguration(
        relying_party_id="login.example.com",
        user_verification=UserVerification.REQUIRED,
        factor_configuration=WebAuthnFactorConfiguration.MULTI_FACTOR_WITH_USER_VERIFICATION,
    ),
    # Members younger than the library, as the API spells them.
    additional_settings={
        "PasswordlessConfiguration": {
            "Days": 7,
            "Enabled": True,
            "Limits": {"Burst": 1000, "Share": 0.5},
            "Modes": ["LINK", "CODE"],
        },
    },
    clear=["userPoolTags.owner"],
    on_removal=OnRemoval.RESTORE_PREVIOUS,
    reapply=Reapply.WHEN_CHANGED,
)

# A second pool, that sends by AWS End User Messaging.
eums_configuration = SmsConfiguration(
    eums_sms=EumsSmsConfiguration(
        caller=role("eums"),
        external_id="eums-external-id",
        origination_identity="sender-id",
        configuration_set_name="sms-set",
        in_entity_id="entity",
        in_template_id="template",
        region="us-east-1",
    ),
)
UserPoolSettings(
    stack,
    "SecondSettings",
    user_pool=UserPool.from_user_pool_id(stack, "SecondPool", "us-east-1_Example2"),
    mfa_configuration=UserPoolMfa.ON,
    sms_configuration=eums_configuration,
    sms_mfa_configuration=SmsMfaConfig(sms_configuration=eums_configuration),
)

# A third one that sends SMS already, by a role that nobody here declares.
third = UserPoolSettings(
    stack,
    "ThirdSettings",
    user_pool=UserPool.from_user_pool_id(stack, "ThirdPool", "us-east-1_Example3"),
    existing_sms_role=role("existing-sms"),
    clear=["deviceConfiguration", "lambdaConfig.customMessage"],
    on_removal=OnRemoval.RESET_TO_DEFAULT,
)
third.add_trigger(UserPoolOperation.POST_CONFIRMATION, lambda_function("third-post-confirmation"))

# A new pool.
pool = ManagedUserPool(
    stack,
    "ManagedPool",
    sign_in_aliases=SignInAliases(email=True),
    sign_in_case_sensitive=False,
    standard_attributes=StandardAttributes(email=StandardAttribute(required=True, mutable=True)),
    custom_attributes={"tenant": StringAttribute(max_len=64, mutable=True)},
    removal_policy=RemovalPolicy.DESTROY,
    enable_sms_role=True,
    policies=UserPoolPolicies(password_policy=UserPoolPasswordPolicy(minimum_length=14)),
    auto_verified_attributes=[VerifiedAttribute.EMAIL],
    user_pool_tier=UserPoolTier.PLUS,
    user_pool_add_ons=UserPoolAddOns(advanced_security_mode=UserPoolAdvancedSecurityMode.ENFORCED),
    mfa_configuration=UserPoolMfa.ON,
    software_token_mfa_configuration=SoftwareTokenMfaConfig(enabled=True),
    additional_settings={"PasswordlessConfiguration": {"Enabled": False}},
    clear=["userPoolTags.owner"],
    on_removal=OnRemoval.RETAIN,
    reapply=Reapply.WHEN_CHANGED,
)
pool.add_trigger(UserPoolOperation.PRE_SIGN_UP, lambda_function("managed-pre-sign-up"))
pool.add_trigger(
    UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
    lambda_function("managed-pre-token-generation"),
    LambdaVersion.V2_0,
)
pool.add_client("Web")

Aspects.of(app).add(
    UserPoolControls(
        packs=[ControlPack.AWS_SOLUTIONS, ControlPack.SECURITY_HUB],
        # Here a second factor is the user's choice.
        exclude=["AwsSolutions-COG2"],
        fail_on_errors=True,
    )
)

CfnOutput(stack, "Changed", value=settings.changed_paths)

app.synth()
