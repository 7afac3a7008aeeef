import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { IntegApp } from './support/integ-app';
import { PoolBeside } from './support/pool-beside';
import { InboundFederationLambdaVersion, Issuer, OAuthFlow, UserPoolSettings } from '../../src';

/** Options that the service got in 2026. The answers of an older SDK in the checking function lack them: `changedPaths` tells. */
const app = new IntegApp('UserPoolSettingsYoungOptionsInteg');

const { userPool } = new PoolBeside(app.stack, 'Pool');
const lambdaFunction = new Function(app.stack, 'Trigger', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async (event) => event;'),
});

const settings = new UserPoolSettings(app.stack, 'Settings', {
  userPool,
  lambdaConfig: { inboundFederation: { lambdaVersion: InboundFederationLambdaVersion.V1_0, lambdaFunction } },
  issuerConfiguration: { issuer: Issuer.UPDATED },
  acrConfiguration: { level1: { acrValue: 'urn:example:1' }, level2: { acrValue: 'urn:example:2' } },
  dcrConfiguration: { enabled: true, authenticatedGrantTypes: [OAuthFlow.CODE] },
});

// The function has read the pool again and found them: it fails otherwise.
app.expectValue('changedPaths', settings.changedPaths, [
  'AcrConfiguration.Level1.AcrValue',
  'AcrConfiguration.Level2.AcrValue',
  'DcrConfiguration.AuthenticatedGrantTypes',
  'DcrConfiguration.EnableStatus',
  'IssuerConfiguration.Type',
  'LambdaConfig.InboundFederation.LambdaArn',
].join(','));
app.expectPool(userPool, { UserPoolTier: 'ESSENTIALS' });

app.synth();
