import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { UserPool, UserPoolOperation, type IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Alias, Key, type IKey } from 'aws-cdk-lib/aws-kms';
import { Code, Function, Runtime, type FunctionProps, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { EncryptionKeyType, ManagedUserPool, UserPoolSettings, type UserPoolSettingsOptions } from '../../src';
import { RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { POOL_ID } from '../support/synth';

// What custom senders need: Cognito a grant on the key, our function the right to ask for it, the senders to decrypt.

const ENV = { account: '123456789012', region: 'us-east-1' };
const KEY_ARN = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555';
const PARTITION = { Ref: 'AWS::Partition' };
const { CUSTOM_EMAIL_SENDER, CUSTOM_SMS_SENDER, PRE_SIGN_UP } = UserPoolOperation;

/** The parts of an app, by the stack that each is in. */
class Parts {
  private readonly app = new App();

  public stack(id: string): Stack {
    return this.app.node.tryFindChild(id) as Stack | undefined ?? new Stack(this.app, id, { env: ENV });
  }

  public lambdaFunction(stack: string, id = 'Fn', more: Partial<FunctionProps> = {}): Function {
    return new Function(this.stack(stack), id, {
      code: Code.fromInline('//'), handler: 'index.handler', runtime: Runtime.NODEJS_20_X, ...more,
    });
  }

  /** Every stack resolved, every cycle refused. */
  public templates(): Readonly<Record<string, Template>> {
    this.app.synth();
    const stacks = this.app.node.children.filter((child) => child instanceof Stack);
    return Object.fromEntries(stacks.map((stack) => [stack.node.id, Template.fromStack(stack)]));
  }

  public warnings(stack: string): string[] {
    return Annotations.fromStack(this.stack(stack)).findWarning('*', Match.anyValue())
      .map(({ entry }) => /\[ack: (.*)\]$/.exec(String(entry.data))?.[1] ?? String(entry.data));
  }
}

const declared = (userPool: (stack: Stack) => IUserPool) => (parts: Parts, options: UserPoolSettingsOptions, stack = 'App') => {
  return new UserPoolSettings(parts.stack(stack), 'Settings', { userPool: userPool(parts.stack(stack)), ...options });
};
const managed = (parts: Parts, options: UserPoolSettingsOptions, stack = 'App') => {
  return new ManagedUserPool(parts.stack(stack), 'Pool', options);
};
const IMPORTED = declared((stack) => UserPool.fromUserPoolId(stack, 'Pool', POOL_ID));
const OF_THE_APP = declared((stack) => new UserPool(stack, 'Pool'));

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: Json;
  readonly Condition?: Json;
  readonly Principal?: Json;
}

interface Document {
  readonly Statement: readonly Statement[];
}

/** Every statement on keys, by the first resource of that logical id that has it. */
function statementsOn(template: Template, action: string, logicalId: RegExp): Statement[] {
  const resources = Object.entries((template.toJSON() as { Resources: Record<string, { Properties?: JsonObject }> }).Resources);
  return resources.filter(([name]) => logicalId.test(name)).flatMap(([, { Properties = {} }]) => {
    const { KeyPolicy, PolicyDocument, Policies } = Properties as {
      KeyPolicy?: Document; PolicyDocument?: Document; Policies?: { PolicyDocument: Document }[];
    };
    const documents = [KeyPolicy, PolicyDocument, ...(Policies ?? []).map((policy) => policy.PolicyDocument)];
    return documents.flatMap((document) => document?.Statement ?? []);
  }).filter(({ Action }) => [Action].flat().includes(action));
}

const OURS = /^(?!Fn|Key).*(Allow|ProviderRole)/;
const grantsToCognito = (template: Template) => statementsOn(template, 'kms:CreateGrant', /^Key/);
const grantsToUs = (template: Template) => statementsOn(template, 'kms:CreateGrant', OURS);
const decrypting = (template: Template, logicalId = /^Fn.*DefaultPolicy/) => statementsOn(template, 'kms:Decrypt', logicalId);
/** What Cognito is told to encrypt by. */
const keysInSettings = (template: Template) => Object.values(template.findResources(RESOURCE_TYPE))
  .map(({ Properties }: { Properties?: { Settings: { LambdaConfig: { KMSKeyID: Json } } } }) => {
    return Properties!.Settings.LambdaConfig.KMSKeyID;
  });
const arnOf = (logicalId: RegExp) => ({ 'Fn::GetAtt': [expect.stringMatching(logicalId) as string, 'Arn'] });
const toCognito = (pool: string) => ({
  Action: 'kms:CreateGrant',
  Effect: 'Allow',
  Principal: { Service: 'cognito-idp.amazonaws.com' },
  Resource: '*',
  Condition: {
    StringEquals: { 'aws:SourceAccount': ENV.account },
    ArnLike: {
      'aws:SourceArn': {
        'Fn::Join': ['',
          ['arn:', PARTITION, `:cognito-idp:us-east-1:123456789012:userpool/${pool}`]],
      },
    },
  },
});

const senderWarnings = (parts: Parts, stack: string) => parts.warnings(stack).filter((id) => id.includes(':sender-'));

type Declare = (parts: Parts, options: UserPoolSettingsOptions, stack?: string) => Pick<UserPoolSettings, 'addTrigger'>;

describe.each<[string, Declare, string]>([
  ['an imported pool', IMPORTED, POOL_ID],
  ['a pool of the app', OF_THE_APP, '*'],
  ['a ManagedUserPool', managed, '*'],
])('a created key of %s', (_title, declare, pool) => {
  /** The key, and senders by props or afterwards. */
  const WAYS: readonly (readonly [string, (parts: Parts, kmsKey: IKey, ...senders: IFunction[]) => void])[] = [
    ['by lambdaConfig', (parts, kmsKey, email, sms) => {
      const customSmsSender = sms && { lambdaFunction: sms };
      declare(parts, {
        lambdaConfig: {
          kmsKey,
          customEmailSender: { lambdaFunction: email },
          ...customSmsSender && { customSmsSender },
        },
      });
    }],
    ['by addTrigger', (parts, kmsKey, email, sms) => {
      const taker = declare(parts, { lambdaConfig: { kmsKey } });
      taker.addTrigger(CUSTOM_EMAIL_SENDER, email);
      if (sms) taker.addTrigger(CUSTOM_SMS_SENDER, sms);
    }],
  ];

  test.each(WAYS)('lets Cognito make a grant for this pool alone, as near as it may be named, once: %s', (_way, attach) => {
    const parts = new Parts();
    attach(parts, new Key(parts.stack('App'), 'Key'), parts.lambdaFunction('App'), parts.lambdaFunction('App', 'FnSms'));
    const { App: template } = parts.templates();
    expect(grantsToCognito(template)).toEqual([toCognito(pool)]);
    expect(parts.warnings('App')).toEqual([]);
  });

  test.each(WAYS)('lets our function ask for the grant, on this key: %s', (_way, attach) => {
    const parts = new Parts();
    attach(parts, new Key(parts.stack('App'), 'Key'), parts.lambdaFunction('App'));
    const found = grantsToUs(parts.templates().App);
    expect(found.length).toBeGreaterThan(0);
    for (const { Resource } of found) expect(Resource).toEqual(arnOf(/^Key/));
  });

  test.each(WAYS)('lets each sender decrypt by this key, and nobody else: %s', (_way, attach) => {
    const parts = new Parts();
    attach(parts, new Key(parts.stack('App'), 'Key'), parts.lambdaFunction('App'), parts.lambdaFunction('App', 'FnSms'));
    const { App: template } = parts.templates();
    const decrypt = { Action: 'kms:Decrypt', Effect: 'Allow', Resource: arnOf(/^Key/) };
    expect(decrypting(template, /^FnServiceRole/)).toEqual([decrypt]);
    expect(decrypting(template, /^FnSmsServiceRole/)).toEqual([decrypt]);
    expect(decrypting(template, OURS)).toEqual([]);
  });

  test.each(WAYS)('lets a function that sends both decrypt once: %s', (_way, attach) => {
    const parts = new Parts();
    const sender = parts.lambdaFunction('App');
    attach(parts, new Key(parts.stack('App'), 'Key'), sender, sender);
    const { App: template } = parts.templates();
    expect(decrypting(template)).toHaveLength(1);
    template.resourceCountIs('AWS::Lambda::Permission', 1);
  });

  test.each(WAYS)('lets the role of an alias of a sender decrypt: %s', (_way, attach) => {
    const parts = new Parts();
    attach(parts, new Key(parts.stack('App'), 'Key'), parts.lambdaFunction('App').addAlias('live'));
    expect(decrypting(parts.templates().App)).toHaveLength(1);
  });

  test('gives triggers that send nothing no part of it', () => {
    const parts = new Parts();
    declare(parts, { lambdaConfig: { kmsKey: new Key(parts.stack('App'), 'Key'), preSignUp: parts.lambdaFunction('App') } })
      .addTrigger(UserPoolOperation.CUSTOM_MESSAGE, parts.lambdaFunction('App', 'FnMessage'));
    expect(decrypting(parts.templates().App, /^Fn/)).toEqual([]);
  });

  test('serves as keyConfiguration.kmsKey as well', () => {
    const parts = new Parts();
    const kmsKey = new Key(parts.stack('App'), 'Key');
    declare(parts, { keyConfiguration: { keyType: EncryptionKeyType.CUSTOMER_MANAGED_KEY, kmsKey }, lambdaConfig: { kmsKey } })
      .addTrigger(CUSTOM_EMAIL_SENDER, parts.lambdaFunction('App'));
    const { App: template } = parts.templates();
    expect(grantsToCognito(template)).toEqual([toCognito(pool)]);
    expect(decrypting(template)).toHaveLength(1);
  });

  // IAM knows keys by their own ARN: a statement on that of an alias allows nothing.
  test.each(WAYS)('may be given through an alias of the app, which leads to the key itself: %s', (_way, attach) => {
    const parts = new Parts();
    attach(parts, new Key(parts.stack('App'), 'Key').addAlias('senders'), parts.lambdaFunction('App'));
    const { App: template } = parts.templates();
    expect(grantsToCognito(template)).toEqual([toCognito(pool)]);
    expect(decrypting(template)).toEqual([expect.objectContaining({ Resource: arnOf(/^Key/) })]);
    const ours = grantsToUs(template);
    expect(ours.length).toBeGreaterThan(0);
    for (const { Resource } of ours) expect(Resource).toEqual(arnOf(/^Key/));
    expect(keysInSettings(template)).toEqual([arnOf(/^Key/)]);
    expect(parts.warnings('App')).toEqual([]);
  });

  test.each<[string, (kmsKey: IKey) => UserPoolSettingsOptions]>([
    ['lambdaConfig', (kmsKey) => ({ lambdaConfig: { kmsKey } })],
    ['keyConfiguration', (kmsKey) => ({ keyConfiguration: { keyType: EncryptionKeyType.CUSTOMER_MANAGED_KEY, kmsKey } })],
  ])('may not be given by the name of an alias that is imported: %s.kmsKey', (prop, options) => {
    const parts = new Parts();
    const kmsKey = Alias.fromAliasName(parts.stack('App'), 'Key', 'alias/theirs');
    expect(() => declare(parts, options(kmsKey)))
      .toThrow(`${prop}.kmsKey must be the key itself, or an alias that this app makes: import the key by Key.fromKeyArn`);
  });
});

describe('an imported key', () => {
  const warningsOf = (kmsKey: (stack: Stack) => IKey, sender?: (stack: Stack) => IFunction, declare: Declare = IMPORTED) => {
    const parts = new Parts();
    const taker = declare(parts, { lambdaConfig: { kmsKey: kmsKey(parts.stack('App')) } });
    taker.addTrigger(CUSTOM_EMAIL_SENDER, sender?.(parts.stack('App')) ?? parts.lambdaFunction('App'));
    parts.templates();
    return parts.warnings('App').filter((id) => id.startsWith('cdk-cognito-user-pool-settings:'));
  };
  const imported = (stack: Stack) => Key.fromKeyArn(stack, 'Key', KEY_ARN);
  const KEY_POLICY = 'cdk-cognito-user-pool-settings:sender-key-policy';
  const DECRYPT = 'cdk-cognito-user-pool-settings:sender-decrypt';
  const theirs = (stack: Stack) => Function.fromFunctionArn(stack, 'Theirs',
    'arn:aws:lambda:us-east-1:123456789012:function:theirs');
  const theirsWithRole = (stack: Stack) => Function.fromFunctionAttributes(stack, 'Theirs', {
    functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:theirs',
    role: Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/theirs'),
  });

  test.each<[string, (stack: Stack) => IKey, (stack: Stack) => IFunction, string[]]>([
    ['whose policy nobody here can change, warns', imported, theirsWithRole, [KEY_POLICY]],
    ['and a sender whose role nobody here knows, warns of both', imported, theirs, [DECRYPT, KEY_POLICY]],
    ['that is created, and a sender whose role nobody here knows, warns of that', (stack) => new Key(stack, 'Key'), theirs,
      [DECRYPT]],
  ])('%s', (_title, kmsKey, sender, expected) => {
    expect(warningsOf(kmsKey, sender).sort()).toEqual([...expected].sort());
    expect(warningsOf(kmsKey, sender, OF_THE_APP).sort()).toEqual([...expected].sort());
    expect(warningsOf(kmsKey, sender, managed).sort()).toEqual([...expected].sort());
  });

  test('lets a sender of the app and the role of an imported one decrypt', () => {
    const parts = new Parts();
    const taker = IMPORTED(parts, { lambdaConfig: { kmsKey: imported(parts.stack('App')) } });
    taker.addTrigger(CUSTOM_EMAIL_SENDER, parts.lambdaFunction('App'));
    taker.addTrigger(CUSTOM_SMS_SENDER, theirsWithRole(parts.stack('App')));
    const { App: template } = parts.templates();
    expect(decrypting(template)).toEqual([expect.objectContaining({ Resource: KEY_ARN })]);
    expect(decrypting(template, /^RolePolicy/)).toEqual([expect.objectContaining({ Resource: KEY_ARN })]);
    expect(grantsToUs(template)[0]).toMatchObject({ Resource: KEY_ARN });
  });

  // CDK is asked whether the sender may decrypt by now: of a role that it must leave as it is, it answers the same as of any other.
  test('does not warn of a sender whose imported role must not be changed: CDK answers that it was', () => {
    const immutable = (stack: Stack) => Function.fromFunctionAttributes(stack, 'Theirs', {
      functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:theirs',
      role: Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/theirs', { mutable: false }),
    });
    expect(warningsOf(imported, immutable)).toEqual([KEY_POLICY]);

    const parts = new Parts();
    const sender = immutable(parts.stack('App'));
    IMPORTED(parts, { lambdaConfig: { kmsKey: imported(parts.stack('App')) } }).addTrigger(CUSTOM_EMAIL_SENDER, sender);
    expect(imported(parts.stack('Other')).grantDecrypt(sender).success).toBe(true);
    expect(decrypting(parts.templates().App, /./)).toEqual([]);
  });

  test('warns once for each sender', () => {
    const parts = new Parts();
    const taker = IMPORTED(parts, { lambdaConfig: { kmsKey: new Key(parts.stack('App'), 'Key') } });
    taker.addTrigger(CUSTOM_EMAIL_SENDER, theirs(parts.stack('App')));
    taker.addTrigger(CUSTOM_SMS_SENDER, parts.stack('App').node.findChild('Theirs') as unknown as IFunction);
    parts.templates();
    expect(parts.warnings('App')).toEqual([DECRYPT]);
  });
});

describe('a sender that knows the pool makes no cycle', () => {
  type Place = Readonly<Record<'key' | 'pool' | 'sender', string>>;
  const know = (sender: Function, pool: IUserPool) => {
    sender.addEnvironment('POOL', pool.userPoolId);
    sender.addEnvironment('CLIENT', pool.addClient('Client').userPoolClientId);
    pool.grant(sender, 'cognito-idp:AdminGetUser');
  };

  const PLACES: readonly Place[] = [
    { key: 'App', pool: 'App', sender: 'App' },
    { key: 'Keys', pool: 'App', sender: 'App' },
    { key: 'App', pool: 'App', sender: 'Senders' },
    { key: 'Keys', pool: 'App', sender: 'Senders' },
  ];
  const NAME = (places: readonly Place[]) => places.map((place) => [Object.values(place).join(', '), place] as const);

  test.each(NAME(PLACES))('by ManagedUserPool.addTrigger: key, pool and sender in %s', (_name, place) => {
    const parts = new Parts();
    const kmsKey = new Key(parts.stack(place.key), 'Key');
    const sender = parts.lambdaFunction(place.sender);
    const pool = managed(parts, { lambdaConfig: { kmsKey } }, place.pool);
    know(sender, pool);
    pool.addTrigger(CUSTOM_EMAIL_SENDER, sender);
    const templates = parts.templates();
    expect(grantsToCognito(templates[place.key])).toEqual([toCognito('*')]);
  });

  test.each(NAME(PLACES))('and decrypts, by ManagedUserPool: key, pool and sender in %s', (_name, place) => {
    const parts = new Parts();
    const sender = parts.lambdaFunction(place.sender);
    managed(parts, { lambdaConfig: { kmsKey: new Key(parts.stack(place.key), 'Key') } }, place.pool)
      .addTrigger(CUSTOM_EMAIL_SENDER, sender);
    const templates = parts.templates();
    expect(decrypting(templates[place.sender])).toHaveLength(1);
    // Whoever attaches it asks for the grant.
    expect(grantsToUs(templates[place.sender]).length).toBeGreaterThan(0);
    for (const stack of Object.keys(templates)) expect(senderWarnings(parts, stack)).toEqual([]);
  });

  const SETTINGS: readonly (Place & { readonly settings: string })[] = [
    { key: 'App', pool: 'App', sender: 'App', settings: 'App' },
    { key: 'Keys', pool: 'App', sender: 'App', settings: 'App' },
    { key: 'Senders', pool: 'App', sender: 'Senders', settings: 'Senders' },
    { key: 'Keys', pool: 'App', sender: 'Senders', settings: 'Senders' },
    { key: 'Keys', pool: 'App', sender: 'Senders', settings: 'Settings' },
  ];
  test.each(NAME(SETTINGS))('by UserPoolSettings: key, pool, sender and settings in %s', (_name, place) => {
    const { key, pool, sender: senders, settings } = place as Place & { readonly settings: string };
    for (const isAdded of [true, false]) {
      const parts = new Parts();
      const kmsKey = new Key(parts.stack(key), 'Key');
      const sender = parts.lambdaFunction(senders);
      const userPool = new UserPool(parts.stack(pool), 'Pool');
      const lambdaConfig = { kmsKey, ...!isAdded && { customEmailSender: { lambdaFunction: sender } } };
      const construct = new UserPoolSettings(parts.stack(settings), 'Settings', { userPool, lambdaConfig });
      if (isAdded) construct.addTrigger(CUSTOM_EMAIL_SENDER, sender);
      know(sender, userPool);
      const templates = parts.templates();
      expect(grantsToCognito(templates[key])).toEqual([toCognito('*')]);
      expect(decrypting(templates[senders])).toHaveLength(1);
      expect(grantsToUs(templates[settings]).length).toBeGreaterThan(0);
    }
  });

  // The stack of the pool stands on that of its key, and who attaches a function of another stack stands on the pool.
  test('but for the key of a ManagedUserPool and the sender in another stack together: settings there have both', () => {
    const inOne = new Parts();
    managed(inOne, { lambdaConfig: { kmsKey: new Key(inOne.stack('Senders'), 'Key') } })
      .addTrigger(CUSTOM_EMAIL_SENDER, inOne.lambdaFunction('Senders'));
    expect(() => inOne.templates()).toThrow(/would create a cyclic reference/);

    const parts = new Parts();
    const userPool = managed(parts, {});
    const sender = parts.lambdaFunction('Senders');
    know(sender, userPool);
    const lambdaConfig = { kmsKey: new Key(parts.stack('Senders'), 'Key'), customEmailSender: { lambdaFunction: sender } };
    new UserPoolSettings(parts.stack('Senders'), 'Settings', { userPool, lambdaConfig });
    const { Senders: template } = parts.templates();
    expect(decrypting(template)).toHaveLength(1);
    expect(grantsToCognito(template)).toEqual([toCognito('*')]);
  });

  test('when the key encrypts the pool too', () => {
    const parts = new Parts();
    const kmsKey = new Key(parts.stack('Keys'), 'Key');
    const sender = parts.lambdaFunction('App');
    const pool = managed(parts,
      { keyConfiguration: { keyType: EncryptionKeyType.CUSTOMER_MANAGED_KEY, kmsKey }, lambdaConfig: { kmsKey } });
    know(sender, pool);
    kmsKey.grantEncryptDecrypt(sender);
    pool.addTrigger(CUSTOM_EMAIL_SENDER, sender);
    pool.addTrigger(PRE_SIGN_UP, sender);
    expect(Object.keys(parts.templates()).sort()).toEqual(['App', 'Keys']);
  });
});

describe('key and senders that different constructs declare of one pool', () => {
  /** In whichever stack it is spoken of, it is the same pool. */
  const POOLS: readonly (readonly [string, (stack: Stack, home: Stack) => IUserPool, string])[] = [
    ['an imported pool', (stack) => {
      return stack.node.tryFindChild('Pool') as unknown as IUserPool | undefined
        ?? UserPool.fromUserPoolId(stack, 'Pool', POOL_ID);
    }, POOL_ID],
    ['a pool of the app', (_stack, home) => {
      return home.node.tryFindChild('Pool') as UserPool | undefined ?? new UserPool(home, 'Pool');
    }, '*'],
    ['a ManagedUserPool', (_stack, home) => {
      return home.node.tryFindChild('Pool') as UserPool | undefined ?? new ManagedUserPool(home, 'Pool');
    }, '*'],
  ];
  /** Each declares what it is called after. */
  const DECLARERS: Readonly<Record<string, (parts: Parts, userPool: IUserPool, stack: string) => void>> = {
    Key: (parts, userPool, stack) => {
      const kmsKey = new Key(parts.stack(stack), 'Key');
      new UserPoolSettings(parts.stack(stack), 'OfKey', { userPool, lambdaConfig: { kmsKey } });
    },
    Email: (parts, userPool, stack) => {
      const customEmailSender = { lambdaFunction: parts.lambdaFunction(stack, 'FnEmail') };
      new UserPoolSettings(parts.stack(stack), 'OfEmail', { userPool, lambdaConfig: { customEmailSender } });
    },
    SMS: (parts, userPool, stack) => {
      new UserPoolSettings(parts.stack(stack), 'OfSms', { userPool })
        .addTrigger(CUSTOM_SMS_SENDER, parts.lambdaFunction(stack, 'FnSms'));
    },
  };
  const ORDERS = [
    ['Key', 'Email', 'SMS'], ['Key', 'SMS', 'Email'], ['Email', 'Key', 'SMS'], ['SMS', 'Key', 'Email'], ['Email', 'SMS', 'Key'],
    ['SMS', 'Email', 'Key'],
  ] as const;

  describe.each(POOLS)('%s', (_title, poolOf, source) => {
    test.each(ORDERS)('go together, declared in the order %s, %s, %s', (...order) => {
      const parts = new Parts();
      const app = parts.stack('App');
      for (const name of order) DECLARERS[name](parts, poolOf(app, app), 'App');
      const { App: template } = parts.templates();
      expect(grantsToCognito(template)).toEqual([toCognito(source)]);
      const decrypt = { Action: 'kms:Decrypt', Effect: 'Allow', Resource: arnOf(/^Key/) };
      expect(decrypting(template, /^FnEmailServiceRole/)).toEqual([decrypt]);
      expect(decrypting(template, /^FnSmsServiceRole/)).toEqual([decrypt]);
      // Who attaches a sender asks for the grant, and is allowed to as long as there is something to take back.
      for (const owner of [/ProviderRole/, /^OfEmailAllow/, /^OfSmsAllow/]) {
        expect(statementsOn(template, 'kms:CreateGrant', owner)).toEqual([expect.objectContaining({ Resource: arnOf(/^Key/) })]);
      }
      expect(senderWarnings(parts, 'App')).toEqual([]);
    });

    test.each(ORDERS)('go together over two stacks, declared in the order %s, %s, %s', (...order) => {
      const parts = new Parts();
      for (const name of order) {
        const stack = name === 'Key' ? 'App' : 'Senders';
        DECLARERS[name](parts, poolOf(parts.stack(stack), parts.stack('App')), stack);
      }
      const templates = parts.templates();
      expect(decrypting(templates.Senders, /^Fn(Email|Sms)ServiceRole/)).toHaveLength(2);
      for (const owner of [/^OfEmailAllow/, /^OfSmsAllow/]) {
        expect(statementsOn(templates.Senders, 'kms:CreateGrant', owner)).toHaveLength(1);
      }
    });
  });

  test('warn, at the construct that comes last, of a sender that cannot be let decrypt', () => {
    const theirs = (parts: Parts) => Function.fromFunctionArn(parts.stack('App'), 'Theirs',
      'arn:aws:lambda:us-east-1:123456789012:function:theirs');
    for (const isKeyFirst of [true, false]) {
      const parts = new Parts();
      const userPool = new UserPool(parts.stack('App'), 'Pool');
      const declareKey = () => DECLARERS.Key(parts, userPool, 'App');
      if (isKeyFirst) declareKey();
      new UserPoolSettings(parts.stack('App'), 'Senders', { userPool }).addTrigger(CUSTOM_EMAIL_SENDER, theirs(parts));
      if (!isKeyFirst) declareKey();
      parts.templates();
      expect(senderWarnings(parts, 'App')).toEqual(['cdk-cognito-user-pool-settings:sender-decrypt']);
    }
  });

  test('let our function ask for the grant on the key that the pool\'s own resource has', () => {
    const parts = new Parts();
    const userPool = new UserPool(parts.stack('App'), 'Pool', { customSenderKmsKey: new Key(parts.stack('App'), 'Key') });
    new UserPoolSettings(parts.stack('App'), 'Settings', { userPool })
      .addTrigger(CUSTOM_EMAIL_SENDER, parts.lambdaFunction('App'));
    expect(grantsToUs(parts.templates().App).length).toBeGreaterThan(0);
  });

  test('let our function ask for the grant, and the sender decrypt, also where the pool and its key are of another stack', () => {
    const parts = new Parts();
    const userPool = new UserPool(parts.stack('App'), 'Pool', { customSenderKmsKey: new Key(parts.stack('App'), 'Key') });
    new UserPoolSettings(parts.stack('Senders'), 'Settings', { userPool })
      .addTrigger(CUSTOM_EMAIL_SENDER, parts.lambdaFunction('Senders'));
    const { Senders: template } = parts.templates();
    const Resource = { 'Fn::ImportValue': expect.stringMatching(/^App:ExportsOutputFnGetAttKey/) as string };
    expect(decrypting(template)).toEqual([{ Action: 'kms:Decrypt', Effect: 'Allow', Resource }]);
    expect(grantsToUs(template)).toEqual([{ Action: 'kms:CreateGrant', Effect: 'Allow', Resource }]);
  });
});
