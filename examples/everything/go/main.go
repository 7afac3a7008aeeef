package main

import (
	"fmt"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscognito"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	cognitosettings "github.com/cdk-cognito-user-pool-settings/cdk-cognito-user-pool-settings-go/cdkcognitouserpoolsettings"
)

const account = "123456789012"

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	// With the account Cognito is given the permission to invoke functions that are imported from it.
	stack := awscdk.NewStack(app, jsii.String("Auth"), &awscdk.StackProps{
		Env: &awscdk.Environment{Account: jsii.String(account), Region: jsii.String("us-east-1")},
	})

	makeProvider(stack)
	settings := declareEverySetting(stack)
	declareEndUserMessaging(stack)
	declareThirdPool(stack)
	makePool(stack)

	awscdk.Aspects_Of(app).Add(cognitosettings.NewUserPoolControls(&cognitosettings.UserPoolControlsProps{
		Packs: &[]cognitosettings.ControlPack{
			cognitosettings.ControlPack_AWS_SOLUTIONS,
			cognitosettings.ControlPack_SECURITY_HUB,
		},
		// Here a second factor is the user's choice.
		Exclude:      jsii.Strings("AwsSolutions-COG2"),
		FailOnErrors: jsii.Bool(true),
	}), nil)

	awscdk.NewCfnOutput(stack, jsii.String("Changed"), &awscdk.CfnOutputProps{Value: settings.ChangedPaths()})

	app.Synth(nil)
}

// makeProvider makes the function that applies the settings: its options come before the first settings of the stack.
func makeProvider(stack constructs.Construct) {
	boundary := fmt.Sprintf("arn:aws:iam::%s:policy/boundary", account)
	cognitosettings.UserPoolSettingsProvider_GetOrCreate(stack, &cognitosettings.UserPoolSettingsProviderOptions{
		Timeout:      awscdk.Duration_Minutes(jsii.Number(5)),
		MemorySize:   jsii.Number(512),
		Concurrency:  jsii.Number(10),
		LogRetention: awslogs.RetentionDays_ONE_YEAR,
		Vpc: awsec2.Vpc_FromVpcAttributes(stack, jsii.String("Vpc"), &awsec2.VpcAttributes{
			VpcId:                      jsii.String("vpc-0123456789abcdef0"),
			AvailabilityZones:          jsii.Strings("us-east-1a", "us-east-1b"),
			PrivateSubnetIds:           jsii.Strings("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"),
			PrivateSubnetRouteTableIds: jsii.Strings("rtb-0123456789abcdef0", "rtb-0123456789abcdef1"),
		}),
		VpcSubnets: &awsec2.SubnetSelection{SubnetType: awsec2.SubnetType_PRIVATE_WITH_EGRESS},
		SecurityGroups: &[]awsec2.ISecurityGroup{
			awsec2.SecurityGroup_FromSecurityGroupId(
				stack, jsii.String("SecurityGroup"), jsii.String("sg-0123456789abcdef0"), nil),
		},
		EndpointUrl:         jsii.String("https://vpce-0123456789abcdef0.cognito-idp.us-east-1.vpce.amazonaws.com"),
		PermissionsBoundary: awsiam.ManagedPolicy_FromManagedPolicyArn(stack, jsii.String("Boundary"), &boundary),
	})
}

// declareEverySetting declares every setting of an imported pool, but for the other way to send SMS: a pool has one.
func declareEverySetting(stack constructs.Construct) cognitosettings.UserPoolSettings {
	preTokenGeneration := lambdaFunction(stack, "pre-token-generation")
	smsConfiguration := &cognitosettings.SmsConfiguration{
		SnsCaller:  role(stack, "sms"),
		ExternalId: jsii.String("sms-external-id"),
		SnsRegion:  jsii.String("eu-west-1"),
	}

	return cognitosettings.NewUserPoolSettings(stack, jsii.String("Settings"), &cognitosettings.UserPoolSettingsProps{
		UserPool: importedPool(stack, "Pool", "us-east-1_Example1"),
		Policies: &cognitosettings.UserPoolPolicies{
			PasswordPolicy: &cognitosettings.UserPoolPasswordPolicy{
				MinimumLength:             jsii.Number(17),
				RequireUppercase:          jsii.Bool(true),
				RequireLowercase:          jsii.Bool(true),
				RequireNumbers:            jsii.Bool(true),
				RequireSymbols:            jsii.Bool(true),
				PasswordHistorySize:       jsii.Number(9),
				TemporaryPasswordValidity: awscdk.Duration_Days(jsii.Number(3)),
			},
			SignInPolicy: &cognitosettings.UserPoolSignInPolicy{
				AllowedFirstAuthFactors: &[]cognitosettings.AuthFactor{
					cognitosettings.AuthFactor_PASSWORD,
					cognitosettings.AuthFactor_EMAIL_OTP,
					cognitosettings.AuthFactor_SMS_OTP,
					cognitosettings.AuthFactor_WEB_AUTHN,
				},
			},
		},
		DeletionProtection: jsii.Bool(true),
		LambdaConfig: &cognitosettings.LambdaConfig{
			PreSignUp:                   lambdaFunction(stack, "pre-sign-up"),
			CustomMessage:               lambdaFunction(stack, "custom-message"),
			PostConfirmation:            lambdaFunction(stack, "post-confirmation"),
			PreAuthentication:           lambdaFunction(stack, "pre-authentication"),
			PostAuthentication:          lambdaFunction(stack, "post-authentication"),
			DefineAuthChallenge:         lambdaFunction(stack, "define-auth-challenge"),
			CreateAuthChallenge:         lambdaFunction(stack, "create-auth-challenge"),
			VerifyAuthChallengeResponse: lambdaFunction(stack, "verify-auth-challenge-response"),
			PreTokenGeneration:          preTokenGeneration,
			UserMigration:               lambdaFunction(stack, "user-migration"),
			PreTokenGenerationConfig: &cognitosettings.PreTokenGenerationVersionConfig{
				LambdaVersion:  cognitosettings.PreTokenGenerationLambdaVersion_V2_0,
				LambdaFunction: preTokenGeneration,
			},
			CustomSmsSender: &cognitosettings.CustomSmsLambdaVersionConfig{
				LambdaVersion:  cognitosettings.CustomSmsSenderLambdaVersion_V1_0,
				LambdaFunction: lambdaFunction(stack, "custom-sms-sender"),
			},
			CustomEmailSender: &cognitosettings.CustomEmailLambdaVersionConfig{
				LambdaVersion:  cognitosettings.CustomEmailSenderLambdaVersion_V1_0,
				LambdaFunction: lambdaFunction(stack, "custom-email-sender"),
			},
			KmsKey: key(stack, "SendersKey", "11111111-2222-4333-8444-555555555555"),
			InboundFederation: &cognitosettings.InboundFederationLambda{
				LambdaVersion:  cognitosettings.InboundFederationLambdaVersion_V1_0,
				LambdaFunction: lambdaFunction(stack, "inbound-federation"),
			},
		},
		AutoVerifiedAttributes: &[]cognitosettings.VerifiedAttribute{
			cognitosettings.VerifiedAttribute_PHONE_NUMBER,
			cognitosettings.VerifiedAttribute_EMAIL,
		},
		SmsVerificationMessage:   jsii.String("Your code is {####}"),
		EmailVerificationMessage: jsii.String("Your code is {####}."),
		EmailVerificationSubject: jsii.String("Your code"),
		VerificationMessageTemplate: &cognitosettings.VerificationMessageTemplate{
			SmsMessage:         jsii.String("Your code is {####}"),
			EmailMessage:       jsii.String("Your code is {####}."),
			EmailSubject:       jsii.String("Your code"),
			EmailMessageByLink: jsii.String("Confirm your address: {##confirm##}"),
			EmailSubjectByLink: jsii.String("Confirm your address"),
			DefaultEmailOption: cognitosettings.DefaultEmailOption_CONFIRM_WITH_LINK,
		},
		SmsAuthenticationMessage: jsii.String("Sign in with {####}"),
		UserAttributeUpdateSettings: &cognitosettings.UserAttributeUpdateSettings{
			AttributesRequireVerificationBeforeUpdate: &[]cognitosettings.VerifiedAttribute{
				cognitosettings.VerifiedAttribute_EMAIL,
			},
		},
		MfaConfiguration: cognitosettings.UserPoolMfa_OPTIONAL,
		DeviceConfiguration: &cognitosettings.DeviceConfiguration{
			ChallengeRequiredOnNewDevice:     jsii.Bool(true),
			DeviceOnlyRememberedOnUserPrompt: jsii.Bool(true),
		},
		EmailConfiguration: &cognitosettings.EmailConfiguration{
			SourceArn:           jsii.Sprintf("arn:aws:ses:us-east-1:%s:identity/example.com", account),
			ReplyToEmailAddress: jsii.String("help@example.com"),
			EmailSendingAccount: cognitosettings.EmailSendingAccount_DEVELOPER,
			FromEmailAddress:    jsii.String("Example <no-reply@example.com>"),
			ConfigurationSet:    jsii.String("sign-in"),
		},
		SmsConfiguration: smsConfiguration,
		UserPoolTags:     &map[string]*string{"cost center": jsii.String("007"), "team": jsii.String("identity")},
		AdminCreateUserConfig: &cognitosettings.AdminCreateUserConfig{
			AllowAdminCreateUserOnly: jsii.Bool(true),
			UnusedAccountValidity:    awscdk.Duration_Days(jsii.Number(3)),
			InviteMessageTemplate: &cognitosettings.MessageTemplate{
				SmsMessage:   jsii.String("Welcome {username}, your password is {####}"),
				EmailMessage: jsii.String("Welcome {username}, your password is {####}."),
				EmailSubject: jsii.String("Welcome"),
			},
		},
		UserPoolAddOns: &cognitosettings.UserPoolAddOns{
			AdvancedSecurityMode: cognitosettings.UserPoolAdvancedSecurityMode_ENFORCED,
			AdvancedSecurityAdditionalFlows: &cognitosettings.AdvancedSecurityAdditionalFlows{
				CustomAuthMode: cognitosettings.AdvancedSecurityEnabledMode_ENFORCED,
			},
		},
		AccountRecoverySetting: &cognitosettings.AccountRecoverySetting{
			RecoveryMechanisms: &[]*cognitosettings.RecoveryOption{
				{Name: cognitosettings.RecoveryOptionName_ADMIN_ONLY, Priority: jsii.Number(1)},
			},
		},
		PoolName:     jsii.String("customers"),
		UserPoolTier: cognitosettings.UserPoolTier_PLUS,
		KeyConfiguration: &cognitosettings.KeyConfiguration{
			KeyType: cognitosettings.EncryptionKeyType_CUSTOMER_MANAGED_KEY,
			KmsKey:  key(stack, "PoolKey", "66666666-7777-4888-8999-000000000000"),
		},
		IssuerConfiguration: &cognitosettings.IssuerConfiguration{Issuer: cognitosettings.Issuer_UPDATED},
		AcrConfiguration: &cognitosettings.AcrConfiguration{
			Level1: &cognitosettings.AcrLevelConfig{AcrValue: jsii.String("urn:example:1")},
			Level2: &cognitosettings.AcrLevelConfig{AcrValue: jsii.String("urn:example:2")},
			Level3: &cognitosettings.AcrLevelConfig{AcrValue: jsii.String("urn:example:3")},
			Level4: &cognitosettings.AcrLevelConfig{AcrValue: jsii.String("urn:example:4")},
		},
		DcrConfiguration: &cognitosettings.DcrConfiguration{
			Enabled:        jsii.Bool(true),
			OpenDcrEnabled: jsii.Bool(true),
			AuthenticatedGrantTypes: &[]cognitosettings.OAuthFlow{
				cognitosettings.OAuthFlow_CODE,
				cognitosettings.OAuthFlow_CLIENT_CREDENTIALS,
			},
			OpenDcrGrantTypes: &[]cognitosettings.OAuthFlow{cognitosettings.OAuthFlow_CODE},
			AllowedScopes:     jsii.Strings("orders/read", "orders/write"),
		},
		SmsMfaConfiguration: &cognitosettings.SmsMfaConfig{
			SmsAuthenticationMessage: jsii.String("Sign in with {####}"),
			SmsConfiguration:         smsConfiguration,
		},
		SoftwareTokenMfaConfiguration: &cognitosettings.SoftwareTokenMfaConfig{Enabled: jsii.Bool(true)},
		EmailMfaConfiguration: &cognitosettings.EmailMfaConfig{
			Message: jsii.String("Sign in with {####}."),
			Subject: jsii.String("Sign in"),
		},
		WebAuthnConfiguration: &cognitosettings.WebAuthnConfiguration{
			RelyingPartyId:      jsii.String("login.example.com"),
			UserVerification:    cognitosettings.UserVerification_REQUIRED,
			FactorConfiguration: cognitosettings.WebAuthnFactorConfiguration_MULTI_FACTOR_WITH_USER_VERIFICATION,
		},
		// Members younger than the library, as the API spells them.
		AdditionalSettings: &map[string]any{
			"PasswordlessConfiguration": map[string]any{
				"Days":    7,
				"Enabled": true,
				"Limits":  map[string]any{"Burst": 1000, "Share": 0.5},
				"Modes":   []string{"LINK", "CODE"},
			},
		},
		Clear:     jsii.Strings("userPoolTags.owner"),
		OnRemoval: cognitosettings.OnRemoval_RESTORE_PREVIOUS,
		Reapply:   cognitosettings.Reapply_WHEN_CHANGED,
	})
}

// declareEndUserMessaging declares a second pool, that sends by AWS End User Messaging.
func declareEndUserMessaging(stack constructs.Construct) {
	configuration := &cognitosettings.SmsConfiguration{
		EumsSms: &cognitosettings.EumsSmsConfiguration{
			Caller:               role(stack, "eums"),
			ExternalId:           jsii.String("eums-external-id"),
			OriginationIdentity:  jsii.String("sender-id"),
			ConfigurationSetName: jsii.String("sms-set"),
			InEntityId:           jsii.String("entity"),
			InTemplateId:         jsii.String("template"),
			Region:               jsii.String("us-east-1"),
		},
	}
	cognitosettings.NewUserPoolSettings(stack, jsii.String("SecondSettings"), &cognitosettings.UserPoolSettingsProps{
		UserPool:            importedPool(stack, "SecondPool", "us-east-1_Example2"),
		MfaConfiguration:    cognitosettings.UserPoolMfa_ON,
		SmsConfiguration:    configuration,
		SmsMfaConfiguration: &cognitosettings.SmsMfaConfig{SmsConfiguration: configuration},
	})
}

// declareThirdPool declares a pool that sends SMS already, by a role that nobody here declares.
func declareThirdPool(stack constructs.Construct) {
	third := cognitosettings.NewUserPoolSettings(stack, jsii.String("ThirdSettings"), &cognitosettings.UserPoolSettingsProps{
		UserPool:        importedPool(stack, "ThirdPool", "us-east-1_Example3"),
		ExistingSmsRole: role(stack, "existing-sms"),
		Clear:           jsii.Strings("deviceConfiguration", "lambdaConfig.customMessage"),
		OnRemoval:       cognitosettings.OnRemoval_RESET_TO_DEFAULT,
	})
	third.AddTrigger(
		awscognito.UserPoolOperation_POST_CONFIRMATION(), lambdaFunction(stack, "third-post-confirmation"), "")
}

// makePool makes a new pool.
func makePool(stack constructs.Construct) {
	pool := cognitosettings.NewManagedUserPool(stack, jsii.String("ManagedPool"), &cognitosettings.ManagedUserPoolProps{
		SignInAliases:       &awscognito.SignInAliases{Email: jsii.Bool(true)},
		SignInCaseSensitive: jsii.Bool(false),
		StandardAttributes: &awscognito.StandardAttributes{
			Email: &awscognito.StandardAttribute{Required: jsii.Bool(true), Mutable: jsii.Bool(true)},
		},
		CustomAttributes: &map[string]awscognito.ICustomAttribute{
			"tenant": awscognito.NewStringAttribute(&awscognito.StringAttributeProps{
				MaxLen:  jsii.Number(64),
				Mutable: jsii.Bool(true),
			}),
		},
		RemovalPolicy: awscdk.RemovalPolicy_DESTROY,
		EnableSmsRole: jsii.Bool(true),
		Policies: &cognitosettings.UserPoolPolicies{
			PasswordPolicy: &cognitosettings.UserPoolPasswordPolicy{MinimumLength: jsii.Number(14)},
		},
		AutoVerifiedAttributes: &[]cognitosettings.VerifiedAttribute{cognitosettings.VerifiedAttribute_EMAIL},
		UserPoolTier:           cognitosettings.UserPoolTier_PLUS,
		UserPoolAddOns: &cognitosettings.UserPoolAddOns{
			AdvancedSecurityMode: cognitosettings.UserPoolAdvancedSecurityMode_ENFORCED,
		},
		MfaConfiguration:              cognitosettings.UserPoolMfa_ON,
		SoftwareTokenMfaConfiguration: &cognitosettings.SoftwareTokenMfaConfig{Enabled: jsii.Bool(true)},
		AdditionalSettings: &map[string]any{
			"PasswordlessConfiguration": map[string]any{"Enabled": false},
		},
		Clear:     jsii.Strings("userPoolTags.owner"),
		OnRemoval: cognitosettings.OnRemoval_RETAIN,
		Reapply:   cognitosettings.Reapply_WHEN_CHANGED,
	})
	// The version of the event is one for a trigger that has versions, otherwise empty.
	pool.AddTrigger(awscognito.UserPoolOperation_PRE_SIGN_UP(), lambdaFunction(stack, "managed-pre-sign-up"), "")
	pool.AddTrigger(
		awscognito.UserPoolOperation_PRE_TOKEN_GENERATION_CONFIG(),
		lambdaFunction(stack, "managed-pre-token-generation"),
		awscognito.LambdaVersion_V2_0,
	)
	pool.AddClient(jsii.String("Web"), nil)
}

func importedPool(stack constructs.Construct, id, userPoolId string) awscognito.IUserPool {
	return awscognito.UserPool_FromUserPoolId(stack, &id, &userPoolId)
}

func lambdaFunction(stack constructs.Construct, name string) awslambda.IFunction {
	return awslambda.Function_FromFunctionArn(
		stack, &name, jsii.Sprintf("arn:aws:lambda:us-east-1:%s:function:%s", account, name))
}

func role(stack constructs.Construct, name string) awsiam.IRole {
	return awsiam.Role_FromRoleArn(stack, &name, jsii.Sprintf("arn:aws:iam::%s:role/%s", account, name), nil)
}

func key(stack constructs.Construct, id, keyID string) awskms.IKey {
	return awskms.Key_FromKeyArn(stack, &id, jsii.Sprintf("arn:aws:kms:us-east-1:%s:key/%s", account, keyID))
}
