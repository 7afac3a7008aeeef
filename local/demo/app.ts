import { Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { UserPoolSettings, VerifiedAttribute, type UserPoolSettingsOptions } from '../../src';

/** The app that the demo deploys: settings for a pool that was made elsewhere, long ago, by whatever means. */
export class AuthStack extends Stack {
  constructor(scope: Construct, id: string, userPoolId: string, added: UserPoolSettingsOptions) {
    super(scope, id);

    new UserPoolSettings(this, 'Settings', {
      userPool: UserPool.fromUserPoolId(this, 'Pool', userPoolId),
      policies: { passwordPolicy: { minimumLength: 16 } },
      ...added,
    });
  }
}

/** What somebody adds to the app later on. */
export const ADDED = {
  update: {
    userPoolTags: { team: 'platform' },
    verificationMessageTemplate: { emailSubject: 'Welcome to Example' },
  },
  // Fits every pool but one that verifies emails before an update, which nobody can see before the deployment.
  refused: {
    autoVerifiedAttributes: [VerifiedAttribute.PHONE_NUMBER],
  },
} satisfies Record<string, UserPoolSettingsOptions>;
