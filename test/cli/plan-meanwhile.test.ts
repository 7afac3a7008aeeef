import { Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { EmbeddedCognito, poolWithEverything } from '../../local/cognito';
import { RecoveryOptionName, UserPoolMfa, UserPoolSettings } from '../../src';
import { pick } from '../../src/core/wire/json';
import { constructsIn, Planning, removeFolders, synthesized } from '../support/planning';

const ID = 'us-east-1_Example1';
const MECHANISMS = 'AccountRecoverySetting.RecoveryMechanisms';
const BY_ADMINISTRATORS = [{ Priority: 1, Name: 'admin_only' }];

/** From SMS as a factor and recovery by email to email as a factor and recovery by phone: neither way stands beside both. */
function app(): string {
  return synthesized((cdk) => {
    const stack = new Stack(cdk, 'App', { env: { account: '123456789012', region: 'us-east-1' } });
    new UserPoolSettings(stack, 'Settings', {
      userPool: UserPool.fromUserPoolId(stack, 'Pool', ID),
      mfaConfiguration: UserPoolMfa.OPTIONAL,
      emailMfaConfiguration: { message: 'Code {####}', subject: 'Code' },
      accountRecoverySetting: { recoveryMechanisms: [{ priority: 1, name: RecoveryOptionName.VERIFIED_PHONE_NUMBER }] },
    });
  });
}

let planning: Planning;

beforeEach(async () => {
  const cognito = new EmbeddedCognito();
  const { pool } = poolWithEverything();
  const recovery = { AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] } };
  cognito.seed({
    userPoolId: ID,
    pool: { ...pick(pool, (name) => name !== 'Id' && name !== 'Arn'), ...recovery, MfaConfiguration: 'OPTIONAL' },
    factors: { sms: true, softwareToken: false, email: false },
  });
  planning = await Planning.start(cognito);
});
afterEach(async () => {
  await planning.close();
  removeFolders();
});

test('what a setting is between two calls is said of the call that makes it so', async () => {
  const { json } = await planning.plan(app(), '--no-cloudformation');
  expect(constructsIn(json)[0].calls).toMatchObject([
    { action: 'UpdateUserPool', members: [], meanwhile: [{ path: MECHANISMS, value: BY_ADMINISTRATORS }], isCertain: true },
    { action: 'SetUserPoolMfaConfig', meanwhile: [] },
    { action: 'UpdateUserPool', members: [MECHANISMS], meanwhile: [] },
  ]);
});

test('for people', async () => {
  const { stdout } = await planning.run(['plan', '--no-cloudformation', '-a', app()]);
  expect(stdout).toContain(`    1. UpdateUserPool: meanwhile ${MECHANISMS}: ${JSON.stringify(BY_ADMINISTRATORS)}\n    2. SetUserPoolMfaConfig: `);
});

test('without values', async () => {
  const { json } = await planning.plan(app(), '--no-cloudformation', '--paths-only');
  expect(constructsIn(json)[0].calls[0].meanwhile).toEqual([{ path: MECHANISMS }]);
  const { stdout } = await planning.run(['plan', '--no-cloudformation', '--paths-only', '-a', app()]);
  expect(stdout).toContain(`    1. UpdateUserPool: meanwhile ${MECHANISMS}\n`);
});
