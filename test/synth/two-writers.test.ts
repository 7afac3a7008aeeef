import { App, Aspects, Aws, CfnParameter, Duration, Fn, NestedStack, Stack, Stage, Tags, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  AccountRecovery, CfnUserPool, LambdaVersion, Mfa, UserPool, UserPoolOperation, type CfnUserPoolProps, type IUserPool,
  type UserPoolProps,
} from 'aws-cdk-lib/aws-cognito';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime, type IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  DefaultEmailOption, EmailSendingAccount, ManagedUserPool, OnRemoval, PreTokenGenerationLambdaVersion, RecoveryOptionName,
  UserPoolMfa,
  UserPoolSettings, UserVerification, VerifiedAttribute, WebAuthnFactorConfiguration, type ManagedUserPoolProps,
} from '../../src';
import { RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { Json } from '../../src/core/wire/json';
import { POOL_ID, testStack, type Settings } from '../support/synth';

const ENV = { account: '123456789012', region: 'us-east-1' };
const TRIGGER = 'arn:aws:lambda:us-east-1:123456789012:function:trigger';
const triggerIn = (stack: Stack, id = 'Imported', arn = TRIGGER): IFunction => Function.fromFunctionArn(stack, id, arn);
const made = (stack: Stack, id: string) => new Function(stack, id,
  { code: Code.fromInline('//'), handler: 'index.handler', runtime: Runtime.NODEJS_20_X });
const roleIn = (stack: Stack, name: string) => Role.fromRoleArn(stack, name, `arn:aws:iam::123456789012:role/${name}`);

describe('one setting has one owner', () => {
  type Pools = (one: Stack, other: Stack) => readonly [IUserPool, IUserPool];
  const sharedIn = (pool: IUserPool) => [pool, pool] as const;
  const POOLS: readonly [string, Pools][] = [
    ['a pool that is made', (one) => sharedIn(new UserPool(one, 'Pool'))],
    ['a ManagedUserPool', (one) => sharedIn(new ManagedUserPool(one, 'Pool'))],
    ['an imported pool', (one) => sharedIn(UserPool.fromUserPoolId(one, 'Pool', POOL_ID))],
    ['two imports by the same id',
      (one, other) => [UserPool.fromUserPoolId(one, 'Pool', POOL_ID), UserPool.fromUserPoolId(other, 'Same', POOL_ID)]],
    ['imports by id and by ARN', (one, other) => [
      UserPool.fromUserPoolId(one, 'Pool', POOL_ID),
      UserPool.fromUserPoolArn(other, 'Same', `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${POOL_ID}`),
    ]],
    ['a pool that is made and its import by reference', (one, other) => {
      const pool = new UserPool(one, 'Pool');
      return [pool, UserPool.fromUserPoolId(other, 'Same', pool.userPoolId)];
    }],
    ['a resource that is imported twice by reference', (one, other) => {
      const { ref } = new CfnUserPool(one, 'Pool');
      return [UserPool.fromUserPoolId(one, 'A', ref), UserPool.fromUserPoolId(other, 'B', ref)];
    }],
  ];
  const PLACES: readonly [string, (app: App) => readonly [Stack, Stack]][] = [
    ['one stack', (app) => {
      const stack = new Stack(app, 'One', { env: ENV });
      return [stack, stack];
    }],
    ['two stacks', (app) => [new Stack(app, 'One', { env: ENV }), new Stack(app, 'Two', { env: ENV })]],
    ['a stack and one nested in it', (app) => {
      const stack = new Stack(app, 'One', { env: ENV });
      return [stack, new NestedStack(stack, 'Two')];
    }],
    ['two stacks of one stage', (app) => {
      const stage = new Stage(app, 'Prod', { env: ENV });
      return [new Stack(stage, 'One'), new Stack(stage, 'Two')];
    }],
  ];
  const ALL = PLACES.flatMap(([where, stacks]) => POOLS.map(([which, pools]) => [which, where, pools, stacks] as const));

  test.each(ALL)('of %s in %s', (_which, _where, pools, stacks) => {
    const [one, other] = stacks(new App());
    const [userPool, same] = pools(one, other);
    const first = new UserPoolSettings(one, 'First', { userPool, deletionProtection: true, userPoolTags: { a: '1' } });
    expect(() => new UserPoolSettings(other, 'Second', { userPool: same, userPoolTags: { b: '2' }, deletionProtection: true }))
      .toThrow(`${other.node.path}/Second and ${first.node.path} both declare deletionProtection of one user pool: declare it in one of them`);
  });

  test.each(ALL)('and other settings of %s in %s are somebody else\'s', (_which, _where, pools, stacks) => {
    const [one, other] = stacks(new App());
    const [userPool, same] = pools(one, other);
    new UserPoolSettings(one, 'First', { userPool, userPoolTags: { a: '1' } });
    expect(() => new UserPoolSettings(other, 'Second', { userPool: same, userPoolTags: { b: '2' } })).not.toThrow();
  });

  test('but pools of two stages are two pools', () => {
    const app = new App();
    for (const name of ['Beta', 'Prod']) {
      const stack = new Stack(new Stage(app, name, { env: ENV }), 'Stack');
      new UserPoolSettings(stack, 'Settings',
        { userPool: UserPool.fromUserPoolId(stack, 'Pool', POOL_ID), deletionProtection: true });
    }
    expect(() => app.synth()).not.toThrow();
  });

  test('but what tokens stand for in two stacks nobody knows', () => {
    const app = new App();
    for (const name of ['One', 'Two']) {
      const stack = new Stack(app, name, { env: ENV });
      const id = new CfnParameter(stack, 'PoolId').valueAsString;
      new UserPoolSettings(stack, 'Settings', { userPool: UserPool.fromUserPoolId(stack, 'Pool', id), deletionProtection: true });
    }
    expect(() => app.synth()).not.toThrow();
  });

  test('and the same parameter in one stack is the same pool', () => {
    const stack = testStack();
    const id = new CfnParameter(stack, 'PoolId').valueAsString;
    const pool = (name: string) => UserPool.fromUserPoolId(stack, name, id);
    new UserPoolSettings(stack, 'One', { userPool: pool('A'), deletionProtection: true });
    expect(() => new UserPoolSettings(stack, 'Two',
      { userPool: pool('B'), deletionProtection: true })).toThrow('Stack/Two and Stack/One both declare');
  });

  type Twice = readonly [title: string, one: Settings, other: Settings, prop: string];
  test.each<Twice>([
    ['a message and its older name', { emailVerificationMessage: 'a {####}' },
      { verificationMessageTemplate: { emailMessage: 'a {####}' } },
      'verificationMessageTemplate.emailMessage'],
    ['SMS as a factor and the message', { smsMfaConfiguration: { smsAuthenticationMessage: 'a {####}' } },
      { smsAuthenticationMessage: 'a {####}' },
      'smsAuthenticationMessage'],
    ['days under both names', { policies: { passwordPolicy: { temporaryPasswordValidity: Duration.days(3) } } },
      { adminCreateUserConfig: { unusedAccountValidity: Duration.days(3) } }, 'policies.passwordPolicy.temporaryPasswordValidity'],
  ])('also under two names: %s', (_title, one, other, prop) => {
    const stack = testStack();
    const userPool = new UserPool(stack, 'Pool');
    new UserPoolSettings(stack, 'One', { userPool, ...one });
    expect(() => new UserPoolSettings(stack, 'Two', { userPool, ...other })).toThrow(`both declare ${prop} of one user pool`);
  });

  test('also of a trigger that is added later', () => {
    const stack = testStack();
    const userPool = new UserPool(stack, 'Pool');
    new UserPoolSettings(stack, 'One', { userPool, lambdaConfig: { preSignUp: triggerIn(stack) } });
    const two = new UserPoolSettings(stack, 'Two', { userPool });
    expect(() => two.addTrigger(UserPoolOperation.PRE_SIGN_UP, triggerIn(stack, 'Other'))).toThrow(
      'Stack/Two and Stack/One both declare lambdaConfig.preSignUp of one user pool',
    );
  });

  test('also of a ManagedUserPool and settings beside it', () => {
    const stack = testStack();
    const userPool = new ManagedUserPool(stack, 'Pool', { lambdaConfig: { preSignUp: triggerIn(stack) } });
    expect(() => new UserPoolSettings(stack, 'Settings', { userPool, lambdaConfig: { preSignUp: triggerIn(stack, 'Other') } }))
      .toThrow('Stack/Settings and Stack/Pool/Settings both declare lambdaConfig.preSignUp of one user pool');
  });

  test('also of a ManagedUserPool to which functions of two stacks are attached', () => {
    const app = new App();
    const [pools, one, two] = ['Pools', 'One', 'Two'].map((name) => new Stack(app, name, { env: ENV }));
    const pool = new ManagedUserPool(pools, 'Pool');
    pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, made(one, 'Fn'));
    expect(() => pool.addTrigger(UserPoolOperation.PRE_SIGN_UP,
      made(two, 'Fn'))).toThrow(/both declare lambdaConfig\.preSignUp of one user pool/);
    expect(() => pool.addTrigger(UserPoolOperation.PRE_SIGN_UP,
      made(pools, 'Fn'))).toThrow(/both declare lambdaConfig\.preSignUp of one user pool/);
    expect(() => pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, made(one, 'Fn2')))
      .toThrow(/lambdaConfig\.preSignUp has a function here already: an operation has one/);
  });

  test('also of one that declares it and one that clears it', () => {
    const stack = testStack();
    const userPool = UserPool.fromUserPoolId(stack, 'Pool', POOL_ID);
    new UserPoolSettings(stack, 'One', { userPool, deletionProtection: true });
    expect(() => new UserPoolSettings(stack, 'Two',
      { userPool, clear: ['deletionProtection'] })).toThrow(/Stack\/Two and Stack\/One/);
  });

  test('also of additional settings, in the user\'s own spelling', () => {
    const stack = testStack();
    const userPool = UserPool.fromUserPoolId(stack, 'Pool', POOL_ID);
    new UserPoolSettings(stack, 'One', { userPool, additionalSettings: { FutureConfiguration: { Mode: 1 } } });
    expect(() => new UserPoolSettings(stack, 'Two', { userPool, additionalSettings: { FutureConfiguration: { Mode: 2 } } }))
      .toThrow(/both declare FutureConfiguration\.Mode/);
  });
});

describe('constructs on one pool', () => {
  function dependencies(stack: Stack): Record<string, readonly string[]> {
    const found = Template.fromStack(stack).findResources(RESOURCE_TYPE) as Record<string, { DependsOn?: string[] }>;
    const short = (id: string) => id.replace(/[0-9A-F]{8}$/, '');
    return Object.fromEntries(Object.entries(found).map(([id, { DependsOn = [] }]) => [
      short(id), DependsOn.filter((other) => Object.hasOwn(found, other)).map(short),
    ]));
  }

  test('of one stack are chained, whichever name the pool has', () => {
    const stack = testStack();
    const pool = new ManagedUserPool(stack, 'Pool', { deviceConfiguration: { challengeRequiredOnNewDevice: true } });
    const again = UserPool.fromUserPoolId(stack, 'Again', pool.userPoolId);
    const once = UserPool.fromUserPoolId(stack, 'Once', (pool.node.defaultChild as CfnUserPool).ref);
    new UserPoolSettings(stack, 'A', { userPool: pool, lambdaConfig: { preSignUp: triggerIn(stack) } });
    new UserPoolSettings(stack, 'B', { userPool: again, mfaConfiguration: UserPoolMfa.OFF });
    new UserPoolSettings(stack, 'C', { userPool: once, additionalSettings: { Future: 1 } });
    expect(dependencies(stack)).toEqual({ PoolSettings: [], A: ['PoolSettings'], B: ['A'], C: ['B'] });
  });

  test('of two stacks are chained each in its own', () => {
    const app = new App();
    const [one, two] = ['One', 'Two'].map((name) => new Stack(app, name, { env: ENV }));
    const userPool = UserPool.fromUserPoolId(one, 'Pool', POOL_ID);
    const tags = (stack: Stack, name: string) => new UserPoolSettings(stack, name, { userPool, userPoolTags: { [name]: 'x' } });
    tags(one, 'A');
    tags(two, 'B');
    tags(one, 'C');
    tags(two, 'D');
    expect([dependencies(one), dependencies(two)]).toEqual([{ A: [], C: ['A'] }, { B: [], D: ['B'] }]);
  });

  test('that add a trigger make no circle of them', () => {
    const stack = testStack();
    const pool = new ManagedUserPool(stack, 'Pool');
    const settings = new UserPoolSettings(stack, 'Settings', { userPool: pool });
    const fn = made(stack, 'Fn');
    fn.addEnvironment('POOL', pool.userPoolId);
    pool.grant(fn, 'cognito-idp:AdminGetUser');
    fn.addEnvironment('CLIENT', pool.addClient('Client').userPoolClientId);
    pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, fn);
    settings.addTrigger(UserPoolOperation.POST_CONFIRMATION, fn);
    pool.addTrigger(UserPoolOperation.CUSTOM_MESSAGE, fn);
    expect(() => Template.fromStack(stack)).not.toThrow();
    expect(dependencies(stack)).toEqual({ Settings: [], PoolSettings: ['Settings'] });
  });
});

type Declared = Settings | ((stack: Stack) => Settings);
type Properties = CfnUserPoolProps | ((stack: Stack) => CfnUserPoolProps);

/** The errors of a synthesis in which the pool's own resource and a construct say something. */
function errorsOf(properties: Properties, declared: Declared, change?: (resource: CfnUserPool, stack: Stack) => void): string[] {
  const stack = testStack();
  const resource = new CfnUserPool(stack, 'Raw', typeof properties === 'function' ? properties(stack) : properties);
  const userPool = UserPool.fromUserPoolId(stack, 'Pool', resource.ref);
  new UserPoolSettings(stack, 'Settings', { userPool, ...typeof declared === 'function' ? declared(stack) : declared });
  change?.(resource, stack);
  return errorsIn(stack);
}

function errorsIn(stack: Stack): string[] {
  try {
    Template.fromStack(stack);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).map((line) => line.trim());
  }
}

/** One error for each: what it is, and whose properties say otherwise. The way out has a test of its own. */
const OTHERWISE = (names: readonly string[], resource = 'Stack/Raw') => names.map((name) => expect.stringContaining(
  `[Stack/Settings] ${name} ${name === 'the second factors' ? 'are' : 'is'} declared here, and the properties of ${resource} say otherwise: `,
) as string);

type Taken = readonly [title: string, properties: Properties, declared: Declared];
type Refused = readonly [title: string, properties: Properties, declared: Declared, names: readonly string[]];

describe('what a construct and the pool\'s own properties both say', () => {
  test.each<Refused>([
    ['another word', { deletionProtection: 'INACTIVE' }, { deletionProtection: true }, ['deletionProtection']],
    ['the default against a value', { deletionProtection: 'ACTIVE' }, { deletionProtection: false }, ['deletionProtection']],
    ['a value against the default', { userPoolAddOns: { advancedSecurityMode: 'OFF' } },
      { userPoolAddOns: { advancedSecurityMode: 'AUDIT' as never } }, ['userPoolAddOns.advancedSecurityMode']],
    ['another number', { policies: { passwordPolicy: { minimumLength: 12 } } },
      { policies: { passwordPolicy: { minimumLength: 14 } } },
      ['policies.passwordPolicy.minimumLength']],
    ['another flag', { policies: { passwordPolicy: { requireSymbols: true } } },
      { policies: { passwordPolicy: { requireSymbols: false } } },
      ['policies.passwordPolicy.requireSymbols']],
    ['another name', { userPoolName: 'one' }, { poolName: 'two' }, ['poolName']],
    ['another tag', { userPoolTags: { team: 'one', stage: 'x' } }, { userPoolTags: { team: 'two', other: 'x' } },
      ['userPoolTags.team']],
    ['another list', { autoVerifiedAttributes: ['email'] }, { autoVerifiedAttributes: [VerifiedAttribute.PHONE_NUMBER] },
      ['autoVerifiedAttributes']],
    ['an empty list', { autoVerifiedAttributes: ['email'] }, { autoVerifiedAttributes: [] }, ['autoVerifiedAttributes']],
    ['another MFA mode', { mfaConfiguration: 'OFF' },
      { mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } },
      ['mfaConfiguration']],
    ['other factors', { mfaConfiguration: 'OPTIONAL', enabledMfas: ['SMS_MFA'] },
      { softwareTokenMfaConfiguration: { enabled: true } }, ['the second factors']],
    ['more factors', { enabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] }, { softwareTokenMfaConfiguration: { enabled: true } },
      ['the second factors']],
    ['other passkeys', { webAuthnRelyingPartyId: 'a.example', webAuthnUserVerification: 'preferred' },
      { webAuthnConfiguration: { relyingPartyId: 'b.example', userVerification: UserVerification.REQUIRED } },
      ['webAuthnConfiguration.relyingPartyId', 'webAuthnConfiguration.userVerification']],
    ['the older name of a message', { emailVerificationMessage: 'one {####}' },
      { verificationMessageTemplate: { emailMessage: 'two {####}' } },
      ['verificationMessageTemplate.emailMessage']],
    ['the younger name of a message', { verificationMessageTemplate: { emailMessage: 'one {####}' } },
      { emailVerificationMessage: 'two {####}' },
      ['verificationMessageTemplate.emailMessage']],
    ['a subject', { emailVerificationSubject: 'one' }, { verificationMessageTemplate: { emailSubject: 'two' } },
      ['verificationMessageTemplate.emailSubject']],
    ['days under another name', { adminCreateUserConfig: { unusedAccountValidityDays: 3 } },
      { policies: { passwordPolicy: { temporaryPasswordValidity: Duration.days(4) } } },
      ['policies.passwordPolicy.temporaryPasswordValidity']],
    ['another trigger', { lambdaConfig: { preSignUp: `${TRIGGER}s` } },
      (stack) => ({ lambdaConfig: { preSignUp: triggerIn(stack) } }), ['lambdaConfig.preSignUp']],
    ['two of them', { deletionProtection: 'ACTIVE', userPoolTier: 'PLUS' },
      { deletionProtection: false, userPoolTier: 'LITE' as never, poolName: 'x' },
      ['deletionProtection', 'userPoolTier']],
    ['another recovery', { accountRecoverySetting: { recoveryMechanisms: [{ name: 'verified_email', priority: 1 }] } },
      { accountRecoverySetting: { recoveryMechanisms: [{ name: RecoveryOptionName.ADMIN_ONLY, priority: 1 }] } },
      ['accountRecoverySetting.recoveryMechanisms']],
  ])('is refused where it is otherwise: %s', (_title, properties, declared, names) => {
    expect(errorsOf(properties, declared)).toEqual(OTHERWISE(names));
  });

  test.each<Taken>([
    ['nothing', {}, { deletionProtection: true }],
    ['the same', { deletionProtection: 'ACTIVE' }, { deletionProtection: true }],
    ['a list in another order', { autoVerifiedAttributes: ['email', 'phone_number'] },
      { autoVerifiedAttributes: [VerifiedAttribute.PHONE_NUMBER, VerifiedAttribute.EMAIL] }],
    ['the same default', { mfaConfiguration: 'OFF' }, { mfaConfiguration: UserPoolMfa.OFF }],
    ['other members of one structure', { policies: { passwordPolicy: { minimumLength: 9 } } },
      { policies: { passwordPolicy: { requireSymbols: true } } }],
    ['other tags', { userPoolTags: { team: 'a' } }, { userPoolTags: { stage: 'b' } }],
    ['the same name', { userPoolName: 'one' }, { poolName: 'one' }],
    ['the same message under its older name', { emailVerificationMessage: 'one {####}' },
      { verificationMessageTemplate: { emailMessage: 'one {####}' } }],
    ['the same factors in another order', { enabledMfas: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
      { smsMfaConfiguration: {}, softwareTokenMfaConfiguration: { enabled: true } }],
    ['the same passkeys', { webAuthnRelyingPartyId: 'a.example', webAuthnUserVerification: 'required' },
      { webAuthnConfiguration: { relyingPartyId: 'a.example', userVerification: UserVerification.REQUIRED } }],
    ['the same trigger with a version',
      { lambdaConfig: { preTokenGenerationConfig: { lambdaArn: TRIGGER, lambdaVersion: 'V2_0' } } },
      (stack) => ({
        lambdaConfig: {
          preTokenGenerationConfig: {
            lambdaVersion: PreTokenGenerationLambdaVersion.V2_0,
            lambdaFunction: triggerIn(stack),
          },
        },
      })],
    ['the same trigger', { lambdaConfig: { preSignUp: TRIGGER } },
      (stack) => ({ lambdaConfig: { preSignUp: triggerIn(stack) } })],
    ['a token against a literal', (stack) => ({ userPoolName: new CfnParameter(stack, 'Name').valueAsString }),
      { poolName: 'x' }],
    ['a literal against a token', { userPoolName: 'x' },
      (stack) => ({ poolName: new CfnParameter(stack, 'Name').valueAsString })],
    ['a text with a token in it', (stack) => ({ userPoolName: `a-${new CfnParameter(stack, 'One').valueAsString}` }),
      { poolName: 'b' }],
    ['a secret that CloudFormation looks up', { userPoolName: '{{resolve:ssm:name}}' }, { poolName: 'b' }],
    ['a list that only the deployment knows',
      (stack) => ({ autoVerifiedAttributes: new CfnParameter(stack, 'L', { type: 'CommaDelimitedList' }).valueAsList }),
      { autoVerifiedAttributes: [VerifiedAttribute.EMAIL] }],
    ['a list with an element that only the deployment knows',
      (stack) => ({ autoVerifiedAttributes: [new CfnParameter(stack, 'E').valueAsString] }),
      { autoVerifiedAttributes: [VerifiedAttribute.EMAIL] }],
    ['an attribute against a literal', (stack) => ({ lambdaConfig: { preSignUp: made(stack, 'One').functionArn } }),
      (stack) => ({ lambdaConfig: { preSignUp: triggerIn(stack) } })],
    ['an attribute against itself', (stack) => ({ lambdaConfig: { preSignUp: made(stack, 'Fn').functionArn } }),
      (stack) => ({ lambdaConfig: { preSignUp: stack.node.findChild('Fn') as Function } })],
  ])('is taken where it may be the same: %s', (_title, properties, declared) => {
    expect(errorsOf(properties, declared)).toEqual([]);
  });

  test.each<[string, string, Json, Settings, readonly string[]]>([
    ['a number', 'Policies.PasswordPolicy.MinimumLength', '12', { policies: { passwordPolicy: { minimumLength: 12 } } }, []],
    ['another number', 'Policies.PasswordPolicy.MinimumLength', '13', { policies: { passwordPolicy: { minimumLength: 12 } } },
      ['policies.passwordPolicy.minimumLength']],
    ['a flag', 'Policies.PasswordPolicy.RequireSymbols', 'true', { policies: { passwordPolicy: { requireSymbols: true } } }, []],
    ['another flag', 'Policies.PasswordPolicy.RequireSymbols', 'false',
      { policies: { passwordPolicy: { requireSymbols: true } } },
      ['policies.passwordPolicy.requireSymbols']],
  ])('is compared also where a template has a text for it: %s', (_title, path, value, declared, names) => {
    expect(errorsOf({}, declared, (resource) => resource.addPropertyOverride(path, value))).toEqual(OTHERWISE(names));
  });

  test.each<[string, string, Json, Settings]>([
    ['a flag', 'AdminCreateUserConfig.AllowAdminCreateUserOnly', 'false',
      { adminCreateUserConfig: { allowAdminCreateUserOnly: false } }],
    ['a number', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays', '7',
      { policies: { passwordPolicy: { temporaryPasswordValidity: Duration.days(7) } } }],
  ])('is taken where a template has the default as a text: %s', (_title, path, value, declared) => {
    expect(errorsOf({}, declared, (resource) => resource.addPropertyOverride(path, value))).toEqual([]);
  });

  test.each<Taken>([
    ['the prop', { enabledMfas: ['SOFTWARE_TOKEN_MFA'] },
      (stack) => ({ softwareTokenMfaConfiguration: { enabled: new CfnParameter(stack, 'Totp').valueAsString as never } })],
    ['the property', (stack) => ({ enabledMfas: ['SMS_MFA', new CfnParameter(stack, 'More').valueAsString] }),
      { smsMfaConfiguration: {}, softwareTokenMfaConfiguration: { enabled: true } }],
  ])('is taken where a factor is a token in %s', (_title, properties, declared) => {
    expect(errorsOf(properties, declared)).toEqual([]);
  });

  test.each<Taken>([
    ['two parameters', (stack) => ({ userPoolName: new CfnParameter(stack, 'One').valueAsString }),
      (stack) => ({ poolName: new CfnParameter(stack, 'Two').valueAsString })],
    ['two imports', { userPoolName: Fn.importValue('one') }, { poolName: Fn.importValue('two') }],
    ['two texts with a parameter', { userPoolName: Fn.sub('${AWS::StackName}') },
      { poolName: Fn.sub('${AWS::StackName}${AWS::NoValue}') }],
    ['two choices', { userPoolName: Token.asString(Fn.conditionIf('A', 'x', 'y')) },
      { poolName: Token.asString(Fn.conditionIf('B', 'x', 'y')) }],
  ])('is taken where two tokens may be the same: %s', (_title, properties, declared) => {
    expect(errorsOf(properties, declared)).toEqual([]);
  });

  test('is named by its prop where two attributes differ', () => {
    expect(errorsOf((stack) => ({ lambdaConfig: { preSignUp: made(stack, 'One').functionArn } }),
      (stack) => ({ lambdaConfig: { preSignUp: made(stack, 'Two') } }))).toEqual(OTHERWISE(['lambdaConfig.preSignUp']));
  });

  test.each<[string, (resource: CfnUserPool, stack: Stack) => void]>([
    ['an override', (resource) => resource.addPropertyOverride('DeletionProtection', 'INACTIVE')],
    ['an aspect', (resource, stack) => Aspects.of(stack).add({
      visit: (node) => {
        if (node === resource) resource.deletionProtection = 'INACTIVE';
      },
    })],
  ])('is refused also where it comes by %s', (_title, change) => {
    expect(errorsOf({}, { deletionProtection: true }, change)).toEqual(OTHERWISE(['deletionProtection']));
  });

  test.each<[string, (stack: Stack) => void]>([
    ['the app', (stack) => Tags.of(stack.node.root).add('team', 'theirs')],
    ['the stack', (stack) => Tags.of(stack).add('team', 'theirs')],
    ['the resource', (stack) => Tags.of(stack.node.findChild('Raw')).add('team', 'theirs')],
  ])('is refused also where it is a tag of %s', (_title, tag) => {
    expect(errorsOf({}, { userPoolTags: { team: 'ours' } }, (_, stack) => tag(stack))).toEqual(OTHERWISE(['userPoolTags.team']));
  });

  test('is taken after the way out', () => {
    expect(errorsOf({ deletionProtection: 'INACTIVE' }, { deletionProtection: true },
      (resource) => resource.addPropertyDeletionOverride('DeletionProtection'))).toEqual([]);
  });

  test.each<Taken>([
    ['recovery', { accountRecoverySetting: { recoveryMechanisms: [{ name: 'verified_email', priority: 1 }] } },
      { accountRecoverySetting: { recoveryMechanisms: [{ priority: 1, name: RecoveryOptionName.VERIFIED_EMAIL }] } }],
  ])('is taken where the same members come in another order: %s', (_title, properties, declared) => {
    expect(errorsOf(properties, declared)).toEqual([]);
  });

  test.each<Taken>([
    ['SMS with its message', { enabledMfas: ['SMS_MFA'] }, { smsMfaConfiguration: { smsAuthenticationMessage: 'a {####}' } }],
    ['SMS with the same message', { enabledMfas: ['SMS_MFA'], smsAuthenticationMessage: 'a {####}' },
      { smsMfaConfiguration: { smsAuthenticationMessage: 'a {####}' } }],
  ])('is taken where a factor is the same: %s', (_title, properties, declared) => {
    expect(errorsOf(properties, declared)).toEqual([]);
  });

  test('is taken where a factor is the same: email with the same message', () => {
    expect(errorsOf({ enabledMfas: ['EMAIL_OTP'], emailAuthenticationMessage: 'a {####}', emailAuthenticationSubject: 'b' },
      { emailMfaConfiguration: { message: 'a {####}' } })).toEqual([]);
  });

  test.each<Refused>([
    ['the message', { smsAuthenticationMessage: 'one {####}' },
      { smsMfaConfiguration: { smsAuthenticationMessage: 'two {####}' } },
      ['smsAuthenticationMessage']],
    ['the role', { smsConfiguration: { snsCallerArn: 'arn:aws:iam::123456789012:role/one' } },
      (stack) => ({ smsMfaConfiguration: { smsConfiguration: { snsCaller: roleIn(stack, 'two') } } }),
      ['smsConfiguration.snsCaller']],
  ])('is refused where SMS as a factor says otherwise: %s', (_title, properties, declared, names) => {
    expect(errorsOf(properties, declared)).toEqual(OTHERWISE(names));
  });

  test('is refused where the construct clears what the resource has', () => {
    expect(errorsOf({ deletionProtection: 'ACTIVE' }, { clear: ['deletionProtection'] })).toHaveLength(1);
  });

  test('is told in correct English', () => {
    const [line] = errorsOf({ enabledMfas: ['SMS_MFA'] }, { softwareTokenMfaConfiguration: { enabled: true } });
    expect(line).toContain('the second factors are declared here');
  });
});

describe('what the L2 has by default', () => {
  const errorsOnL2 = (props: UserPoolProps, declared: Settings, change?: (resource: CfnUserPool) => void) => {
    const stack = testStack();
    const userPool = new UserPool(stack, 'Pool', props);
    new UserPoolSettings(stack, 'Settings', { userPool, ...declared });
    change?.(userPool.node.defaultChild as CfnUserPool);
    return errorsIn(stack);
  };
  const theirs = (names: readonly string[]) => OTHERWISE(names, 'Stack/Pool/Resource');

  test.each<[string, UserPoolProps, Settings, readonly string[]]>([
    ['its message', {}, { emailVerificationMessage: 'Mine {####}' }, ['verificationMessageTemplate.emailMessage']],
    ['its recovery', {},
      { accountRecoverySetting: { recoveryMechanisms: [{ priority: 1, name: RecoveryOptionName.VERIFIED_EMAIL }] } },
      ['accountRecoverySetting.recoveryMechanisms']],
    ['no sign-up by users', {}, { adminCreateUserConfig: { allowAdminCreateUserOnly: false } },
      ['adminCreateUserConfig.allowAdminCreateUserOnly']],
    ['codes', {}, { verificationMessageTemplate: { defaultEmailOption: DefaultEmailOption.CONFIRM_WITH_LINK } },
      ['verificationMessageTemplate.defaultEmailOption']],
    ['verification of what users sign in with', { signInAliases: { email: true } }, { autoVerifiedAttributes: [] },
      ['autoVerifiedAttributes']],
    ['SMS as the factor of MFA', { mfa: Mfa.OPTIONAL },
      { mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } },
      ['the second factors']],
  ])('is refused where it is otherwise: %s', (_title, props, declared, names) => {
    expect(errorsOnL2(props, declared)).toEqual(theirs(names));
  });

  test.each<[string, UserPoolProps, Settings, (resource: CfnUserPool) => void]>([
    ['its sign-up', {}, { adminCreateUserConfig: { allowAdminCreateUserOnly: false } },
      (resource) => resource.addPropertyDeletionOverride('AdminCreateUserConfig')],
    ['its message, under both names', {}, { emailVerificationMessage: 'Mine {####}' }, (resource) => {
      resource.addPropertyDeletionOverride('EmailVerificationMessage');
      resource.addPropertyDeletionOverride('VerificationMessageTemplate.EmailMessage');
    }],
  ])('is ours by addPropertyDeletionOverride: %s', (_title, props, declared, change) => {
    expect(errorsOnL2(props, declared, change)).toEqual([]);
  });

  test.each<[string, UserPoolProps, Settings, readonly string[]]>([
    ['a message, which it writes under both names', {}, { emailVerificationMessage: 'Mine {####}' },
      ['VerificationMessageTemplate.EmailMessage', 'EmailVerificationMessage']],
    ['a choice', {}, { verificationMessageTemplate: { defaultEmailOption: DefaultEmailOption.CONFIRM_WITH_LINK } },
      ['VerificationMessageTemplate.DefaultEmailOption']],
    ['sign-up', {}, { adminCreateUserConfig: { allowAdminCreateUserOnly: false } }, ['AdminCreateUserConfig.AllowAdminCreateUserOnly']],
    ['recovery', {}, { accountRecoverySetting: { recoveryMechanisms: [{ priority: 1, name: RecoveryOptionName.VERIFIED_EMAIL }] } },
      ['AccountRecoverySetting.RecoveryMechanisms']],
    ['a name', { userPoolName: 'theirs' }, { poolName: 'ours' }, ['UserPoolName']],
    ['second factors', { mfa: Mfa.OPTIONAL }, { mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } },
      ['EnabledMfas']],
  ])('is ours after the advice of the error: %s', (_title, props, declared, properties) => {
    const [line, ...more] = errorsOnL2(props, declared);
    expect(more).toEqual([]);
    expect(line.split('addPropertyDeletionOverride of ')[1].split(' and ').sort()).toEqual([...properties].sort());
    expect(errorsOnL2(props, declared, (resource) => properties.forEach((name) => resource.addPropertyDeletionOverride(name)))).toEqual([]);
  });

  test('is taken where it is the same: recovery', () => {
    expect(errorsOnL2({ accountRecovery: AccountRecovery.EMAIL_ONLY }, {
      accountRecoverySetting: { recoveryMechanisms: [{ priority: 1, name: RecoveryOptionName.VERIFIED_EMAIL }] },
    })).toEqual([]);
  });

  test('is taken where it is the same: a trigger', () => {
    const stack = testStack();
    const userPool = new UserPool(stack, 'Pool');
    const fn = made(stack, 'Fn');
    userPool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, fn, LambdaVersion.V2_0);
    new UserPoolSettings(stack, 'Settings', {
      userPool,
      lambdaConfig: { preTokenGenerationConfig: { lambdaFunction: fn, lambdaVersion: PreTokenGenerationLambdaVersion.V2_0 } },
    });
    expect(errorsIn(stack)).toEqual([]);
  });

  test('is refused also in another stack, in the words of that stack', () => {
    const app = new App();
    const [pools, settings] = ['Pools', 'Stack'].map((name) => new Stack(app, name, { env: ENV }));
    const userPool = new UserPool(pools, 'Pool', { deletionProtection: true });
    new UserPoolSettings(settings, 'Settings', { userPool, deletionProtection: false });
    expect(errorsIn(settings)).toEqual(OTHERWISE(['deletionProtection'], 'Pools/Pool/Resource'));
  });
});

describe('a ManagedUserPool', () => {
  const errorsOfManaged = (props: ManagedUserPoolProps, change?: (pool: ManagedUserPool) => void) => {
    const stack = testStack();
    const pool = new ManagedUserPool(stack, 'Pool', props);
    change?.(pool);
    return errorsIn(stack);
  };

  test.each<[string, ManagedUserPoolProps]>([
    ['its own', { deletionProtection: true, userPoolTags: { a: 'b' }, policies: { passwordPolicy: { minimumLength: 10 } } }],
    ['messages',
      {
        emailVerificationMessage: 'a {####}',
        verificationMessageTemplate: { emailMessage: 'a {####}', smsMessage: 'b {####}' },
      }],
    ['email',
      {
        emailConfiguration: {
          emailSendingAccount: EmailSendingAccount.DEVELOPER,
          sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/a.example',
        },
      }],
    ['tokens', { userPoolTags: { region: Aws.REGION }, poolName: Aws.STACK_NAME }],
    ['MFA', {
      mfaConfiguration: UserPoolMfa.OPTIONAL,
      softwareTokenMfaConfiguration: { enabled: true },
      webAuthnConfiguration: { relyingPartyId: 'a.example', factorConfiguration: WebAuthnFactorConfiguration.SINGLE_FACTOR },
    }],
  ])('that resets says nothing twice: %s', (_title, props) => {
    expect(errorsOfManaged({ ...props, onRemoval: OnRemoval.RESET_TO_DEFAULT })).toEqual([]);
  });

  test('that resets says nothing twice: recovery', () => {
    expect(errorsOfManaged({
      accountRecoverySetting: { recoveryMechanisms: [{ priority: 1, name: RecoveryOptionName.ADMIN_ONLY }] },
      onRemoval: OnRemoval.RESET_TO_DEFAULT,
    })).toEqual([]);
  });

  test('whose function\'s part is overridden on the resource is refused', () => {
    expect(errorsOfManaged({ mfaConfiguration: UserPoolMfa.OFF },
      (pool) => (pool.node.defaultChild as CfnUserPool).addPropertyOverride('MfaConfiguration', 'ON')))
      .toEqual([expect.stringMatching(/^\[Stack\/Pool\/Settings\] mfaConfiguration is declared here, and the properties of Stack\/Pool\/Resource say otherwise/)]);
  });

  test('beside which settings say otherwise is refused', () => {
    const stack = testStack();
    const userPool = new ManagedUserPool(stack, 'Pool', { deletionProtection: true });
    new UserPoolSettings(stack, 'Settings', { userPool, deletionProtection: false });
    expect(errorsIn(stack)).toEqual(OTHERWISE(['deletionProtection'], 'Stack/Pool/Resource'));
  });
});
