import { CfnParameter } from 'aws-cdk-lib';
import type { UserPoolMfa, UserPoolTier } from '../../src';
import { closeAll, LocalApp } from '../support/local-app';
import { expectNoSecret, poolWithSecrets, settingsWithSecrets } from '../support/secrets';
import { expectOneSentence } from '../support/sentence';
import { moved, snapshot } from '../support/snapshot';
import type { Settings } from '../support/synth';

let app: LocalApp;
let id: string;

beforeAll(async () => {
  app = await LocalApp.start();
  id = app.cognito.seed(poolWithSecrets());
});
afterAll(closeAll);

test('a pool that does not exist is named, and what to check', async () => {
  const result = await app.deploy('us-east-1_Nobody', settingsWithSecrets());

  expect(result.status).toBe('ROLLBACK_COMPLETE');
  expectOneSentence(app.deployment, result, /^user pool us-east-1_Nobody does not exist in this account and region: check the id passed as userPool/);
  expectNoSecret(app.deployment, result);
  expect(app.calls).toEqual(['DescribeUserPool']);
});

test.each([
  'not a pool',
  'us-east-1',
  'us-east-1_',
  'us-east-1_a/../b',
  'evil.example.com/us-east-1_Abc',
  'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Abc',
  `us-east-1_${'a'.repeat(46)}`,
  'x'.repeat(5_000),
])('the malformed id %.80s is refused before anything is called', async (malformed) => {
  const result = await app.deploy(malformed, settingsWithSecrets());

  expectOneSentence(app.deployment, result, /^userPool: the id of a user pool looks like us-east-1_AbCdEfGhI, got '.{0,100}': check the pool passed as userPool$/);
  expectNoSecret(app.deployment, result);
  expect(app.calls).toEqual([]);
});

type Bad = readonly [title: string, value: string, settings: (parameter: CfnParameter) => Settings, essentials: RegExp];
const TEXT = 'planted "text" that is none';
const CASES: readonly Bad[] = [
  ['a number that is none', TEXT, (parameter) => ({ policies: { passwordPolicy: { minimumLength: parameter.value as unknown as number } } }),
    /Policies\.PasswordPolicy\.MinimumLength must be a whole number/],
  ['a boolean that is none', TEXT, (parameter) => ({ adminCreateUserConfig: { allowAdminCreateUserOnly: parameter.value as unknown as boolean } }),
    /AdminCreateUserConfig\.AllowAdminCreateUserOnly must be true or false/],
  ['JSON that a token broke', TEXT, (parameter) => ({ additionalSettings: { Future: parameter.valueAsString } }),
    /additionalSettings did not arrive as JSON: .*pass that setting by its prop/],
  ['one setting under two names', TEXT, (parameter) => ({
    emailVerificationSubject: 'planted one',
    verificationMessageTemplate: { emailSubject: parameter.valueAsString },
  }), /EmailVerificationSubject.*VerificationMessageTemplate\.EmailSubject/i],
  ['a factor while MFA is off', 'OFF', (parameter) => ({
    mfaConfiguration: parameter.valueAsString as UserPoolMfa,
    softwareTokenMfaConfiguration: { enabled: true },
  }), /MfaConfiguration is OFF.*OPTIONAL or ON/i],
  ['a value that no service takes', TEXT, (parameter) => ({ smsAuthenticationMessage: parameter.valueAsString }), /smsAuthenticationMessage/],
  ['a word that is none of the API', TEXT, (parameter) => ({ userPoolTier: parameter.valueAsString as UserPoolTier }), /userPoolTier/],
];

test.each(CASES)('%s is refused in one sentence and leaves the pool as it was', async (_, value, settings, essentials) => {
  const before = snapshot(app.cognito, id);

  const result = await app.deploy(id, (stack) => ({
    emailConfiguration: settingsWithSecrets().emailConfiguration,
    ...settings(new CfnParameter(stack, 'Value', { default: value })),
  }));

  expect(result.status).toBe('ROLLBACK_COMPLETE');
  expectOneSentence(app.deployment, result, essentials);
  expectNoSecret(app.deployment, result);
  expect(moved(before, snapshot(app.cognito, id))).toEqual({});
});
