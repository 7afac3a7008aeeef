import { Annotations as CdkAnnotations, App, Aspects, Duration, RemovalPolicy, SecretValue, Stack, Tags } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import {
  AccountRecovery, BooleanAttribute, CfnUserPool, CfnUserPoolGroup, LambdaVersion, NumberAttribute, OAuthScope, ProviderAttribute,
  ResourceServerScope, StringAttribute, UserPool, UserPoolDomain, UserPoolIdentityProviderGoogle, UserPoolOperation, type UserPoolProps,
} from 'aws-cdk-lib/aws-cognito';
import { Role, User } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Alias, Code, Function, Runtime, type FunctionProps } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { OmissionMode } from '../../local/cognito';
import {
  UserPoolAdvancedSecurityMode, AuthFactor, EmailSendingAccount, ManagedUserPool, OnRemoval, RecoveryOptionName, UserPoolMfa, UserPoolSettings,
  UserPoolSettingsProvider, UserPoolTier, VerifiedAttribute, type ManagedUserPoolProps,
} from '../../src';
import { RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { parsePath, valueAt } from '../../src/core/wire/path';
import { everyLeaf, everyOption, imported, KEYS } from '../support/every-option';
import { closeAll, LocalApp, type Build } from '../support/local-app';
import { moved, snapshot } from '../support/snapshot';
import { testStack, type Settings } from '../support/synth';

const ENV = { account: '123456789012', region: 'us-east-1' };
const POOL = 'AWS::Cognito::UserPool';
const RESETTING = { onRemoval: OnRemoval.RESET_TO_DEFAULT };

type Given = ManagedUserPoolProps | ((stack: Stack) => ManagedUserPoolProps);

function templateFor(given?: Given, more?: (pool: ManagedUserPool, stack: Stack) => void): Template {
  const stack = testStack();
  const pool = new ManagedUserPool(stack, 'Pool', typeof given === 'function' ? given(stack) : given);
  more?.(pool, stack);
  return Template.fromStack(stack);
}

interface Resource {
  readonly Type: string;
  readonly Properties?: JsonObject;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: JsonObject;
  readonly DependsOn?: readonly string[];
}

function only(template: Template, type: string): Resource {
  const found = Object.values(template.findResources(type)) as Resource[];
  expect(found).toHaveLength(1);
  return found[0];
}

const poolIn = (template: Template): JsonObject => only(template, POOL).Properties ?? {};
const settingsIn = (template: Template): Json | undefined => only(template, RESOURCE_TYPE).Properties?.Settings;
const made = (stack: Stack, id: string,
  props?: Partial<FunctionProps>): Function => stack.node.tryFindChild(id) as Function | undefined
  ?? new Function(stack, id, { code: Code.fromInline('//'), handler: 'index.handler', runtime: Runtime.NODEJS_20_X, ...props });

/** Every option that a new pool can have by itself: it has nothing to put back, and days go under one name. */
function everyProp(stack: Stack): ManagedUserPoolProps {
  const {
    adminCreateUserConfig: { unusedAccountValidity: _alias, ...adminCreateUserConfig } = {},
    ...settings
  } = everyOption(imported(stack));
  return { ...settings, adminCreateUserConfig };
}

function nativeProps(stack: Stack): ManagedUserPoolProps {
  const ofTheFunction = /^(acr|dcr|device|issuer|key|lambda)Config|[mM]fa|webAuthn/;
  return Object.fromEntries(Object.entries(everyProp(stack)).filter(([name]) => !ofTheFunction.test(name)));
}

describe('a ManagedUserPool with every option', () => {
  /** The settings that CloudFormation writes, by hand; test/synth/cloud-formation.test.ts has the members. */
  const BY_CLOUD_FORMATION: JsonObject = {
    UserPoolName: 'renamed',
    Policies: {
      PasswordPolicy: {
        MinimumLength: 17,
        RequireUppercase: false,
        RequireLowercase: false,
        RequireNumbers: false,
        RequireSymbols: false,
        PasswordHistorySize: 9,
        TemporaryPasswordValidityDays: 11,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] },
    },
    DeletionProtection: 'ACTIVE',
    AutoVerifiedAttributes: ['phone_number', 'email'],
    SmsVerificationMessage: 'SMS code {####}',
    EmailVerificationMessage: 'Mail code {####}',
    EmailVerificationSubject: 'Your code',
    VerificationMessageTemplate: {
      SmsMessage: 'SMS code {####}',
      EmailMessage: 'Mail code {####}',
      EmailSubject: 'Your code',
      EmailMessageByLink: 'Click {##here##}',
      EmailSubjectByLink: 'Your link',
      DefaultEmailOption: 'CONFIRM_WITH_LINK',
    },
    SmsAuthenticationMessage: 'Sign in with {####}',
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    EmailConfiguration: {
      SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.org',
      ReplyToEmailAddress: 'reply@example.org',
      EmailSendingAccount: 'DEVELOPER',
      From: 'Sender <sender@example.org>',
      ConfigurationSet: 'mail-set',
    },
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'external-id', SnsRegion: 'eu-west-1' },
    UserPoolTags: { 'stage': 'prod', 'cost center': '007' },
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: true,
      InviteMessageTemplate: {
        SMSMessage: 'Hello {username}: {####}',
        EmailMessage: 'Dear {username}: {####}',
        EmailSubject: 'Come in',
      },
    },
    UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'ENFORCED' } },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] },
    UserPoolTier: 'PLUS',
  };
  const BY_THE_FUNCTION = [
    'AcrConfiguration', 'DcrConfiguration', 'DeviceConfiguration', 'EmailMfaConfiguration', 'IssuerConfiguration', 'KeyConfiguration', 'LambdaConfig',
    'MfaConfiguration', 'SmsMfaConfiguration', 'SoftwareTokenMfaConfiguration', 'WebAuthnConfiguration',
  ];

  test('has in the properties of the resource what CloudFormation writes', () => {
    expect(poolIn(templateFor(everyProp))).toEqual(BY_CLOUD_FORMATION);
  });

  test('has the rest in the settings of the custom resource, with the values that UserPoolSettings gives', () => {
    const template = templateFor(everyProp);
    const other = testStack();
    new UserPoolSettings(other, 'Settings',
      { userPool: UserPool.fromUserPoolId(other, 'Pool', 'us-east-1_Example1'), ...everyProp(other) });
    const all = settingsIn(Template.fromStack(other)) as JsonObject;
    expect(settingsIn(template)).toEqual(Object.fromEntries(Object.entries(all).filter(([name]) => BY_THE_FUNCTION.includes(name))));
    const { UserPoolName: _name, ...native } = BY_CLOUD_FORMATION;
    expect([...Object.keys(native), 'PoolName', ...BY_THE_FUNCTION].sort()).toEqual(Object.keys(all).sort());
  });

  test('has no wildcard in what the function may do', () => {
    const policies = JSON.stringify(templateFor(everyProp).findResources('AWS::IAM::Policy'));
    expect(policies).not.toContain('*');
  });

  test('has days under the name that the service takes (H5)', () => {
    expect(poolIn(templateFor({ adminCreateUserConfig: { unusedAccountValidity: Duration.days(11) } }))).toEqual({
      Policies: { PasswordPolicy: expect.objectContaining({ TemporaryPasswordValidityDays: 11 }) as JsonObject },
    });
  });
});

describe('a ManagedUserPool', () => {
  test('without props is a pool without properties, and nothing else', () => {
    expect(templateFor().toJSON().Resources).toEqual({
      PoolD3F588B8: { Type: POOL, UpdateReplacePolicy: 'Retain', DeletionPolicy: 'Retain' },
    });
  });

  test('has no default of the L2, which has these', () => {
    const stack = testStack();
    new UserPool(stack, 'Pool');
    expect(Object.keys(poolIn(Template.fromStack(stack))).sort()).toEqual([
      'AccountRecoverySetting', 'AdminCreateUserConfig', 'EmailVerificationMessage', 'EmailVerificationSubject', 'SmsVerificationMessage',
      'VerificationMessageTemplate',
    ]);
  });

  test('takes the place of the L2 under the same logical id', () => {
    const idOf = (build: (stack: Stack) => void) => {
      const stack = testStack();
      build(stack);
      return Object.keys(Template.fromStack(stack).findResources(POOL));
    };
    expect(idOf((stack) => new ManagedUserPool(stack, 'Pool'))).toEqual(idOf((stack) => new UserPool(stack, 'Pool')));
  });

  const CREATION_ONLY: readonly [string, UserPoolProps & ManagedUserPoolProps][] = [
    ['nothing', {}],
    ['user names', { signInAliases: { username: true } }],
    ['aliases', { signInAliases: { username: true, email: true, phone: true, preferredUsername: true } }],
    ['email in place of a user name', { signInAliases: { email: true } }],
    ['phone numbers in place of a user name', { signInAliases: { phone: true, username: false } }],
    ['both', { signInAliases: { phone: true, email: true } }],
    ['letters of one case', { signInCaseSensitive: false }],
    ['letters of both cases', { signInCaseSensitive: true }],
    ['standard attributes',
      { standardAttributes: { email: { required: true, mutable: false }, fullname: {}, address: { mutable: false } } }],
    ['attributes of its own', {
      customAttributes: {
        text: new StringAttribute({ minLen: 1, maxLen: 9, mutable: true }),
        count: new NumberAttribute({ min: 0, max: 5 }),
        yes: new BooleanAttribute(),
      },
    }],
    ['a removal policy', { removalPolicy: RemovalPolicy.DESTROY }],
    ['another removal policy', { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE }],
  ];

  test.each(CREATION_ONLY)('is created as the L2 is: %s', (_title, props) => {
    const stack = testStack();
    new UserPool(stack, 'Pool', props);
    const theirs = only(Template.fromStack(stack), POOL);
    const names = ['Schema', 'AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration'];
    const creation = Object.fromEntries(Object.entries(theirs.Properties!).filter(([name]) => names.includes(name)));
    const { Properties, ...rest } = only(templateFor(props), POOL);
    const { Properties: _theirs, ...policies } = theirs;
    expect([Properties ?? {}, rest]).toEqual([creation, policies]);
  });

  test.each<[string, UserPoolProps & ManagedUserPoolProps]>([
    ['preferred user names without user names', { signInAliases: { username: false, preferredUsername: true } }],
    ['a text that is too long for its name', { customAttributes: { ['x'.repeat(21)]: new StringAttribute() } }],
  ])('refuses at creation what the L2 refuses, in the same words: %s', (_title, props) => {
    const said = (attempt: () => void): string | undefined => {
      try {
        attempt();
        return undefined;
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(said(() => templateFor(props))).toEqual(said(() => { new UserPool(testStack(), 'Pool', props); }));
  });

  test.each<[string, Given]>([
    ['nothing', {}],
    ['what CloudFormation writes', nativeProps],
    ['creation-only options',
      { signInAliases: { email: true }, customAttributes: { a: new StringAttribute() }, signInCaseSensitive: false }],
    ['no trigger in an empty list of settings to clear', { clear: [] }],
  ])('has no function for %s', (_title, given) => {
    const types = Object.values(templateFor(given).toJSON().Resources as Record<string, Resource>).map(({ Type }) => Type);
    expect(types).toEqual([POOL]);
  });

  test('has no function for a role, where CloudFormation writes the rest', () => {
    const types = Object.values(templateFor({ enableSmsRole: true }).toJSON().Resources as Record<string, Resource>).map(({ Type }) => Type);
    expect(types.sort()).toEqual([POOL, 'AWS::IAM::Role']);
  });

  test.each<[string, ManagedUserPoolProps]>([
    ['no additional setting', { additionalSettings: {} }],
    ['an empty second factor that is no factor', { lambdaConfig: {} }],
  ])('has no function for %s', (_title, props) => {
    templateFor(props).resourceCountIs(RESOURCE_TYPE, 0);
  });

  test.each<[string, Given, JsonObject]>([
    ['a trigger', (stack) => ({ lambdaConfig: { preSignUp: made(stack, 'Fn') } }),
      { LambdaConfig: { PreSignUp: { 'Fn::GetAtt': [expect.stringMatching(/^Fn/), 'Arn'] } } }],
    ['second factors', { softwareTokenMfaConfiguration: { enabled: true } },
      { SoftwareTokenMfaConfiguration: { Enabled: true } }],
    ['devices', { deviceConfiguration: { challengeRequiredOnNewDevice: true } },
      { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } }],
    ['what is cleared', { clear: ['userPoolTags.team'] }, {}],
    ['additional settings', { additionalSettings: { Future: 1 } }, {}],
    ['resetting', RESETTING, {}],
  ])('has a function for %s', (_title, given, settings) => {
    expect(settingsIn(templateFor(given))).toEqual(settings);
  });

  test('hands on additional settings, what is cleared, and when to apply again', () => {
    const { Properties } = only(templateFor({
      additionalSettings: { Policies: { Future: 1 } },
      clear: ['userPoolTags.team', 'lambdaConfig'],
      reapply: 'EVERY_DEPLOYMENT' as never,
    }), RESOURCE_TYPE);
    expect(Properties).toMatchObject({
      AdditionalSettings: '{"Policies":{"Future":1}}',
      Clear: [['UserPoolTags', 'team'], ['LambdaConfig']],
      Deployment: expect.stringMatching(/^20/),
    });
  });

  test('has the tags of the app and its own, and its own go to CloudFormation', () => {
    const template = templateFor({ userPoolTags: { team: 'ours', stage: 'prod' } }, (pool) => Tags.of(pool).add('app', 'x'));
    expect(poolIn(template)).toEqual({ UserPoolTags: { app: 'x', stage: 'prod', team: 'ours' } });
  });
});

describe('what the L2 gives', () => {
  type Use = (pool: UserPool, stack: Stack) => void;
  const USES: readonly [string, Use][] = [
    ['clients',
      (pool) => pool.addClient('Client',
        { oAuth: { scopes: [OAuthScope.OPENID] }, generateSecret: true, refreshTokenValidity: Duration.days(1) })],
    ['a domain', (pool) => pool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'prefix' } })],
    ['a domain of its own',
      (pool, stack) => new UserPoolDomain(stack, 'Domain', { userPool: pool, cognitoDomain: { domainPrefix: 'prefix' } })],
    ['groups', (pool, stack) => new CfnUserPoolGroup(stack, 'Group', { userPoolId: pool.userPoolId, groupName: 'admins' })],
    ['resource servers', (pool) => {
      const scope = new ResourceServerScope({ scopeName: 'read', scopeDescription: 'x' });
      const server = pool.addResourceServer('Server', { identifier: 'orders', scopes: [scope] });
      pool.addClient('Client', { oAuth: { scopes: [OAuthScope.resourceServer(server, scope)] } });
    }],
    ['identity providers', (pool, stack) => {
      const provider = new UserPoolIdentityProviderGoogle(stack, 'Google', {
        userPool: pool,
        clientId: 'id',
        clientSecretValue: SecretValue.unsafePlainText('x'),
        attributeMapping: { email: ProviderAttribute.GOOGLE_EMAIL },
      });
      pool.addClient('Client').node.addDependency(provider);
      expect(pool.identityProviders.map(({ providerName }) => providerName)).toEqual([provider.providerName]);
    }],
    ['grants', (pool, stack) => { pool.grant(new User(stack, 'User'), 'cognito-idp:AdminGetUser', 'cognito-idp:ListUsers'); }],
    ['its names', (pool, stack) => {
      for (const name of ['userPoolId', 'userPoolArn', 'userPoolProviderName', 'userPoolProviderUrl'] as const) {
        stack.exportValue(pool[name], { name });
      }
    }],
  ];

  test.each(USES)('works as with the L2: %s', (_title, use) => {
    const templateWith = (build: (stack: Stack) => UserPool) => {
      const stack = testStack();
      use(build(stack), stack);
      const { Resources, Outputs } = Template.fromStack(stack).toJSON() as {
        Resources: Record<string, Resource>;
        Outputs?: JsonObject;
      };
      return { Outputs, Resources: Object.fromEntries(Object.entries(Resources).filter(([, { Type }]) => Type !== POOL)) };
    };
    expect(templateWith((stack) => new ManagedUserPool(stack, 'Pool'))).toEqual(templateWith((stack) => new UserPool(stack, 'Pool')));
  });

  test('works also beside the function', () => {
    const template = templateFor({ mfaConfiguration: UserPoolMfa.OFF }, (pool, stack) => USES.forEach(([title, use]) => {
      if (!/domain of its own|resource servers|identity/.test(title)) use(pool, stack);
    }));
    template.resourceCountIs('AWS::Cognito::UserPoolClient', 1);
  });

  test('is there for the names that a pool is imported by', () => {
    const stack = testStack();
    expect(ManagedUserPool.fromUserPoolId(stack, 'Imported', 'us-east-1_Example1').userPoolId).toBe('us-east-1_Example1');
  });
});

describe('triggers of a ManagedUserPool', () => {
  test.each(Object.entries(UserPoolOperation).filter(([, operation]) => operation instanceof UserPoolOperation))(
    'are attached by the operation %s', (_name, operation) => {
      const template = templateFor((stack) => ({ lambdaConfig: { kmsKey: new Key(stack, 'Key') } }),
        (pool, stack) => pool.addTrigger(operation as UserPoolOperation, made(stack, 'Fn')));
      const { LambdaConfig } = settingsIn(template) as { LambdaConfig: JsonObject };
      expect(JSON.stringify(LambdaConfig)).toContain('"Fn');
      expect(Object.keys(LambdaConfig)).toHaveLength(2);
      expect(poolIn(template)).toEqual({});
    },
  );

  test('may know the pool without a circle', () => {
    const template = templateFor({}, (pool, stack) => {
      const fn = made(stack, 'Fn',
        { environment: { POOL: pool.userPoolId, ARN: pool.userPoolArn, CLIENT: pool.addClient('C').userPoolClientId } });
      pool.grant(fn, 'cognito-idp:AdminAddUserToGroup');
      pool.addTrigger(UserPoolOperation.POST_CONFIRMATION, fn);
    });
    const [permission] = Object.keys(template.findResources('AWS::Lambda::Permission'));
    expect(only(template, RESOURCE_TYPE).DependsOn).toContain(permission);
  });

  test.each<[string, (pool: ManagedUserPool, stack: Stack) => void, RegExp]>([
    ['an operation that has one',
      (pool, stack) => pool.addTrigger(UserPoolOperation.PRE_SIGN_UP,
        made(stack, 'Two')), /lambdaConfig\.preSignUp has a function here already/],
    ['a name that is no operation',
      (pool, stack) => pool.addTrigger(UserPoolOperation.of('preSignup'),
        made(stack, 'Two')), /lambdaConfig\.preSignup is no trigger: the triggers are preSignUp, /],
    ['a version that there is not',
      (pool, stack) => pool.addTrigger(UserPoolOperation.CUSTOM_MESSAGE, made(stack, 'Two'),
        LambdaVersion.V2_0), /lambdaConfig\.customMessage has one version of its event/],
    ['the other name of the same trigger',
      (pool, stack) => pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, made(stack, 'Two'), LambdaVersion.V2_0),
      /lambdaConfig\.preTokenGenerationConfig/],
  ])('that cannot be are refused: %s', (_title, add, message) => {
    expect(() => templateFor((stack) => ({
      lambdaConfig: {
        preSignUp: made(stack, 'One'),
        preTokenGeneration: made(stack, 'One'),
      },
    }), add)).toThrow(message);
  });

  test('after one that was refused are as before', () => {
    const template = templateFor((stack) => ({ lambdaConfig: { preSignUp: made(stack, 'One') } }), (pool, stack) => {
      expect(() => pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, made(stack, 'Two'))).toThrow();
      pool.addTrigger(UserPoolOperation.CUSTOM_MESSAGE, made(stack, 'One'));
    });
    expect(Object.keys((settingsIn(template) as { LambdaConfig: object }).LambdaConfig)).toEqual(['PreSignUp', 'CustomMessage']);
  });

  test.each<[string, (stack: Stack) => Function | Alias]>([
    ['an alias', (stack) => made(stack, 'Fn').addAlias('live')],
    ['a function that esbuild bundles', (stack) => made(stack, 'Fn') as NodejsFunction],
  ])('are of any kind of function: %s', (_title, fn) => {
    const template = templateFor({}, (pool, stack) => pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, fn(stack)));
    template.resourceCountIs('AWS::Lambda::Permission', 1);
  });

  test('of another stack are attached there, since that stack may know the pool', () => {
    const app = new App();
    const [pools, functions] = ['Pools', 'Functions'].map((name) => new Stack(app, name, { env: ENV }));
    const pool = new ManagedUserPool(pools, 'Pool', { deletionProtection: true });
    pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, made(functions, 'One', { environment: { POOL: pool.userPoolId } }));
    pool.addTrigger(UserPoolOperation.POST_CONFIRMATION, made(functions, 'Two').currentVersion);
    const [theirs, ours] = [Template.fromStack(pools), Template.fromStack(functions)];
    theirs.resourceCountIs(RESOURCE_TYPE, 0);
    expect(Object.keys((settingsIn(ours) as { LambdaConfig: object }).LambdaConfig)).toEqual(['PreSignUp', 'PostConfirmation']);
    expect(Annotations.fromStack(functions).findWarning('*', Match.stringLikeRegexp('is made by another stack'))).toHaveLength(1);
  });

  test('of another stack that send codes may decrypt them', () => {
    const app = new App();
    const [pools, functions] = ['Pools', 'Functions'].map((name) => new Stack(app, name, { env: ENV }));
    const pool = new ManagedUserPool(pools, 'Pool', { lambdaConfig: { kmsKey: new Key(pools, 'Key') } });
    pool.addTrigger(UserPoolOperation.CUSTOM_EMAIL_SENDER, made(functions, 'Fn'));
    Template.fromStack(functions).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'kms:Decrypt' })]) },
    });
  });

  // The same with the L2, whose own key is `customSenderKmsKey`.
  test('of settings beside the L2 that send codes may decrypt them', () => {
    const stack = testStack();
    const userPool = new UserPool(stack, 'Pool', { customSenderKmsKey: new Key(stack, 'Key') });
    new UserPoolSettings(stack, 'Settings', { userPool }).addTrigger(UserPoolOperation.CUSTOM_EMAIL_SENDER, made(stack, 'Fn'));
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'kms:Decrypt' })]) },
    });
  });

  test('that send codes may decrypt them where the key is declared with the pool', () => {
    const template = templateFor((stack) => ({ lambdaConfig: { kmsKey: new Key(stack, 'Key') } }),
      (pool, stack) => pool.addTrigger(UserPoolOperation.CUSTOM_EMAIL_SENDER, made(stack, 'Fn')));
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'kms:Decrypt' })]) },
    });
  });

  test('that are added say nothing that was acknowledged', () => {
    const stack = testStack();
    const pool = new ManagedUserPool(stack, 'Pool', {
      verificationMessageTemplate: { emailMessage: 'a {####}', emailMessageByLink: 'a {##b##}' },
    });
    CdkAnnotations.of(pool).acknowledgeWarning('cdk-cognito-user-pool-settings:both-verification-emails');
    pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, made(stack, 'Fn'));
    expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
  });
});

describe('the role for SMS', () => {
  const rolesIn = (template: Template) => Object.entries(template.findResources('AWS::IAM::Role')).filter(([id]) => id.startsWith('PoolSmsRole')) as [string, Resource][];

  test.each<[string, RemovalPolicy | undefined, string]>([
    ['nothing', undefined, 'Retain'], ['RETAIN', RemovalPolicy.RETAIN, 'Retain'], ['DESTROY', RemovalPolicy.DESTROY, 'Delete'],
    ['RETAIN_ON_UPDATE_OR_DELETE', RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, 'RetainExceptOnCreate'],
  ])('goes or stays with the pool: %s', (_title, removalPolicy, policy) => {
    const template = templateFor({ enableSmsRole: true, removalPolicy });
    const [[, role]] = rolesIn(template);
    expect([role.DeletionPolicy, role.UpdateReplacePolicy]).toEqual([policy, only(template, POOL).UpdateReplacePolicy]);
    expect(only(template, POOL).DeletionPolicy).toBe(policy);
  });

  test.each<[string, (pool: ManagedUserPool, stack: Stack) => void]>([
    ['of the pool', (pool) => pool.applyRemovalPolicy(RemovalPolicy.DESTROY)],
    ['of its resource', (pool) => (pool.node.defaultChild as CfnUserPool).applyRemovalPolicy(RemovalPolicy.DESTROY)],
    ['by an aspect', (_pool, stack) => Aspects.of(stack).add({
      visit: (node) => { if (node instanceof CfnUserPool) node.applyRemovalPolicy(RemovalPolicy.DESTROY); },
    })],
  ])('goes or stays with the pool also where its policy is changed later: %s', (_title, change) => {
    const template = templateFor({ enableSmsRole: true }, change);
    const [[, role]] = rolesIn(template);
    expect([role.DeletionPolicy, role.UpdateReplacePolicy]).toEqual(['Delete', 'Delete']);
    expect(only(template, POOL).DeletionPolicy).toBe('Delete');
  });

  test('may have a removal policy of its own', () => {
    const template = templateFor({ enableSmsRole: true }, (pool) => {
      (pool.node.findChild('SmsRole') as Role).applyRemovalPolicy(RemovalPolicy.DESTROY);
    });
    const [[, role]] = rolesIn(template);
    expect([role.DeletionPolicy, role.UpdateReplacePolicy, only(template, POOL).DeletionPolicy]).toEqual(['Delete', 'Delete', 'Retain']);
  });

  test('trusts Cognito with the external id alone, which the pool has', () => {
    const template = templateFor({ enableSmsRole: true });
    const [[id, { Properties }]] = rolesIn(template);
    expect(poolIn(template)).toEqual({
      SmsConfiguration: {
        SnsCallerArn: { 'Fn::GetAtt': [id, 'Arn'] },
        ExternalId: 'StackPool7DFA52F5',
      },
    });
    expect(Properties!.AssumeRolePolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [{
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'cognito-idp.amazonaws.com' },
        Condition: { StringEquals: { 'sts:ExternalId': 'StackPool7DFA52F5' } },
      }],
    });
    expect(Properties!.Policies).toEqual([{
      PolicyName: 'Publish',
      PolicyDocument: {
        Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sns:Publish', Resource: '*' }],
      },
    }]);
  });

  test('has the external id and the Region that are given', () => {
    const template = templateFor({ enableSmsRole: true, smsConfiguration: { externalId: 'given', snsRegion: 'eu-west-1' } });
    const [[id, { Properties }]] = rolesIn(template);
    expect(poolIn(template)).toEqual({
      SmsConfiguration: {
        SnsCallerArn: { 'Fn::GetAtt': [id, 'Arn'] },
        ExternalId: 'given',
        SnsRegion: 'eu-west-1',
      },
    });
    expect(JSON.stringify(Properties!.AssumeRolePolicyDocument)).toContain('"sts:ExternalId":"given"');
  });

  test('is not made by itself', () => {
    expect(rolesIn(templateFor({
      smsMfaConfiguration: {},
      enableSmsRole: false,
      smsConfiguration: { externalId: 'x' },
    }))).toEqual([]);
  });

  test.each<[string, Given]>([
    ['another role',
      (stack) => ({ smsConfiguration: { snsCaller: Role.fromRoleArn(stack, 'R', 'arn:aws:iam::123456789012:role/x') } })],
    ['End User Messaging',
      (stack) => ({ smsConfiguration: { eumsSms: { caller: Role.fromRoleArn(stack, 'R', 'arn:aws:iam::123456789012:role/x') } } })],
  ])('is refused beside %s', (_title, given) => {
    const props = (stack: Stack) => ({ ...typeof given === 'function' ? given(stack) : given, enableSmsRole: true });
    expect(() => templateFor(props)).toThrow(
      'the settings of Stack/Pool cannot be declared like this:\n  enableSmsRole makes the role that smsConfiguration has already: give one of the two',
    );
  });

  test('is refused beside another role of SMS as a factor', () => {
    expect(() => templateFor((stack) => ({
      enableSmsRole: true,
      smsMfaConfiguration: { smsConfiguration: { snsCaller: Role.fromRoleArn(stack, 'R', 'arn:aws:iam::123456789012:role/x') } },
    }))).toThrow(/enableSmsRole makes the role that/);
  });

  test('may be passed on by the function', () => {
    const template = templateFor({ enableSmsRole: true, mfaConfiguration: UserPoolMfa.OFF });
    const [[id]] = rolesIn(template);
    const [provider] = Object.entries(template.findResources('AWS::IAM::Role')).filter(([name]) => name !== id) as [string,
      Resource][];
    expect(JSON.stringify(provider[1])).toContain(JSON.stringify({
      Action: 'iam:PassRole',
      Condition: { StringEquals: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } },
      Effect: 'Allow',
      Resource: { 'Fn::GetAtt': [id, 'Arn'] },
    }));
  });
});

describe('what is taken back of a ManagedUserPool', () => {
  test('is declared to the function too: what CloudFormation writes, but what nobody can clear', () => {
    const template = templateFor((stack) => {
      // Recovery is compared as a text (see test/synth/two-writers.test.ts).
      const { accountRecoverySetting: _text, ...native } = nativeProps(stack);
      return { ...native, ...RESETTING };
    });
    const { UserPoolName: _name, UserPoolTier: _tier, SmsConfiguration: _sms, ...clearable } = poolIn(template);
    expect(settingsIn(template)).toEqual(clearable);
  });

  test.each<[string, ManagedUserPoolProps, JsonObject]>([
    ['a name', { poolName: 'x' }, {}],
    ['a plan', { userPoolTier: UserPoolTier.PLUS }, {}],
    ['how SMS are sent', { smsConfiguration: { externalId: 'x' } }, {}],
    ['a tag', { userPoolTags: { a: 'b' } }, { UserPoolTags: { a: 'b' } }],
    ['protection', { deletionProtection: true }, { DeletionProtection: 'ACTIVE' }],
    ['a policy, which is always whole', { policies: { passwordPolicy: { minimumLength: 9 } } }, {
      Policies: {
        PasswordPolicy: {
          MinimumLength: 9, RequireLowercase: true, RequireNumbers: true, RequireSymbols: true, RequireUppercase: true,
        },
      },
    }],
    ['an empty list', { autoVerifiedAttributes: [] }, { AutoVerifiedAttributes: [] }],
  ])('is told to the function with RESET_TO_DEFAULT: %s', (_title, props, settings) => {
    const template = templateFor({ ...props, ...RESETTING });
    expect(settingsIn(template)).toEqual(settings);
    expect(only(template, RESOURCE_TYPE).Properties).toMatchObject({ OnRemoval: 'RESET_TO_DEFAULT' });
  });

  test('is not refused because CloudFormation writes what cannot be put back', () => {
    expect(() => templateFor({
      ...RESETTING,
      smsConfiguration: { externalId: 'x' },
      poolName: 'y',
      userPoolTier: UserPoolTier.LITE,
    })).not.toThrow();
  });

  test('is refused with RESTORE_PREVIOUS, since nothing was before', () => {
    expect(() => templateFor({ onRemoval: OnRemoval.RESTORE_PREVIOUS })).toThrow(
      'onRemoval RESTORE_PREVIOUS has nothing to restore: a new pool has no former settings, use RESET_TO_DEFAULT',
    );
  });
});

describe('mistakes in a ManagedUserPool', () => {
  const said = (given: object): string[] => {
    try {
      templateFor(given as ManagedUserPoolProps);
      return [];
    } catch (error) {
      return (error as Error).message.split('\n');
    }
  };

  test('are told in one error, each once, whoever writes the setting', () => {
    const [first, ...lines] = said({
      minimumLength: 3,
      policies: { passwordPolicy: { minimumLength: 3, minLength: 2 } },
      mfaConfiguration: 'SOMETIMES',
      poolName: '',
      additionalSettings: { PoolName: 'x' },
      clear: ['nothing', 'poolName'],
      onRemoval: OnRemoval.RESTORE_PREVIOUS,
    });
    expect(first).toBe('the settings of Stack/Pool cannot be declared like this:');
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.map((line) => line.trim().split(' ').slice(0, 2).join(' '))).toEqual([
      'policies.passwordPolicy.minLength is', 'minimumLength is', 'additionalSettings: PoolName', 'clear: nothing', 'clear: poolName',
      'onRemoval RESTORE_PREVIOUS', 'policies.passwordPolicy.minimumLength [Policies.PasswordPolicy.MinimumLength]',
      'mfaConfiguration [MfaConfiguration]', 'poolName [PoolName]',
    ]);
  });

  test('are told before anything is half made', () => {
    const stack = testStack();
    expect(() => new ManagedUserPool(stack, 'Pool', { poolName: '' })).toThrow();
    expect(() => new ManagedUserPool(stack, 'Other', { deletionProtection: true })).not.toThrow();
  });

  test('of the L2\'s words are no options', () => {
    expect(said({ mfa: 'REQUIRED', userPoolName: 'x' }).slice(1)).toEqual([
      expect.stringMatching(/^ {2}mfa is no option of this version: the options are policies, /),
      expect.stringMatching(/^ {2}userPoolName is no option of this version: the options are policies, /),
    ]);
  });

  test('of a new pool that sends by SES without an identity are warned of', () => {
    const stack = testStack();
    new ManagedUserPool(stack, 'Pool', { emailConfiguration: { emailSendingAccount: EmailSendingAccount.DEVELOPER } });
    Annotations.fromStack(stack).hasWarning('/Stack/Pool', Match.stringLikeRegexp('without an identity to send by: declare emailConfiguration.sourceArn'));
  });
});

describe('what is told to cdk-nag', () => {
  const metadata = (given: Given): Json | undefined => only(templateFor(given), POOL).Metadata?.cdk_nag;

  test('is that the function requires MFA, which the resource does not say', () => {
    expect(metadata({ mfaConfiguration: UserPoolMfa.ON, softwareTokenMfaConfiguration: { enabled: true } })).toEqual({
      rules_to_suppress: [{
        id: 'AwsSolutions-COG2',
        reason: 'MFA is required: the Custom::CognitoUserPoolSettings of this pool sets MfaConfiguration ON',
      }],
    });
  });

  test.each<[string, ManagedUserPoolProps]>([
    ['is optional', { mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } }],
    ['is off', { mfaConfiguration: UserPoolMfa.OFF }], ['is not spoken of', {}],
  ])('is nothing where MFA %s', (_title, props) => {
    expect(metadata(props)).toBeUndefined();
  });
});

describe('deployed, a ManagedUserPool', () => {
  let app: LocalApp;
  /** The pool after each event of CloudFormation. */
  let course: JsonObject[];

  const start = async (omission: OmissionMode = 'asMeasured') => {
    course = [];
    app = await LocalApp.start({
      cognito: { omission },
      iam: 'enforced',
      onEvent: () => {
        const pool = poolNow();
        if (pool) course.push(pool);
      },
    });
  };
  const poolId = () => app?.deployment.resources.find(({ type }) => type === POOL)?.physicalId;
  const now = () => snapshot(app.cognito, poolId()!);
  const poolNow = (): JsonObject | undefined => {
    try {
      return structuredClone(app.cognito.pool(poolId()!));
    } catch {
      return undefined;
    }
  };
  const isThere = (id: string): boolean => {
    try {
      return app.cognito.pool(id) !== undefined;
    } catch (error) {
      expect((error as Error).message).toContain('does not exist');
      return false;
    }
  };
  const managed = (given: Given): Build => (stack) => void new ManagedUserPool(stack, 'Pool',
    typeof given === 'function' ? given(stack) : given);
  /** The values that a leaf had in turn. */
  const courseOf = (dotted: string): Json[] => {
    const values = course.map((pool) => valueAt(pool, parsePath(dotted)) ?? 'absent');
    return values.filter((value, index) => index === 0 || JSON.stringify(value) !== JSON.stringify(values[index - 1]));
  };

  afterEach(async () => {
    expect(app?.deployment.replyProblems ?? []).toEqual([]);
    await closeAll();
  });

  const { UserPoolTags: _tags, ...every } = everyLeaf('sns', KEYS).pool;
  const EVERY: JsonObject = {
    ...every,
    UserPoolTags: expect.objectContaining({ 'stage': 'prod', 'cost center': '007' }) as JsonObject,
  };
  const MODES: readonly OmissionMode[] = ['asMeasured', 'allReset', 'allKept'];

  test.each(MODES)('has every option, where updates are %s, and again after CloudFormation has updated it', async (omission) => {
    await start(omission);

    const { status, reason } = await app.deployStack(managed(everyProp));

    expect([status, reason]).toEqual(['CREATE_COMPLETE', undefined]);
    expect(now()).toMatchObject({ pool: EVERY, mfa: everyLeaf('sns', KEYS).mfa });
    expect(app.cognito.factors(poolId()!)).toEqual({ sms: true, softwareToken: true, email: true });
    expect(app.writes).toEqual(['UpdateUserPool', 'SetUserPoolMfaConfig']);
    const before = now();

    await app.deployStack(managed(everyProp));
    expect(app.calls).toEqual([]);

    const updated = await app.deployStack(managed((stack) => ({
      ...everyProp(stack),
      userPoolTags: { 'stage': 'beta', 'cost center': '007' },
    })));
    expect([updated.status, updated.reason]).toEqual(['UPDATE_COMPLETE', undefined]);
    expect(moved(before, now())).toStrictEqual({ 'pool.UserPoolTags.stage': 'beta' });
    expect(app.cognito.factors(poolId()!)).toEqual({ sms: true, softwareToken: true, email: true });
  });

  test('changes what the function writes without CloudFormation', async () => {
    await start();
    const devices = (challengeRequiredOnNewDevice: boolean) => managed({
      deletionProtection: true,
      deviceConfiguration: { challengeRequiredOnNewDevice },
    });
    await app.deployStack(devices(true));
    const { events } = await app.deployStack(devices(false));
    expect(events.filter(({ type }) => type === POOL)).toEqual([]);
    expect(now().pool).toMatchObject({
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: false },
      DeletionProtection: 'ACTIVE',
    });
  });

  test('gets the function later, and loses it again', async () => {
    await start();
    await app.deployStack(managed({ deletionProtection: true }));
    const before = now();
    const id = poolId();
    await app.deployStack(managed((stack) => ({
      deletionProtection: true,
      lambdaConfig: { preSignUp: imported(stack).lambdaFunction('fn') },
    })));
    expect(now().pool).toMatchObject({ LambdaConfig: { PreSignUp: expect.stringMatching(/:fn$/) } });
    expect((await app.deployStack(managed({ deletionProtection: true }))).status).toBe('UPDATE_COMPLETE');
    expect([moved(before, now()), poolId()]).toStrictEqual([{}, id]);
  });

  type Drop = readonly [title: string, given: Given, leaf: string, had: Json, dropped: Given, reset: Json | undefined];
  const DROPS: readonly Drop[] = [
    ['protection', { deletionProtection: true }, 'DeletionProtection', 'ACTIVE', {}, 'INACTIVE'],
    ['the verified attributes', { autoVerifiedAttributes: [VerifiedAttribute.EMAIL] }, 'AutoVerifiedAttributes', ['email'], {},
      []],
    ['a part of the password policy', { policies: { passwordPolicy: { minimumLength: 20, passwordHistorySize: 4 } } },
      'Policies.PasswordPolicy.PasswordHistorySize', 4, { policies: { passwordPolicy: { minimumLength: 20 } } }, undefined],
    ['a tag', { userPoolTags: { team: 'ours', stage: 'x' } }, 'UserPoolTags.team', 'ours', { userPoolTags: { stage: 'x' } },
      undefined],
    ['devices',
      { deviceConfiguration: { challengeRequiredOnNewDevice: true } }, 'DeviceConfiguration.ChallengeRequiredOnNewDevice', true,
      {}, undefined],
    ['MFA', {
      mfaConfiguration: UserPoolMfa.OPTIONAL,
      softwareTokenMfaConfiguration: { enabled: true },
    }, 'MfaConfiguration', 'OPTIONAL', {}, 'OFF'],
  ];
  const ofTheFunction = ([title]: Drop) => /devices|MFA/.test(title);
  /** Where CloudFormation's own update resets all, it puts back by itself what it wrote. */
  const modesOf = (drop: Drop) => MODES.filter((omission) => ofTheFunction(drop) || omission !== 'allReset');

  test.each(DROPS.flatMap((drop) => modesOf(drop).map((omission) => [drop[0], omission, drop] as const)))(
    'that resets puts back what is dropped: %s, where updates are %s',
    async (_title, omission, [, given, leaf, had, dropped, reset]) => {
      await start(omission);
      const resetting = (what: Given) => managed((stack) => ({
        ...typeof what === 'function' ? what(stack) : what,
        ...RESETTING,
      }));
      await app.deployStack(resetting(given));
      expect(valueAt(now().pool, parsePath(leaf))).toEqual(had);

      const { status, reason } = await app.deployStack(resetting(dropped));

      expect([status, reason]).toEqual(['UPDATE_COMPLETE', undefined]);
      const value = valueAt(now().pool, parsePath(leaf));
      // The only way back is to leave it out, and such a Cognito keeps what is left out.
      const isStuck = leaf.startsWith('DeviceConfiguration') && omission === 'allKept';
      expect(Array.isArray(reset) ? value ?? [] : value).toEqual(isStuck ? had : reset);
    },
  );

  test.each(DROPS.filter(ofTheFunction))('that retains keeps what the function wrote: %s',
    async (_title, given, leaf, had, dropped) => {
      await start('allKept');
      await app.deployStack(managed(given));
      await app.deployStack(managed(dropped));
      expect(valueAt(now().pool, parsePath(leaf))).toEqual(had);
    });

  test('that retains leaves what CloudFormation wrote and no longer has to CloudFormation', async () => {
    const left = async (omission: OmissionMode) => {
      await start(omission);
      await app.deployStack(managed({ deletionProtection: true, userPoolTags: { a: 'b' } }));
      await app.deployStack(managed({ userPoolTags: { a: 'b' } }));
      return now().pool.DeletionProtection;
    };
    expect([await left('allKept'), await left('allReset')]).toEqual(['ACTIVE', 'INACTIVE']);
  });

  test.each<[string, Given, Given, Record<string, Json | undefined>]>([
    ['a name', { poolName: 'one', ...RESETTING }, { ...RESETTING }, {}],
    ['a plan', { userPoolTier: UserPoolTier.PLUS, ...RESETTING }, { ...RESETTING }, {}],
  ])('keeps what nothing can put back: %s', async (_title, given, dropped, change) => {
    await start('allKept');
    await app.deployStack(managed(given));
    const before = now();
    expect((await app.deployStack(managed(dropped))).status).toBe('UPDATE_COMPLETE');
    expect(moved(before, now())).toStrictEqual(change);
  });

  test('with a part of a password policy keeps the service\'s own rest', async () => {
    await start();
    await app.deployStack(managed({ policies: { passwordPolicy: { minimumLength: 12 } } }));
    expect(now().pool.Policies).toMatchObject({
      PasswordPolicy: {
        MinimumLength: 12,
        RequireSymbols: true,
        RequireUppercase: true,
      },
    });
  });

  describe('whose onRemoval changes', () => {
    const given = (stack: Stack): ManagedUserPoolProps => ({
      lambdaConfig: { preSignUp: imported(stack).lambdaFunction('fn') },
      deviceConfiguration: { challengeRequiredOnNewDevice: true },
      mfaConfiguration: UserPoolMfa.OPTIONAL,
      softwareTokenMfaConfiguration: { enabled: true },
      userPoolTags: { team: 'ours' },
      deletionProtection: true,
    });
    const keeping = (onRemoval: OnRemoval): Build => managed((stack) => ({ ...given(stack), onRemoval }));
    const both: readonly (readonly [OnRemoval, OnRemoval])[] = [
      [OnRemoval.RETAIN, OnRemoval.RESET_TO_DEFAULT], [OnRemoval.RESET_TO_DEFAULT, OnRemoval.RETAIN],
    ];

    test.each(both.flatMap(([from, to]) => MODES.map((omission) => [from, to, omission] as const)))(
      'from %s to %s keeps everything all the time, where updates are %s', async (from, to, omission) => {
        await start(omission);
        await app.deployStack(keeping(from));
        const before = now();
        course = [];

        const { status, reason } = await app.deployStack(keeping(to));

        expect([status, reason]).toEqual(['UPDATE_COMPLETE', undefined]);
        expect(moved(before, now())).toStrictEqual({});
        expect(new Set(course.map((pool) => JSON.stringify({ ...pool, LastModifiedDate: 0 }))).size).toBe(1);
        expect(app.cognito.factors(poolId()!)).toMatchObject({ softwareToken: true });
      },
    );

    test('to RESET_TO_DEFAULT, and then drops what was declared before that', async () => {
      await start('allKept');
      await app.deployStack(keeping(OnRemoval.RETAIN));
      await app.deployStack(keeping(OnRemoval.RESET_TO_DEFAULT));
      expect((await app.deployStack(managed(RESETTING))).status).toBe('UPDATE_COMPLETE');
      expect(now().pool).toMatchObject({ LambdaConfig: {}, MfaConfiguration: 'OFF', DeletionProtection: 'INACTIVE' });
    });

    test('to RETAIN together with what it drops, keeps it', async () => {
      await start('allKept');
      await app.deployStack(keeping(OnRemoval.RESET_TO_DEFAULT));
      expect((await app.deployStack(managed({ deletionProtection: true }))).status).toBe('UPDATE_COMPLETE');
      expect(now().pool).toMatchObject({ LambdaConfig: {}, MfaConfiguration: 'OPTIONAL', DeletionProtection: 'ACTIVE' });
    });
  });

  describe('of which both writers change something', () => {
    const ses = {
      emailConfiguration: {
        emailSendingAccount: EmailSendingAccount.DEVELOPER,
        sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.org',
        fromEmailAddress: 'a@example.org',
      },
    };
    const byCognito = { emailConfiguration: { emailSendingAccount: EmailSendingAccount.COGNITO_DEFAULT } };
    const recovery = (name: RecoveryOptionName) => ({ accountRecoverySetting: { recoveryMechanisms: [{ priority: 1, name }] } });
    const [byAdmin, byEmail] = [recovery(RecoveryOptionName.ADMIN_ONLY), recovery(RecoveryOptionName.VERIFIED_EMAIL)];
    const tier = (userPoolTier: UserPoolTier) => ({ userPoolTier });
    const off = { mfaConfiguration: UserPoolMfa.OFF };
    const totp = { mfaConfiguration: UserPoolMfa.ON, softwareTokenMfaConfiguration: { enabled: true } };
    const emailMfa = { mfaConfiguration: UserPoolMfa.OPTIONAL, emailMfaConfiguration: { message: 'a {####}', subject: 'b' } };
    const smsMfa = { mfaConfiguration: UserPoolMfa.OPTIONAL, smsMfaConfiguration: {} };
    const first = (...allowedFirstAuthFactors: AuthFactor[]) => ({ policies: { signInPolicy: { allowedFirstAuthFactors } } });
    const dcr = (enabled: boolean) => ({ dcrConfiguration: { enabled, ...enabled && { allowedScopes: ['a/b'] } } });
    const eums = (stack: Stack) => ({ smsConfiguration: { eumsSms: { caller: imported(stack).role('eums') } } });
    const sns = (stack: Stack) => ({ smsConfiguration: { snsCaller: imported(stack).role('sms') } });

    const changes = async (from: Given, to: Given) => {
      await start();
      expect((await app.deployStack(managed(from))).status).toBe('CREATE_COMPLETE');
      const { status, reason } = await app.deployStack(managed(to));
      expect([status, reason]).toEqual(['UPDATE_COMPLETE', undefined]);
    };

    test.each<[string, Given, Given]>([
      ['email MFA on, with recovery not by email', { ...ses, ...byEmail }, { ...ses, ...byAdmin, ...emailMfa }],
      ['email MFA on, with its plan', { ...ses, ...byAdmin, ...tier(UserPoolTier.LITE) },
        { ...ses, ...byAdmin, ...emailMfa, ...tier(UserPoolTier.ESSENTIALS) }],
      ['MFA on, with passwords alone', { ...ses, ...first(AuthFactor.PASSWORD, AuthFactor.EMAIL_OTP) }, { ...totp, ...first(AuthFactor.PASSWORD) }],
      ['SMS with its role', {}, { enableSmsRole: true, ...smsMfa }],
      ['a text of SMS as a factor', { enableSmsRole: true, ...smsMfa },
        { enableSmsRole: true, ...smsMfa, smsMfaConfiguration: { smsAuthenticationMessage: 'Code {####}' } }],
      ['registration of clients, with its plan', tier(UserPoolTier.LITE), { ...tier(UserPoolTier.ESSENTIALS), ...dcr(true) }],
    ])('gets there where CloudFormation comes first: %s', async (_title, from, to) => changes(from, to));

    // CloudFormation comes first, and the service holds its update against what the function has not taken off yet. Two deployments get
    // there: first what the function takes off, then the rest.
    type Refused = readonly [title: string, from: Given, between: Given, to: Given, reason: RegExp];
    const NO_SENDER = /SMS configuration .* required when MFA is required\/optional/;
    const REFUSED: readonly Refused[] = [
      ['email MFA off, with recovery by email', { ...ses, ...byAdmin, ...emailMfa }, { ...ses, ...byAdmin, ...off },
        { ...ses, ...byEmail, ...off }, /cannot use verified_email as the only recovery mechanism when email MFA is configured/],
      ['email MFA off, with a smaller plan', { ...ses, ...byAdmin, ...emailMfa, ...tier(UserPoolTier.ESSENTIALS) },
        { ...ses, ...byAdmin, ...off, ...tier(UserPoolTier.ESSENTIALS) }, { ...ses, ...byAdmin, ...off, ...tier(UserPoolTier.LITE) },
        /disabled for the LITE pricing tier configured: Email MFA/],
      ['email MFA off, without SES', { ...ses, ...byAdmin, ...emailMfa }, { ...ses, ...byAdmin, ...off }, { ...byCognito, ...byAdmin, ...off },
        /Cannot set EmailMfaConfiguration when .* EmailSendingAccount of COGNITO_DEFAULT/],
      ['MFA off, with codes in place of passwords', { ...ses, ...totp }, { ...ses, ...off },
        { ...ses, ...off, ...first(AuthFactor.PASSWORD, AuthFactor.EMAIL_OTP) },
        /Only PASSWORD and WEB_AUTHN \(if configured\) can be enabled as an auth factor if MFA is enabled/],
      ['registration of clients off, with a smaller plan', { ...tier(UserPoolTier.ESSENTIALS), ...dcr(true) },
        { ...tier(UserPoolTier.ESSENTIALS), ...dcr(false) }, { ...tier(UserPoolTier.LITE), ...dcr(false) },
        /disabled for the LITE pricing tier configured: Dynamic Client Registration/],
      ['SMS off, with its role', { enableSmsRole: true, ...smsMfa }, { enableSmsRole: true, ...off }, off, NO_SENDER],
      ['SMS off, with its role, for an app', { enableSmsRole: true, ...smsMfa }, { enableSmsRole: true, ...totp }, totp, NO_SENDER],
      ['SMS by End User Messaging in place of SNS', { enableSmsRole: true, ...smsMfa }, { enableSmsRole: true, ...off },
        (stack) => ({ ...smsMfa, ...eums(stack) }), NO_SENDER],
    ];

    test.each(REFUSED)('is refused and rolled back in one deployment, and gets there in two, where the function would have to come first: %s',
      async (_title, from, between, to, refusal) => {
        await start();
        expect((await app.deployStack(managed(from))).status).toBe('CREATE_COMPLETE');
        const [before, factors] = [now(), app.cognito.factors(poolId()!)];

        const { status, reason } = await app.deployStack(managed(to));

        expect([status, reason]).toEqual(['UPDATE_ROLLBACK_COMPLETE', expect.stringMatching(refusal)]);
        expect(moved(before, now())).toStrictEqual({});
        expect(app.cognito.factors(poolId()!)).toEqual(factors);

        for (const next of [between, to]) {
          const { status: young, reason: none } = await app.deployStack(managed(next));
          expect([young, none]).toEqual(['UPDATE_COMPLETE', undefined]);
        }
      });

    const smsWarnings = (build: Build) => {
      const stack = testStack();
      build(stack);
      return Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('sms-beside-cloudformation'));
    };
    const withEums = (more: ManagedUserPoolProps): Build => managed((stack) => ({ ...smsMfa, ...eums(stack), ...more }));
    const besideL2 = (deletionProtection: boolean): Build => (stack) => {
      const userPool = new UserPool(stack, 'Pool', { deletionProtection, accountRecovery: AccountRecovery.EMAIL_ONLY });
      new UserPoolSettings(stack, 'Settings', { userPool, ...smsMfa, ...sns(stack) });
    };

    // Every update by CloudFormation leaves out what the resource has no word for, or was not told: SMS would be a factor without a sender. The
    // way back is such an update too.
    test.each<[string, Build, Build]>([
      ['is sent by End User Messaging', withEums({}), withEums({ deletionProtection: true })],
      ['is sent as settings beside an L2 say', besideL2(false), besideL2(true)],
    ])('is not updated by CloudFormation, nor rolled back, while SMS is a factor that %s, as synth has warned', async (_title, before, after) => {
      expect([smsWarnings(before), smsWarnings(after)]).toEqual([[expect.anything()], [expect.anything()]]);
      await start();
      expect((await app.deployStack(before)).status).toBe('CREATE_COMPLETE');
      const [was, factors] = [now(), app.cognito.factors(poolId()!)];

      const { status, reason } = await app.deployStack(after);

      expect([status, reason]).toEqual(['UPDATE_ROLLBACK_FAILED', expect.stringMatching(NO_SENDER)]);
      expect(reason).toMatch(new RegExp(`and then, on the way back: .*${NO_SENDER.source}`));
      expect(moved(was, now())).toStrictEqual({});
      expect(app.cognito.factors(poolId()!)).toEqual(factors);
      await expect(app.deployStack(before)).rejects.toThrow('is in UPDATE_ROLLBACK_FAILED state and can not be updated');
    });

    test.each<[string, Build]>([
      ['has the role for it', managed({ enableSmsRole: true, ...smsMfa })],
      ['is no factor', managed((stack) => ({ ...eums(stack) }))],
    ])('is not warned of where the resource %s', (_title, build) => {
      expect(smsWarnings(build)).toEqual([]);
    });
  });

  // Of a new pool all is known, and each of these is sure to fail: synth holds settings against each other, not against a pool's defaults.
  describe.each<[string, ManagedUserPoolProps, RegExp, string[], boolean]>([
    ['MFA without a factor', { mfaConfiguration: UserPoolMfa.ON }, /MFA that is not OFF needs a second factor: declare /, [], true],
    ['SMS as a factor without a role', { mfaConfiguration: UserPoolMfa.ON, smsMfaConfiguration: {} },
      /SMS as a second factor needs a role to send messages with: declare smsConfiguration/, ['sms-beside-cloudformation'], true],
    ['threat protection without its plan', { userPoolAddOns: { advancedSecurityMode: UserPoolAdvancedSecurityMode.ENFORCED } },
      /disabled for the ESSENTIALS pricing tier configured: Threat Protection/, [], false],
  ])('that its service refuses: %s', (_refused, props, refusal, warnings, isMade) => {
    test('is not refused at synth', () => {
      const stack = testStack();
      expect(() => managed(props)(stack)).not.toThrow();
      const said = (kind: 'findWarning' | 'findError') => Annotations.fromStack(stack)[kind]('*', Match.anyValue())
        .map(({ entry }) => String(entry.data));
      expect(said('findError')).toEqual([]);
      expect(said('findWarning')).toEqual(warnings.map((id) => {
        return expect.stringContaining(`[ack: cdk-cognito-user-pool-settings:${id}]`) as string;
      }));
    });

    // CDK's own default, RETAIN, is said of the pool that a creation has just made too.
    test.each([[RemovalPolicy.RETAIN, isMade], [RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, false]])(
      'is told at deployment, and with the removal policy %s that leaves a pool behind: %s', async (removalPolicy, isLeft) => {
        await start();
        const { status, reason } = await app.deployStack(managed({ ...props, removalPolicy }));
        expect([status, reason]).toEqual(['ROLLBACK_COMPLETE', expect.stringMatching(refusal)]);
        const created = new Set(course.map(({ Id }) => Id as string));
        const left = [...created].filter((id) => isThere(id));
        expect([created.size, left.length]).toEqual([isMade ? 1 : 0, isLeft ? 1 : 0]);
      },
    );
  });

  describe('in the end', () => {
    test.each<[string, RemovalPolicy | undefined, boolean]>([['stays', undefined, true], ['goes', RemovalPolicy.DESTROY, false]])(
      '%s with its removal policy, and its triggers are detached', async (_title, removalPolicy, stays) => {
        await start();
        await app.deployStack(managed((stack) => ({
          removalPolicy,
          enableSmsRole: true,
          lambdaConfig: { preSignUp: imported(stack).lambdaFunction('fn') },
          userPoolTags: { a: 'b' },
          deviceConfiguration: { challengeRequiredOnNewDevice: true },
        })));
        const id = poolId()!;

        expect((await app.destroy()).status).toBe('DELETE_COMPLETE');

        if (stays) {
          expect(app.cognito.pool(id)).toMatchObject({
            LambdaConfig: {},
            DeviceConfiguration: {},
            UserPoolTags: { a: 'b' },
          });
        } else {expect(() => app.cognito.pool(id)).toThrow(/does not exist/);}
      },
    );

    const BOTH = {
      deviceConfiguration: { challengeRequiredOnNewDevice: true },
      autoVerifiedAttributes: [VerifiedAttribute.EMAIL],
      userPoolTags: { a: 'b' },
    };
    const KEPT = {
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false }, AutoVerifiedAttributes: ['email'], team: 'b',
    };
    const leftOf = (id: string) => {
      const { DeviceConfiguration, AutoVerifiedAttributes, UserPoolTags } = app.cognito.pool(id);
      return { DeviceConfiguration, AutoVerifiedAttributes, team: (UserPoolTags as JsonObject).a };
    };
    const triggered = (stack: Stack) => ({ lambdaConfig: { preSignUp: imported(stack).lambdaFunction('fn') } });

    test('keeps all but its triggers also where it resets, and the stack goes', async () => {
      await start();
      await app.deployStack(managed((stack) => ({ ...RESETTING, ...BOTH, ...triggered(stack) })));
      const id = poolId()!;
      expect((await app.destroy()).status).toBe('DELETE_COMPLETE');
      expect(leftOf(id)).toEqual(KEPT);
      expect(app.cognito.pool(id).LambdaConfig).toEqual({});
    });

    test('keeps all but its triggers also where it resets, and the function stays for another', async () => {
      const other = (stack: Stack) => new ManagedUserPool(stack, 'Other', RESETTING);
      await start();
      await app.deployStack((stack) => {
        managed({ ...RESETTING, ...BOTH, ...triggered(stack) })(stack);
        other(stack);
      });
      const id = app.deployment.physicalId('PoolD3F588B8');
      expect((await app.deployStack(other)).status).toBe('UPDATE_COMPLETE');
      expect(leftOf(id)).toEqual(KEPT);
      expect(app.cognito.pool(id).LambdaConfig).toEqual({});
    });

    test.each<[string, ManagedUserPoolProps]>([['as the L2 is', {}], ['also where it resets', RESETTING]])(
      'is protected from the deletion of its own stack, %s', async (_title, more) => {
        await start();
        await app.deployStack(managed({ deletionProtection: true, removalPolicy: RemovalPolicy.DESTROY, ...more }));
        const id = poolId()!;
        expect((await app.destroy()).status).toBe('DELETE_FAILED');
        expect(app.cognito.pool(id)).toMatchObject({ DeletionProtection: 'ACTIVE' });
      },
    );

    const besideAnother = async (more: ManagedUserPoolProps) => {
      const other = (stack: Stack) => new ManagedUserPool(stack, 'Other', { ...RESETTING });
      await start();
      await app.deployStack((stack) => {
        managed({ deletionProtection: true, removalPolicy: RemovalPolicy.DESTROY, ...more })(stack);
        other(stack);
      });
      const id = app.deployment.physicalId('PoolD3F588B8');
      await app.deployStack(other);
      return id;
    };

    test('is protected from leaving its stack', async () => {
      const id = await besideAnother({});
      expect(app.cognito.pool(id)).toMatchObject({ DeletionProtection: 'ACTIVE' });
    });

    test('is protected from leaving its stack also where it resets', async () => {
      const id = await besideAnother(RESETTING);
      expect(app.cognito.pool(id)).toMatchObject({ DeletionProtection: 'ACTIVE' });
    });
  });

  describe('takes over from UserPoolSettings', () => {
    const fn = (stack: Stack) => imported(stack).lambdaFunction('fn');
    const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:fn';
    const settings = (onRemoval: OnRemoval, props?: UserPoolProps, given?: (stack: Stack) => Settings): Build => (stack) => {
      const userPool = new UserPool(stack, 'Pool', props);
      if (given) new UserPoolSettings(stack, 'Settings', { userPool, onRemoval, ...given(stack) });
    };
    const both = [OnRemoval.RETAIN, OnRemoval.RESET_TO_DEFAULT];
    const PROTECTED = ['ACTIVE'];

    /** The settings are there before and after, and in between. */
    async function goesOver(from: Build, to: Build, leaf: string, values: readonly Json[]): Promise<void> {
      await start('asMeasured');
      await app.deployStack(from);
      const id = poolId();
      course = [];
      const { status, reason } = await app.deployStack(to);
      expect([status, reason]).toEqual(['UPDATE_COMPLETE', undefined]);
      expect(poolId()).toBe(id);
      expect(courseOf(leaf)).toEqual(values);
    }

    test.each(both)('the pool\'s own property, while other settings stay (%s)', async (onRemoval) => {
      const tags = () => ({ userPoolTags: { a: 'b' } });
      await goesOver(settings(onRemoval, {}, () => ({ ...tags(), deletionProtection: true })),
        settings(onRemoval, { deletionProtection: true }, tags),
        'DeletionProtection', PROTECTED);
    });

    test.each(both)('the pool\'s own property, in two steps (%s)', async (onRemoval) => {
      const given = () => ({ deletionProtection: true });
      await goesOver(settings(onRemoval, {}, given),
        settings(onRemoval, { deletionProtection: true }, given), 'DeletionProtection', PROTECTED);
      await app.deployStack(settings(onRemoval, { deletionProtection: true }));
      expect(courseOf('DeletionProtection')).toEqual(PROTECTED);
    });

    test('the pool\'s own property, with the last of the settings, which retain', async () => {
      await goesOver(settings(OnRemoval.RETAIN, {}, () => ({ deletionProtection: true })),
        settings(OnRemoval.RETAIN, { deletionProtection: true }),
        'DeletionProtection', PROTECTED);
    });

    // With the last settings of the stack the function goes too. Nobody tells it any more who declares what: it goes by what it was told in
    // the deployment before, and takes back what the pool's own properties have by now. The template says otherwise than the pool.
    test('the pool\'s own property, with the last of the settings, which reset: it is taken back', async () => {
      await goesOver(settings(OnRemoval.RESET_TO_DEFAULT, {}, () => ({ deletionProtection: true })),
        settings(OnRemoval.RESET_TO_DEFAULT, { deletionProtection: true }), 'DeletionProtection', ['ACTIVE', 'INACTIVE']);
    });

    test.each(both)('a trigger of the pool\'s own, with the last of the settings: it is detached (%s)', async (onRemoval) => {
      await goesOver(settings(onRemoval, {}, (stack) => ({ lambdaConfig: { preSignUp: fn(stack) } })),
        (stack) => new UserPool(stack, 'Pool', { lambdaTriggers: { preSignUp: fn(stack) } }), 'LambdaConfig.PreSignUp', [ARN, 'absent']);
    });

    test.each(both)('the pool\'s own, with the last of the settings, if the function stays for this deployment (%s)', async (onRemoval) => {
      const given = (stack: Stack): Settings => ({ deletionProtection: true, lambdaConfig: { preSignUp: fn(stack) } });
      await goesOver(settings(onRemoval, {}, given), (stack) => {
        new UserPool(stack, 'Pool', { deletionProtection: true, lambdaTriggers: { preSignUp: fn(stack) } });
        UserPoolSettingsProvider.getOrCreate(stack);
      }, 'LambdaConfig.PreSignUp', [ARN]);
      expect(courseOf('DeletionProtection')).toEqual(PROTECTED);
    });

    test('ManagedUserPool without a function, with the last of the settings, which reset: it is taken back', async () => {
      await goesOver(settings(OnRemoval.RESET_TO_DEFAULT, {}, () => ({ deletionProtection: true })),
        managed({ deletionProtection: true }), 'DeletionProtection', ['ACTIVE', 'INACTIVE']);
    });

    test('a trigger of the pool\'s own, while other settings stay, which retain', async () => {
      await goesOver(settings(OnRemoval.RETAIN, {}, (stack) => ({ lambdaConfig: { preSignUp: fn(stack) } })), (stack) => {
        const userPool = new UserPool(stack, 'Pool', { lambdaTriggers: { preSignUp: fn(stack) } });
        new UserPoolSettings(stack, 'Settings', { userPool, userPoolTags: { a: 'b' } });
      }, 'LambdaConfig.PreSignUp', [ARN]);
    });

    test('a trigger of the pool\'s own, while other settings stay, which reset', async () => {
      await goesOver(settings(OnRemoval.RESET_TO_DEFAULT, {}, (stack) => ({ lambdaConfig: { preSignUp: fn(stack) } })),
        (stack) => {
          const userPool = new UserPool(stack, 'Pool', { lambdaTriggers: { preSignUp: fn(stack) } });
          new UserPoolSettings(stack, 'Settings', { userPool, userPoolTags: { a: 'b' }, ...RESETTING });
        }, 'LambdaConfig.PreSignUp', [ARN]);
    });

    test.each(both)('a trigger of the pool\'s own, in two steps (%s)', async (onRemoval) => {
      const given = (stack: Stack): Settings => ({ lambdaConfig: { preSignUp: fn(stack) } });
      const withOwn = (isLast: boolean): Build => (stack) => {
        const userPool = new UserPool(stack, 'Pool', { lambdaTriggers: { preSignUp: fn(stack) } });
        if (!isLast) new UserPoolSettings(stack, 'Settings', { userPool, onRemoval, ...given(stack) });
      };
      await goesOver(settings(onRemoval, {}, given), withOwn(false), 'LambdaConfig.PreSignUp', [ARN]);
      await app.deployStack(withOwn(true));
      expect(courseOf('LambdaConfig.PreSignUp')).toEqual([ARN]);
    });

    test.each(both)('ManagedUserPool, of a setting that CloudFormation writes (%s)', async (onRemoval) => {
      await goesOver(settings(onRemoval, {},
        () => ({ deletionProtection: true, deviceConfiguration: { challengeRequiredOnNewDevice: true } })),
      managed({
        deletionProtection: true,
        deviceConfiguration: { challengeRequiredOnNewDevice: true },
        onRemoval,
      }), 'DeletionProtection', PROTECTED);
      expect(now().pool).toMatchObject({ DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } });
    });

    // The properties of the pool change, so that CloudFormation's update comes in between (H24).
    test.each(both)('ManagedUserPool, of a trigger, which CloudFormation\'s own update takes off for a moment (%s)',
      async (onRemoval) => {
        const given = (stack: Stack): Settings => ({ lambdaConfig: { preSignUp: fn(stack) } });
        await goesOver(settings(onRemoval, {}, given),
          managed((stack) => ({ ...given(stack), onRemoval })), 'LambdaConfig.PreSignUp', [ARN, 'absent', ARN]);
      });

    test.each(both)('settings beside it, of a setting of the function (%s)', async (onRemoval) => {
      const devices = { deviceConfiguration: { challengeRequiredOnNewDevice: true } };
      await goesOver(managed({ ...devices, ...tagged, onRemoval }), (stack) => {
        new UserPoolSettings(stack, 'Settings',
          { userPool: new ManagedUserPool(stack, 'Pool', { ...tagged, onRemoval }), onRemoval, ...devices });
      }, 'DeviceConfiguration.ChallengeRequiredOnNewDevice', [true]);
    });
    const tagged = { additionalSettings: { Future: 'x' } };
  });
});
