using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using CdkCognitoUserPoolSettings;

var app = new App();
var stack = new Stack(app, "Auth");

new UserPoolSettings(stack, "Settings", new UserPoolSettingsProps
{
    UserPool = UserPool.FromUserPoolId(stack, "Pool", "us-east-1_Example1"),
    DeletionProtection = true,
    Policies = new UserPoolPolicies
    {
        PasswordPolicy = new UserPoolPasswordPolicy
        {
            MinimumLength = 14,
            PasswordHistorySize = 5,
            TemporaryPasswordValidity = Duration.Days(1),
        },
    },
    AccountRecoverySetting = new AccountRecoverySetting
    {
        RecoveryMechanisms = new[]
        {
            new RecoveryOption { Name = RecoveryOptionName.VERIFIED_EMAIL, Priority = 1 },
        },
    },
    // A changed address counts only once its owner has proved it.
    AutoVerifiedAttributes = new[] { VerifiedAttribute.EMAIL },
    UserAttributeUpdateSettings = new UserAttributeUpdateSettings
    {
        AttributesRequireVerificationBeforeUpdate = new[] { VerifiedAttribute.EMAIL },
    },
});

app.Synth();
