import { App, CfnParameter, Stack, type CfnResource } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { LambdaVersion, UserPool, UserPoolOperation, type IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Alias, Code, Function, Runtime, SingletonFunction, Version, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { ManagedUserPool, UserPoolSettings, type LambdaConfig, type PreTokenGenerationLambdaVersion } from '../../src';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { POOL_ID, testStack } from '../support/synth';

const ENV = { account: '123456789012', region: 'us-east-1' };
const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:123456789012:function:theirs';
const SETTINGS = 'Custom::CognitoUserPoolSettings';
const PERMISSION = 'AWS::Lambda::Permission';

const { PRE_SIGN_UP, POST_CONFIRMATION, CUSTOM_MESSAGE, PRE_TOKEN_GENERATION, PRE_TOKEN_GENERATION_CONFIG } = UserPoolOperation;
const INBOUND_FEDERATION = UserPoolOperation.of('inboundFederation');

const functionIn = (stack: Stack, id = 'Fn') => new Function(stack, id, {
  code: Code.fromInline('//'), handler: 'index.handler', runtime: Runtime.NODEJS_20_X,
});
const keyIn = (stack: Stack) => Key.fromKeyArn(stack, 'Key',
  'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555');

/** What takes triggers: the same calls, whoever makes the pool. */
type Taker = Pick<UserPoolSettings, 'addTrigger'>;
type Make = (stack: Stack, lambdaConfig?: LambdaConfig) => Taker;

const l2Pool: (stack: Stack) => IUserPool = (stack) => new UserPool(stack, 'Pool');
const importedPool: (stack: Stack) => IUserPool = (stack) => UserPool.fromUserPoolId(stack, 'Pool', POOL_ID);
const settingsOf = (pool: (stack: Stack) => IUserPool): Make => (stack, lambdaConfig) => {
  return new UserPoolSettings(stack, 'Settings', { userPool: pool(stack), lambdaConfig });
};
const managedPool: Make = (stack, lambdaConfig) => new ManagedUserPool(stack, 'Managed', { lambdaConfig });

const TAKERS: readonly (readonly [string, Make])[] = [
  ['UserPoolSettings of an imported pool', settingsOf(importedPool)],
  ['UserPoolSettings of a pool of the app', settingsOf(l2Pool)],
  ['ManagedUserPool', managedPool],
];

/** Every operation that this CDK has a word for, and one that it has none for. */
const OPERATIONS: readonly UserPoolOperation[] = [
  ...Object.values(UserPoolOperation as unknown as object).filter((each: unknown) => each instanceof UserPoolOperation),
  INBOUND_FEDERATION,
];
const VERSIONED = ['preTokenGenerationConfig', 'customSmsSender', 'customEmailSender', 'inboundFederation'];
const SENDERS = ['customSmsSender', 'customEmailSender'];

const kmsFor = (stack: Stack, operation: UserPoolOperation) => SENDERS.includes(operation.operationName)
  ? { kmsKey: keyIn(stack) } : {};
const asProp = ({ operationName }: UserPoolOperation, lambdaFunction: IFunction, lambdaVersion = 'V1_0'): LambdaConfig => ({
  [operationName]: VERSIONED.includes(operationName) ? { lambdaFunction, lambdaVersion } : lambdaFunction,
});

function templateOf(build: (stack: Stack) => void): Template {
  const stack = testStack();
  build(stack);
  return Template.fromStack(stack);
}

interface Resource extends JsonObject {
  readonly Properties: JsonObject;
}

function only(template: Template, type: string): Resource {
  const found = Object.values(template.findResources(type)) as Resource[];
  expect(found).toHaveLength(1);
  return found[0];
}

function lambdaConfigIn(template: Template): Json {
  return (only(template, SETTINGS).Properties.Settings as JsonObject).LambdaConfig;
}

/** What the declaration comes to, but for the role of the function. */
function declaredIn(template: Template): JsonObject {
  const types = [SETTINGS, PERMISSION, 'AWS::IAM::Policy', 'AWS::Cognito::UserPool'];
  const { DependsOn } = only(template, SETTINGS);
  const found = Object.fromEntries(types.map((type) => [type, template.findResources(type)])) as JsonObject;
  const [[id, settings]] = Object.entries(found[SETTINGS] as JsonObject);
  // The order of dependencies says nothing.
  return { ...found, [SETTINGS]: { [id]: { ...settings as JsonObject, DependsOn: [...DependsOn as string[]].sort() } } };
}

interface Policy {
  readonly Properties?: { readonly PolicyDocument: { readonly Statement: JsonObject[] } };
}

interface Role {
  readonly Properties?: { readonly Policies?: readonly { readonly PolicyDocument: { readonly Statement: JsonObject[] } }[] };
}

const isOfCognito = ({ Action }: JsonObject) => JSON.stringify(Action).includes('cognito-idp:');
const statementsOfRole = (template: Template) => Object.values(template.findResources('AWS::IAM::Role'))
  .flatMap(({ Properties }: Role) => Properties?.Policies ?? [])
  .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
  .filter(isOfCognito);
const statementsOfPolicies = (template: Template) => Object.values(template.findResources('AWS::IAM::Policy'))
  .flatMap(({ Properties }: Policy) => Properties!.PolicyDocument.Statement)
  .filter(isOfCognito);

describe.each(TAKERS)('%s', (title, make) => {
  test.each(OPERATIONS.map((operation) => [operation.operationName, operation] as const))(
    'takes %s by addTrigger as by lambdaConfig', (_name, operation) => {
      const added = templateOf((stack) => {
        make(stack, kmsFor(stack, operation)).addTrigger(operation, functionIn(stack));
      });
      const declared = templateOf((stack) => {
        make(stack, { ...kmsFor(stack, operation), ...asProp(operation, functionIn(stack)) });
      });
      expect(declaredIn(added)).toEqual(declaredIn(declared));
    },
  );

  test.each<[LambdaVersion | undefined, string]>([
    [undefined, 'V1_0'], [LambdaVersion.V1_0, 'V1_0'], [LambdaVersion.V2_0, 'V2_0'],
  ])(
    'takes version %s of the event before tokens as %s', (version, expected) => {
      const added = templateOf((stack) => make(stack).addTrigger(PRE_TOKEN_GENERATION_CONFIG, functionIn(stack), version));
      const declared = templateOf((stack) => {
        make(stack, asProp(PRE_TOKEN_GENERATION_CONFIG, functionIn(stack), expected as PreTokenGenerationLambdaVersion));
      });
      expect(declaredIn(added)).toEqual(declaredIn(declared));
      expect(lambdaConfigIn(added)).toEqual({
        PreTokenGenerationConfig: { LambdaArn: { 'Fn::GetAtt': [expect.stringMatching(/^Fn/), 'Arn'] }, LambdaVersion: expected },
      });
    },
  );

  test('takes every operation one after the other', () => {
    const operations = OPERATIONS.filter((operation) => operation !== PRE_TOKEN_GENERATION);
    const added = templateOf((stack) => {
      const taker = make(stack, { kmsKey: keyIn(stack) });
      for (const operation of operations) taker.addTrigger(operation, functionIn(stack, `Fn${operation.operationName}`));
    });
    const declared = templateOf((stack) => {
      const triggers = operations.map((operation) => asProp(operation, functionIn(stack, `Fn${operation.operationName}`)));
      make(stack, Object.assign({ kmsKey: keyIn(stack) }, ...triggers) as LambdaConfig);
    });
    expect(declaredIn(added)).toEqual(declaredIn(declared));
    added.resourceCountIs(PERMISSION, operations.length);
  });

  const unversioned = OPERATIONS.filter(({ operationName }) => !VERSIONED.includes(operationName));
  test.each(unversioned.map((operation) => [operation.operationName, operation] as const))(
    'takes the one version that %s has', (_name, operation) => {
      const template = templateOf((stack) => make(stack).addTrigger(operation, functionIn(stack), LambdaVersion.V1_0));
      expect(lambdaConfigIn(template))
        .toMatchObject({ [capitalized(operation.operationName)]: { 'Fn::GetAtt': [expect.anything(), 'Arn'] } });
    },
  );

  const mistake = (attempt: (taker: Taker, lambdaFunction: Function, stack: Stack) => void) => () => {
    const stack = testStack();
    attempt(make(stack), functionIn(stack), stack);
    Template.fromStack(stack);
  };

  test.each<[string, UserPoolOperation, LambdaVersion | undefined, RegExp]>([
    ['a name that is no operation', UserPoolOperation.of('preSignup'), undefined,
      /lambdaConfig\.preSignup is no trigger: the triggers are preSignUp, .*inboundFederation/],
    ['the key', UserPoolOperation.of('kmsKey'), undefined, /lambdaConfig\.kmsKey is no trigger: the triggers are /],
    ['the API\'s own word', UserPoolOperation.of('KMSKeyID'), undefined,
      /lambdaConfig\.kMSKeyID is no trigger: the triggers are /],
    ['a name of objects', UserPoolOperation.of('constructor'), undefined,
      /lambdaConfig\.constructor is no trigger: the triggers are /],
    ['a version of an operation that has one', PRE_SIGN_UP, LambdaVersion.V2_0,
      /lambdaConfig\.preSignUp has one version of its event, V1_0: for more use UserPoolOperation\.PRE_TOKEN_GENERATION_CONFIG/],
    ['a version of the legacy trigger', PRE_TOKEN_GENERATION, LambdaVersion.V2_0,
      /lambdaConfig\.preTokenGeneration .*PRE_TOKEN_GENERATION_CONFIG/],
    ['a version that the service does not have', INBOUND_FEDERATION, LambdaVersion.V2_0,
      /lambdaConfig\.inboundFederation\.lambdaVersion .*V1_0.*got "V2_0"/],
    ['a version that nobody knows', PRE_TOKEN_GENERATION_CONFIG, 'V9_9' as LambdaVersion,
      /lambdaConfig\.preTokenGenerationConfig\.lambdaVersion .*V1_0.*V3_0.*got "V9_9"/],
    ['a sender without a key of an imported pool or none at all', UserPoolOperation.CUSTOM_EMAIL_SENDER, LambdaVersion.V2_0,
      /lambdaConfig\.customEmailSender\.lambdaVersion .*V1_0/],
  ])('refuses %s', (_mistake, operation, version, message) => {
    expect(mistake((taker, lambdaFunction) => taker.addTrigger(operation, lambdaFunction, version))).toThrow(message);
  });

  test.each<[string, UserPoolOperation, UserPoolOperation, RegExp]>([
    ['a second function of an operation', PRE_SIGN_UP, PRE_SIGN_UP,
      /lambdaConfig\.preSignUp has a function here already: an operation has one/],
    ['the legacy name beside the modern one', PRE_TOKEN_GENERATION_CONFIG, PRE_TOKEN_GENERATION,
      /lambdaConfig\.preTokenGeneration has a function here already/],
    ['the modern name beside the legacy one', PRE_TOKEN_GENERATION, PRE_TOKEN_GENERATION_CONFIG,
      /lambdaConfig\.preTokenGenerationConfig has a function here already/],
  ])('refuses %s', (_mistake, first, second, message) => {
    expect(mistake((taker, lambdaFunction, stack) => {
      taker.addTrigger(first, lambdaFunction);
      taker.addTrigger(second, functionIn(stack, 'Other'));
    })).toThrow(message);
    expect(mistake((taker, lambdaFunction) => {
      taker.addTrigger(first, lambdaFunction);
      taker.addTrigger(second, lambdaFunction);
    })).toThrow(message);
  });

  test('refuses by addTrigger what lambdaConfig has', () => {
    expect(() => templateOf((stack) => {
      make(stack, { preSignUp: functionIn(stack) }).addTrigger(PRE_SIGN_UP, functionIn(stack, 'Other'));
    })).toThrow(/lambdaConfig\.preSignUp has a function here already/);
  });

  test('names the construct in a refusal', () => {
    expect(mistake((taker, lambdaFunction) => taker.addTrigger(UserPoolOperation.of('none'), lambdaFunction)))
      .toThrow(/^the settings of Stack\/(Settings|Managed) cannot be declared like this:\n {2}lambdaConfig\.none is no trigger/);
  });

  test('goes on after a refusal as if it had not been asked', () => {
    const refusing = templateOf((stack) => {
      const [taker, lambdaFunction, other] = [make(stack), functionIn(stack), functionIn(stack, 'Other')];
      taker.addTrigger(PRE_SIGN_UP, lambdaFunction);
      expect(() => taker.addTrigger(PRE_SIGN_UP, other)).toThrow();
      expect(() => taker.addTrigger(PRE_TOKEN_GENERATION_CONFIG, other, 'V9_9' as LambdaVersion)).toThrow();
      taker.addTrigger(PRE_TOKEN_GENERATION_CONFIG, other);
    });
    const plain = templateOf((stack) => {
      const [taker, lambdaFunction, other] = [make(stack), functionIn(stack), functionIn(stack, 'Other')];
      taker.addTrigger(PRE_SIGN_UP, lambdaFunction);
      taker.addTrigger(PRE_TOKEN_GENERATION_CONFIG, other);
    });
    expect(declaredIn(refusing)).toEqual(declaredIn(plain));
  });

  describe('lets Cognito invoke', () => {
    const permissionsFor = (attach: (taker: Taker, lambdaFunction: Function, stack: Stack) => void) => {
      const template = templateOf((stack) => attach(make(stack), functionIn(stack), stack));
      const permissions = template.findResources(PERMISSION) as Readonly<Record<string, Resource>>;
      expect(only(template, SETTINGS).DependsOn).toEqual(expect.arrayContaining(Object.keys(permissions)));
      return Object.values(permissions).map(({ Properties }) => Properties);
    };

    test('the function, for this pool of this account alone, before the trigger is attached', () => {
      expect(permissionsFor((taker, lambdaFunction) => taker.addTrigger(PRE_SIGN_UP, lambdaFunction))).toEqual([{
        Action: 'lambda:InvokeFunction',
        FunctionName: { 'Fn::GetAtt': [expect.stringMatching(/^Fn/), 'Arn'] },
        Principal: 'cognito-idp.amazonaws.com',
        SourceAccount: ENV.account,
        SourceArn: expect.anything(),
      }]);
    });

    test.each<[string, (lambdaFunction: Function, stack: Stack) => IFunction, JsonObject]>([
      ['an alias', (lambdaFunction) => lambdaFunction.addAlias('live'), { Ref: expect.stringMatching(/^FnAliaslive/) }],
      ['an alias of a version',
        (lambdaFunction, stack) => new Alias(stack, 'Alias', { aliasName: 'live', version: lambdaFunction.currentVersion }),
        { Ref: expect.stringMatching(/^Alias/) }],
      ['an alias of the latest version',
        ({ latestVersion }, stack) => new Alias(stack, 'Alias', { aliasName: 'live', version: latestVersion }),
        { Ref: expect.stringMatching(/^Alias/) }],
      ['the current version', (lambdaFunction) => lambdaFunction.currentVersion,
        { Ref: expect.stringMatching(/^FnCurrentVersion/) }],
      ['a version', (lambdaFunction, stack) => new Version(stack, 'V', { lambda: lambdaFunction }),
        { Ref: expect.stringMatching(/^V/) }],
    ])('%s, not the function', (_case, qualified, expected) => {
      const permissions = permissionsFor((taker, lambdaFunction, stack) => {
        taker.addTrigger(PRE_SIGN_UP, qualified(lambdaFunction, stack));
      });
      expect(permissions).toEqual([expect.objectContaining({ FunctionName: expected })]);
    });

    test('a function and an alias of it, each by its own permission', () => {
      expect(permissionsFor((taker, lambdaFunction) => {
        taker.addTrigger(PRE_SIGN_UP, lambdaFunction);
        taker.addTrigger(CUSTOM_MESSAGE, lambdaFunction.addAlias('live'));
      })).toHaveLength(2);
    });

    test('a function of several triggers by one permission', () => {
      expect(permissionsFor((taker, lambdaFunction) => {
        taker.addTrigger(PRE_SIGN_UP, lambdaFunction);
        taker.addTrigger(POST_CONFIRMATION, lambdaFunction);
        taker.addTrigger(PRE_TOKEN_GENERATION_CONFIG, lambdaFunction, LambdaVersion.V2_0);
      })).toHaveLength(1);
    });

    test('a function of lambdaConfig, and of a later addTrigger, by one permission', () => {
      const template = templateOf((stack) => {
        const lambdaFunction = functionIn(stack);
        const taker = make(stack, { preSignUp: lambdaFunction, customMessage: lambdaFunction });
        taker.addTrigger(POST_CONFIRMATION, lambdaFunction);
      });
      template.resourceCountIs(PERMISSION, 1);
      const triggers = Object.keys(lambdaConfigIn(template) as JsonObject).sort();
      expect(triggers).toEqual(['CustomMessage', 'PostConfirmation', 'PreSignUp']);
    });

    test('an imported function', () => {
      const [permission] = permissionsFor((taker, _own, stack) => {
        taker.addTrigger(PRE_SIGN_UP, Function.fromFunctionArn(stack, 'Theirs', FUNCTION_ARN));
      });
      expect(permission.FunctionName).toBe(FUNCTION_ARN);
    });

    test('an imported alias', () => {
      const arn = `${FUNCTION_ARN}:live`;
      const [permission] = permissionsFor((taker, _own, stack) => {
        taker.addTrigger(PRE_SIGN_UP, Function.fromFunctionArn(stack, 'Theirs', arn));
      });
      expect(permission.FunctionName).toBe(arn);
    });

    test('an imported version', () => {
      const arn = `${FUNCTION_ARN}:7`;
      const [permission] = permissionsFor((taker, _own, stack) => {
        taker.addTrigger(PRE_SIGN_UP, Version.fromVersionArn(stack, 'Theirs', arn));
      });
      expect(permission.FunctionName).toBe(arn);
    });

    test('a function that the stack has once', () => {
      const [permission] = permissionsFor((taker, _own, stack) => {
        taker.addTrigger(PRE_SIGN_UP, new SingletonFunction(stack, 'One', {
          uuid: '7d4b8c6e', code: Code.fromInline('//'), handler: 'index.handler', runtime: Runtime.NODEJS_20_X,
        }));
      });
      expect(permission.FunctionName).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^SingletonLambda/), 'Arn'] });
    });
  });

  test.each<[string, (stack: Stack) => IFunction]>([
    ['of another account',
      (stack) => Function.fromFunctionArn(stack, 'Theirs', 'arn:aws:lambda:us-east-1:210987654321:function:theirs')],
    ['whose account nobody knows at synth', (stack) => Function.fromFunctionArn(stack, 'Theirs', arnOfParameter(stack))],
  ])('attaches an imported function %s, for which CDK can give no permission and says so', (_case, theirs) => {
    const stack = testStack();
    make(stack).addTrigger(PRE_SIGN_UP, theirs(stack));
    Template.fromStack(stack).resourceCountIs(PERMISSION, 0);
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue())
      .map(({ entry }) => JSON.stringify(entry.data));
    expect(warnings).toEqual([expect.stringContaining('addPermission() has no effect')]);
  });

  // CDK gives `$LATEST` no permission, and says so in words about accounts: attached, it would break sign-up.
  describe('refuses the latest version of a function', () => {
    const refusal = (construct: string, ...props: string[]) => [
      `the settings of Stack/${construct} cannot be declared like this:`,
      ...props.map((prop) => `  lambdaConfig.${prop} is the latest version, which nobody can be allowed to invoke: `
        + 'give the function itself'),
    ].join('\n');
    const construct = title === 'ManagedUserPool' ? 'Managed' : 'Settings';

    test.each(OPERATIONS.map((operation) => [operation.operationName, operation] as const))(
      'for %s', (name, operation) => {
        const addition = mistake((taker, { latestVersion }) => taker.addTrigger(operation, latestVersion));
        expect(addition).toThrow(new Error(refusal(construct, name)));
        const declaration = () => templateOf((stack) => {
          make(stack, { ...kmsFor(stack, operation), ...asProp(operation, functionIn(stack).latestVersion) });
        });
        expect(declaration).toThrow(new Error(refusal(construct, name)));
      },
    );

    test('by the name of each trigger that has it', () => {
      expect(() => templateOf((stack) => {
        const customMessage = functionIn(stack);
        const { latestVersion } = customMessage;
        make(stack, { preSignUp: latestVersion, customMessage, postConfirmation: latestVersion });
      })).toThrow(new Error(refusal(construct, 'preSignUp', 'postConfirmation')));
    });

    test('that is imported', () => {
      expect(mistake((taker, _own, stack) => {
        taker.addTrigger(PRE_SIGN_UP, Version.fromVersionArn(stack, 'Theirs', `${FUNCTION_ARN}:$LATEST`));
      })).toThrow(refusal(construct, 'preSignUp'));
    });

    test('and lets the function itself have its operation', () => {
      const template = templateOf((stack) => {
        const [taker, lambdaFunction] = [make(stack), functionIn(stack)];
        expect(() => taker.addTrigger(PRE_SIGN_UP, lambdaFunction.latestVersion)).toThrow('is the latest version');
        taker.addTrigger(PRE_SIGN_UP, lambdaFunction);
      });
      template.resourceCountIs(PERMISSION, 1);
    });
  });

  describe('allows the function each thing once', () => {
    test.each<[string, (stack: Stack, lambdaFunction: IFunction) => void]>([
      ['by lambdaConfig', (stack, lambdaFunction) => {
        make(stack, { preSignUp: lambdaFunction, customMessage: lambdaFunction });
      }],
      ['by addTrigger', (stack, lambdaFunction) => {
        const taker = make(stack);
        taker.addTrigger(PRE_SIGN_UP, lambdaFunction);
        taker.addTrigger(CUSTOM_MESSAGE, lambdaFunction);
      }],
      ['by an empty lambdaConfig and addTrigger', (stack, lambdaFunction) => {
        make(stack, {}).addTrigger(PRE_SIGN_UP, lambdaFunction);
      }],
    ])('%s', (_way, declare) => {
      // Triggers are taken back: what that needs has to be allowed until they are gone.
      const template = templateOf((stack) => declare(stack, functionIn(stack)));
      expect(statementsOfRole(template)).toEqual([]);
      expect(statementsOfPolicies(template)).toHaveLength(1);
    });
  });

  test('warns of each doubt once, however many triggers are added', () => {
    const stack = testStack();
    const taker = make(stack, { customEmailSender: { lambdaFunction: functionIn(stack) } });
    taker.addTrigger(PRE_SIGN_UP, functionIn(stack, 'Two'));
    taker.addTrigger(CUSTOM_MESSAGE, functionIn(stack, 'Three'));
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ entry }) => String(entry.data));
    expect(warnings).toEqual([...new Set(warnings)]);
  });
});

describe('the permission of an imported pool', () => {
  const sourceOf = (userPool: (stack: Stack) => IUserPool) => {
    const template = templateOf((stack) => {
      new UserPoolSettings(stack, 'Settings', { userPool: userPool(stack) }).addTrigger(PRE_SIGN_UP, functionIn(stack));
    });
    const { SourceArn, SourceAccount } = only(template, PERMISSION).Properties;
    return { SourceArn, SourceAccount };
  };
  const ARN = 'arn:aws:cognito-idp:eu-west-1:210987654321:userpool/eu-west-1_Other1';

  test('by id names the pool in the stack\'s account', () => {
    expect(sourceOf(importedPool)).toEqual({
      SourceArn: {
        'Fn::Join': ['',
          ['arn:', { Ref: 'AWS::Partition' }, `:cognito-idp:us-east-1:123456789012:userpool/${POOL_ID}`]],
      },
      SourceAccount: '123456789012',
    });
  });

  test('by the ARN of another account and Region names that', () => {
    const { SourceArn, SourceAccount } = sourceOf((stack) => UserPool.fromUserPoolArn(stack, 'Pool', ARN));
    expect(JSON.stringify(SourceArn)).toContain(ARN.replace(/^arn:aws/, ''));
    expect(SourceAccount).toBe('210987654321');
  });

  test('by an id of another Region names the pool in that Region, as the permissions of our function do', () => {
    const pool = (stack: Stack) => UserPool.fromUserPoolId(stack, 'Pool', 'eu-west-1_Other1');
    const arn = {
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Other1']],
    };
    expect(sourceOf(pool)).toEqual({ SourceArn: arn, SourceAccount: '123456789012' });
    const template = templateOf((stack) => settingsOf(pool)(stack).addTrigger(PRE_SIGN_UP, functionIn(stack)));
    expect(statementsOfPolicies(template)).toEqual([expect.objectContaining({ Resource: arn })]);
  });

  test('in a stack without a Region and account names the pseudo parameters', () => {
    const stack = new Stack(new App(), 'Stack');
    new UserPoolSettings(stack, 'Settings', { userPool: importedPool(stack) }).addTrigger(PRE_SIGN_UP, functionIn(stack));
    const { SourceArn, SourceAccount } = only(Template.fromStack(stack), PERMISSION).Properties;
    expect(SourceAccount).toEqual({ Ref: 'AWS::AccountId' });
    expect(JSON.stringify(SourceArn)).toContain('{"Ref":"AWS::AccountId"}');
  });
});

describe('an operation has one function', () => {
  const twice = (first: (app: App) => void, second: (app: App) => void) => () => {
    const app = new App();
    first(app);
    second(app);
    app.synth();
  };
  const stackOf = (app: App, id = 'Stack') => app.node.tryFindChild(id) as Stack | undefined ?? new Stack(app, id, { env: ENV });
  const poolOf = (app: App) => stackOf(app).node.tryFindChild('Pool') as UserPool | undefined
    ?? new UserPool(stackOf(app), 'Pool');
  const managed = (app: App, lambdaConfig?: (stack: Stack) => LambdaConfig) => {
    const stack = stackOf(app);
    return stack.node.tryFindChild('Managed') as ManagedUserPool | undefined
      ?? new ManagedUserPool(stack, 'Managed', { lambdaConfig: lambdaConfig?.(stack) });
  };
  const settings = (id: string, userPool: (app: App) => IUserPool, stack = 'Stack') => (app: App) => {
    const lambdaFunction = functionIn(stackOf(app, stack), `${id}Fn`);
    new UserPoolSettings(stackOf(app, stack), id, { userPool: userPool(app) }).addTrigger(PRE_SIGN_UP, lambdaFunction);
  };
  const importedIn = (stack: string, id: string) => (app: App) => UserPool.fromUserPoolId(stackOf(app, stack), id, POOL_ID);
  const OWNERS = (one: string, two: string) => {
    return `${two} and ${one} both declare lambdaConfig.preSignUp of one user pool: declare it in one of them`;
  };

  test.each<[string, (app: App) => void, (app: App) => void, string]>([
    ['two constructs of a stack', settings('One', poolOf), settings('Two', poolOf), OWNERS('Stack/One', 'Stack/Two')],
    ['two imports of a pool', settings('One', importedIn('Stack', 'P1')), settings('Two', importedIn('Stack', 'P2')),
      OWNERS('Stack/One', 'Stack/Two')],
    ['two stacks', settings('One', poolOf), settings('Two', poolOf, 'Other'), OWNERS('Stack/One', 'Other/Two')],
    ['two stacks that import the pool', settings('One', importedIn('Stack', 'P1')),
      settings('Two', importedIn('Other', 'P1'), 'Other'), OWNERS('Stack/One', 'Other/Two')],
    ['a managed pool and settings of it', (app) => managed(app).addTrigger(PRE_SIGN_UP, functionIn(stackOf(app))),
      settings('Two', managed),
      OWNERS('Stack/Managed/Settings', 'Stack/Two')],
    ['settings of a managed pool and the pool', settings('One', managed),
      (app) => managed(app).addTrigger(PRE_SIGN_UP, functionIn(stackOf(app))),
      OWNERS('Stack/One', 'Stack/Managed/Settings')],
  ])('of %s', (_title, first, second, message) => {
    expect(twice(first, second)).toThrow(message);
  });

  const own = (app: App) => managed(app).addTrigger(PRE_SIGN_UP, functionIn(stackOf(app)));
  const others = (app: App) => managed(app).addTrigger(PRE_SIGN_UP, functionIn(stackOf(app, 'Other')));
  const thirds = (app: App) => managed(app).addTrigger(PRE_SIGN_UP, functionIn(stackOf(app, 'Third')));

  test.each<[string, (app: App) => void, (app: App) => void]>([
    ['the pool\'s stack and another', own, others],
    ['another stack and the pool\'s', others, own],
    ['two other stacks', others, thirds],
    ['another stack, twice', others, (app) => managed(app).addTrigger(PRE_SIGN_UP, functionIn(stackOf(app, 'Other'), 'Fn2'))],
    ['the props and another stack', (app) => void managed(app, (stack) => ({ preSignUp: functionIn(stack) })), others],
  ])('of a managed pool, whose functions are of %s', (_title, first, second) => {
    expect(twice(first, second)).toThrow(/lambdaConfig\.preSignUp (of one user pool|has a function here already)/);
  });

  const nativeAndOurs = (operation: UserPoolOperation, ours = operation) => [
    (app: App) => poolOf(app).addTrigger(operation, functionIn(stackOf(app), 'Native')),
    (app: App) => {
      new UserPoolSettings(stackOf(app), 'Settings', { userPool: poolOf(app) }).addTrigger(ours, functionIn(stackOf(app)));
    },
  ] as const;
  const ELSEWHERE = ' is declared here, and the properties of Stack/Pool/Resource say otherwise: say it in one place';
  const named = (prop: string) => new RegExp(`lambdaConfig\\.${prop}\\S*${ELSEWHERE}`);

  test('that CloudFormation attaches as well, whoever comes first', () => {
    const [native, ours] = nativeAndOurs(PRE_SIGN_UP);
    expect(twice(native, ours)).toThrow(named('preSignUp'));
    expect(twice(ours, native)).toThrow(named('preSignUp'));
  });

  test('that CloudFormation attaches as well, by its prop', () => {
    expect(twice(...nativeAndOurs(PRE_SIGN_UP))).toThrow('lambdaConfig.preSignUp is declared here');
  });

  test.each<[string, UserPoolOperation, UserPoolOperation, string]>([
    ['by the modern name', PRE_TOKEN_GENERATION_CONFIG, PRE_TOKEN_GENERATION_CONFIG, 'preTokenGeneration'],
    ['by the legacy name', PRE_TOKEN_GENERATION, PRE_TOKEN_GENERATION, 'preTokenGeneration'],
    ['by the modern name beside our legacy one', PRE_TOKEN_GENERATION_CONFIG, PRE_TOKEN_GENERATION, 'preTokenGeneration'],
    ['by the legacy name beside our modern one', PRE_TOKEN_GENERATION, PRE_TOKEN_GENERATION_CONFIG, 'preTokenGeneration'],
  ])('that CloudFormation attaches %s', (_case, native, ours, prop) => {
    expect(twice(...nativeAndOurs(native, ours))).toThrow(named(prop));
  });

  test('that CloudFormation attaches in another version of the event', () => {
    expect(twice(
      (app) => {
        (poolOf(app).node.defaultChild as CfnResource)
          .addPropertyOverride('LambdaConfig.PreTokenGenerationConfig', { LambdaArn: FUNCTION_ARN, LambdaVersion: 'V2_0' });
      },
      (app) => new UserPoolSettings(stackOf(app), 'Settings', { userPool: poolOf(app) })
        .addTrigger(PRE_TOKEN_GENERATION_CONFIG, Function.fromFunctionArn(stackOf(app), 'Theirs', FUNCTION_ARN)),
    )).toThrow(named('preTokenGenerationConfig'));
  });

  test('and other operations go side by side, in other constructs and by CloudFormation', () => {
    expect(twice(settings('One', poolOf), (app) => {
      poolOf(app).addTrigger(CUSTOM_MESSAGE, functionIn(stackOf(app), 'Native'));
      new UserPoolSettings(stackOf(app), 'Two', { userPool: poolOf(app) })
        .addTrigger(POST_CONFIRMATION, functionIn(stackOf(app), 'TwoFn'));
    })).not.toThrow();
  });
});

function arnOfParameter(stack: Stack): string {
  return `arn:aws:lambda:us-east-1:${new CfnParameter(stack, 'Account').valueAsString}:function:theirs`;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
