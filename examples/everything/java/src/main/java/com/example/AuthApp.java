package com.example;

import io.github.cdkcognitouserpoolsettings.AccountRecoverySetting;
import io.github.cdkcognitouserpoolsettings.AcrConfiguration;
import io.github.cdkcognitouserpoolsettings.AcrLevelConfig;
import io.github.cdkcognitouserpoolsettings.AdminCreateUserConfig;
import io.github.cdkcognitouserpoolsettings.AdvancedSecurityAdditionalFlows;
import io.github.cdkcognitouserpoolsettings.AdvancedSecurityEnabledMode;
import io.github.cdkcognitouserpoolsettings.AuthFactor;
import io.github.cdkcognitouserpoolsettings.ControlPack;
import io.github.cdkcognitouserpoolsettings.CustomEmailLambdaVersionConfig;
import io.github.cdkcognitouserpoolsettings.CustomEmailSenderLambdaVersion;
import io.github.cdkcognitouserpoolsettings.CustomSmsLambdaVersionConfig;
import io.github.cdkcognitouserpoolsettings.CustomSmsSenderLambdaVersion;
import io.github.cdkcognitouserpoolsettings.DcrConfiguration;
import io.github.cdkcognitouserpoolsettings.DefaultEmailOption;
import io.github.cdkcognitouserpoolsettings.DeviceConfiguration;
import io.github.cdkcognitouserpoolsettings.EmailConfiguration;
import io.github.cdkcognitouserpoolsettings.EmailMfaConfig;
import io.github.cdkcognitouserpoolsettings.EmailSendingAccount;
import io.github.cdkcognitouserpoolsettings.EncryptionKeyType;
import io.github.cdkcognitouserpoolsettings.EumsSmsConfiguration;
import io.github.cdkcognitouserpoolsettings.InboundFederationLambda;
import io.github.cdkcognitouserpoolsettings.InboundFederationLambdaVersion;
import io.github.cdkcognitouserpoolsettings.Issuer;
import io.github.cdkcognitouserpoolsettings.IssuerConfiguration;
import io.github.cdkcognitouserpoolsettings.KeyConfiguration;
import io.github.cdkcognitouserpoolsettings.LambdaConfig;
import io.github.cdkcognitouserpoolsettings.ManagedUserPool;
import io.github.cdkcognitouserpoolsettings.MessageTemplate;
import io.github.cdkcognitouserpoolsettings.OAuthFlow;
import io.github.cdkcognitouserpoolsettings.OnRemoval;
import io.github.cdkcognitouserpoolsettings.PreTokenGenerationLambdaVersion;
import io.github.cdkcognitouserpoolsettings.PreTokenGenerationVersionConfig;
import io.github.cdkcognitouserpoolsettings.Reapply;
import io.github.cdkcognitouserpoolsettings.RecoveryOption;
import io.github.cdkcognitouserpoolsettings.RecoveryOptionName;
import io.github.cdkcognitouserpoolsettings.SmsConfiguration;
import io.github.cdkcognitouserpoolsettings.SmsMfaConfig;
import io.github.cdkcognitouserpoolsettings.SoftwareTokenMfaConfig;
import io.github.cdkcognitouserpoolsettings.UserAttributeUpdateSettings;
import io.github.cdkcognitouserpoolsettings.UserPoolAddOns;
import io.github.cdkcognitouserpoolsettings.UserPoolAdvancedSecurityMode;
import io.github.cdkcognitouserpoolsettings.UserPoolControls;
import io.github.cdkcognitouserpoolsettings.UserPoolMfa;
import io.github.cdkcognitouserpoolsettings.UserPoolPasswordPolicy;
import io.github.cdkcognitouserpoolsettings.UserPoolPolicies;
import io.github.cdkcognitouserpoolsettings.UserPoolSettings;
import io.github.cdkcognitouserpoolsettings.UserPoolSettingsProvider;
import io.github.cdkcognitouserpoolsettings.UserPoolSettingsProviderOptions;
import io.github.cdkcognitouserpoolsettings.UserPoolSignInPolicy;
import io.github.cdkcognitouserpoolsettings.UserPoolTier;
import io.github.cdkcognitouserpoolsettings.UserVerification;
import io.github.cdkcognitouserpoolsettings.VerificationMessageTemplate;
import io.github.cdkcognitouserpoolsettings.VerifiedAttribute;
import io.github.cdkcognitouserpoolsettings.WebAuthnConfiguration;
import io.github.cdkcognitouserpoolsettings.WebAuthnFactorConfiguration;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cognito.LambdaVersion;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.StandardAttribute;
import software.amazon.awscdk.services.cognito.StandardAttributes;
import software.amazon.awscdk.services.cognito.StringAttribute;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolOperation;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

public final class AuthApp {
    private static final String ACCOUNT = "123456789012";

    public static void main(final String[] args) {
        App app = new App();
        // With the account Cognito is given the permission to invoke functions that are imported from it.
        AuthStack stack = new AuthStack(app, "Auth", StackProps.builder()
            .env(Environment.builder().account(ACCOUNT).region("us-east-1").build())
            .build());

        Aspects.of(app).add(UserPoolControls.Builder.create()
            .packs(List.of(ControlPack.AWS_SOLUTIONS, ControlPack.SECURITY_HUB))
            // Here a second factor is the user's choice.
            .exclude(List.of("AwsSolutions-COG2"))
            .failOnErrors(true)
            .build());

        CfnOutput.Builder.create(stack, "Changed").value(stack.settings.getChangedPaths()).build();

        app.synth();
    }

    private static final class AuthStack extends Stack {
        private final UserPoolSettings settings;

        AuthStack(final Construct scope, final String id, final StackProps props) {
            super(scope, id, props);
            makeProvider();
            settings = declareEverySetting();
            declareEndUserMessaging();
            declareThirdPool();
            makePool();
        }

        /** The function that applies the settings: its options come before the first settings of the stack. */
        private void makeProvider() {
            UserPoolSettingsProvider.getOrCreate(this, UserPoolSettingsProviderOptions.builder()
                .timeout(Duration.minutes(5))
                .memorySize(512)
                .concurrency(10)
                .logRetention(RetentionDays.ONE_YEAR)
                .vpc(Vpc.fromVpcAttributes(this, "Vpc", VpcAttributes.builder()
                    .vpcId("vpc-0123456789abcdef0")
                    .availabilityZones(List.of("us-east-1a", "us-east-1b"))
                    .privateSubnetIds(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                    .privateSubnetRouteTableIds(List.of("rtb-0123456789abcdef0", "rtb-0123456789abcdef1"))
                    .build()))
                .vpcSubnets(SubnetSelection.builder().subnetType(SubnetType.PRIVATE_WITH_EGRESS).build())
                .securityGroups(List.of(
                    SecurityGroup.fromSecurityGroupId(this, "SecurityGroup", "sg-0123456789abcdef0")))
                .endpointUrl("https://vpce-0123456789abcdef0.cognito-idp.us-east-1.vpce.amazonaws.com")
                .permissionsBoundary(ManagedPolicy.fromManagedPolicyArn(
                    this, "Boundary", "arn:aws:iam::" + ACCOUNT + ":policy/boundary"))
                .build());
        }

        /** Every setting of an imported pool, but for the other way to send SMS: a pool has one. */
        private UserPoolSettings declareEverySetting() {
            IFunction preTokenGeneration = lambdaFunction("pre-token-generation");
            SmsConfiguration smsConfiguration = SmsConfiguration.builder()
                .snsCaller(role("sms"))
                .externalId("sms-external-id")
                .snsRegion("eu-west-1")
                .build();

            return UserPoolSettings.Builder.create(this, "Settings")
                .userPool(UserPool.fromUserPoolId(this, "Pool", "us-east-1_Example1"))
                .policies(UserPoolPolicies.builder()
                    .passwordPolicy(UserPoolPasswordPolicy.builder()
                        .minimumLength(17)
                        .requireUppercase(true)
                        .requireLowercase(true)
                        .requireNumbers(true)
                        .requireSymbols(true)
                        .passwordHistorySize(9)
                        .temporaryPasswordValidity(Duration.days(3))
                        .build())
                    .signInPolicy(UserPoolSignInPolicy.builder()
                        .allowedFirstAuthFactors(List.of(
                            AuthFactor.PASSWORD, AuthFactor.EMAIL_OTP, AuthFactor.SMS_OTP, AuthFactor.WEB_AUTHN))
                        .build())
                    .build())
                .deletionProtection(true)
                .lambdaConfig(LambdaConfig.builder()
                    .preSignUp(lambdaFunction("pre-sign-up"))
                    .customMessage(lambdaFunction("custom-message"))
                    .postConfirmation(lambdaFunction("post-confirmation"))
                    .preAuthentication(lambdaFunction("pre-authentication"))
                    .postAuthentication(lambdaFunction("post-authentication"))
                    .defineAuthChallenge(lambdaFunction("define-auth-challenge"))
                    .createAuthChallenge(lambdaFunction("create-auth-challenge"))
                    .verifyAuthChallengeResponse(lambdaFunction("verify-auth-challenge-response"))
                    .preTokenGeneration(preTokenGeneration)
                    .userMigration(lambdaFunction("user-migration"))
                    .preTokenGenerationConfig(PreTokenGenerationVersionConfig.builder()
                        .lambdaVersion(PreTokenGenerationLambdaVersion.V2_0)
                        .lambdaFunction(preTokenGeneration)
                        .build())
                    .customSmsSender(CustomSmsLambdaVersionConfig.builder()
                        .lambdaVersion(CustomSmsSenderLambdaVersion.V1_0)
                        .lambdaFunction(lambdaFunction("custom-sms-sender"))
                        .build())
                    .customEmailSender(CustomEmailLambdaVersionConfig.builder()
                        .lambdaVersion(CustomEmailSenderLambdaVersion.V1_0)
                        .lambdaFunction(lambdaFunction("custom-email-sender"))
                        .build())
                    .kmsKey(key("SendersKey", "11111111-2222-4333-8444-555555555555"))
                    .inboundFederation(InboundFederationLambda.builder()
                        .lambdaVersion(InboundFederationLambdaVersion.V1_0)
                        .lambdaFunction(lambdaFunction("inbound-federation"))
                        .build())
                    .build())
                .autoVerifiedAttributes(List.of(VerifiedAttribute.PHONE_NUMBER, VerifiedAttribute.EMAIL))
                .smsVerificationMessage("Your code is {####}")
                .emailVerificationMessage("Your code is {####}.")
                .emailVerificationSubject("Your code")
                .verificationMessageTemplate(VerificationMessageTemplate.builder()
                    .smsMessage("Your code is {####}")
                    .emailMessage("Your code is {####}.")
                    .emailSubject("Your code")
                    .emailMessageByLink("Confirm your address: {##confirm##}")
                    .emailSubjectByLink("Confirm your address")
                    .defaultEmailOption(DefaultEmailOption.CONFIRM_WITH_LINK)
                    .build())
                .smsAuthenticationMessage("Sign in with {####}")
                .userAttributeUpdateSettings(UserAttributeUpdateSettings.builder()
                    .attributesRequireVerificationBeforeUpdate(List.of(VerifiedAttribute.EMAIL))
                    .build())
                .mfaConfiguration(UserPoolMfa.OPTIONAL)
                .deviceConfiguration(DeviceConfiguration.builder()
                    .challengeRequiredOnNewDevice(true)
                    .deviceOnlyRememberedOnUserPrompt(true)
                    .build())
                .emailConfiguration(EmailConfiguration.builder()
                    .sourceArn("arn:aws:ses:us-east-1:" + ACCOUNT + ":identity/example.com")
                    .replyToEmailAddress("help@example.com")
                    .emailSendingAccount(EmailSendingAccount.DEVELOPER)
                    .fromEmailAddress("Example <no-reply@example.com>")
                    .configurationSet("sign-in")
                    .build())
                .smsConfiguration(smsConfiguration)
                .userPoolTags(Map.of("cost center", "007", "team", "identity"))
                .adminCreateUserConfig(AdminCreateUserConfig.builder()
                    .allowAdminCreateUserOnly(true)
                    .unusedAccountValidity(Duration.days(3))
                    .inviteMessageTemplate(MessageTemplate.builder()
                        .smsMessage("Welcome {username}, your password is {####}")
                        .emailMessage("Welcome {username}, your password is {####}.")
                        .emailSubject("Welcome")
                        .build())
                    .build())
                .userPoolAddOns(UserPoolAddOns.builder()
                    .advancedSecurityMode(UserPoolAdvancedSecurityMode.ENFORCED)
                    .advancedSecurityAdditionalFlows(AdvancedSecurityAdditionalFlows.builder()
                        .customAuthMode(AdvancedSecurityEnabledMode.ENFORCED)
                        .build())
                    .build())
                .accountRecoverySetting(AccountRecoverySetting.builder()
                    .recoveryMechanisms(List.of(
                        RecoveryOption.builder().name(RecoveryOptionName.ADMIN_ONLY).priority(1).build()))
                    .build())
                .poolName("customers")
                .userPoolTier(UserPoolTier.PLUS)
                .keyConfiguration(KeyConfiguration.builder()
                    .keyType(EncryptionKeyType.CUSTOMER_MANAGED_KEY)
                    .kmsKey(key("PoolKey", "66666666-7777-4888-8999-000000000000"))
                    .build())
                .issuerConfiguration(IssuerConfiguration.builder().issuer(Issuer.UPDATED).build())
                .acrConfiguration(AcrConfiguration.builder()
                    .level1(AcrLevelConfig.builder().acrValue("urn:example:1").build())
                    .level2(AcrLevelConfig.builder().acrValue("urn:example:2").build())
                    .level3(AcrLevelConfig.builder().acrValue("urn:example:3").build())
                    .level4(AcrLevelConfig.builder().acrValue("urn:example:4").build())
                    .build())
                .dcrConfiguration(DcrConfiguration.builder()
                    .enabled(true)
                    .openDcrEnabled(true)
                    .authenticatedGrantTypes(List.of(OAuthFlow.CODE, OAuthFlow.CLIENT_CREDENTIALS))
                    .openDcrGrantTypes(List.of(OAuthFlow.CODE))
                    .allowedScopes(List.of("orders/read", "orders/write"))
                    .build())
                .smsMfaConfiguration(SmsMfaConfig.builder()
                    .smsAuthenticationMessage("Sign in with {####}")
                    .smsConfiguration(smsConfiguration)
                    .build())
                .softwareTokenMfaConfiguration(SoftwareTokenMfaConfig.builder().enabled(true).build())
                .emailMfaConfiguration(EmailMfaConfig.builder()
                    .message("Sign in with {####}.")
                    .subject("Sign in")
                    .build())
                .webAuthnConfiguration(WebAuthnConfiguration.builder()
                    .relyingPartyId("login.example.com")
                    .userVerification(UserVerification.REQUIRED)
                    .factorConfiguration(WebAuthnFactorConfiguration.MULTI_FACTOR_WITH_USER_VERIFICATION)
                    .build())
                // Members younger than the library, as the API spells them.
                .additionalSettings(Map.of("PasswordlessConfiguration", Map.of(
                    "Days", 7,
                    "Enabled", true,
                    "Limits", Map.of("Burst", 1000, "Share", 0.5),
                    "Modes", List.of("LINK", "CODE"))))
                .clear(List.of("userPoolTags.owner"))
                .onRemoval(OnRemoval.RESTORE_PREVIOUS)
                .reapply(Reapply.WHEN_CHANGED)
                .build();
        }

        /** A second pool, that sends by AWS End User Messaging. */
        private void declareEndUserMessaging() {
            SmsConfiguration configuration = SmsConfiguration.builder()
                .eumsSms(EumsSmsConfiguration.builder()
                    .caller(role("eums"))
                    .externalId("eums-external-id")
                    .originationIdentity("sender-id")
                    .configurationSetName("sms-set")
                    .inEntityId("entity")
                    .inTemplateId("template")
                    .region("us-east-1")
                    .build())
                .build();
            UserPoolSettings.Builder.create(this, "SecondSettings")
                .userPool(UserPool.fromUserPoolId(this, "SecondPool", "us-east-1_Example2"))
                .mfaConfiguration(UserPoolMfa.ON)
                .smsConfiguration(configuration)
                .smsMfaConfiguration(SmsMfaConfig.builder().smsConfiguration(configuration).build())
                .build();
        }

        /** A third one that sends SMS already, by a role that nobody here declares. */
        private void declareThirdPool() {
            UserPoolSettings third = UserPoolSettings.Builder.create(this, "ThirdSettings")
                .userPool(UserPool.fromUserPoolId(this, "ThirdPool", "us-east-1_Example3"))
                .existingSmsRole(role("existing-sms"))
                .clear(List.of("deviceConfiguration", "lambdaConfig.customMessage"))
                .onRemoval(OnRemoval.RESET_TO_DEFAULT)
                .build();
            third.addTrigger(UserPoolOperation.POST_CONFIRMATION, lambdaFunction("third-post-confirmation"));
        }

        /** A new pool. */
        private void makePool() {
            ManagedUserPool pool = ManagedUserPool.Builder.create(this, "ManagedPool")
                .signInAliases(SignInAliases.builder().email(true).build())
                .signInCaseSensitive(false)
                .standardAttributes(StandardAttributes.builder()
                    .email(StandardAttribute.builder().required(true).mutable(true).build())
                    .build())
                .customAttributes(Map.of("tenant", StringAttribute.Builder.create().maxLen(64).mutable(true).build()))
                .removalPolicy(RemovalPolicy.DESTROY)
                .enableSmsRole(true)
                .policies(UserPoolPolicies.builder()
                    .passwordPolicy(UserPoolPasswordPolicy.builder().minimumLength(14).build())
                    .build())
                .autoVerifiedAttributes(List.of(VerifiedAttribute.EMAIL))
                .userPoolTier(UserPoolTier.PLUS)
                .userPoolAddOns(UserPoolAddOns.builder().advancedSecurityMode(UserPoolAdvancedSecurityMode.ENFORCED).build())
                .mfaConfiguration(UserPoolMfa.ON)
                .softwareTokenMfaConfiguration(SoftwareTokenMfaConfig.builder().enabled(true).build())
                .additionalSettings(Map.of("PasswordlessConfiguration", Map.of("Enabled", false)))
                .clear(List.of("userPoolTags.owner"))
                .onRemoval(OnRemoval.RETAIN)
                .reapply(Reapply.WHEN_CHANGED)
                .build();
            pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, lambdaFunction("managed-pre-sign-up"));
            pool.addTrigger(
                UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
                lambdaFunction("managed-pre-token-generation"),
                LambdaVersion.V2_0);
            pool.addClient("Web");
        }

        private IFunction lambdaFunction(final String name) {
            return Function.fromFunctionArn(this, name, "arn:aws:lambda:us-east-1:" + ACCOUNT + ":function:" + name);
        }

        private IRole role(final String name) {
            return Role.fromRoleArn(this, name, "arn:aws:iam::" + ACCOUNT + ":role/" + name);
        }

        private IKey key(final String id, final String keyId) {
            return Key.fromKeyArn(this, id, "arn:aws:kms:us-east-1:" + ACCOUNT + ":key/" + keyId);
        }
    }
}
