module example.com/everything

go 1.25.0

require (
	github.com/aws/aws-cdk-go/awscdk/v2 v2.175.0
	github.com/aws/constructs-go/constructs/v10 v10.4.2
	github.com/aws/jsii-runtime-go v1.140.0
	github.com/cdk-cognito-user-pool-settings/cdk-cognito-user-pool-settings-go/cdkcognitouserpoolsettings v0.0.0
)
