using Amazon.CDK;
using CdkCognitoUserPoolSettings;
// CDK's own module has a PasswordPolicy too.
using Cognito = Amazon.CDK.AWS.Cognito;

var app = new App();
var stack = new Stack(app, "Auth");

new UserPoolSettings(stack, "Settings", new UserPoolSettingsProps
{
    UserPool = Cognito.UserPool.FromUserPoolId(stack, "Pool", "us-east-1_Example1"),
    DeletionProtection = true,
    Policies = new UserPoolPolicy
    {
        PasswordPolicy = new PasswordPolicy
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
