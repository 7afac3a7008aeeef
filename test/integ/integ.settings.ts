import { Duration } from 'aws-cdk-lib';
import { IntegApp } from './support/integ-app';
import { PoolBeside } from './support/pool-beside';
import { UserPoolSettings, VerifiedAttribute } from '../../src';

/** Some settings of a pool with others: what is declared is there, what is not is as it was. */
const app = new IntegApp('UserPoolSettingsInteg');

const { userPool } = new PoolBeside(app.stack, 'Pool', {
  settings: {
    Policies: { PasswordPolicy: { MinimumLength: 10, RequireSymbols: true } },
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true, InviteMessageTemplate: { EmailSubject: 'Come in' } },
    VerificationMessageTemplate: {
      DefaultEmailOption: 'CONFIRM_WITH_CODE',
      EmailMessage: 'The code is {####}',
      EmailSubject: 'The code',
    },
    UserPoolTags: { team: 'identity' },
  },
});

const settings = new UserPoolSettings(app.stack, 'Settings', {
  userPool,
  policies: { passwordPolicy: { minimumLength: 14, temporaryPasswordValidity: Duration.days(1) } },
  autoVerifiedAttributes: [VerifiedAttribute.EMAIL],
  userPoolTags: { stage: 'integ' },
});

app.expectPool(userPool, {
  // declared
  'Policies.PasswordPolicy.MinimumLength': 14,
  'Policies.PasswordPolicy.TemporaryPasswordValidityDays': 1,
  'AutoVerifiedAttributes.0': 'email',
  'UserPoolTags.stage': 'integ',
  // not declared
  'Policies.PasswordPolicy.RequireSymbols': true,
  'DeviceConfiguration.ChallengeRequiredOnNewDevice': true,
  'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': true,
  'AdminCreateUserConfig.AllowAdminCreateUserOnly': true,
  'AdminCreateUserConfig.InviteMessageTemplate.EmailSubject': 'Come in',
  'VerificationMessageTemplate.DefaultEmailOption': 'CONFIRM_WITH_CODE',
  'VerificationMessageTemplate.EmailMessage': 'The code is {####}',
  'VerificationMessageTemplate.EmailSubject': 'The code',
  'UserPoolTags.team': 'identity',
});
app.expectValue('changedPaths', settings.changedPaths, [
  'AutoVerifiedAttributes',
  'Policies.PasswordPolicy.MinimumLength',
  'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
  'UserPoolTags.stage',
].join(','));

app.synth();
