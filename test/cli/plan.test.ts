import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnCondition, CfnParameter, CfnResource, CfnStack, Fn, NestedStack, SecretValue, Stack, Stage, Token, type App } from 'aws-cdk-lib';
import { UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { fault, freshPool, type Seed } from '../../local/cognito';
import { RECORDED } from '../../local/deployment/default-models';
import { ManagedUserPool, OnRemoval, UserPoolSettings, UserPoolTier, UserPoolAdvancedSecurityMode, AuthFactor } from '../../src';
import type { JsonObject } from '../../src/core/wire/json';
import { closeAll, LocalApp, type Build } from '../support/local-app';
import { constructsIn, Planning, removeFolders, synthesized, type PlannedConstruct } from '../support/planning';
import type { Settings } from '../support/synth';

const [ONE, TWO] = ['us-east-1_Example1', 'us-east-1_Example2'];
const ENV = { account: '123456789012', region: 'us-east-1' };
const ROLE = 'arn:aws:iam::123456789012:role/sms';
const FN = 'arn:aws:lambda:us-east-1:123456789012:function:other';

let app: LocalApp;
let planning: Planning;

beforeEach(async () => {
  // Resources of which nothing but the deployment knows what they are.
  app = await LocalApp.start({ resources: { 'Test::Thing': { create: (request) => ({ ...RECORDED.create(request) as object, physicalId: 'thing', attributes: { Color: 'blue' } }) } } });
  app.cognito.seed(pool(ONE));
  app.cognito.seed(pool(TWO));
  planning = await Planning.start(app.cognito);
});
afterEach(async () => {
  await planning.close();
  await closeAll();
  removeFolders();
});

function pool(userPoolId: string, more: JsonObject = {}): Seed {
  const { pool: fresh, ...rest } = freshPool();
  return { ...rest, userPoolId, pool: { ...fresh, UserPoolTier: 'PLUS', ...more } };
}

function declare(stack: Stack, id: string, userPoolId: string, settings: Settings): UserPoolSettings {
  return new UserPoolSettings(stack, id, { userPool: UserPool.fromUserPoolId(stack, `${id}Pool`, userPoolId), ...settings });
}

const one = (settings: Settings | ((stack: Stack) => Settings)): Build => (stack) =>
  void declare(stack, 'Settings', ONE, typeof settings === 'function' ? settings(stack) : settings);

async function deploy(build: Build, parameters: Readonly<Record<string, string>> = {}): Promise<void> {
  const result = await planning.stacks.deploy(app.deployment, app.synthesize(build), parameters);
  expect([result.status, result.reason]).toEqual([expect.stringMatching(/^(CREATE|UPDATE)_COMPLETE$/), undefined]);
}

/** What the tool plans for the app as it is built now. */
async function planOf(build: Build, ...args: string[]) {
  app.synthesize(build);
  const { code, json, stderr } = await planning.plan(app.outdir, ...args);
  return { code, json, stderr, constructs: constructsIn(json) };
}

async function textOf(build: Build, ...args: string[]): Promise<string> {
  app.synthesize(build);
  return (await planning.run(['plan', '-a', app.outdir, ...args])).stdout;
}

const changed = ({ changes }: PlannedConstruct) => Object.fromEntries(changes.map(({ path, action }) => [path, action]));

describe('the app', () => {
  test('that was never synthesized', async () => {
    const { code, stdout, stderr } = await planning.run(['plan', '-a', '/nowhere/cdk.out']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(': there is no synthesized app in /nowhere/cdk.out: run cdk synth first, or name its output by --app\n');
  });

  test('that cannot be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cdk.out-'));
    writeFileSync(join(folder, 'manifest.json'), '{');
    expect((await planning.run(['plan', '-a', folder])).stderr).toContain('cannot be read: run cdk synth again');
  });

  test('has no such stack', async () => {
    app.synthesize(one({ deletionProtection: true }));
    expect((await planning.run(['plan', '-a', app.outdir, 'Nobody'])).stderr).toContain(': the app has no stack Nobody: it has App\n');
  });

  test('newer than this tool is read all the same', async () => {
    app.synthesize(one({ deletionProtection: true }));
    const file = join(app.outdir, 'manifest.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')) as object, version: '999.0.0' }));
    expect((await planning.plan(app.outdir)).code).toBe(2);
  });

  test('without settings of a user pool', async () => {
    expect(await textOf((stack) => void new Key(stack, 'Key')))
      .toBe('Plan: nothing to do, since no stack has settings of a user pool; nothing is written\n');
  });

  test('of several stacks and stages: those that are named, by name or id', async () => {
    const outdir = synthesized((cdk) => {
      declare(new Stack(cdk, 'Alone', { env: ENV }), 'Settings', ONE, { deletionProtection: true });
      declare(new Stack(new Stage(cdk, 'Prod'), 'Auth', { env: ENV }), 'Settings', TWO, { deletionProtection: true });
    });
    const titles = async (...names: string[]) => (await planning.plan(outdir, ...names)).json.stacks.map(({ id, name }) => [id, name]);
    expect(await titles()).toEqual([['Alone', 'Alone'], ['Prod/Auth', 'Prod-Auth']]);
    expect(await titles('Prod/Auth')).toEqual([['Prod/Auth', 'Prod-Auth']]);
    expect(await titles('Prod-Auth')).toEqual([['Prod/Auth', 'Prod-Auth']]);
  });
});

describe('a first deployment', () => {
  const build = one({
    policies: { passwordPolicy: { minimumLength: 14 } }, userPoolTags: { team: 'identity' }, clear: ['deviceConfiguration'],
  });

  test('for people', async () => {
    app.cognito.seed(pool(ONE, { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true } }));
    expect(await textOf(build)).toBe(`App (us-east-1) not deployed in this account yet
  App/Settings ${ONE}, new
    ~ Policies.PasswordPolicy.MinimumLength: 8 -> 14
    - DeviceConfiguration.ChallengeRequiredOnNewDevice: true (off, or back to the default)
    - DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt: true (off, or back to the default)
    + UserPoolTags.team: "identity"
    = 6 settings kept
    1. UpdateUserPool: Policies.PasswordPolicy.MinimumLength, DeviceConfiguration.ChallengeRequiredOnNewDevice, \
DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt, UserPoolTags.team

Plan: 1 to change, 1 to add, 2 to remove in 1 of 1 user pools; nothing is written
`);
  });

  test('without values', async () => {
    expect(await textOf(build, '--paths-only')).toContain('    ~ Policies.PasswordPolicy.MinimumLength\n    + UserPoolTags.team\n');
    const { json } = await planOf(build, '--paths-only');
    expect(JSON.stringify(json)).not.toContain('identity');
    expect(JSON.stringify(json)).toContain('UserPoolTags.team');
  });

  test('for programs', async () => {
    const { code, json } = await planOf(build);
    expect(code).toBe(2);
    expect(json).toEqual({
      stacks: [{
        id: 'App',
        name: 'App',
        region: 'us-east-1',
        isDeployed: false,
        constructs: [{
          path: 'App/Settings',
          logicalId: expect.stringMatching(/^Settings/) as string,
          userPoolId: ONE,
          event: 'create',
          outcome: 'changes',
          changes: [
            { path: 'Policies.PasswordPolicy.MinimumLength', action: 'update', before: 8, after: 14 },
            { path: 'UserPoolTags.team', action: 'add', after: 'identity' },
          ],
          kept: 6,
          calls: [{ action: 'UpdateUserPool', members: ['Policies.PasswordPolicy.MinimumLength', 'UserPoolTags.team'], meanwhile: [], isCertain: true }],
          refusal: null,
          failure: null,
          findings: [],
          unknown: [],
          notes: [],
        }],
      }],
      summary: { change: 1, add: 1, remove: 0, refused: 0, failed: 0, pools: { changing: 1, all: 1 } },
    });
  });

  test('of what the pool has already: nothing to do', async () => {
    app.cognito.seed(pool(ONE, { UserPoolTags: { team: 'identity' } }));
    const { code, constructs } = await planOf(one({ userPoolTags: { team: 'identity' } }));
    expect([code, constructs[0].outcome, constructs[0].calls]).toEqual([0, 'unchanged', []]);
  });

  test('of a stack whose first deployment failed', async () => {
    const nowhere = app.synthesize((stack) => void declare(stack, 'Settings', 'us-east-1_Nowhere', { deletionProtection: true }));
    expect((await planning.stacks.deploy(app.deployment, nowhere)).status).toBe('ROLLBACK_COMPLETE');
    const { json, constructs } = await planOf(build);
    expect([json.stacks[0].isDeployed, constructs[0].event]).toEqual([false, 'create']);
  });
});

describe('a next deployment', () => {
  test('of the same settings calls nobody, even where others have changed the pool', async () => {
    await deploy(one({ userPoolTags: { team: 'identity' } }));
    app.cognito.otherWriter('UpdateUserPool', { UserPoolId: ONE, UserPoolTags: { team: 'theirs' } });
    const { code, constructs } = await planOf(one({ userPoolTags: { team: 'identity' } }));
    expect([code, constructs[0].event, constructs[0].changes]).toEqual([0, 'none', []]);
    expect(constructs[0].notes[0]).toContain('shown by drift');
    expect(app.cognito.requests).toEqual([]);
  });

  test('of other settings puts those right, too', async () => {
    await deploy(one({ userPoolTags: { team: 'identity' } }));
    app.cognito.otherWriter('UpdateUserPool', { UserPoolId: ONE, UserPoolTags: { team: 'theirs' } });
    const { constructs } = await planOf(one({ userPoolTags: { team: 'identity', stage: 'prod' } }));
    expect(changed(constructs[0])).toEqual({ 'UserPoolTags.team': 'update', 'UserPoolTags.stage': 'add' });
  });

  test('of a construct that is gone: back to the default, apart from what others have changed', async () => {
    const tags = { userPoolTags: { team: 'identity', stage: 'prod' }, onRemoval: OnRemoval.RESET_TO_DEFAULT };
    await deploy(one(tags));
    app.cognito.otherWriter('UpdateUserPool', { UserPoolId: ONE, UserPoolTags: { team: 'theirs', stage: 'prod' } });
    const { code, constructs } = await planOf((stack) => void declare(stack, 'Other', TWO, { deletionProtection: true }));
    const gone = constructs.find(({ userPoolId }) => userPoolId === ONE)!;
    expect([code, gone.path, gone.event, changed(gone)]).toEqual([2, expect.stringMatching(/Settings/), 'delete', { 'UserPoolTags.stage': 'remove' }]);
    expect(constructs.map(({ event }) => event)).toEqual(['create', 'delete']);
  });

  test('of a construct that is gone from a pool that is gone', async () => {
    await deploy(one({ userPoolTags: { team: 'identity' }, onRemoval: OnRemoval.RESET_TO_DEFAULT }));
    app.cognito.otherWriter('DeleteUserPool', { UserPoolId: ONE });
    const { code, constructs } = await planOf((stack) => void new Key(stack, 'Key'));
    expect([code, constructs[0].notes]).toEqual([0, ['the user pool is gone, and its settings with it: nothing is left to take back']]);
  });

  test('on another pool: the one is released, the other gets the settings', async () => {
    const tags = { userPoolTags: { team: 'identity' }, onRemoval: OnRemoval.RESET_TO_DEFAULT };
    await deploy(one(tags));
    const { constructs } = await planOf((stack) => void declare(stack, 'Settings', TWO, tags));
    expect(constructs.map((each) => [each.userPoolId, each.event, changed(each)])).toEqual([
      [TWO, 'update', { 'UserPoolTags.team': 'add' }],
      [ONE, 'delete', { 'UserPoolTags.team': 'remove' }],
    ]);
  });

  test('leaves alone what another construct of the stack has taken over', async () => {
    const tags = { userPoolTags: { team: 'identity' }, onRemoval: OnRemoval.RESET_TO_DEFAULT };
    await deploy(one(tags));
    const { constructs } = await planOf((stack) => void declare(stack, 'Successor', ONE, tags));
    expect(constructs.map((each) => [each.event, each.changes])).toEqual([['create', []], ['delete', []]]);
  });
});

describe('what only the deployment knows', () => {
  const thing = (stack: Stack, id = 'Thing') => Token.asString(new CfnResource(stack, id, { type: 'Test::Thing' }).getAtt('Color'));

  test('is said to be so, and counts as a change', async () => {
    const { code, constructs } = await planOf(one((stack) => ({ userPoolTags: { color: thing(stack) } })));
    expect(code).toBe(2);
    expect(constructs[0].changes).toEqual([{ path: 'UserPoolTags.color', action: 'add', afterKnown: false }]);
    expect(constructs[0].calls).toEqual([{ action: 'UpdateUserPool', members: ['UserPoolTags.color'], meanwhile: [], isCertain: false }]);
    expect(constructs[0].unknown).toEqual([{ path: 'UserPoolTags.color', expression: '${Thing.Color}' }]);
    expect(await textOf(one((stack) => ({ userPoolTags: { color: thing(stack) } }))))
      .toContain('    + UserPoolTags.color: ${Thing.Color} (known only at deployment)\n');
  });

  test('is as it is where the same is deployed', async () => {
    const build = (more: Record<string, string>) => one((stack) => ({ userPoolTags: { color: thing(stack), ...more } }));
    await deploy(build({}));
    const { constructs } = await planOf(build({ stage: 'prod' }));
    expect(changed(constructs[0])).toEqual({ 'UserPoolTags.stage': 'add' });
    expect(constructs[0].unknown).toEqual([]);
  });

  test('is a change where another expression is deployed', async () => {
    await deploy(one((stack) => ({ userPoolTags: { color: thing(stack) } })));
    const { constructs } = await planOf(one((stack) => ({ userPoolTags: { color: thing(stack, 'Another') } })));
    expect(constructs[0].changes).toEqual([{ path: 'UserPoolTags.color', action: 'update', before: 'blue', afterKnown: false }]);
  });

  test('is a function of the same stack until it is there, and then its ARN', async () => {
    const build = (stack: Stack) => {
      const handler = new Function(stack, 'Fn', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('x') });
      declare(stack, 'Settings', ONE, { userPoolTags: { stage: 'prod' } }).addTrigger(UserPoolOperation.PRE_SIGN_UP, handler);
    };
    const { constructs } = await planOf(build);
    expect(constructs[0].changes).toContainEqual({ path: 'LambdaConfig.PreSignUp', action: 'add', afterKnown: false });
    await deploy(build);
    app.cognito.otherWriter('UpdateUserPool', { UserPoolId: ONE, LambdaConfig: { PreSignUp: FN } });
    const next = await planOf((stack) => {
      build(stack);
      declare(stack, 'More', ONE, { deletionProtection: true });
    });
    expect(next.constructs.map(({ event }) => event)).toEqual(['none', 'create']);
    const again = await planOf((stack) => {
      build(stack);
      const resource = stack.node.findChild('Settings').node.findChild('Resource').node.defaultChild as CfnResource;
      resource.addPropertyOverride('Deployment', 'now');
    });
    const attached = app.deployment.resources.find(({ type, logicalId }) => type === 'AWS::Lambda::Function' && logicalId.startsWith('Fn'))!.attributes.Arn;
    // The others' update has lost the tag, too.
    expect(again.constructs[0].changes).toEqual([
      { path: 'LambdaConfig.PreSignUp', action: 'update', before: FN, after: attached },
      { path: 'UserPoolTags.stage', action: 'add', after: 'prod' },
    ]);
  });

  test('is not asked of rules: a key that is not known yet is one all the same', async () => {
    const { constructs, code } = await planOf(one((stack) => ({
      lambdaConfig: {
        kmsKey: new Key(stack, 'Key'),
        customEmailSender: { lambdaFunction: Function.fromFunctionArn(stack, 'Sender', FN) },
      },
    })));
    expect([code, constructs[0].refusal]).toEqual([2, null]);
    expect(constructs[0].changes).toEqual(expect.arrayContaining([
      { path: 'LambdaConfig.KMSKeyID', action: 'add', afterKnown: false },
      { path: 'LambdaConfig.CustomEmailSender.LambdaArn', action: 'add', after: FN },
    ]));
  });

  test('is a secret and a parameter that is looked up', async () => {
    const { constructs } = await planOf(one((stack) => ({
      userPoolTags: {
        secret: SecretValue.secretsManager('name').unsafeUnwrap(),
        looked: new CfnParameter(stack, 'Looked', { type: 'AWS::SSM::Parameter::Value<String>', default: '/name' }).valueAsString,
        plain: new CfnParameter(stack, 'Plain', { default: 'standard' }).valueAsString,
      },
    })));
    expect(constructs[0].changes).toEqual(expect.arrayContaining([
      { path: 'UserPoolTags.secret', action: 'add', afterKnown: false },
      { path: 'UserPoolTags.looked', action: 'add', afterKnown: false },
      { path: 'UserPoolTags.plain', action: 'add', after: 'standard' },
    ]));
  });

  test('is no parameter that was deployed with another value, nor what a condition on it decides', async () => {
    const build = (more: Record<string, string> = {}) => one((stack) => {
      const stage = new CfnParameter(stack, 'Stage', { default: 'test' });
      const isProd = new CfnCondition(stack, 'IsProd', { expression: Fn.conditionEquals(stage.valueAsString, 'prod') });
      return { userPoolTags: { stage: stage.valueAsString, level: Fn.conditionIf(isProd.logicalId, 'high', 'low').toString(), ...more } };
    });
    await deploy(build(), { Stage: 'prod' });
    const { constructs } = await planOf(build({ another: 'one' }));
    expect(changed(constructs[0])).toEqual({ 'UserPoolTags.another': 'add' });
    expect(app.cognito.pool(ONE).UserPoolTags).toMatchObject({ stage: 'prod', level: 'high' });
  });

  test('is what additional settings have in a token, apart from all else in them', async () => {
    const { constructs } = await planOf(one((stack) => ({ additionalSettings: { YoungConfiguration: { Color: thing(stack), Days: 7 } } })));
    expect(constructs[0].changes).toEqual([
      { path: 'YoungConfiguration.Days', action: 'add', after: 7 },
      { path: 'YoungConfiguration.Color', action: 'add', afterKnown: false },
    ]);
  });
});

describe('several constructs on one pool', () => {
  test('each is planned on what the one before leaves', async () => {
    app.cognito.seed(pool(ONE, { UserPoolTier: 'LITE' }));
    const { code, constructs } = await planOf((stack) => {
      declare(stack, 'Tier', ONE, { userPoolTier: UserPoolTier.PLUS });
      declare(stack, 'Protection', ONE, { userPoolAddOns: { advancedSecurityMode: UserPoolAdvancedSecurityMode.AUDIT } });
    });
    expect([code, constructs.map((each) => [each.path, each.refusal, changed(each)])]).toEqual([2, [
      ['App/Tier', null, { UserPoolTier: 'update' }],
      ['App/Protection', null, { 'UserPoolAddOns.AdvancedSecurityMode': 'add' }],
    ]]);
    // One read of each kind at most: the second is planned on what is known.
    expect(app.cognito.requests.map(({ action }) => action)).toEqual(['DescribeUserPool']);
  });

  test('a refusal is told for its construct, and the others are planned still', async () => {
    app.cognito.seed(pool(ONE, { UserPoolTier: 'LITE' }));
    const build = (stack: Stack) => {
      declare(stack, 'Passkeys', ONE, { policies: { signInPolicy: { allowedFirstAuthFactors: [AuthFactor.PASSWORD, AuthFactor.EMAIL_OTP] } } });
      declare(stack, 'Tags', ONE, { userPoolTags: { team: 'identity' } });
      declare(stack, 'Nowhere', 'us-east-1_Nowhere', { deletionProtection: true });
    };
    const { code, constructs, json } = await planOf(build);
    expect([code, json.summary.refused]).toEqual([1, 2]);
    expect(constructs.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['App/Passkeys', 'refused'], ['App/Tags', 'changes'], ['App/Nowhere', 'refused'],
    ]);
    expect(constructs[0].refusal).toMatch(/^nothing was changed: policies.signInPolicy/);
    expect(constructs[0].findings).toEqual([{
      rule: expect.any(String) as string,
      path: expect.stringContaining('SignInPolicy') as string,
      sentence: expect.any(String) as string,
    }]);
    expect(constructs[2].refusal).toContain('the user pool us-east-1_Nowhere does not exist in this account and Region');
    const text = await textOf(build);
    expect(text).toContain('    ! nothing was changed: policies.signInPolicy');
    expect(text).toContain('2 of the constructs would be refused');
  });

  test('a pool that these credentials may not read is no refusal: the deployment has others', async () => {
    app.cognito.faults.add({ action: 'DescribeUserPool', nth: 1, times: Infinity, fault: fault.accessDenied('cognito-idp:DescribeUserPool') });
    const { code, constructs: [construct], json } = await planOf(one({ deletionProtection: true }));
    expect([code, construct.outcome, construct.refusal, json.summary.refused, json.summary.failed]).toEqual([1, 'failed', null, 0, 1]);
    expect(construct.failure).toMatch(/^these credentials may not call cognito-idp:DescribeUserPool on the user pool us-east-1_Example1: /);
    const text = await textOf(one({ deletionProtection: true }));
    expect(text).toContain('    ! these credentials may not call cognito-idp:DescribeUserPool');
    expect(text).not.toContain('nothing to do');
    expect(text).toMatch(/\n1 of the constructs could not be planned\n$/);
  });
});

describe('RESTORE_PREVIOUS', () => {
  const tags = (more: Record<string, string>) => ({ userPoolTags: more, onRemoval: OnRemoval.RESTORE_PREVIOUS });

  test('what could not be put back is refused, on the pool that the deployment would capture', async () => {
    const build = one((stack) => ({ smsConfiguration: { snsCaller: Role.fromRoleArn(stack, 'Sms', ROLE) }, ...tags({ team: 'identity' }) }));
    const { code, constructs } = await planOf(build);
    expect([code, constructs[0].refusal]).toEqual([1, expect.stringContaining('onRemoval RESTORE_PREVIOUS could not be kept for smsConfiguration')]);
    const { reason } = await planning.stacks.deploy(app.deployment, app.synthesize(build));
    expect(reason).toContain(constructs[0].refusal);
  });

  test('what it puts back is in a capture that only the deployment has', async () => {
    app.cognito.seed(pool(ONE, { UserPoolTags: { team: 'former' } }));
    await deploy(one(tags({ team: 'identity', stage: 'prod' })));
    const build = one(tags({ stage: 'test' }));
    const { code, constructs } = await planOf(build);
    expect(code).toBe(2);
    expect(constructs[0].changes).toEqual([
      { path: 'UserPoolTags.stage', action: 'update', before: 'prod', after: 'test' },
      { path: 'UserPoolTags.team', action: 'update', before: 'identity', afterKnown: false },
    ]);
    expect(constructs[0].notes).toEqual([
      'what RESTORE_PREVIOUS puts back, and whether it can, is known only to the deployment: it was captured by an earlier one',
    ]);
    await deploy(build);
    expect(app.cognito.pool(ONE).UserPoolTags).toMatchObject({ team: 'former', stage: 'test' });
  });
});

test('RESTORE_PREVIOUS leaves alone what others have changed since', async () => {
  const tags = (more: Record<string, string>) => one({ userPoolTags: more, onRemoval: OnRemoval.RESTORE_PREVIOUS });
  await deploy(tags({ team: 'identity', stage: 'prod' }));
  app.cognito.otherWriter('UpdateUserPool', { UserPoolId: ONE, UserPoolTags: { team: 'theirs', stage: 'prod' } });
  const { constructs } = await planOf(tags({ more: 'one' }));
  expect(changed(constructs[0])).toEqual({ 'UserPoolTags.more': 'add', 'UserPoolTags.stage': 'update' });
});

describe('CloudFormation', () => {
  test('that may not be asked: the permission and the way around it', async () => {
    const denied = await Planning.start(app.cognito, planning.stacks, { denied: ['GetTemplate'] });
    try {
      await deploy(one({ deletionProtection: true }));
      const { code, stderr } = await denied.run(['plan', '-a', app.outdir]);
      expect(code).toBe(1);
      expect(stderr).toContain(': these credentials may not call cloudformation:GetTemplate for the stack App: allow it, '
        + 'choose others by --profile, or leave CloudFormation out by --no-cloudformation\n');
    } finally {
      await denied.close();
    }
  });

  test('that is left out is not asked', async () => {
    await deploy(one({ userPoolTags: { team: 'identity' } }));
    const { code, constructs, json } = await planOf(one({ userPoolTags: { team: 'identity', stage: 'prod' } }), '--no-cloudformation');
    expect([code, json.stacks[0].isDeployed, changed(constructs[0])]).toEqual([2, null, { 'UserPoolTags.stage': 'add' }]);
    expect(await textOf(one({ deletionProtection: true }), '--no-cloudformation')).toContain('App (us-east-1) CloudFormation was not asked');
    expect(planning.cloudFormation.actions).toEqual([]);
  });
});

describe('a pool of the app', () => {
  test('that is not there yet: what is declared', async () => {
    const build: Build = (stack) => void new ManagedUserPool(stack, 'Pool', {
      lambdaConfig: { preSignUp: Function.fromFunctionArn(stack, 'Fn', FN) },
    });
    const { code, constructs } = await planOf(build);
    expect(code).toBe(2);
    expect(constructs).toMatchObject([{ userPoolId: null, event: 'create', outcome: 'changes', calls: [] }]);
    expect(constructs[0].changes).toEqual([{ path: 'LambdaConfig.PreSignUp', action: 'add', beforeKnown: false, after: FN }]);
    expect(constructs[0].notes[0]).toContain('is a user pool that only the deployment knows');
    expect(app.cognito.requests).toEqual([]);
  });

  test('that CloudFormation writes as well: that comes first, and is not in the plan', async () => {
    const build = (minLength: number): Build => (stack) => {
      const userPool = new UserPool(stack, 'Pool', { passwordPolicy: { minLength } });
      new UserPoolSettings(stack, 'Settings', { userPool, userPoolTags: { team: 'identity' } });
    };
    await deploy(build(10));
    const { code, constructs } = await planOf(build(12));
    expect([code, constructs[0].event, constructs[0].changes]).toEqual([0, 'update', []]);
    expect(constructs[0].notes).toEqual([
      'CloudFormation writes the user pool itself first (App/Pool): cdk diff shows that, and this is planned on the pool as it is now',
    ]);
  });

  test('of another stack of the app: known when that is deployed', async () => {
    const outdir = synthesized((cdk: App) => {
      const userPool = new UserPool(new Stack(cdk, 'Pools', { env: ENV }), 'Pool');
      new UserPoolSettings(new Stack(cdk, 'Settings', { env: ENV }), 'Settings', { userPool, deletionProtection: true });
    });
    expect(constructsIn((await planning.plan(outdir)).json)).toMatchObject([{ userPoolId: null }]);
    const pools = await app.start({ stackName: 'Pools', assetsDir: outdir });
    const template = JSON.parse(readFileSync(join(outdir, 'Pools.template.json'), 'utf8')) as never;
    expect((await planning.stacks.deploy(pools, template)).status).toBe('CREATE_COMPLETE');
    const [construct] = constructsIn((await planning.plan(outdir)).json);
    expect(construct.userPoolId).toBe(pools.resources.find(({ type }) => type === 'AWS::Cognito::UserPool')!.physicalId);
    expect(changed(construct)).toEqual({ DeletionProtection: 'update' });
    // Alone, the export is asked of CloudFormation.
    expect(constructsIn((await planning.plan(outdir, 'Settings')).json)[0].userPoolId).toBe(construct.userPoolId);
    expect(planning.cloudFormation.actions).toContain('ListExports');
  });

  test('in a nested stack, whose template lies beside that of the stack', async () => {
    const outdir = synthesized((cdk: App) => {
      cdk.node.setContext('aws:cdk:enable-asset-metadata', true);
      const stack = new Stack(cdk, 'Above', { env: ENV });
      const stage = new CfnParameter(stack, 'Stage', { default: 'prod' });
      declare(new NestedStack(stack, 'Nested'), 'Settings', ONE, { userPoolTags: { stage: stage.valueAsString } });
    });
    const { json } = await planning.plan(outdir);
    expect(json.stacks.map(({ id }) => id)).toEqual(['Above', 'Above/Nested']);
    expect(json.stacks[1].constructs[0].changes).toEqual([{ path: 'UserPoolTags.stage', action: 'add', after: 'prod' }]);
  });

  test.each([true, false])('in a nested stack within another one, with metadata of assets: %s', async (hasMetadata) => {
    const outdir = synthesized((cdk: App) => {
      cdk.node.setContext('aws:cdk:enable-asset-metadata', hasMetadata);
      const outer = new NestedStack(new Stack(cdk, 'Above', { env: ENV }), 'Outer');
      declare(outer, 'Settings', TWO, { deletionProtection: true });
      declare(new NestedStack(outer, 'Inner'), 'Settings', ONE, { deletionProtection: true });
    });
    const { json, stderr } = await planning.plan(outdir);
    expect(stderr).toBe('');
    expect(constructsIn(json).map(({ userPoolId, event }) => [userPoolId, event])).toEqual([[TWO, 'create'], [ONE, 'create']]);
  });

  test('in a nested stack whose template is elsewhere: that is said, and nothing of it is planned', async () => {
    const outdir = synthesized((cdk: App) => {
      const stack = new Stack(cdk, 'Above', { env: ENV });
      new CfnStack(stack, 'Elsewhere', { templateUrl: 'https://example.com/template.json' });
    });
    const { json, stderr } = await planning.plan(outdir);
    expect(stderr).toBe('cdk-cognito-user-pool-settings: warning: the template of the nested stack Above/Elsewhere is not in the app: '
      + 'what it does to user pools is not planned\n');
    expect(constructsIn(json)).toEqual([]);
  });
});
