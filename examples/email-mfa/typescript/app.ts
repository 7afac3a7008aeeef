import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { EmailSendingAccount, RecoveryOptionName, UserPoolMfa, UserPoolSettings } from 'cdk-cognito-user-pool-settings';

const app = new App();
const stack = new Stack(app, 'Auth');

new UserPoolSettings(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'Pool', 'us-east-1_Example1'),
  // Codes by email need the feature plan Essentials or higher: a pool that has Lite is refused before the first write.
  mfaConfiguration: UserPoolMfa.OPTIONAL,
  emailMfaConfiguration: { subject: 'Your sign-in code', message: 'Your sign-in code is {####}' },
  // Declared factors are the complete set: without this line authenticator apps would be none any longer.
  softwareTokenMfaConfiguration: { enabled: true },
  // Cognito's own sender cannot send these codes.
  emailConfiguration: {
    emailSendingAccount: EmailSendingAccount.DEVELOPER,
    sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
    fromEmailAddress: 'Example <no-reply@example.com>',
  },
  // Email alone is refused here: whoever reads a user's mail would have the password and the second factor.
  // By phone it works where the pool can send SMS.
  accountRecoverySetting: {
    recoveryMechanisms: [
      { name: RecoveryOptionName.VERIFIED_PHONE_NUMBER, priority: 1 },
      { name: RecoveryOptionName.VERIFIED_EMAIL, priority: 2 },
    ],
  },
});

app.synth();
