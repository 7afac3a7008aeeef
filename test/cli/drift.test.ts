import { CfnResource, Duration, Token, type Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Role } from 'aws-cdk-lib/aws-iam';
import { freshPool } from '../../local/cognito';
import { OnRemoval, UserPoolMfa, UserPoolSettings } from '../../src';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { closeAll, LocalApp, type Build } from '../support/local-app';
import { Planning } from '../support/planning';
import type { Settings } from '../support/synth';

const POOL = 'us-east-1_Example1';
const SMS = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'external' };

let app: LocalApp;
let planning: Planning;

beforeEach(async () => {
  const thing = { create: () => ({ physicalId: 'thing', attributes: { Color: 'blue' } }) };
  app = await LocalApp.start({ resources: { 'Test::Thing': thing } });
  const { pool, ...rest } = freshPool();
  app.cognito.seed({ ...rest, userPoolId: POOL, pool: { ...pool, UserPoolTier: 'PLUS', SmsConfiguration: SMS } });
  planning = await Planning.start(app.cognito);
});
afterEach(async () => {
  await planning.close();
  await closeAll();
});

const settings = (given: Settings | ((stack: Stack) => Settings)): Build => (stack) => void new UserPoolSettings(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'Pool', POOL), ...typeof given === 'function' ? given(stack) : given,
});

async function deploy(build: Build): Promise<void> {
  expect((await planning.stacks.deploy(app.deployment, app.synthesize(build))).status).toMatch(/^(CREATE|UPDATE)_COMPLETE$/);
}

interface DriftJson {
  readonly stacks: readonly {
    readonly id: string;
    readonly isDeployed: boolean;
    readonly constructs: readonly {
      readonly path: string;
      readonly outcome: string;
      readonly drifted: readonly { readonly path: string; readonly declared?: Json; readonly live?: Json }[];
      readonly notComparable: readonly { readonly path: string; readonly reason: string }[];
      readonly failure: string | null;
    }[];
  }[];
  readonly summary: JsonObject;
}

async function drift(...args: string[]) {
  const { code, stdout, stderr } = await planning.run(['drift', '-a', app.outdir, '--json', ...args]);
  if (stdout === '') throw new Error(stderr);
  const json = JSON.parse(stdout) as DriftJson;
  return { code, json, construct: json.stacks[0].constructs[0] };
}

/** What somebody else does to the pool by hand, with all that it had. */
function change(more: JsonObject): void {
  const { UserPoolTags, DeletionProtection, Policies } = app.cognito.pool(POOL) as JsonObject;
  const rest = { UserPoolTags, DeletionProtection, Policies, SmsConfiguration: SMS };
  app.cognito.otherWriter('UpdateUserPool', { UserPoolId: POOL, ...rest, ...more });
}

const BASE: Settings = {
  deletionProtection: true,
  policies: { passwordPolicy: { minimumLength: 14, temporaryPasswordValidity: Duration.days(1) } },
  userPoolTags: { team: 'identity' },
};

test('nothing has drifted', async () => {
  await deploy(settings(BASE));
  const { code, json, construct } = await drift();
  expect([code, construct]).toMatchObject([0, { path: 'App/Settings', outcome: 'same', drifted: [], notComparable: [], failure: null }]);
  expect(json.summary).toEqual({ drifted: 0, failed: 0, pools: { drifted: 0, all: 1 } });
});

test('what others have changed of what is declared, and nothing else', async () => {
  await deploy(settings(BASE));
  change({ DeletionProtection: 'INACTIVE', UserPoolTags: { team: 'theirs', owner: 'them' }, SmsAuthenticationMessage: 'Theirs {####}' });
  const { code, json, construct } = await drift();
  expect(code).toBe(2);
  expect(construct.drifted).toEqual([
    { path: 'DeletionProtection', declared: 'ACTIVE', live: 'INACTIVE' },
    { path: 'UserPoolTags.team', declared: 'identity', live: 'theirs' },
  ]);
  expect(json.summary).toEqual({ drifted: 2, failed: 0, pools: { drifted: 1, all: 1 } });
});

test('for people, with values and without', async () => {
  await deploy(settings(BASE));
  change({ UserPoolTags: {} });
  const text = async (...args: string[]) => (await planning.run(['drift', '-a', app.outdir, ...args])).stdout;
  expect(await text()).toBe(`App (us-east-1)
  App/Settings ${POOL}
    ~ UserPoolTags.team: declared "identity", live (the default)

Drift: 1 setting changed by others in 1 of 1 user pools
`);
  expect(await text('--paths-only')).toContain('    ~ UserPoolTags.team\n');
});

test('what is cleared and is there again', async () => {
  await deploy(settings({ clear: ['userPoolTags.team'], deletionProtection: true }));
  change({ UserPoolTags: { team: 'theirs' } });
  expect((await drift()).construct.drifted).toEqual([{ path: 'UserPoolTags.team', live: 'theirs' }]);
});

test('what only the deployment knows is not compared, and all else is', async () => {
  await deploy(settings((stack) => ({
    userPoolTags: {
      color: Token.asString(new CfnResource(stack, 'Thing', { type: 'Test::Thing' }).getAtt('Color')), team: 'identity',
    },
  })));
  change({ UserPoolTags: { color: 'red', team: 'theirs' } });
  const { construct } = await drift();
  expect(construct.drifted).toEqual([{ path: 'UserPoolTags.team', declared: 'identity', live: 'theirs' }]);
  expect(construct.notComparable).toEqual([{ path: 'UserPoolTags.color', reason: '${Thing.Color} is known only to the deployment' }]);
});

test('what RESTORE_PREVIOUS has captured is not needed', async () => {
  await deploy(settings({ userPoolTags: { team: 'identity' }, onRemoval: OnRemoval.RESTORE_PREVIOUS }));
  change({ UserPoolTags: { team: 'theirs' } });
  expect((await drift()).construct.drifted).toEqual([{ path: 'UserPoolTags.team', declared: 'identity', live: 'theirs' }]);
});

describe('second factors', () => {
  const TOTP: Settings = { mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } };

  test('that others have ended', async () => {
    await deploy(settings(TOTP));
    app.cognito.otherWriter('SetUserPoolMfaConfig', { UserPoolId: POOL, MfaConfiguration: 'OFF' });
    const { code, construct } = await drift();
    expect(code).toBe(2);
    expect(construct.drifted.map(({ path }) => path)).toEqual(expect.arrayContaining(['MfaConfiguration', 'SoftwareTokenMfaConfiguration.Enabled']));
  });

  test('of which SMS cannot be read', async () => {
    await deploy(settings((stack) => ({
      ...TOTP, smsMfaConfiguration: { smsConfiguration: { snsCaller: Role.fromRoleArn(stack, 'Sms', SMS.SnsCallerArn), externalId: SMS.ExternalId } },
    })));
    const { code, construct } = await drift();
    expect(code).toBe(0);
    expect(construct.notComparable).toEqual([
      { path: 'SmsMfaConfiguration', reason: 'Cognito does not tell whether SMS is a second factor beside another one' },
    ]);
  });

  test('a mode without any factor, which no plan leads back from', async () => {
    await deploy(settings({ mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } }));
    await deploy(settings({ mfaConfiguration: UserPoolMfa.OPTIONAL }));
    app.cognito.otherWriter('SetUserPoolMfaConfig', { UserPoolId: POOL, MfaConfiguration: 'OFF' });
    const { code, construct } = await drift();
    expect([code, construct.drifted]).toEqual([2, [{ path: 'MfaConfiguration', declared: 'OPTIONAL', live: 'OFF' }]]);
  });
});

describe('stacks', () => {
  test('that are not deployed are said to be so', async () => {
    app.synthesize(settings(BASE));
    const { code, json } = await drift();
    expect([code, json.stacks]).toEqual([0, [{ id: 'App', name: 'App', region: 'us-east-1', isDeployed: false, constructs: [] }]]);
    expect((await planning.run(['drift', '-a', app.outdir])).stdout)
      .toBe('App (us-east-1)\n  is not deployed\n\nDrift: no deployed stack has settings of a user pool\n');
  });

  test('by their name, without an app', async () => {
    await deploy(settings(BASE));
    const { code, stdout } = await planning.run(['drift', '-a', '/nowhere', '--json', 'App']);
    expect([code, (JSON.parse(stdout) as DriftJson).stacks[0].constructs[0].outcome]).toEqual([0, 'same']);
  });

  test('that nobody knows', async () => {
    expect(await planning.run(['drift', '-a', '/nowhere', 'Nobody'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(
        ': the stack Nobody is not deployed in this account and Region: check the name, --profile and --region\n') as string,
    });
    expect((await planning.run(['drift', '-a', '/nowhere'])).stderr).toContain('run cdk synth first');
  });

  test('whose pool is gone', async () => {
    await deploy(settings(BASE));
    app.cognito.otherWriter('UpdateUserPool', { UserPoolId: POOL, DeletionProtection: 'INACTIVE' });
    app.cognito.otherWriter('DeleteUserPool', { UserPoolId: POOL });
    const { code, construct } = await drift();
    expect([code, construct.outcome, construct.failure]).toEqual([1, 'failed', expect.stringContaining(`the user pool ${POOL} does not exist`)]);
  });
});
