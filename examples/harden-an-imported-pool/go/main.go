package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscognito"
	"github.com/aws/jsii-runtime-go"
	cognitosettings "github.com/cdk-cognito-user-pool-settings/cdk-cognito-user-pool-settings-go/cdkcognitouserpoolsettings"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Auth"), nil)

	cognitosettings.NewUserPoolSettings(stack, jsii.String("Settings"), &cognitosettings.UserPoolSettingsProps{
		UserPool:           awscognito.UserPool_FromUserPoolId(stack, jsii.String("Pool"), jsii.String("us-east-1_Example1")),
		DeletionProtection: jsii.Bool(true),
		Policies: &cognitosettings.UserPoolPolicies{
			PasswordPolicy: &cognitosettings.UserPoolPasswordPolicy{
				MinimumLength:             jsii.Number(14),
				PasswordHistorySize:       jsii.Number(5),
				TemporaryPasswordValidity: awscdk.Duration_Days(jsii.Number(1)),
			},
		},
		AccountRecoverySetting: &cognitosettings.AccountRecoverySetting{
			RecoveryMechanisms: &[]*cognitosettings.RecoveryOption{
				{Name: cognitosettings.RecoveryOptionName_VERIFIED_EMAIL, Priority: jsii.Number(1)},
			},
		},
		// A changed address counts only once its owner has proved it.
		AutoVerifiedAttributes: &[]cognitosettings.VerifiedAttribute{cognitosettings.VerifiedAttribute_EMAIL},
		UserAttributeUpdateSettings: &cognitosettings.UserAttributeUpdateSettings{
			AttributesRequireVerificationBeforeUpdate: &[]cognitosettings.VerifiedAttribute{
				cognitosettings.VerifiedAttribute_EMAIL,
			},
		},
	})

	app.Synth(nil)
}
