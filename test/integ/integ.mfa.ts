import { IntegApp } from './support/integ-app';
import { PoolBeside } from './support/pool-beside';
import { EmailSendingAccount, UserPoolMfa, UserPoolSettings } from '../../src';

/** MFA on and off by an authenticator app, and by e-mail where an identity in Amazon SES is given to send from. */
const app = new IntegApp('UserPoolSettingsMfaInteg');

/** For example `arn:aws:ses:us-east-1:123456789012:identity/example.com`. */
const sourceArn = process.env.INTEG_SES_IDENTITY_ARN;
const TOTP = { SoftwareTokenMfaConfiguration: { Enabled: true } };

const on = new PoolBeside(app.stack, 'On');
new UserPoolSettings(app.stack, 'OnSettings', {
  userPool: on.userPool,
  mfaConfiguration: UserPoolMfa.OPTIONAL,
  softwareTokenMfaConfiguration: { enabled: true },
});
app.expectMfa(on.userPool, { 'MfaConfiguration': 'OPTIONAL', 'SoftwareTokenMfaConfiguration.Enabled': true });

const off = new PoolBeside(app.stack, 'Off', { mfa: { ...TOTP, MfaConfiguration: 'OPTIONAL' } });
new UserPoolSettings(app.stack, 'OffSettings', {
  userPool: off.userPool,
  mfaConfiguration: UserPoolMfa.OFF,
}).node.addDependency(off);
app.expectMfa(off.userPool, { MfaConfiguration: 'OFF' });

if (sourceArn !== undefined) {
  const byCode = new PoolBeside(app.stack, 'EmailOn');
  new UserPoolSettings(app.stack, 'EmailOnSettings', {
    userPool: byCode.userPool,
    mfaConfiguration: UserPoolMfa.ON,
    emailConfiguration: { emailSendingAccount: EmailSendingAccount.DEVELOPER, sourceArn },
    emailMfaConfiguration: { message: 'The code is {####}', subject: 'The code' },
  });
  app.expectMfa(byCode.userPool, { 'MfaConfiguration': 'ON', 'EmailMfaConfiguration.Subject': 'The code' });

  const byAppOnly = new PoolBeside(app.stack, 'EmailOff', {
    settings: { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: sourceArn } },
    mfa: { ...TOTP, EmailMfaConfiguration: { Message: 'The code is {####}', Subject: 'The code' }, MfaConfiguration: 'OPTIONAL' },
  });
  const offSettings = new UserPoolSettings(app.stack, 'EmailOffSettings', {
    userPool: byAppOnly.userPool,
    mfaConfiguration: UserPoolMfa.OPTIONAL,
    softwareTokenMfaConfiguration: { enabled: true },
  });
  offSettings.node.addDependency(byAppOnly);
  app.expectMfa(byAppOnly.userPool, { 'MfaConfiguration': 'OPTIONAL', 'SoftwareTokenMfaConfiguration.Enabled': true });
  // That something is gone no leaf can tell: the function has read it again.
  app.expectValue('changedPaths', offSettings.changedPaths, 'EmailMfaConfiguration.Message,EmailMfaConfiguration.Subject');
}

app.synth();
