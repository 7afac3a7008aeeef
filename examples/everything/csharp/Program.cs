using System.Collections.Generic;
using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using CdkCognitoUserPoolSettings;

const string Account = "123456789012";

var app = new App();
// With the account Cognito is given the permission to invoke functions that are imported from it.
var stack = new Stack(app, "Auth", new StackProps
{
    Env = new Amazon.CDK.Environment { Account = Account, Region = "us-east-1" },
});

// The function that applies the settings: its options come before the first settings of the stack.
UserPoolSettingsProvider.GetOrCreate(stack, new UserPoolSettingsProviderOptions
{
    Timeout = Duration.Minutes(5),
    MemorySize = 512,
    Concurrency = 10,
    LogRetention = RetentionDays.ONE_YEAR,
    Vpc = Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes
    {
        VpcId = "vpc-0123456789abcdef0",
        AvailabilityZones = new[] { "us-east-1a", "us-east-1b" },
        PrivateSubnetIds = new[] { "subnet-0123456789abcdef0", "subnet-0123456789abcdef1" },
        PrivateSubnetRouteTableIds = new[] { "rtb-0123456789abcdef0", "rtb-0123456789abcdef1" },
    }),
    VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PRIVATE_WITH_EGRESS },
    SecurityGroups = new[] { SecurityGroup.FromSecurityGroupId(stack, "SecurityGroup", "sg-0123456789abcdef0") },
    EndpointUrl = "https://vpce-0123456789abcdef0.cognito-idp.us-east-1.vpce.amazonaws.com",
    PermissionsBoundary = ManagedPolicy.FromManagedPolicyArn(
        stack, "Boundary", $"arn:aws:iam::{Account}:policy/boundary"),
});

var preTokenGeneration = LambdaFunction("pre-token-generation");
var smsConfiguration = new SmsConfiguration
{
    SnsCaller = RoleOf("sms"),
    ExternalId = "sms-external-id",
    SnsRegion = "eu-west-1",
};

// Every setting of an imported pool, but for the other way to send SMS: a pool has one.
var settings = new UserPoolSettings(stack, "Settings", new UserPoolSettingsProps
{
    UserPool = UserPool.FromUserPoolId(stack, "Pool", "us-east-1_Example1"),
    Policies = new UserPoolPolicies
    {
        PasswordPolicy = new UserPoolPasswordPolicy
        {
            MinimumLength = 17,
            RequireUppercase = true,
            RequireLowercase = true,
            RequireNumbers = true,
            RequireSymbols = true,
            PasswordHistorySize = 9,
            TemporaryPasswordValidity = Duration.Days(3),
        },
        SignInPolicy = new UserPoolSignInPolicy
        {
            AllowedFirstAuthFactors = new[]
            {
                AuthFactor.PASSWORD, AuthFactor.EMAIL_OTP, AuthFactor.SMS_OTP, AuthFactor.WEB_AUTHN,
            },
        },
    },
    DeletionProtection = true,
    LambdaConfig = new LambdaConfig
    {
        PreSignUp = LambdaFunction("pre-sign-up"),
        CustomMessage = LambdaFunction("custom-message"),
        PostConfirmation = LambdaFunction("post-confirmation"),
        PreAuthentication = LambdaFunction("pre-authentication"),
        PostAuthentication = LambdaFunction("post-authentication"),
        DefineAuthChallenge = LambdaFunction("define-auth-challenge"),
        CreateAuthChallenge = LambdaFunction("create-auth-challenge"),
        VerifyAuthChallengeResponse = LambdaFunction("verify-auth-challenge-response"),
        PreTokenGeneration = preTokenGeneration,
        UserMigration = LambdaFunction("user-migration"),
        PreTokenGenerationConfig = new PreTokenGenerationVersionConfig
        {
            LambdaVersion = PreTokenGenerationLambdaVersion.V2_0,
            LambdaFunction = preTokenGeneration,
        },
        CustomSmsSender = new CustomSmsLambdaVersionConfig
        {
            LambdaVersion = CustomSmsSenderLambdaVersion.V1_0,
            LambdaFunction = LambdaFunction("custom-sms-sender"),
        },
        CustomEmailSender = new CustomEmailLambdaVersionConfig
        {
            LambdaVersion = CustomEmailSenderLambdaVersion.V1_0,
            LambdaFunction = LambdaFunction("custom-email-sender"),
        },
        KmsKey = KeyOf("SendersKey", "11111111-2222-4333-8444-555555555555"),
        InboundFederation = new InboundFederationLambda
        {
            LambdaVersion = InboundFederationLambdaVersion.V1_0,
            LambdaFunction = LambdaFunction("inbound-federation"),
        },
    },
    AutoVerifiedAttributes = new[] { VerifiedAttribute.PHONE_NUMBER, VerifiedAttribute.EMAIL },
    SmsVerificationMessage = "Your code is {####}",
    EmailVerificationMessage = "Your code is {####}.",
    EmailVerificationSubject = "Your code",
    VerificationMessageTemplate = new VerificationMessageTemplate
    {
        SmsMessage = "Your code is {####}",
        EmailMessage = "Your code is {####}.",
        EmailSubject = "Your code",
        EmailMessageByLink = "Confirm your address: {##confirm##}",
        EmailSubjectByLink = "Confirm your address",
        DefaultEmailOption = DefaultEmailOption.CONFIRM_WITH_LINK,
    },
    SmsAuthenticationMessage = "Sign in with {####}",
    UserAttributeUpdateSettings = new UserAttributeUpdateSettings
    {
        AttributesRequireVerificationBeforeUpdate = new[] { VerifiedAttribute.EMAIL },
    },
    MfaConfiguration = UserPoolMfa.OPTIONAL,
    DeviceConfiguration = new DeviceConfiguration
    {
        ChallengeRequiredOnNewDevice = true,
        DeviceOnlyRememberedOnUserPrompt = true,
    },
    EmailConfiguration = new EmailConfiguration
    {
        SourceArn = $"arn:aws:ses:us-east-1:{Account}:identity/example.com",
        ReplyToEmailAddress = "help@example.com",
        EmailSendingAccount = EmailSendingAccount.DEVELOPER,
        FromEmailAddress = "Example <no-reply@example.com>",
        ConfigurationSet = "sign-in",
    },
    SmsConfiguration = smsConfiguration,
    UserPoolTags = new Dictionary<string, string> { ["cost center"] = "007", ["team"] = "identity" },
    AdminCreateUserConfig = new AdminCreateUserConfig
    {
        AllowAdminCreateUserOnly = true,
        UnusedAccountValidity = Duration.Days(3),
        InviteMessageTemplate = new MessageTemplate
        {
            SmsMessage = "Welcome {username}, your password is {####}",
            EmailMessage = "Welcome {username}, your password is {####}.",
            EmailSubject = "Welcome",
        },
    },
    UserPoolAddOns = new UserPoolAddOns
    {
        AdvancedSecurityMode = UserPoolAdvancedSecurityMode.ENFORCED,
        AdvancedSecurityAdditionalFlows = new AdvancedSecurityAdditionalFlows
        {
            CustomAuthMode = AdvancedSecurityEnabledMode.ENFORCED,
        },
    },
    AccountRecoverySetting = new AccountRecoverySetting
    {
        RecoveryMechanisms = new[] { new RecoveryOption { Name = RecoveryOptionName.ADMIN_ONLY, Priority = 1 } },
    },
    PoolName = "customers",
    UserPoolTier = UserPoolTier.PLUS,
    KeyConfiguration = new KeyConfiguration
    {
        KeyType = EncryptionKeyType.CUSTOMER_MANAGED_KEY,
        KmsKey = KeyOf("PoolKey", "66666666-7777-4888-8999-000000000000"),
    },
    IssuerConfiguration = new IssuerConfiguration { Issuer = Issuer.UPDATED },
    AcrConfiguration = new AcrConfiguration
    {
        Level1 = new AcrLevelConfig { AcrValue = "urn:example:1" },
        Level2 = new AcrLevelConfig { AcrValue = "urn:example:2" },
        Level3 = new AcrLevelConfig { AcrValue = "urn:example:3" },
        Level4 = new AcrLevelConfig { AcrValue = "urn:example:4" },
    },
    DcrConfiguration = new DcrConfiguration
    {
        Enabled = true,
        OpenDcrEnabled = true,
        AuthenticatedGrantTypes = new[] { OAuthFlow.CODE, OAuthFlow.CLIENT_CREDENTIALS },
        OpenDcrGrantTypes = new[] { OAuthFlow.CODE },
        AllowedScopes = new[] { "orders/read", "orders/write" },
    },
    SmsMfaConfiguration = new SmsMfaConfig
    {
        SmsAuthenticationMessage = "Sign in with {####}",
        SmsConfiguration = smsConfiguration,
    },
    SoftwareTokenMfaConfiguration = new SoftwareTokenMfaConfig { Enabled = true },
    EmailMfaConfiguration = new EmailMfaConfig { Message = "Sign in with {####}.", Subject = "Sign in" },
    WebAuthnConfiguration = new WebAuthnConfiguration
    {
        RelyingPartyId = "login.example.com",
        UserVerification = UserVerification.REQUIRED,
        FactorConfiguration = WebAuthnFactorConfiguration.MULTI_FACTOR_WITH_USER_VERIFICATION,
    },
    // Members younger than the library, as the API spells them.
    AdditionalSettings = new Dictionary<string, object>
    {
        ["PasswordlessConfiguration"] = new Dictionary<string, object>
        {
            ["Days"] = 7,
            ["Enabled"] = true,
            ["Limits"] = new Dictionary<string, object> { ["Burst"] = 1000, ["Share"] = 0.5 },
            ["Modes"] = new[] { "LINK", "CODE" },
        },
    },
    Clear = new[] { "userPoolTags.owner" },
    OnRemoval = OnRemoval.RESTORE_PREVIOUS,
    Reapply = Reapply.WHEN_CHANGED,
});

// A second pool, that sends by AWS End User Messaging.
var eumsConfiguration = new SmsConfiguration
{
    EumsSms = new EumsSmsConfiguration
    {
        Caller = RoleOf("eums"),
        ExternalId = "eums-external-id",
        OriginationIdentity = "sender-id",
        ConfigurationSetName = "sms-set",
        InEntityId = "entity",
        InTemplateId = "template",
        Region = "us-east-1",
    },
};
new UserPoolSettings(stack, "SecondSettings", new UserPoolSettingsProps
{
    UserPool = UserPool.FromUserPoolId(stack, "SecondPool", "us-east-1_Example2"),
    MfaConfiguration = UserPoolMfa.ON,
    SmsConfiguration = eumsConfiguration,
    SmsMfaConfiguration = new SmsMfaConfig { SmsConfiguration = eumsConfiguration },
});

// A third one that sends SMS already, by a role that nobody here declares.
var third = new UserPoolSettings(stack, "ThirdSettings", new UserPoolSettingsProps
{
    UserPool = UserPool.FromUserPoolId(stack, "ThirdPool", "us-east-1_Example3"),
    ExistingSmsRole = RoleOf("existing-sms"),
    Clear = new[] { "deviceConfiguration", "lambdaConfig.customMessage" },
    OnRemoval = OnRemoval.RESET_TO_DEFAULT,
});
third.AddTrigger(UserPoolOperation.POST_CONFIRMATION, LambdaFunction("third-post-confirmation"));

// A new pool.
var pool = new ManagedUserPool(stack, "ManagedPool", new ManagedUserPoolProps
{
    SignInAliases = new SignInAliases { Email = true },
    SignInCaseSensitive = false,
    StandardAttributes = new StandardAttributes
    {
        Email = new StandardAttribute { Required = true, Mutable = true },
    },
    CustomAttributes = new Dictionary<string, ICustomAttribute>
    {
        ["tenant"] = new StringAttribute(new StringAttributeProps { MaxLen = 64, Mutable = true }),
    },
    RemovalPolicy = RemovalPolicy.DESTROY,
    EnableSmsRole = true,
    Policies = new UserPoolPolicies { PasswordPolicy = new UserPoolPasswordPolicy { MinimumLength = 14 } },
    AutoVerifiedAttributes = new[] { VerifiedAttribute.EMAIL },
    UserPoolTier = UserPoolTier.PLUS,
    UserPoolAddOns = new UserPoolAddOns { AdvancedSecurityMode = UserPoolAdvancedSecurityMode.ENFORCED },
    MfaConfiguration = UserPoolMfa.ON,
    SoftwareTokenMfaConfiguration = new SoftwareTokenMfaConfig { Enabled = true },
    AdditionalSettings = new Dictionary<string, object>
    {
        ["PasswordlessConfiguration"] = new Dictionary<string, object> { ["Enabled"] = false },
    },
    Clear = new[] { "userPoolTags.owner" },
    OnRemoval = OnRemoval.RETAIN,
    Reapply = Reapply.WHEN_CHANGED,
});
pool.AddTrigger(UserPoolOperation.PRE_SIGN_UP, LambdaFunction("managed-pre-sign-up"));
pool.AddTrigger(
    UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
    LambdaFunction("managed-pre-token-generation"),
    LambdaVersion.V2_0);
pool.AddClient("Web");

Aspects.Of(app).Add(new UserPoolControls(new UserPoolControlsProps
{
    Packs = new[] { ControlPack.AWS_SOLUTIONS, ControlPack.SECURITY_HUB },
    // Here a second factor is the user's choice.
    Exclude = new[] { "AwsSolutions-COG2" },
    FailOnErrors = true,
}));

new CfnOutput(stack, "Changed", new CfnOutputProps { Value = settings.ChangedPaths });

app.Synth();

IFunction LambdaFunction(string name) =>
    Function.FromFunctionArn(stack, name, $"arn:aws:lambda:us-east-1:{Account}:function:{name}");

IRole RoleOf(string name) => Role.FromRoleArn(stack, name, $"arn:aws:iam::{Account}:role/{name}");

IKey KeyOf(string id, string keyId) => Key.FromKeyArn(stack, id, $"arn:aws:kms:us-east-1:{Account}:key/{keyId}");
