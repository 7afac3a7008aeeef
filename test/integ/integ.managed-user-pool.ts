import { RemovalPolicy } from 'aws-cdk-lib';
import { UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { IntegApp } from './support/integ-app';
import { ManagedUserPool, UserPoolMfa } from '../../src';

/** A new pool by CloudFormation and the function together, with a trigger that knows its pool. */
const app = new IntegApp('ManagedUserPoolInteg');

const pool = new ManagedUserPool(app.stack, 'Pool', {
  signInAliases: { email: true },
  removalPolicy: RemovalPolicy.DESTROY,
  policies: { passwordPolicy: { minimumLength: 14 } },
  mfaConfiguration: UserPoolMfa.ON,
  softwareTokenMfaConfiguration: { enabled: true },
  deviceConfiguration: { challengeRequiredOnNewDevice: true },
  userPoolTags: { stage: 'integ' },
});
const preSignUp = new Function(app.stack, 'PreSignUp', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline([
    'exports.handler = async (event) => {',
    '  event.response.autoConfirmUser = event.userPoolId === process.env.USER_POOL_ID;',
    '  return event;',
    '};',
  ].join('\n')),
  environment: { USER_POOL_ID: pool.userPoolId },
});
pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, preSignUp);
const client = pool.addClient('Client');

app.expectPool(pool, {
  'Policies.PasswordPolicy.MinimumLength': 14,
  'MfaConfiguration': 'ON',
  'DeviceConfiguration.ChallengeRequiredOnNewDevice': true,
  'LambdaConfig.PreSignUp': preSignUp.functionArn,
  'UserPoolTags.stage': 'integ',
});
app.expectMfa(pool, { 'MfaConfiguration': 'ON', 'SoftwareTokenMfaConfiguration.Enabled': true });
const user = { Username: 'somebody@example.com', Password: 'Only-4-this-test' };
app.expectAnswer('signUp', { ClientId: client.userPoolClientId, ...user }, { UserConfirmed: true });

app.synth();
