import { CfnResource } from 'aws-cdk-lib';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { MotoServer, pythonWithMoto } from './moto-server';
import { describeOpinion } from './opinion';
import { poolWithEverything } from '../../local/cognito';
import { OnRemoval, UserPoolMfa } from '../../src';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { everyLeaf, everyOption, imported, KEYS } from '../support/every-option';
import { closeAll, LocalApp } from '../support/local-app';
import { GONE, moved, type Snapshot } from '../support/snapshot';
import type { Settings } from '../support/synth';

/**
 * moto is somebody else's Cognito: what it loses by our calls, we lose. It takes every request, so it judges no refusals,
 * and it resets whatever an UpdateUserPool leaves out. What it gets wrong by itself is listed in BUGS, and shown there
 * by raw calls: a bug that moto mends fails its test, and its exception goes.
 */
const python = pythonWithMoto();
const opinion = describeOpinion(python !== undefined, 'REQUIRE_MOTO',
  'moto is not installed: the second opinion is skipped. To hear it: pip install \'moto[server]\'');

/** What DescribeUserPool of moto does not answer, since the botocore that it is installed with may be older than they are. */
const YOUNGER_THAN_MOTO = ['KeyConfiguration', 'IssuerConfiguration', 'AcrConfiguration', 'DcrConfiguration'];

/** `update_extended_config` in moto/cognitoidp/models.py puts the request in the place of all that was, these too. */
const CREATION_ONLY = { 'pool.UsernameAttributes': GONE, 'pool.UsernameConfiguration.CaseSensitive': GONE };
/** The same: the service keeps its own tags, which no request may carry. */
const AWS_TAGS = { 'pool.UserPoolTags.aws:cloudformation:stack-name': GONE, 'pool.UserPoolTags.aws:cloudformation:logical-id': GONE };
const LOST_BY_MOTO: Record<string, Json> = { ...CREATION_ONLY, ...AWS_TAGS };

opinion('in the opinion of moto', () => {
  let moto: MotoServer;
  let app: LocalApp;

  beforeAll(async () => {
    if (python === undefined) throw new Error('REQUIRE_MOTO is set, but no Python here has moto: pip install \'moto[server]\'');
    moto = await MotoServer.start(python);
  }, 120_000);
  afterAll(async () => moto?.close());

  beforeEach(async () => {
    app = await LocalApp.start({
      resources: { 'AWS::Test::Unforeseen': { create: () => { throw new Error('no such luck'); } } },
      // The variable for all services; the one for Cognito alone would go before it.
      environment: { AWS_ENDPOINT_URL: moto.url, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: '' },
    });
  });
  afterEach(async () => {
    expect(app.deployment.replyProblems).toEqual([]);
    await closeAll();
  });

  async function create(request: JsonObject): Promise<string> {
    const { UserPool } = await moto.call('CreateUserPool', { PoolName: 'pool', ...request });
    return String((UserPool as JsonObject).Id);
  }

  async function read(UserPoolId: string): Promise<Snapshot> {
    const { UserPool } = await moto.call('DescribeUserPool', { UserPoolId });
    return { pool: UserPool as JsonObject, mfa: await moto.call('GetUserPoolMfaConfig', { UserPoolId }) };
  }

  /** Everything that the embedded Cognito's fullest pool has and that moto can be told. */
  async function createWithEverything(more: JsonObject = {}): Promise<string> {
    const { Name, Domain: _, EstimatedNumberOfUsers: __, ...settings } = poolWithEverything().pool;
    const id = await create({ PoolName: Name, UsernameAttributes: ['email'], ...settings, ...more });
    await moto.call('SetUserPoolMfaConfig', {
      UserPoolId: id,
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      SmsMfaConfiguration: { SmsConfiguration: settings.SmsConfiguration, SmsAuthenticationMessage: settings.SmsAuthenticationMessage },
    });
    return id;
  }

  test('an update of one option without this library loses nearly all others: moto is a judge to be feared', async () => {
    const id = await createWithEverything();
    const before = await read(id);

    await moto.call('UpdateUserPool', { UserPoolId: id, SmsAuthenticationMessage: 'New {####}' });

    expect(Object.keys(moved(before, await read(id))).length).toBeGreaterThan(40);
  });

  test('nothing is lost by creating, updating, dropping, rolling back and deleting settings', async () => {
    const id = await createWithEverything();
    const before = await read(id);
    const moves = async () => moved(before, await read(id));
    const trigger = 'arn:aws:lambda:us-east-1:123456789012:function:another';

    const created = await app.deploy(id, (stack) => ({
      policies: { passwordPolicy: { minimumLength: 20 } },
      userPoolTags: { team: 'access' },
      lambdaConfig: { preSignUp: Function.fromFunctionArn(stack, 'Another', trigger) },
    }));
    expect(created).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(app.changedPaths).toBe('LambdaConfig.PreSignUp,Policies.PasswordPolicy.MinimumLength,UserPoolTags.team');
    const declared = {
      'pool.Policies.PasswordPolicy.MinimumLength': 20, 'pool.UserPoolTags.team': 'access', 'pool.LambdaConfig.PreSignUp': trigger,
    };
    expect(await moves()).toEqual({ ...LOST_BY_MOTO, ...declared });

    const settings: Settings = { policies: { passwordPolicy: { minimumLength: 21 } }, userPoolTags: { team: 'access' } };
    const updated = await app.deploy(id, settings);
    expect(updated).toMatchObject({ status: 'UPDATE_COMPLETE' });
    // The trigger that was dropped is detached, everything else that was is kept.
    const after = { ...LOST_BY_MOTO, ...declared, 'pool.Policies.PasswordPolicy.MinimumLength': 21, 'pool.LambdaConfig.PreSignUp': GONE };
    expect(await moves()).toEqual(after);

    const failed = await app.deploy(id, { ...settings, userPoolTags: { team: 'nobody' } }, {}, (stack) => {
      new CfnResource(stack, 'Unforeseen', { type: 'AWS::Test::Unforeseen' }).node.addDependency(stack.node.findChild('Settings'));
    });
    expect(failed).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reason: 'no such luck' });
    expect(await moves()).toEqual(after);

    expect(await app.destroy()).toMatchObject({ status: 'DELETE_COMPLETE' });
    expect(await moves()).toEqual(after);
  });

  test('RESTORE_PREVIOUS leaves a pool as it was found', async () => {
    const id = await createWithEverything();
    const before = await read(id);
    const created = await app.deploy(id, (stack) => ({
      onRemoval: OnRemoval.RESTORE_PREVIOUS,
      policies: { passwordPolicy: { minimumLength: 20 } },
      userPoolTags: { team: 'access', more: 'yes' },
      lambdaConfig: { preSignUp: Function.fromFunctionArn(stack, 'Another', 'arn:aws:lambda:us-east-1:123456789012:function:another') },
      clear: ['deviceConfiguration'],
    }));
    expect(created).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect((await read(id)).pool).not.toHaveProperty('DeviceConfiguration');

    expect(await app.destroy()).toMatchObject({ status: 'DELETE_COMPLETE' });
    expect(moved(before, await read(id))).toEqual(LOST_BY_MOTO);
  });

  test('every option that moto models arrives', async () => {
    const id = await create({ UserPoolTier: 'PLUS' });

    const result = await app.deploy(id, (stack) => {
      const {
        keyConfiguration: _key, issuerConfiguration: _issuer, acrConfiguration: _acr, dcrConfiguration: _dcr,
        poolName: _name, mfaConfiguration: _mode, smsMfaConfiguration: _sms, softwareTokenMfaConfiguration: _totp,
        emailMfaConfiguration: _email, webAuthnConfiguration: _webAuthn, ...settings
      } = everyOption(imported(stack));
      return settings;
    });

    expect(result).toMatchObject({ status: 'CREATE_COMPLETE' });
    const { Name: _, MfaConfiguration: __, ...expected } = everyLeaf('sns', KEYS).pool;
    // `_base_json` mirrors nothing: the alias is what was sent last, and it is never sent (H5).
    const { UnusedAccountValidityDays: ___, ...adminCreateUserConfig } = expected.AdminCreateUserConfig as JsonObject;
    const modelled = Object.fromEntries(Object.entries(expected).filter(([name]) => !YOUNGER_THAN_MOTO.includes(name)));
    expect((await read(id)).pool).toMatchObject({ ...modelled, AdminCreateUserConfig: adminCreateUserConfig });
  });

  test('MFA that is declared alone is set, and nothing is lost by it', async () => {
    const { MfaConfiguration: _, UsernameConfiguration: __, Name: ___, ...settings } = poolWithEverything().pool;
    const id = await create(settings);
    const before = await read(id);

    const result = await app.deploy(id, { mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } });

    expect(result).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(moved(before, await read(id))).toEqual({
      'pool.MfaConfiguration': 'OPTIONAL', 'mfa.MfaConfiguration': 'OPTIONAL', 'mfa.SoftwareTokenMfaConfiguration.Enabled': true,
    });
  });

  describe('which has bugs of its own (moto 5.2.1, moto/cognitoidp/models.py)', () => {
    interface Bug {
      readonly title: string;
      readonly pool?: JsonObject;
      readonly call: readonly [action: string, request: JsonObject];
      /** Leaves that the call takes away, and leaves that it ought to change and does not. */
      readonly gone?: readonly string[];
      readonly unchanged?: readonly string[];
    }
    const totp = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } };
    const BUGS: readonly Bug[] = [
      {
        title: 'update_extended_config drops what can be set at creation only',
        pool: { UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } },
        call: ['UpdateUserPool', {}],
        gone: Object.keys(CREATION_ONLY),
      },
      {
        title: 'update_extended_config drops the tags of AWS, which no request may carry',
        pool: { UserPoolTags: poolWithEverything().pool.UserPoolTags as Json },
        call: ['UpdateUserPool', { UserPoolTags: { mine: 'y' } }],
        gone: Object.keys(AWS_TAGS),
      },
      {
        title: 'update_user_pool leaves the name as it is',
        call: ['UpdateUserPool', { PoolName: 'renamed' }],
        unchanged: ['pool.Name'],
      },
      {
        title: 'to_json lets the mode of a creation or an update hide the one that SetUserPoolMfaConfig set later',
        pool: { MfaConfiguration: 'OFF' },
        call: ['SetUserPoolMfaConfig', totp],
        unchanged: ['pool.MfaConfiguration'],
      },
      {
        title: 'set_user_pool_mfa_config knows neither email nor passkeys',
        call: ['SetUserPoolMfaConfig', { ...totp, EmailMfaConfiguration: { Subject: 'Code' }, WebAuthnConfiguration: { RelyingPartyId: 'example.com' } }],
        unchanged: ['mfa.EmailMfaConfiguration.Subject', 'mfa.WebAuthnConfiguration.RelyingPartyId'],
      },
      {
        title: 'UnusedAccountValidityDays does not mirror TemporaryPasswordValidityDays',
        call: ['UpdateUserPool', { Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } }, AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } }],
        gone: ['pool.AdminCreateUserConfig.UnusedAccountValidityDays'],
      },
    ];

    test.each(BUGS)('$title', async ({ pool = {}, call: [action, request], gone = [], unchanged = [] }) => {
      const id = await create(pool);
      const before = await read(id);

      await moto.call(action, { UserPoolId: id, ...request });

      const moves = moved(before, await read(id));
      for (const leaf of gone) expect([leaf, leaf in moves, moves[leaf]]).toEqual([leaf, true, GONE]);
      for (const leaf of unchanged) expect([leaf, leaf in moves]).toEqual([leaf, false]);
    });
  });
});
