import { App, Duration, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { RecoveryOptionName, UserPoolSettings, VerifiedAttribute } from 'cdk-cognito-user-pool-settings';

const app = new App();
const stack = new Stack(app, 'Auth');

new UserPoolSettings(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'Pool', 'us-east-1_Example1'),
  deletionProtection: true,
  policies: {
    passwordPolicy: {
      minimumLength: 14,
      passwordHistorySize: 5,
      temporaryPasswordValidity: Duration.days(1),
    },
  },
  accountRecoverySetting: {
    recoveryMechanisms: [{ name: RecoveryOptionName.VERIFIED_EMAIL, priority: 1 }],
  },
  // A changed address counts only once its owner has proved it.
  autoVerifiedAttributes: [VerifiedAttribute.EMAIL],
  userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: [VerifiedAttribute.EMAIL] },
});

app.synth();
