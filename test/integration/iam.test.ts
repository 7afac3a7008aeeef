import { CfnParameter, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Mfa, UserPool, type SignInAliases } from 'aws-cdk-lib/aws-cognito';
import { Effect, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Function, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { freshPool, poolWithEverything, type Seed } from '../../local/cognito';
import type { DeploymentResult, Grant, Template } from '../../local/deployment';
import {
  AuthFactor, EmailSendingAccount, ManagedUserPool, OnRemoval, UserPoolMfa, UserPoolSettings, UserPoolSettingsProvider,
  UserVerification,
} from '../../src';
import { RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { JsonObject } from '../../src/core/wire/json';
import { everyOption, imported, smsByEums, smsBySns } from '../support/every-option';
import { closeAll, declare, LocalApp, type Build } from '../support/local-app';
import { sentenceOf } from '../support/sentence';
import { moved, snapshot, type Snapshot } from '../support/snapshot';
import type { Settings } from '../support/synth';

/** Where a call shall be denied, of the function's two minutes: time for few of the retries that wait for a permission to spread. */
const HASTY = 1 / 40;

const KEY = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555';
const THEIR_SMS_ROLE = 'arn:aws:iam::123456789012:role/auth-sms';

afterEach(closeAll);

const lambdaFunction = (stack: Stack, name: string): IFunction =>
  Function.fromFunctionArn(stack, name, `arn:aws:lambda:us-east-1:123456789012:function:${name}`);

/** Pools that make the function do different things for the same settings; none sends SMS, so that none brings a role along. */
const POOLS: Readonly<Record<string, () => Seed>> = {
  fresh: freshPool,
  passkeys: () => withPasskeys('OFF', {}),
  secondFactor: () => withPasskeys('OPTIONAL', { SoftwareTokenMfaConfiguration: { Enabled: true } }),
  everything: () => {
    const { pool, mfa } = poolWithEverything();
    const { SmsConfiguration: _, ...others } = pool;
    return { pool: others, mfa };
  },
};

function withPasskeys(MfaConfiguration: string, factors: JsonObject): Seed {
  const { pool } = freshPool();
  const { PasswordPolicy } = pool.Policies as JsonObject;
  const Policies = { PasswordPolicy, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } };
  const WebAuthnConfiguration = { RelyingPartyId: 'auth.example.com', UserVerification: 'required' };
  return { pool: { ...pool, MfaConfiguration, Policies }, mfa: { MfaConfiguration, WebAuthnConfiguration, ...factors } };
}

type Declare = (stack: Stack) => Settings;

/** What is declared at creation, what with the first update, and what is left with the second; then all of it is deleted. */
type Life = readonly [create: Declare, change: Declare, drop: Declare];

const tagged = (stage: string, settings: Declare): Declare => (stack) => ({ userPoolTags: { stage }, ...settings(stack) });
const life = (create: Declare, change: Declare, left: Declare = () => ({})): Life => [
  tagged('one', create), tagged('two', change), tagged('three', left),
];

const sendingBy = (stack: Stack, name: string): Settings => ({
  lambdaConfig: { customEmailSender: { lambdaFunction: lambdaFunction(stack, name) }, kmsKey: Key.fromKeyArn(stack, 'Key', KEY) },
});
const OWN_MAIL = {
  emailSendingAccount: EmailSendingAccount.DEVELOPER, sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
};

const BY_TOTP = { mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } };

const LIVES: Readonly<Record<string, Life>> = {
  'a plain setting': life(() => ({ deletionProtection: true }), () => ({ deletionProtection: false })),
  'MFA by TOTP': life(
    () => BY_TOTP,
    () => ({ mfaConfiguration: UserPoolMfa.OFF, softwareTokenMfaConfiguration: { enabled: false } }),
  ),
  'passkeys': life(
    () => ({
      webAuthnConfiguration: { relyingPartyId: 'login.example.com' },
      policies: { signInPolicy: { allowedFirstAuthFactors: [AuthFactor.PASSWORD, AuthFactor.WEB_AUTHN] } },
    }),
    () => ({ webAuthnConfiguration: { relyingPartyId: 'login.example.com', userVerification: UserVerification.PREFERRED } }),
  ),
  'SMS through Amazon SNS': life(
    (stack) => ({ smsConfiguration: smsBySns(imported(stack)) }),
    (stack) => ({ smsConfiguration: { ...smsBySns(imported(stack)), externalId: 'another' } }),
    (stack) => ({ existingSmsRole: imported(stack).role('sms') }),
  ),
  'SMS through End User Messaging': life(
    (stack) => ({ smsConfiguration: smsByEums(imported(stack)) }),
    (stack) => ({ smsConfiguration: { eumsSms: { ...smsByEums(imported(stack)).eumsSms!, configurationSetName: 'another' } } }),
    (stack) => ({ existingSmsRole: imported(stack).role('eums') }),
  ),
  'SMS as a second factor': life(
    (stack) => ({ mfaConfiguration: UserPoolMfa.OPTIONAL, smsMfaConfiguration: { smsConfiguration: smsBySns(imported(stack)) } }),
    (stack) => ({
      mfaConfiguration: UserPoolMfa.OPTIONAL,
      smsMfaConfiguration: { smsConfiguration: smsBySns(imported(stack)), smsAuthenticationMessage: 'Code {####}' },
    }),
    (stack) => ({ existingSmsRole: imported(stack).role('sms') }),
  ),
  'a custom sender with its key': life(
    (stack) => sendingBy(stack, 'sender'),
    (stack) => sendingBy(stack, 'other'),
  ),
  'email through Amazon SES': life(
    () => ({ emailConfiguration: OWN_MAIL }),
    () => ({ emailConfiguration: { ...OWN_MAIL, replyToEmailAddress: 'help@example.com' } }),
  ),
  'a trigger': life(
    (stack) => ({ lambdaConfig: { preSignUp: lambdaFunction(stack, 'one') } }),
    (stack) => ({ lambdaConfig: { preSignUp: lambdaFunction(stack, 'two') } }),
  ),
  'RESET_TO_DEFAULT with MFA': life(
    () => ({ onRemoval: OnRemoval.RESET_TO_DEFAULT, ...BY_TOTP }),
    () => ({ onRemoval: OnRemoval.RESET_TO_DEFAULT, ...BY_TOTP, deletionProtection: true }),
    () => ({ onRemoval: OnRemoval.RESET_TO_DEFAULT }),
  ),
  'RESTORE_PREVIOUS with MFA': life(
    () => ({ onRemoval: OnRemoval.RESTORE_PREVIOUS, ...BY_TOTP }),
    () => ({ onRemoval: OnRemoval.RESTORE_PREVIOUS, ...BY_TOTP, deletionProtection: true }),
    () => ({ onRemoval: OnRemoval.RESTORE_PREVIOUS }),
  ),
  'factors that are cleared': life(
    () => ({ clear: ['webAuthnConfiguration'] }),
    () => ({ clear: ['webAuthnConfiguration', 'deviceConfiguration'] }),
  ),
  'every option': life(
    (stack) => everyOption(imported(stack)),
    (stack) => everyOption(imported(stack), smsByEums(imported(stack))),
  ),
};

/** What was allowed, what of it was asked for, and what else; the pool's ARN is `pool`. */
class Ledger {
  public readonly denied = new Set<string>();
  private readonly granted = new Set<string>();
  private readonly used = new Set<string>();

  constructor(private readonly app: LocalApp) {}

  public get unused(): string[] {
    return [...this.granted].filter((grant) => !this.used.has(grant));
  }

  /** One pool's whole life; gives how its deployments ended. */
  public async enter(poolArn: () => string, deployments: readonly (() => Promise<DeploymentResult>)[]): Promise<string[]> {
    const { permissions } = this.app.deployment;
    const said = ({ action, resource }: Pick<Grant, 'action' | 'resource'>) => {
      return `${action} on ${resource === poolArn() ? 'pool' : resource}`;
    };
    const ends: string[] = [];
    for (const deploy of deployments) {
      const { status, events } = await deploy();
      const reasons = events.filter((event) => event.status.endsWith('_FAILED')).map(({ reason }) => reason);
      ends.push([status, ...reasons].join(' '));
      for (const grant of permissions.grants) if (!grant.action.startsWith('logs:')) this.granted.add(said(grant));
      for (const use of permissions.used.splice(0)) (use.allowed ? this.used : this.denied).add(said(use));
    }
    return ends;
  }
}

const DONE = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_COMPLETE', 'DELETE_COMPLETE'];

/** The lives of several pools, one after the other in one account. */
async function ledgerOf(steps: Life, seeds: readonly (() => Seed)[] = Object.values(POOLS)): Promise<Ledger> {
  const app = await LocalApp.start({ iam: 'enforced' });
  const ledger = new Ledger(app);
  for (const seed of seeds) {
    const id = app.cognito.seed(seed());
    const deployments = steps.map((settings) => async () => app.deploy(id, settings));
    const arn = String(app.cognito.pool(id).Arn);
    expect(await ledger.enter(() => arn, [...deployments, async () => app.destroy()])).toEqual(DONE);
  }
  return ledger;
}

describe('the derived policy and the calls that Cognito saw: none missing, none unused', () => {
  test.each(Object.entries(LIVES))('%s', async (_, steps) => {
    const ledger = await ledgerOf(steps);
    expect([...ledger.denied]).toEqual([]);
    expect(ledger.unused).toEqual([]);
  }, 120_000);

  test('the role that a pool has already', async () => {
    const existing = (stack: Stack): Settings => ({ existingSmsRole: Role.fromRoleArn(stack, 'Sms', THEIR_SMS_ROLE) });
    const ledger = await ledgerOf(life(existing, existing, existing), [poolWithEverything]);
    expect([...ledger.denied]).toEqual([]);
    expect(ledger.unused).toEqual([]);
  });

  const POOLS_OF_APP: Readonly<Record<string, (stack: Stack, stage: string) => unknown>> = {
    'a pool of the app that sends SMS': (stack, stage) => new UserPoolSettings(stack, 'Settings', {
      userPool: new UserPool(stack, 'Pool', {
        smsRole: Role.fromRoleArn(stack, 'Sms', THEIR_SMS_ROLE),
        smsRoleExternalId: 'external-id',
        mfa: Mfa.OPTIONAL,
        mfaSecondFactor: { otp: true, sms: false },
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      userPoolTags: { stage },
    }),
    'a ManagedUserPool with an SMS role and settings of the API alone': (stack, stage) => new ManagedUserPool(stack, 'Pool', {
      enableSmsRole: true,
      webAuthnConfiguration: { relyingPartyId: `${stage}.example.com` },
      acrConfiguration: { level2: { acrValue: `urn:example:${stage}` } },
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  };

  test.each(Object.entries(POOLS_OF_APP))('%s', async (_, build) => {
    const app = await LocalApp.start({ iam: 'enforced' });
    const ledger = new Ledger(app);
    let arn = '';
    const poolArn = (): string => {
      const pool = app.deployment.resources.find(({ type }) => type === 'AWS::Cognito::UserPool');
      if (pool) arn = String(pool.attributes.Arn);
      return arn;
    };
    const deployments = ['one', 'two', 'three'].map((stage) => async () => app.deployStack((stack) => { build(stack, stage); }));
    expect(await ledger.enter(poolArn, [...deployments, async () => app.destroy()])).toEqual(DONE);
    expect([...ledger.denied]).toEqual([]);
    expect(ledger.unused).toEqual([]);
  });

  test('for settings that are taken back: the call for second factors too, since one may have been declared before', async () => {
    const resetting: Settings = { onRemoval: OnRemoval.RESET_TO_DEFAULT };
    const factors: Settings = { ...resetting, mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } };
    const ledger = await ledgerOf(life(() => factors, () => resetting, () => resetting), [freshPool]);
    expect([...ledger.denied]).toEqual([]);
    expect(ledger.unused).toEqual([]);
  });

  test.each<[string, (app: LocalApp) => readonly [() => Promise<DeploymentResult>, () => Promise<DeploymentResult>]]>([
    ['whose id the deployment brings', (app) => {
      const [first, second] = [app.cognito.seed(freshPool()), app.cognito.seed(freshPool())];
      const build: Build = (stack) => {
        const userPool = UserPool.fromUserPoolId(stack, 'Pool', new CfnParameter(stack, 'PoolId').valueAsString);
        new UserPoolSettings(stack, 'Settings', { userPool, lambdaConfig: { preSignUp: lambdaFunction(stack, 'ours') } });
      };
      return [async () => app.deployStack(build, { PoolId: first }), async () => app.deployStack(build, { PoolId: second })];
    }],
    ['of the app', (app) => {
      const build = (signInAliases: SignInAliases): Build => (stack) => {
        const userPool = new UserPool(stack, 'Pool', { signInAliases });
        new UserPoolSettings(stack, 'Settings', { userPool, lambdaConfig: { preSignUp: lambdaFunction(stack, 'ours') } });
      };
      return [async () => app.deployStack(build({ email: true })), async () => app.deployStack(build({ username: true }))];
    }],
  ])('for a pool %s and another takes the place of: it is released by what was allowed for it', async (_title, deployments) => {
    const app = await LocalApp.start({ iam: 'enforced' });
    const [first, second] = deployments(app);
    await first();
    const { UserPoolId: former } = app.deployment.requests[0].ResourceProperties;

    const { status, events } = await second();

    expect(status).toBe('UPDATE_COMPLETE');
    expect(events.filter((event) => event.status.endsWith('_FAILED'))).toEqual([]);
    expect(app.cognito.pool(String(former)).LambdaConfig ?? {}).toEqual({});
  });

  test('a role that is no longer declared while the pool keeps it is told to be named', async () => {
    const app = await LocalApp.start({ iam: 'enforced', timeScale: HASTY });
    const id = app.cognito.seed(freshPool());
    await app.deploy(id, (stack) => ({ smsConfiguration: smsBySns(imported(stack)) }));
    const { status, reason } = await app.deploy(id, { userPoolTags: { stage: 'test' } });
    expect(status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(reason).toMatch(/hold role arn:aws:iam::123456789012:role\/sms, which the function may not pass to Cognito: pass it as existingSmsRole/);
  });
});

describe('what the role does not allow at the time of the call', () => {
  const trigger: Declare = (stack) => ({ lambdaConfig: { preSignUp: lambdaFunction(stack, 'ours') } });
  const withoutSettings: Build = (stack) => { UserPoolSettingsProvider.getOrCreate(stack); };
  let app: LocalApp;
  let id: string;
  let before: Snapshot;

  async function start(seed: Seed): Promise<void> {
    app = await LocalApp.start({ iam: 'enforced', timeScale: HASTY });
    id = app.cognito.seed(seed);
    before = snapshot(app.cognito, id);
  }

  const denials = () => app.deployment.permissions.used.filter(({ allowed }) => !allowed).map(({ action }) => action);

  test('is not asked for by a construct that is deleted: its permissions go after it', async () => {
    await start(freshPool());
    await app.deploy(id, trigger);
    const { status, events } = await app.deployStack(withoutSettings);

    expect(status).toBe('UPDATE_COMPLETE');
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
    expect(denials()).toEqual([]);
    const deleted = events.filter((event) => event.status === 'DELETE_COMPLETE').map(({ type }) => type);
    expect(deleted.indexOf(RESOURCE_TYPE)).toBeLessThan(deleted.indexOf('AWS::IAM::Policy'));
  });

  test('is denied, if the permissions went first', async () => {
    await start(freshPool());
    await app.deploy(id, trigger);
    const template = app.synthesize((stack) => void declare(stack, id, trigger));
    await app.deployment.deploy(inOtherOrder(template));

    const { events } = await app.deployStack(withoutSettings);

    const [failure] = events.filter((event) => event.status === 'DELETE_FAILED');
    expect(failure.reason).toMatch(`the function may not call cognito-idp:DescribeUserPool on user pool ${id}`);
    expect(new Set(denials())).toEqual(new Set(['cognito-idp:DescribeUserPool']));
    expect(app.cognito.pool(id).LambdaConfig).toHaveProperty('PreSignUp');
  });

  test('is a role that a pool has and nobody declares: the reason names it, and the pool is as before', async () => {
    await start(poolWithEverything());

    const result = await app.deploy(id, { userPoolTags: { stage: 'test' } });

    expect(result.status).toBe('ROLLBACK_COMPLETE');
    expect(sentenceOf(result)).toMatch(`hold role ${THEIR_SMS_ROLE}, which the function may not pass to Cognito`);
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
    expect(new Set(denials())).toEqual(new Set(['iam:PassRole']));
  });

  test('is what a statement denies, whatever others allow', async () => {
    await start(freshPool());

    const result = await app.deploy(id, { userPoolTags: { stage: 'test' } }, {}, (stack) => {
      UserPoolSettingsProvider.getOrCreate(stack).role.addToPrincipalPolicy(
        new PolicyStatement({ effect: Effect.DENY, actions: ['cognito-idp:Update*'], resources: ['*'] }),
      );
    });

    expect(result.status).toBe('ROLLBACK_COMPLETE');
    expect(sentenceOf(result)).toMatch(/cognito-idp:UpdateUserPool .* with an explicit deny in an identity-based policy/);
    expect(moved(before, snapshot(app.cognito, id))).toEqual({});
  });
});

/** The policies stand on the settings, in place of the other way round. */
function inOtherOrder(template: Template): Template {
  const entries = Object.entries(template.Resources);
  const named = (type: string) => entries.filter(([, { Type }]) => Type === type).map(([name]) => name);
  const [policies, settings] = [named('AWS::IAM::Policy'), named(RESOURCE_TYPE)];
  return {
    ...template,
    Resources: Object.fromEntries(entries.map(([name, resource]) => {
      const others = [resource.DependsOn ?? []].flat().filter((dependency) => !policies.includes(dependency));
      return [name, { ...resource, DependsOn: policies.includes(name) ? [...others, ...settings] : others }];
    })),
  };
}
