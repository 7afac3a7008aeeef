import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { IntegApp } from './support/integ-app';
import { PoolBeside } from './support/pool-beside';
import { UserPoolSettings } from '../../src';

/** Cognito may invoke the function that was attached to a pool made elsewhere: it confirms whoever signs up. */
const app = new IntegApp('UserPoolSettingsTriggerInteg');

const { userPool } = new PoolBeside(app.stack, 'Pool', {
  settings: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true } },
});
const preSignUp = new Function(app.stack, 'PreSignUp', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async (event) => { event.response.autoConfirmUser = true; return event; };'),
});
const settings = new UserPoolSettings(app.stack, 'Settings', { userPool, lambdaConfig: { preSignUp } });
const client = userPool.addClient('Client');

app.expectPool(userPool, {
  'LambdaConfig.PreSignUp': preSignUp.functionArn,
  'DeviceConfiguration.ChallengeRequiredOnNewDevice': true,
});
app.expectValue('changedPaths', settings.changedPaths, 'LambdaConfig.PreSignUp');
// Without the trigger, or without the permission to invoke it, nobody is confirmed.
app.expectAnswer('signUp', { ClientId: client.userPoolClientId, Username: 'somebody', Password: 'Only-4-this-test' }, {
  UserConfirmed: true,
});

app.synth();
