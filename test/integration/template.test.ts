import { App, Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { EmailSendingAccount, ManagedUserPool, OnRemoval, UserPoolMfa, UserPoolSettings, VerifiedAttribute } from '../../src';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { everyOption, imported, smsByEums } from '../support/every-option';
import { importedPool, POOL_ID, propertiesFor, testStack, type Settings } from '../support/synth';

const POOL_ARN = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:cognito-idp:us-east-1:123456789012:userpool/${POOL_ID}`]] };
const ROLE = 'arn:aws:iam::123456789012:role/sms';
const KEY = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555';
const ALWAYS = ['cognito-idp:DescribeUserPool', 'cognito-idp:UpdateUserPool', 'cognito-idp:GetUserPoolMfaConfig'];

type Given = Settings | ((stack: Stack) => Settings);

function templateFor(...given: Given[]): Template {
  const stack = testStack();
  const userPool = importedPool(stack);
  given.forEach((settings, index) => new UserPoolSettings(stack, `Settings${index}`, {
    userPool,
    ...(typeof settings === 'function' ? settings(stack) : settings),
  }));
  return Template.fromStack(stack);
}

function resourcesOf(template: Template, type: string): JsonObject[] {
  return Object.values(template.findResources(type)) as JsonObject[];
}

/** The statements of the Lambda's role, without the one for its own log. */
function statementsFor(...given: Given[]): JsonObject[] {
  return statementsIn(templateFor(...given)).filter(({ Action }) => !JSON.stringify(Action).includes('logs:'));
}

function statementsIn(template: Template): JsonObject[] {
  const [ours, ...more] = resourcesOf(template, 'AWS::IAM::Role').map(({ Properties }) => Properties as unknown as RoleProperties)
    .filter(({ Policies }) => Policies !== undefined);
  expect([ours.Policies!.length, ours.ManagedPolicyArns, more]).toEqual([1, undefined, []]);
  // The functions of triggers have policies too.
  const apart = resourcesOf(template, 'AWS::IAM::Policy').map(({ Properties }) => Properties as unknown as Policy)
    .filter(({ Roles }) => JSON.stringify(Roles).includes('UserPoolSettingsProvider'));
  return [...ours.Policies!, ...apart].flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

interface Policy {
  readonly Roles?: Json;
  readonly PolicyDocument: { readonly Statement: JsonObject[] };
}

interface RoleProperties {
  readonly ManagedPolicyArns?: Json;
  readonly Policies?: readonly Policy[];
}

const realFunction = (stack: Stack, id: string) => stack.node.tryFindChild(id) as Function | undefined
  ?? new Function(stack, id, { code: Code.fromInline('//'), handler: 'index.handler', runtime: Runtime.NODEJS_20_X });

describe('the custom resource', () => {
  test('has the API\'s members as structured properties, so that a diff shows the leaf', () => {
    expect(propertiesFor({
      policies: { passwordPolicy: { minimumLength: 12, requireSymbols: false, temporaryPasswordValidity: Duration.hours(48) } },
      deletionProtection: true,
      userPoolTags: { team: 'identity' },
      dcrConfiguration: { enabled: false },
    })).toEqual({
      ServiceToken: { 'Fn::GetAtt': [expect.stringMatching(/^UserPoolSettingsProviderFunction/), 'Arn'] },
      ServiceTimeout: '300',
      UserPoolId: POOL_ID,
      Settings: {
        Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: false, TemporaryPasswordValidityDays: 2 } },
        DeletionProtection: 'ACTIVE',
        UserPoolTags: { team: 'identity' },
        DcrConfiguration: { EnableStatus: 'Disabled' },
      },
    });
  });

  test('is of the library\'s own type', () => {
    templateFor({ deletionProtection: true }).resourceCountIs('Custom::CognitoUserPoolSettings', 1);
  });

  test('keeps empty lists and empty structures, which say something', () => {
    expect(propertiesFor({
      autoVerifiedAttributes: [],
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: [] },
      lambdaConfig: {},
    }).Settings).toEqual({
      AutoVerifiedAttributes: [],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
      LambdaConfig: {},
    });
  });

  test('has tokens where tokens were given', () => {
    const { Settings: settings } = propertiesFor((stack) => ({
      policies: { passwordPolicy: { minimumLength: Lazy.number({ produce: () => 11 }) } },
      userPoolTags: { stack: stack.stackId },
      autoVerifiedAttributes: Lazy.list({ produce: () => ['email'] }) as VerifiedAttribute[],
      lambdaConfig: { preSignUp: realFunction(stack, 'Fn') },
    }));
    expect(settings).toEqual({
      Policies: { PasswordPolicy: { MinimumLength: 11 } },
      UserPoolTags: { stack: { Ref: 'AWS::StackId' } },
      AutoVerifiedAttributes: ['email'],
      LambdaConfig: { PreSignUp: { 'Fn::GetAtt': [expect.stringMatching(/^Fn/), 'Arn'] } },
    });
  });

  test('has additional settings as JSON text, beside the settings', () => {
    expect(propertiesFor({ additionalSettings: { Future: { Enabled: true, Days: 3 } } })).toMatchObject({
      Settings: {},
      AdditionalSettings: '{"Future":{"Days":3,"Enabled":true}}',
    });
  });

  test('waits for the permission of every trigger function, one for each function', () => {
    const template = templateFor((stack) => ({
      lambdaConfig: {
        preSignUp: realFunction(stack, 'One'),
        postConfirmation: realFunction(stack, 'One'),
        customEmailSender: { lambdaFunction: realFunction(stack, 'Two') },
        kmsKey: Key.fromKeyArn(stack, 'Key', KEY),
      },
    }));
    const permissions = template.findResources('AWS::Lambda::Permission', {
      Properties: { Action: 'lambda:InvokeFunction', Principal: 'cognito-idp.amazonaws.com', SourceArn: POOL_ARN },
    });
    expect(Object.keys(permissions)).toHaveLength(2);
    const [settings] = resourcesOf(template, 'Custom::CognitoUserPoolSettings');
    expect(settings.DependsOn).toEqual(expect.arrayContaining(Object.keys(permissions)));
  });

  test('waits for a role that can send', () => {
    const template = templateFor((stack) => ({
      smsConfiguration: { snsCaller: sender(stack) },
    }));
    const [settings] = resourcesOf(template, 'Custom::CognitoUserPoolSettings');
    expect(settings.DependsOn).toEqual([expect.stringMatching(/^SmsDefaultPolicy/)]);
  });
});

function sender(stack: Stack): Role {
  const made = new Role(stack, 'Sms', { assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com') });
  made.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));
  return made;
}

describe('the provider', () => {
  test('is one in a stack: three resources beside the custom resources', () => {
    const template = templateFor({ deletionProtection: true }, { userPoolTags: { team: 'identity' } });
    const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type);
    expect(types.sort()).toEqual([
      'AWS::IAM::Role', 'AWS::Lambda::Function', 'AWS::Logs::LogGroup', 'Custom::CognitoUserPoolSettings', 'Custom::CognitoUserPoolSettings',
    ]);
  });

  test('logs into a group of its own, which forgets and goes with the stack', () => {
    const template = templateFor({ deletionProtection: true });
    template.hasResource('AWS::Logs::LogGroup', { Properties: { RetentionInDays: 90 }, DeletionPolicy: 'Delete' });
    const [logGroup] = Object.keys(template.findResources('AWS::Logs::LogGroup'));
    template.hasResourceProperties('AWS::Lambda::Function', { LoggingConfig: { LogGroup: { Ref: logGroup } } });
    template.hasResourceProperties('AWS::IAM::Role', {
      Policies: [{
        PolicyDocument: {
          Statement: Match.arrayWith([{
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] },
          }]),
        },
      }],
    });
  });

  test('runs on a supported runtime, within the time that CloudFormation waits', () => {
    templateFor({ deletionProtection: true }).hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'index.handler', Runtime: Match.stringLikeRegexp('^nodejs(2[2-9]|[3-9]\\d)\\.x$'), Timeout: 120,
    });
  });
});

test('a stack of no certain Region has no older runtime', () => {
  const stack = new Stack(new App(), 'Anywhere');
  new UserPoolSettings(stack, 'Settings', { userPool: importedPool(stack), deletionProtection: true });
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { Runtime: 'nodejs22.x' });
});

type Case = readonly [title: string, given: Given, statements: readonly JsonObject[]];
const calls = (...more: string[]): JsonObject => ({ Effect: 'Allow', Action: [...ALWAYS, ...more].sort(), Resource: POOL_ARN });
const passRole = (resource: Json): JsonObject => ({
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: resource,
  Condition: { StringEquals: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } },
});
const role = (stack: Stack) => Role.fromRoleArn(stack, 'Role', ROLE);
const key = (stack: Stack) => Key.fromKeyArn(stack, 'Key', KEY);

const CASES: readonly Case[] = [
  ['a plain setting needs three calls on the pool', { userPoolTags: { a: 'b' } }, [calls()]],
  ['no settings at all need no more', {}, [calls()]],
  ['the MFA mode needs the call that sets it', { mfaConfiguration: UserPoolMfa.OFF }, [calls('cognito-idp:SetUserPoolMfaConfig')]],
  ['passkeys need it too', { webAuthnConfiguration: { relyingPartyId: 'example.com' } }, [calls('cognito-idp:SetUserPoolMfaConfig')]],
  ['a role for SMS is passed to Cognito and to nobody else', (stack) => ({ smsConfiguration: { snsCaller: role(stack), externalId: 'x' } }),
    [calls(), passRole(ROLE)]],
  ['a role for End User Messaging as well', (stack) => ({ smsConfiguration: { eumsSms: { caller: role(stack) } } }), [calls(), passRole(ROLE)]],
  ['custom senders need a grant on their key', (stack) => ({
    lambdaConfig: { kmsKey: key(stack), customSmsSender: { lambdaFunction: realFunction(stack, 'Fn') } },
  }), [calls(), { Effect: 'Allow', Action: 'kms:CreateGrant', Resource: KEY }]],
  ['triggers alone need none', (stack) => ({ lambdaConfig: { preSignUp: realFunction(stack, 'Fn') } }), [calls()]],
  ['sending by SES needs the service-linked role', {
    emailConfiguration: { emailSendingAccount: EmailSendingAccount.DEVELOPER, sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' },
  }, [calls(), {
    Effect: 'Allow',
    Action: 'iam:CreateServiceLinkedRole',
    Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::123456789012:role/aws-service-role/email.cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdpEmailService']] },
    Condition: { StringEquals: { 'iam:AWSServiceName': 'email.cognito-idp.amazonaws.com' } },
  }]],
  ['sending by Cognito needs none', { emailConfiguration: { emailSendingAccount: EmailSendingAccount.COGNITO_DEFAULT } }, [calls()]],
];

describe('the permissions', () => {
  test.each(CASES)('%s', (_, given, statements) => {
    expect(statementsFor(given)).toEqual(statements);
  });

  test('of two constructs on two pools name both pools, each for what it is for', () => {
    const stack = testStack();
    ['us-east-1_One', 'us-east-1_Two'].forEach((id, index) => new UserPoolSettings(stack, id, {
      userPool: UserPool.fromUserPoolId(stack, `Pool${index}`, id),
      ...(index === 1 && { mfaConfiguration: UserPoolMfa.OFF }),
    }));
    const arn = (id: string) => JSON.parse(JSON.stringify(POOL_ARN).replace(POOL_ID, id)) as Json;
    expect(statementsIn(Template.fromStack(stack)).slice(1)).toEqual([
      { ...calls(), Resource: arn('us-east-1_One') },
      { ...calls('cognito-idp:SetUserPoolMfaConfig'), Resource: arn('us-east-1_Two') },
    ]);
  });

  test('are inline and name their resources, even if every option is declared', () => {
    const template = templateFor((stack) => everyOption(imported(stack)), (stack) => ({ smsConfiguration: smsByEums(imported(stack)) }));

    for (const { Action, Resource } of statementsIn(template)) {
      expect(JSON.stringify(Action)).not.toContain('*');
      expect(JSON.stringify(Resource)).not.toContain('*');
    }
    expect(new Set(statementsIn(template).flatMap(({ Action }) => Action))).toEqual(new Set([
      'logs:CreateLogStream', 'logs:PutLogEvents', ...ALWAYS, 'cognito-idp:SetUserPoolMfaConfig',
      'iam:PassRole', 'kms:CreateGrant', 'iam:CreateServiceLinkedRole',
    ]));
    template.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
  });

  test.each<[string, Given, number]>([
    ['stay with the role while nothing is ever taken back', { deletionProtection: true }, 0],
    ['outlive a trigger, which is detached', (stack) => ({ lambdaConfig: { preSignUp: realFunction(stack, 'Fn') } }), 1],
    ['outlive settings that are put back', { deletionProtection: true, onRemoval: OnRemoval.RESET_TO_DEFAULT }, 1],
  ])('%s', (_, given, policies) => {
    const template = templateFor(given);
    template.resourceCountIs('AWS::IAM::Policy', policies);
    const [settings] = resourcesOf(template, 'Custom::CognitoUserPoolSettings');
    expect(settings.DependsOn ?? []).toEqual(expect.arrayContaining(Object.keys(template.findResources('AWS::IAM::Policy'))));
  });

  test('of a policy of its own go with the pool that they are for', () => {
    const idFor = (pool: string) => {
      const stack = testStack();
      const userPool = UserPool.fromUserPoolId(stack, 'Pool', pool);
      new UserPoolSettings(stack, 'Settings', { userPool, onRemoval: OnRemoval.RESTORE_PREVIOUS });
      const template = Template.fromStack(stack);
      const policies = resourcesOf(template, 'AWS::IAM::Policy').map(({ Properties }) => (Properties as JsonObject).PolicyName);
      return [...policies, ...Object.keys(template.findResources('Custom::CognitoUserPoolCapture'))];
    };
    expect(idFor('us-east-1_One')).toEqual(idFor('us-east-1_One'));
    expect(idFor('us-east-1_One').filter((id) => idFor('us-east-1_Two').includes(id))).toEqual([]);
  });

  test('include the call for second factors wherever it may be needed to put them back', () => {
    expect(statementsFor({ onRemoval: OnRemoval.RESTORE_PREVIOUS })).toEqual([calls('cognito-idp:SetUserPoolMfaConfig')]);
    expect(statementsFor({ clear: ['webAuthnConfiguration'] })).toEqual([calls('cognito-idp:SetUserPoolMfaConfig')]);
  });
});

describe('many pools in one stack', () => {
  const stackOf = (pools: number, settings: Settings) => {
    const stack = testStack();
    for (let n = 0; n < pools; n++) {
      new UserPoolSettings(stack, `Settings${n}`, { userPool: UserPool.fromUserPoolId(stack, `Pool${n}`, `us-east-1_${String(n).padStart(9, '0')}`), ...settings });
    }
    return stack;
  };
  const TOO_MANY = /the permissions of the function take at least \d+ characters, and IAM takes 10240 in the inline policies of a role: spread the user pools over several stacks/;

  test('share a statement', () => {
    expect(statementsIn(Template.fromStack(stackOf(100, { deletionProtection: true })))).toHaveLength(2);
  });

  test.each<[number, Settings]>([[150, { deletionProtection: true }], [50, { onRemoval: OnRemoval.RESTORE_PREVIOUS }]])(
    'that IAM would not take are refused at synth: %i of %j', (pools, settings) => {
      expect(() => Template.fromStack(stackOf(pools, settings))).toThrow(TOO_MANY);
    },
  );
});

describe('a mistake at synth', () => {
  const declare = (settings: object) => () => templateFor(settings as Settings);

  test.each<[string, object, RegExp]>([
    ['a setting that is not there', { clear: ['lambdaConfig.preSignup'] }, /clear: lambdaConfig\.preSignup names no setting: preSignup is none of preSignUp, customMessage/],
    ['what holds what cannot be put back', { clear: ['policies'] }, /clear: policies cannot be put back to the default: a PasswordPolicy is always sent whole/],
    ['a part of a trigger', { clear: ['lambdaConfig.inboundFederation.lambdaVersion'] }, /it goes with the whole of lambdaConfig.inboundFederation: clear that/],
    ['a part that would make the whole', { clear: ['deviceConfiguration.challengeRequiredOnNewDevice'] }, /of an absent deviceConfiguration it would make one/],
    ['tags of AWS', { clear: ['userPoolTags.aws:x'] }, /keys with aws: are AWS's own/],
    ['nothing', { clear: [''] }, /names no setting: nothing is none of policies, /],
    ['what cannot be put back', { clear: ['smsConfiguration.snsRegion'] }, /clear: smsConfiguration\.snsRegion cannot be put back to the default: no proven way/],
    ['a part of what goes as a whole', { clear: ['smsMfaConfiguration.smsAuthenticationMessage'] }, /it is the same setting as smsAuthenticationMessage: clear that/],
    ['what is declared as well', { clear: ['userPoolTags'], userPoolTags: { team: 'x' } }, /clear: userPoolTags is declared as well: leave out one/],
    ['what a token names', { clear: [Lazy.string({ produce: () => 'policies' })] }, /clear must be known at synth/],
    ['what no reset can put back', { onRemoval: OnRemoval.RESET_TO_DEFAULT, poolName: 'x', deletionProtection: true },
      /poolName cannot be put back to the default, as onRemoval RESET_TO_DEFAULT asks: a pool always has a name; declare it in a UserPoolSettings of its own/],
  ])('that is to clear %s names it and the way out', (_, settings, message) => {
    expect(declare(settings)).toThrow(message);
  });

  test('that is an unknown option names the construct, the prop and the way out', () => {
    expect(declare({ policies: { passwordPolicy: { minLength: 8 } } })).toThrow(
      /^the settings of Stack\/Settings0 cannot be declared like this:\n {2}policies\.passwordPolicy\.minLength is no option of this version: .*minimumLength.*additionalSettings$/,
    );
  });

  test('that is a duration of no whole days says what to give', () => {
    expect(declare({ policies: { passwordPolicy: { temporaryPasswordValidity: Duration.hours(36) } } }))
      .toThrow(/policies\.passwordPolicy\.temporaryPasswordValidity .*give Duration\.days\(n\)/);
  });

  test.each([
    ['a member with a prop', { DeletionProtection: 'ACTIVE' }, 'DeletionProtection'],
    ['a nested member with a prop', { Policies: { PasswordPolicy: { MinimumLength: 8, Future: 1 } } }, 'Policies.PasswordPolicy.MinimumLength'],
    ['a member of the other API', { SoftwareTokenMfaConfiguration: { Enabled: true } }, 'SoftwareTokenMfaConfiguration.Enabled'],
  ])('that is %s in additionalSettings names the member', (_, additionalSettings, member) => {
    expect(declare({ additionalSettings })).toThrow(`additionalSettings: ${member} has a prop of its own in this version: declare it there`);
  });

  test('that is a name that CDK loses names each place, in one error', () => {
    const given = JSON.parse('{ "userPoolTags": { "__proto__": "a", "team": "b" },'
      + ' "additionalSettings": { "__proto__": { "A": 1 }, "Future": { "__proto__": 1, "List": [{ "__proto__": {} }] } } }') as object;
    const attempts = [declare(given), () => new ManagedUserPool(testStack(), 'Settings0', given as Settings)];
    const lost = 'is a name that CDK loses on its way into a template: set it by another way';
    for (const attempt of attempts) {
      expect(attempt).toThrow(new Error(['the settings of Stack/Settings0 cannot be declared like this:',
        `  userPoolTags.__proto__ ${lost}`,
        `  additionalSettings: __proto__ ${lost}`,
        `  additionalSettings: Future.__proto__ ${lost}`,
        `  additionalSettings: Future.List[0].__proto__ ${lost}`].join('\n')));
    }
  });

  test('comes with all others in one throw', () => {
    const attempt = declare({
      unknownOption: 1,
      policies: { passwordPolicy: { temporaryPasswordValidity: Duration.minutes(5) } },
      adminCreateUserConfig: { alsoUnknown: true },
      additionalSettings: { PoolName: 'x', Future: 1 },
    });
    expect(attempt).toThrow(/unknownOption/);
    expect(attempt).toThrow(/temporaryPasswordValidity/);
    expect(attempt).toThrow(/adminCreateUserConfig\.alsoUnknown/);
    expect(attempt).toThrow(/additionalSettings: PoolName/);
    expect(attempt).not.toThrow(/Future/);
  });
});

describe('constructs of one stack', () => {
  const dependenciesBySettings = (pools: readonly string[]) => {
    const stack = testStack();
    pools.forEach((pool, index) => new UserPoolSettings(stack, `Settings${index}`, {
      userPool: UserPool.fromUserPoolId(stack, `Pool${index}`, pool),
      userPoolTags: { [`index${index}`]: 'yes' },
    }));
    return resourcesOf(Template.fromStack(stack), 'Custom::CognitoUserPoolSettings').map(({ DependsOn = [] }) => (DependsOn as Json[]).length);
  };

  test('on the same pool are applied one after the other', () => {
    expect(dependenciesBySettings([POOL_ID, POOL_ID, POOL_ID])).toEqual([0, 1, 1]);
  });

  test('on different pools are applied side by side', () => {
    expect(dependenciesBySettings([POOL_ID, 'us-east-1_Example2'])).toEqual([0, 0]);
  });
});
