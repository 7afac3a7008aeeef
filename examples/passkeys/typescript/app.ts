import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AuthFactor, UserPoolSettings, UserVerification } from 'cdk-cognito-user-pool-settings';

const app = new App();
const stack = new Stack(app, 'Auth');

new UserPoolSettings(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'Pool', 'us-east-1_Example1'),
  // Needs the feature plan Essentials or higher: a pool that has Lite is refused before the first write.
  policies: {
    signInPolicy: { allowedFirstAuthFactors: [AuthFactor.PASSWORD, AuthFactor.WEB_AUTHN] },
  },
  webAuthnConfiguration: {
    // Passkeys are bound to this domain: with another one those that users have stop working.
    relyingPartyId: 'auth.example.com',
    userVerification: UserVerification.REQUIRED,
  },
});

app.synth();
