import { App, Aspects, CfnCondition, CfnOutput, CfnResource, Fn, Lazy, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { UserPool, UserPoolOperation, type CfnUserPool, type SignInAliases } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function, Runtime, SingletonFunction, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { freshPool } from '../../local/cognito';
import { ManagedUserPool, UserPoolSettings, UserPoolSettingsProvider, type LambdaConfig } from '../../src';
import { RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { JsonObject } from '../../src/core/wire/json';
import { closeAll } from '../support/local-app';
import { LocalStacks, type Happened } from '../support/local-stacks';

// A trigger of CDK's own UserPool is a property of the pool: its function, which stands on whatever it knows, may not know the
// pool. Here it may, and at no moment of any deployment is a trigger attached that Cognito may not invoke.

const ENV = { account: '123456789012', region: 'us-east-1' };
const PERMISSION = 'AWS::Lambda::Permission';
const FUNCTION = 'AWS::Lambda::Function';
const { PRE_SIGN_UP, POST_CONFIRMATION, CUSTOM_MESSAGE, CUSTOM_EMAIL_SENDER } = UserPoolOperation;

const stackOf = (app: App, id = 'App') => app.node.tryFindChild(id) as Stack | undefined ?? new Stack(app, id, { env: ENV });
const functionIn = (stack: Stack, id = 'Fn', code = '//') => new Function(stack, id, {
  code: Code.fromInline(code), handler: 'index.handler', runtime: Runtime.NODEJS_20_X,
});

/** How a function comes to know the pool. */
interface Case {
  readonly title: string;
  readonly functionStack: string;
  readonly operation: UserPoolOperation;
  know(lambdaFunction: Function, pool: UserPool): void;
}

const knowArn = (lambdaFunction: Function, { userPoolArn }: UserPool) => {
  lambdaFunction.addToRolePolicy(new PolicyStatement({ actions: ['cognito-idp:AdminGetUser'], resources: [userPoolArn] }));
};
const knowGrant = (lambdaFunction: Function, pool: UserPool) => {
  pool.grant(lambdaFunction, 'cognito-idp:AdminAddUserToGroup');
};
const knowId = (lambdaFunction: Function, { userPoolId }: UserPool) => void lambdaFunction.addEnvironment('POOL', userPoolId);
const knowClient = (lambdaFunction: Function, pool: UserPool) => {
  lambdaFunction.addEnvironment('CLIENT', pool.addClient('Client').userPoolClientId);
};
const knowAll = (lambdaFunction: Function, pool: UserPool) => {
  for (const know of [knowArn, knowGrant, knowId, knowClient]) know(lambdaFunction, pool);
};

const HERE = { functionStack: 'App', operation: PRE_SIGN_UP };
const CASES: readonly Case[] = [
  { ...HERE, title: 'its policy names the ARN of the pool', know: knowArn },
  { ...HERE, title: 'the pool grants it something', know: knowGrant },
  { ...HERE, title: 'its environment has the id of the pool', know: knowId },
  { ...HERE, title: 'its environment has the id of a client', know: knowClient },
  { ...HERE, title: 'it knows all of these', know: knowAll },
  { ...HERE, title: 'it sends emails and knows all of these', operation: CUSTOM_EMAIL_SENDER, know: knowAll },
  { title: 'it is of another stack', functionStack: 'Functions', operation: PRE_SIGN_UP, know: knowAll },
];
const isSender = ({ operation }: Case) => operation === CUSTOM_EMAIL_SENDER;

/** Builds the app of a case, and says what the pool is. */
type Way = (app: App, given: Case) => UserPool;

const keyFor = (app: App, given: Case): LambdaConfig | undefined => {
  return isSender(given) ? { kmsKey: new Key(stackOf(app), 'Key') } : undefined;
};
const propFor = (given: Case, lambdaFunction: IFunction): LambdaConfig => {
  return isSender(given) ? { customEmailSender: { lambdaFunction } } : { preSignUp: lambdaFunction };
};

const CONTROL: Way = (app, given) => {
  const pool = new UserPool(stackOf(app), 'Pool', { customSenderKmsKey: keyFor(app, given)?.kmsKey });
  const lambdaFunction = functionIn(stackOf(app, given.functionStack));
  pool.addTrigger(given.operation, lambdaFunction);
  given.know(lambdaFunction, pool);
  return pool;
};

const SETTINGS_ADD: Way = (app, given) => {
  const pool = new UserPool(stackOf(app), 'Pool');
  const lambdaFunction = functionIn(stackOf(app, given.functionStack));
  given.know(lambdaFunction, pool);
  new UserPoolSettings(stackOf(app, given.functionStack), 'Settings', { userPool: pool, lambdaConfig: keyFor(app, given) })
    .addTrigger(given.operation, lambdaFunction);
  return pool;
};
const SETTINGS_PROP: Way = (app, given) => {
  const pool = new UserPool(stackOf(app), 'Pool');
  const lambdaFunction = functionIn(stackOf(app, given.functionStack));
  new UserPoolSettings(stackOf(app, given.functionStack), 'Settings', {
    userPool: pool, lambdaConfig: { ...keyFor(app, given), ...propFor(given, lambdaFunction) },
  });
  given.know(lambdaFunction, pool);
  return pool;
};
const MANAGED_ADD: Way = (app, given) => {
  const pool = new ManagedUserPool(stackOf(app), 'Pool', { lambdaConfig: keyFor(app, given) });
  const lambdaFunction = functionIn(stackOf(app, given.functionStack));
  pool.addTrigger(given.operation, lambdaFunction);
  given.know(lambdaFunction, pool);
  return pool;
};
const MANAGED_PROP: Way = (app, given) => {
  const lambdaFunction = functionIn(stackOf(app, given.functionStack));
  const lambdaConfig = { ...keyFor(app, given), ...propFor(given, lambdaFunction) };
  const pool = new ManagedUserPool(stackOf(app), 'Pool', { lambdaConfig });
  given.know(lambdaFunction, pool);
  return pool;
};

const WAYS: readonly (readonly [string, Way])[] = [
  ['UserPoolSettings.addTrigger', SETTINGS_ADD],
  ['ManagedUserPool.addTrigger', MANAGED_ADD],
];
const BY_LAMBDA_CONFIG: readonly (readonly [string, Way])[] = [
  ['UserPoolSettings with lambdaConfig', SETTINGS_PROP],
  ['ManagedUserPool with lambdaConfig', MANAGED_PROP],
];
/** What has the template of another way is not deployed once more. */
const SAME_WAYS: readonly (readonly [string, Way, Way])[] = [
  ['UserPoolSettings', SETTINGS_ADD, SETTINGS_PROP],
  ['ManagedUserPool', MANAGED_ADD, MANAGED_PROP],
];
const templatesOf = (build_: (app: App) => unknown): Record<string, unknown> => {
  const app = new App();
  build_(app);
  return Object.fromEntries(app.synth().stacks.map(({ stackName, template }) => [stackName, template as unknown]));
};

let stacks: LocalStacks;
beforeEach(async () => { stacks = await LocalStacks.start(); });
afterEach(closeAll);

const build = (way: Way, given: Case) => (app: App) => {
  new CfnOutput(stackOf(app), 'PoolId', { value: way(app, given).userPoolId });
};

const statuses = ({ results }: Happened) => Object.values(results).map(({ status, reason }) => reason ?? status);

type Step = readonly [type: string, status: string];

/** Each step is over in all stacks before the next one begins; of functions, those that are triggers count. */
function expectInOrder({ events }: Happened, ...steps: readonly Step[]): void {
  const found = steps.map(([type, status]) => events.flatMap((event, index) => {
    return event.type === type && event.status === status && (type !== FUNCTION || /^Fn/.test(event.logicalId)) ? [index] : [];
  }));
  expect(found).not.toContainEqual([]);
  expect(found.flat()).toEqual(found.flat().sort((one, other) => one - other));
}

const poolId = () => stacks.resource('App', /^Pool/, 'AWS::Cognito::UserPool').physicalId;
const attached = (id = poolId()) => (stacks.cognito.pool(id).LambdaConfig ?? {}) as JsonObject;
const arnOf = (stack = 'App', logicalId = /^Fn/) => stacks.resource(stack, logicalId, FUNCTION).attributes.Arn;
const variablesOf = (stack = 'App') => {
  const { Environment } = stacks.resource(stack, /^Fn/, FUNCTION).properties;
  return (Environment as JsonObject | undefined)?.Variables;
};

describe.each(CASES.map((given) => [given.title, given] as const))('a function is a trigger and %s', (_title, given) => {
  test('which CDK\'s own UserPool cannot have', () => {
    const app = new App();
    CONTROL(app, given);
    const said = given.functionStack === 'App' ? /dependency cycle/ : /cyclic reference/;
    expect(() => Template.fromStack(stackOf(app))).toThrow(said);
  });

  // Who knows all knows each.
  const ways = given.know === knowAll ? WAYS : WAYS.slice(0, 1);
  test.each(isSender(given) ? [...ways, ...BY_LAMBDA_CONFIG] : ways)('by %s', async (_way, way) => {
    const deployed = await stacks.deploy(build(way, given));
    expect(new Set(statuses(deployed))).toEqual(new Set(['CREATE_COMPLETE']));
    const id = poolId();
    const arn = arnOf(given.functionStack);
    expect(attached()).toMatchObject(isSender(given) ? { CustomEmailSender: { LambdaArn: arn } } : { PreSignUp: arn });
    expect(variablesOf(given.functionStack) ?? {}).toEqual({
      ...[knowId, knowAll].includes(given.know) && { POOL: id },
      ...[knowClient, knowAll].includes(given.know)
        && { CLIENT: stacks.resource('App', /Client/, 'AWS::Cognito::UserPoolClient').physicalId },
    });
    expectInOrder(deployed, [FUNCTION, 'CREATE_COMPLETE'], [PERMISSION, 'CREATE_COMPLETE'],
      [RESOURCE_TYPE, 'CREATE_IN_PROGRESS']);
    const permissions = stacks.resources(given.functionStack, PERMISSION).map(({ properties }) => properties);
    expect(permissions).toEqual([expect.objectContaining({
      FunctionName: arn, SourceArn: stacks.cognito.pool(id).Arn, SourceAccount: ENV.account,
    })]);

    const again = await stacks.deploy(build(way, given));
    expect(new Set(statuses(again))).toEqual(new Set(['UPDATE_COMPLETE']));
    expect(again.events.filter(({ type }) => type === RESOURCE_TYPE)).toEqual([]);

    const destroyed = await stacks.destroy();
    expect(new Set(statuses(destroyed))).toEqual(new Set(['DELETE_COMPLETE']));
    // The pool outlives its stack.
    expect(attached(id)).toEqual({});
    expectInOrder(
      destroyed, [RESOURCE_TYPE, 'DELETE_COMPLETE'], [PERMISSION, 'DELETE_IN_PROGRESS'], [PERMISSION, 'DELETE_COMPLETE'],
      [FUNCTION, 'DELETE_IN_PROGRESS'],
    );
    expect(stacks.invocable.broken).toEqual([]);
  });
});

describe.each(SAME_WAYS)('a function that is a trigger by the lambdaConfig of %s', (_title, add, prop) => {
  test.each(CASES.filter((given) => !isSender(given)).map((given) => [given.title, given] as const))(
    'makes the template that it makes by addTrigger: %s', (_case, given) => {
      expect(templatesOf((app) => prop(app, given))).toEqual(templatesOf((app) => add(app, given)));
    },
  );
});

/** What a stack declares, from one deployment to the next. */
type Declare = (app: App, triggers: (stack: Stack) => Triggers, options?: { readonly signInAliases?: SignInAliases }) => UserPool;
type Triggers = Readonly<Partial<Record<'preSignUp' | 'postConfirmation' | 'customMessage', IFunction>>>;
const OPERATIONS = { preSignUp: PRE_SIGN_UP, postConfirmation: POST_CONFIRMATION, customMessage: CUSTOM_MESSAGE };

const addAll = (taker: Pick<UserPoolSettings, 'addTrigger'>, triggers: Triggers) => {
  for (const [name, lambdaFunction] of Object.entries(triggers)) {
    taker.addTrigger(OPERATIONS[name as keyof Triggers], lambdaFunction);
  }
};

const SETTINGS_ADDING: Declare = (app, triggers, options) => {
  const userPool = new UserPool(stackOf(app), 'Pool', options);
  addAll(new UserPoolSettings(stackOf(app), 'Settings', { userPool }), triggers(stackOf(app)));
  return userPool;
};
const SETTINGS_DECLARING: Declare = (app, triggers, options) => {
  const userPool = new UserPool(stackOf(app), 'Pool', options);
  new UserPoolSettings(stackOf(app), 'Settings', { userPool, lambdaConfig: triggers(stackOf(app)) });
  return userPool;
};
const MANAGED_ADDING: Declare = (app, triggers, options) => {
  const pool = new ManagedUserPool(stackOf(app), 'Pool', options);
  addAll(pool, triggers(stackOf(app)));
  return pool;
};
const MANAGED_DECLARING: Declare = (app, triggers, options) => {
  return new ManagedUserPool(stackOf(app), 'Pool', { ...options, lambdaConfig: triggers(stackOf(app)) });
};

const DECLARING: readonly (readonly [string, Declare])[] = [
  ['UserPoolSettings.addTrigger', SETTINGS_ADDING],
  ['ManagedUserPool.addTrigger', MANAGED_ADDING],
];
const DECLARING_BY_LAMBDA_CONFIG: readonly (readonly [string, Declare])[] = [
  ['UserPoolSettings with lambdaConfig', SETTINGS_DECLARING],
  ['ManagedUserPool with lambdaConfig', MANAGED_DECLARING],
];
const SAME_DECLARING: readonly (readonly [string, Declare, Declare])[] = [
  ['UserPoolSettings', SETTINGS_ADDING, SETTINGS_DECLARING],
  ['ManagedUserPool', MANAGED_ADDING, MANAGED_DECLARING],
];

/** A function that knows the pool, and is made once whatever the order. */
const once = (stack: Stack, id: string, code?: string) => stack.node.tryFindChild(id) as Function | undefined
  ?? functionIn(stack, id, code);

interface Move {
  readonly title: string;
  /** The logical id of what is attached in the end; an alias or a version is a resource too. */
  readonly attached: Readonly<Record<string, RegExp>>;
  /** Whether the pool's triggers change at all. */
  readonly isWritten?: boolean;
  before(stack: Stack): Triggers;
  after(stack: Stack): Triggers;
}

const MOVES: readonly Move[] = [
  {
    title: 'is dropped while its function stays',
    before: (stack) => ({ preSignUp: once(stack, 'Fn') }),
    after: (stack) => { once(stack, 'Fn'); return {}; },
    attached: {},
  },
  {
    title: 'is dropped with its function',
    before: (stack) => ({ preSignUp: once(stack, 'Fn') }),
    after: () => ({}),
    attached: {},
  },
  {
    title: 'is dropped while another stays',
    before: (stack) => ({ preSignUp: once(stack, 'Fn'), customMessage: once(stack, 'Fn2') }),
    after: (stack) => ({ customMessage: once(stack, 'Fn2') }),
    attached: { CustomMessage: /^Fn2/ },
  },
  {
    title: 'is dropped, whose function is attached to another operation too',
    before: (stack) => ({ preSignUp: once(stack, 'Fn'), customMessage: once(stack, 'Fn') }),
    after: (stack) => ({ customMessage: once(stack, 'Fn') }),
    attached: { CustomMessage: /^Fn/ },
  },
  {
    title: 'gets another function, and the former one goes',
    before: (stack) => ({ preSignUp: once(stack, 'Fn') }),
    after: (stack) => ({ preSignUp: once(stack, 'Fn2') }),
    attached: { PreSignUp: /^Fn2/ },
  },
  {
    title: 'gets another function, and the former one stays',
    before: (stack) => ({ preSignUp: once(stack, 'Fn') }),
    after: (stack) => { once(stack, 'Fn'); return { preSignUp: once(stack, 'Fn2') }; },
    attached: { PreSignUp: /^Fn2/ },
  },
  {
    title: 'changes places with another',
    before: (stack) => ({ preSignUp: once(stack, 'Fn'), customMessage: once(stack, 'Fn2') }),
    after: (stack) => ({ preSignUp: once(stack, 'Fn2'), customMessage: once(stack, 'Fn') }),
    attached: { PreSignUp: /^Fn2/, CustomMessage: /^Fn[^2]/ },
  },
  {
    title: 'moves to another operation',
    before: (stack) => ({ preSignUp: once(stack, 'Fn') }),
    after: (stack) => ({ postConfirmation: once(stack, 'Fn') }),
    attached: { PostConfirmation: /^Fn/ },
  },
  {
    title: 'is joined by another',
    before: (stack) => ({ preSignUp: once(stack, 'Fn') }),
    after: (stack) => ({ preSignUp: once(stack, 'Fn'), customMessage: once(stack, 'Fn2') }),
    attached: { PreSignUp: /^Fn[^2]/, CustomMessage: /^Fn2/ },
  },
  {
    title: 'is an alias that leads to the next version',
    before: (stack) => ({ preSignUp: once(stack, 'Fn', '// 1').addAlias('live') }),
    after: (stack) => ({ preSignUp: once(stack, 'Fn', '// 2').addAlias('live') }),
    attached: { PreSignUp: /^FnAlias/ },
    isWritten: false,
  },
  {
    title: 'is the current version, and the code changes',
    before: (stack) => ({ preSignUp: once(stack, 'Fn', '// 1').currentVersion }),
    after: (stack) => ({ preSignUp: once(stack, 'Fn', '// 2').currentVersion }),
    attached: { PreSignUp: /^FnCurrentVersion/ },
  },
  {
    title: 'becomes an alias',
    before: (stack) => ({ preSignUp: once(stack, 'Fn') }),
    after: (stack) => ({ preSignUp: once(stack, 'Fn').addAlias('live') }),
    attached: { PreSignUp: /^FnAlias/ },
  },
];

/** The functions of a template know its pool. */
const knowing = (declare: Declare, triggers: (stack: Stack) => Triggers, more?: (stack: Stack) => void) => (app: App) => {
  const pool = declare(app, triggers);
  const stack = stackOf(app);
  for (const child of stack.node.children) if (child instanceof Function) child.addEnvironment('POOL', pool.userPoolId);
  more?.(stack);
};

const arns = (wanted: Move['attached']) => Object.fromEntries(Object.entries(wanted).map(([trigger, logicalId]) => {
  const types = ['AWS::Lambda::Alias', 'AWS::Lambda::Version', FUNCTION];
  const [{ physicalId, attributes }] = types.flatMap((type) => stacks.resources('App', type))
    .filter((resource) => logicalId.test(resource.logicalId));
  return [trigger, attributes.Arn ?? physicalId];
}));

const named = (moves: readonly Move[]) => moves.map((move) => [move.title, move] as const);
/** An empty `lambdaConfig` is not quite none. */
const endsWithout = ({ attached: wanted }: Move) => Object.keys(wanted).length === 0;

async function makeMove(declare: Declare, { before, after, attached: wanted, isWritten = true }: Move): Promise<void> {
  expect(statuses(await stacks.deploy(knowing(declare, before)))).toEqual(['CREATE_COMPLETE']);
  const former = attached();

  expect(statuses(await stacks.deploy(knowing(declare, after)))).toEqual(['UPDATE_COMPLETE']);

  expect(attached()).toEqual(arns(wanted));
  if (isWritten) expect(attached()).not.toEqual(former);
  else expect(attached()).toEqual(former);
  expect(stacks.invocable.broken).toEqual([]);
}

describe.each(SAME_DECLARING)('a trigger by the lambdaConfig of %s makes the templates that addTrigger makes,', (_title, add, prop) => {
  test.each(named(MOVES.filter((move) => !endsWithout(move))))('where it %s', (_move, { before, after }) => {
    for (const triggers of [before, after]) expect(templatesOf(knowing(prop, triggers))).toEqual(templatesOf(knowing(add, triggers)));
  });
});

describe.each(DECLARING_BY_LAMBDA_CONFIG)('a trigger of %s', (_title, declare) => {
  test.each(named(MOVES.filter(endsWithout)))('%s', async (_move, move) => makeMove(declare, move));
});

describe.each(DECLARING)('a trigger of %s', (_title, declare) => {
  test.each(named(MOVES))('%s', async (_move, move) => makeMove(declare, move));

  test.each(named(MOVES))('%s, and back when the deployment fails', async (_move, { before, after }) => {
    await stacks.deploy(knowing(declare, before));
    const former = attached();

    const failed = await stacks.deploy(knowing(declare, after, fails));

    expect(failed.results.App).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reason: 'this never works' });
    expect(attached()).toEqual(former);
    expect(stacks.invocable.broken).toEqual([]);
  });

  test('is detached when its creation fails', async () => {
    const failed = await stacks.deploy(knowing(declare, (stack) => ({ preSignUp: once(stack, 'Fn') }), fails));
    expect(failed.results.App).toMatchObject({ status: 'ROLLBACK_COMPLETE', reason: 'this never works' });
    expect(stacks.invocable.broken).toEqual([]);
  });
});

// The permissions of the function follow the pool: those to release the former one stay until it is released.
test.each(DECLARING)(
  'a trigger of %s goes from a pool that is replaced', async (_title, declare) => {
    const triggers = (stack: Stack) => ({ preSignUp: once(stack, 'Fn') });
    await stacks.deploy((app) => void declare(app, triggers));
    const former = poolId();
    const replaced = await stacks.deploy((app) => void declare(app, triggers, { signInAliases: { email: true } }));
    expect(statuses(replaced)).toEqual(['UPDATE_COMPLETE']);
    expect(poolId()).not.toBe(former);
    expect(attached()).toEqual(arns({ PreSignUp: /^Fn/ }));
    expect(replaced.events.filter(({ status }) => status.endsWith('FAILED'))).toEqual([]);
    expect(attached(former)).toEqual({});
    expect(stacks.invocable.broken).toEqual([]);
  },
);

/** Something of the stack that fails after everything else. */
function fails(stack: Stack): void {
  const failing = new CfnResource(stack, 'Failing', { type: 'Test::Fails::Always' });
  const resources = stack.node.findAll().filter((each) => CfnResource.isCfnResource(each));
  for (const each of resources.filter(({ cfnResourceType }) => cfnResourceType === RESOURCE_TYPE)) failing.addDependency(each);
}

describe('a trigger that CloudFormation attached', () => {
  const native = (app: App) => {
    const pool = new UserPool(stackOf(app), 'Pool');
    pool.addTrigger(PRE_SIGN_UP, functionIn(stackOf(app)));
    return pool;
  };
  const ours = (app: App) => {
    const userPool = new UserPool(stackOf(app), 'Pool');
    new UserPoolSettings(stackOf(app), 'Settings', { userPool }).addTrigger(PRE_SIGN_UP, functionIn(stackOf(app)));
    return userPool;
  };
  const managed = (app: App) => {
    const pool = new ManagedUserPool(stackOf(app), 'Pool');
    pool.addTrigger(PRE_SIGN_UP, functionIn(stackOf(app)));
    return pool;
  };
  const plain = (app: App) => {
    functionIn(stackOf(app));
    return new UserPool(stackOf(app), 'Pool');
  };
  const tagged = (app: App, id: string, userPool: UserPool) => {
    new UserPoolSettings(stackOf(app), id, { userPool, userPoolTags: { team: 'identity' } });
  };
  const beside = (build_: (app: App) => UserPool) => (app: App) => tagged(app, 'Other', build_(app));
  const besideAnother = (build_: (app: App) => UserPool) => (app: App) => {
    build_(app);
    tagged(app, 'Other', new UserPool(stackOf(app), 'Another'));
  };

  const keeping = (build_: (app: App) => UserPool) => (app: App) => {
    build_(app);
    UserPoolSettingsProvider.getOrCreate(stackOf(app));
  };

  const moves = async (...builds: readonly ((app: App) => unknown)[]) => {
    const [before, ...after] = builds;
    await stacks.deploy((app) => void before(app));
    // CloudFormation attaches a trigger of the pool's own properties before its permission is there.
    const byCloudFormation = stacks.invocable.broken.length;
    for (const next of after) expect(statuses(await stacks.deploy((app) => void next(app)))).toEqual(['UPDATE_COMPLETE']);
    return stacks.invocable.broken.slice(byCloudFormation);
  };

  const stays = async (...builds: readonly ((app: App) => unknown)[]) => {
    expect(await moves(...builds)).toEqual([]);
    expect(attached()).toEqual({ PreSignUp: arnOf() });
  };

  test.each<[string, (app: App) => unknown, (app: App) => unknown]>([
    ['moves to UserPoolSettings', native, ours],
    ['moves to UserPoolSettings, beside others', beside(native), beside(ours)],
    ['moves to ManagedUserPool', native, managed],
    ['moves to ManagedUserPool, beside others', beside(native), beside(managed)],
  ])('%s and stays attached', async (_case, before, after) => stays(before, after));

  test.each<[string, (app: App) => unknown, (app: App) => unknown]>([
    ['moves back from UserPoolSettings, beside others', beside(ours), beside(native)],
    ['moves back from UserPoolSettings, beside settings of another pool', besideAnother(ours), besideAnother(native)],
    ['moves back from ManagedUserPool, beside others', beside(managed), beside(native)],
    ['moves back from ManagedUserPool, beside settings of another pool', besideAnother(managed), besideAnother(native)],
  ])('%s and stays attached', async (_case, before, after) => stays(before, after));

  // The function that is to detach it has left the template: nobody can tell it that the trigger is the pool's own by now.
  describe.each<[string, (app: App) => UserPool]>([
    ['UserPoolSettings', ours], ['ManagedUserPool', managed],
  ])('and moves back from %s, the last settings of the stack,', (_title, last) => {
    test('is detached, though the template has it', async () => {
      expect(await moves(last, native)).toEqual([]);
      expect(attached()).toEqual({});
      // CloudFormation sees no change.
      expect(await moves(native, native)).toEqual([]);
      expect(attached()).toEqual({});
    });

    test('is attached after two deployments, of which the first drops it', async () => {
      await moves(last, plain, native);
      expect(attached()).toEqual({ PreSignUp: arnOf() });
    });

    test('stays attached in two deployments, of which the first keeps the function', async () => {
      await stays(last, keeping(native), native);
    });
  });
});

describe('a trigger of another stack', () => {
  const pool = (app: App) => app.node.tryFindChild('App')?.node.tryFindChild('Pool') as ManagedUserPool | undefined
    ?? new ManagedUserPool(stackOf(app), 'Pool');
  const inPools = (app: App) => pool(app).addTrigger(PRE_SIGN_UP, functionIn(stackOf(app)));
  const inFunctions = (app: App) => {
    const lambdaFunction = functionIn(stackOf(app, 'Functions'));
    knowAll(lambdaFunction, pool(app));
    pool(app).addTrigger(PRE_SIGN_UP, lambdaFunction);
  };
  const known = (app: App) => knowAll(functionIn(stackOf(app, 'Functions')), pool(app));

  test.each<[string, (app: App) => unknown, (app: App) => unknown, JsonObject | (() => JsonObject)]>([
    ['comes from the stack of the pool', inPools, inFunctions, () => ({ PreSignUp: arnOf('Functions') })],
    ['goes while its function stays', inFunctions, known, {}],
    ['goes to the stack of the pool while its function stays', inFunctions, (app) => { known(app); inPools(app); },
      () => ({ PreSignUp: arnOf() })],
  ])('%s', async (_case, before, after, wanted) => {
    expect(new Set(statuses(await stacks.deploy((app) => void before(app))))).toEqual(new Set(['CREATE_COMPLETE']));
    const moved = await stacks.deploy((app) => void after(app));
    for (const status of statuses(moved)) expect(status).toMatch(/^(CREATE|UPDATE)_COMPLETE$/);
    expect(attached()).toEqual(typeof wanted === 'function' ? wanted() : wanted);
    expect(stacks.invocable.broken).toEqual([]);
  });
});

describe('a trigger of an imported pool moves to a stack', () => {
  const THEIRS = 'arn:aws:lambda:us-east-1:123456789012:function:theirs';
  let id: string;
  beforeEach(() => { id = stacks.cognito.seed({ pool: {} }); });

  const owned = (owner?: string) => (app: App) => ['First', 'Second'].forEach((name) => {
    const stack = stackOf(app, name);
    const settings = new UserPoolSettings(stack, 'Settings',
      { userPool: UserPool.fromUserPoolId(stack, 'Pool', id), userPoolTags: { [name]: '' } });
    if (name === owner) settings.addTrigger(PRE_SIGN_UP, Function.fromFunctionArn(stack, 'Theirs', THEIRS));
  });
  const deployAll = async (...owners: readonly (string | undefined)[]) => {
    for (const owner of owners) {
      for (const status of statuses(await stacks.deploy(owned(owner)))) expect(status).toMatch(/^(CREATE|UPDATE)_COMPLETE$/);
    }
  };

  test('that is deployed later, and is attached in the end', async () => {
    await deployAll('First', 'Second');
    expect(attached(id)).toEqual({ PreSignUp: THEIRS });
  });

  // The stack that gets it finds it attached; the stack that had it, deployed afterwards, finds what it wrote itself.
  test('that is deployed earlier, and is detached by the stack that had it', async () => {
    await deployAll('Second', 'First');
    expect(attached(id)).toEqual({});
  });

  test('that is deployed earlier, in two deployments, and is attached in the end', async () => {
    await deployAll('Second', undefined, 'First');
    expect(attached(id)).toEqual({ PreSignUp: THEIRS });
  });
});

test('a sender of another stack is attached to a pool that has a key', async () => {
  const deployed = await stacks.deploy((app) => {
    new ManagedUserPool(stackOf(app), 'Pool', { lambdaConfig: { kmsKey: new Key(stackOf(app), 'Key') } })
      .addTrigger(CUSTOM_EMAIL_SENDER, functionIn(stackOf(app, 'Functions')));
  });
  expect(new Set(statuses(deployed))).toEqual(new Set(['CREATE_COMPLETE']));
  expect(attached()).toEqual({
    KMSKeyID: stacks.resource('App', /^Key/, 'AWS::KMS::Key').attributes.Arn,
    CustomEmailSender: { LambdaArn: arnOf('Functions'), LambdaVersion: 'V1_0' },
  });
});

const keyOf = (app: App, userPool: UserPool) => {
  new UserPoolSettings(stackOf(app), 'OfKey', { userPool, lambdaConfig: { kmsKey: new Key(stackOf(app), 'Key') } });
};
const senderOf = (app: App, userPool: UserPool) => {
  new UserPoolSettings(stackOf(app), 'OfSender', { userPool }).addTrigger(CUSTOM_EMAIL_SENDER, functionIn(stackOf(app)));
};

describe('a sender and its key, declared by two constructs on one pool, are attached and go', () => {
  const live = async (...declare: readonly ((app: App, userPool: UserPool) => void)[]) => {
    const deployed = await stacks.deploy((app) => {
      const userPool = new UserPool(stackOf(app), 'Pool');
      for (const each of declare) each(app, userPool);
    });
    expect(statuses(deployed)).toEqual(['CREATE_COMPLETE']);
    expect(attached()).toEqual({
      KMSKeyID: stacks.resource('App', /^Key/, 'AWS::KMS::Key').attributes.Arn,
      CustomEmailSender: { LambdaArn: arnOf(), LambdaVersion: 'V1_0' },
    });
    const id = poolId();
    expect(statuses(await stacks.destroy())).toEqual(['DELETE_COMPLETE']);
    expect(attached(id)).not.toHaveProperty('CustomEmailSender');
    expect(stacks.invocable.broken).toEqual([]);
  };

  test('if the key is declared first', async () => live(keyOf, senderOf));
  test('if the sender is declared first', async () => live(senderOf, keyOf));
});

test('a sender of settings is attached to a pool whose own resource has a key', async () => {
  const deployed = await stacks.deploy((app) => {
    senderOf(app, new UserPool(stackOf(app), 'Pool', { customSenderKmsKey: new Key(stackOf(app), 'Key') }));
  });
  expect(statuses(deployed)).toEqual(['CREATE_COMPLETE']);
  expect(attached()).toEqual({
    KMSKeyID: stacks.resource('App', /^Key/, 'AWS::KMS::Key').attributes.Arn,
    CustomEmailSender: { LambdaArn: arnOf(), LambdaVersion: 'V1_0' },
  });
});

describe('beside what the pool\'s own resource says of triggers', () => {
  const ends = async (make: (app: App) => UserPool, trigger: UserPoolOperation, name: string) => {
    expect(statuses(await stacks.deploy((app) => {
      new UserPoolSettings(stackOf(app), 'Settings', { userPool: make(app) }).addTrigger(trigger, functionIn(stackOf(app)));
    }))).toEqual(['CREATE_COMPLETE']);
    expect(attached()).toHaveProperty(name);
    const id = poolId();
    expect(statuses(await stacks.destroy())).toEqual(['DELETE_COMPLETE']);
    expect(attached(id)).not.toHaveProperty(name);
  };

  // The L2 renders every trigger that it knows, most of them undefined. In the table of who declares what, all of them are the resource's.
  test('a trigger goes with its settings from a pool that has another trigger', async () => ends((app) => {
    return new UserPool(stackOf(app), 'Pool', { lambdaTriggers: { customMessage: functionIn(stackOf(app), 'Native') } });
  }, PRE_SIGN_UP, 'PreSignUp'));

  test('a sender goes with its settings from a pool that has a key', async () => ends((app) => {
    return new UserPool(stackOf(app), 'Pool', { customSenderKmsKey: new Key(stackOf(app), 'Key') });
  }, CUSTOM_EMAIL_SENDER, 'CustomEmailSender'));
});

describe('a trigger while CloudFormation updates its pool', () => {
  const retagged = (pool: UserPool, tag?: string) => {
    if (tag !== undefined) (pool.node.defaultChild as CfnUserPool).tags.setTag('stage', tag);
  };
  const BUILDS: readonly (readonly [string, (app: App, tag?: string) => void])[] = [
    ...DECLARING.map(([title, declare]) => [title, (app: App, tag?: string) => {
      retagged(declare(app, (stack) => ({ preSignUp: once(stack, 'Fn') })), tag);
    }] as const),
    ...WAYS.map(([title, way]) => [`${title}, of another stack`, (app: App, tag?: string) => {
      retagged(way(app, CASES[CASES.length - 1]), tag);
    }] as const),
  ];

  test.each(BUILDS)('of %s is attached again', async (_title, declare) => {
    await stacks.deploy((app) => declare(app));
    const former = attached();
    for (const tag of ['one', 'two', undefined]) {
      expect(new Set(statuses(await stacks.deploy((app) => declare(app, tag))))).toEqual(new Set(['UPDATE_COMPLETE']));
      expect(attached()).toEqual(former);
    }
    expect(former).toEqual({ PreSignUp: expect.anything() as JsonObject });
  });

  test.each(BUILDS.slice(0, DECLARING.length))('of %s is attached again when the deployment fails after it', async (_title, declare) => {
    await stacks.deploy((app) => declare(app));
    const former = attached();
    const failed = await stacks.deploy((app) => {
      declare(app, 'other');
      fails(stackOf(app));
    });
    expect(failed.results.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(attached()).toEqual(former);
  });

  // The way back updates the pool once more, and what was not touched on the way forth is not touched on the way back.
  const LOST = 'of %s is lost when the deployment fails between the two, until one that updates the pool succeeds';
  test.each(BUILDS.slice(0, DECLARING.length))(LOST, async (_title, declare) => {
    await stacks.deploy((app) => declare(app));
    const former = attached();
    const failed = await stacks.deploy((app) => {
      declare(app, 'other');
      const failing = new CfnResource(stackOf(app), 'Failing', { type: 'Test::Fails::Always' });
      failing.addDependency(stackOf(app).node.findChild('Pool').node.defaultChild as CfnResource);
      stackOf(app).node.findChild('Fn').node.addDependency(failing);
    });
    expect(failed.results.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(attached()).toEqual({});
    // What was there before the failure is no change of the stack.
    await stacks.deploy((app) => declare(app));
    expect(attached()).toEqual({});

    await stacks.deploy((app) => declare(app, 'other'));
    expect(attached()).toEqual(former);
  });
});

describe('a function that knows the pool makes no cycle', () => {
  const knowing_ = (lambdaFunction: Function, pool: UserPool) => {
    knowAll(lambdaFunction, pool);
    return lambdaFunction;
  };
  const nested = (app: App, id: string) => new NestedStack(stackOf(app), id);

  test.each<[string, (app: App) => void]>([
    ['in a nested stack', (app) => {
      const pool = new ManagedUserPool(stackOf(app), 'Pool');
      pool.addTrigger(PRE_SIGN_UP, knowing_(functionIn(nested(app, 'Nested')), pool));
    }],
    ['beside a pool in a nested stack', (app) => {
      const pool = new ManagedUserPool(nested(app, 'Nested'), 'Pool');
      pool.addTrigger(PRE_SIGN_UP, knowing_(functionIn(stackOf(app)), pool));
    }],
    ['in a nested stack beside another one that has the pool', (app) => {
      const pool = new ManagedUserPool(nested(app, 'Nested'), 'Pool');
      pool.addTrigger(PRE_SIGN_UP, knowing_(functionIn(nested(app, 'Other')), pool));
    }],
    ['with the pool in a nested stack', (app) => {
      const stack = nested(app, 'Nested');
      const pool = new ManagedUserPool(stack, 'Pool');
      pool.addTrigger(PRE_SIGN_UP, knowing_(functionIn(stack), pool));
    }],
    ['in a nested stack, with settings in the parent', (app) => {
      const userPool = new UserPool(stackOf(app), 'Pool');
      new UserPoolSettings(stackOf(app), 'Settings', { userPool })
        .addTrigger(PRE_SIGN_UP, knowing_(functionIn(nested(app, 'Nested')), userPool));
    }],
    ['in each of two stages', (app) => {
      for (const id of ['Test', 'Prod']) {
        const stack = new Stack(new Stage(app, id, { env: ENV }), 'App');
        const pool = new ManagedUserPool(stack, 'Pool');
        pool.addTrigger(PRE_SIGN_UP, knowing_(functionIn(stack), pool));
      }
    }],
    ['in another stack of a stage', (app) => {
      const stage = new Stage(app, 'Test', { env: ENV });
      const pool = new ManagedUserPool(new Stack(stage, 'App'), 'Pool');
      pool.addTrigger(PRE_SIGN_UP, knowing_(functionIn(new Stack(stage, 'Functions')), pool));
    }],
    ['in stacks without an environment', (app) => {
      const pool = new ManagedUserPool(new Stack(app, 'App'), 'Pool');
      pool.addTrigger(PRE_SIGN_UP, knowing_(functionIn(new Stack(app, 'Functions')), pool));
    }],
    ['as an alias in another stack', (app) => {
      const pool = new ManagedUserPool(stackOf(app), 'Pool');
      pool.addTrigger(PRE_SIGN_UP, knowing_(functionIn(stackOf(app, 'Functions')), pool).addAlias('live'));
    }],
    ['whose version is the trigger, made before it knows the pool', (app) => {
      const pool = new ManagedUserPool(stackOf(app), 'Pool');
      const lambdaFunction = functionIn(stackOf(app));
      pool.addTrigger(PRE_SIGN_UP, lambdaFunction.currentVersion);
      knowing_(lambdaFunction, pool);
    }],
    ['by a Lazy', (app) => {
      const lambdaFunction = functionIn(stackOf(app));
      let pool: ManagedUserPool | undefined = undefined as ManagedUserPool | undefined;
      lambdaFunction.addEnvironment('POOL', Lazy.string({ produce: () => pool!.userPoolId }));
      pool = new ManagedUserPool(stackOf(app), 'Pool', { lambdaConfig: { preSignUp: lambdaFunction } });
    }],
    ['attached by an aspect', (app) => {
      const pool = new ManagedUserPool(stackOf(app), 'Pool');
      const lambdaFunction = knowing_(functionIn(stackOf(app)), pool);
      Aspects.of(pool).add({ visit: (node) => { if (node === pool) pool.addTrigger(PRE_SIGN_UP, lambdaFunction); } });
    }],
    ['of two pools', (app) => {
      const lambdaFunction = functionIn(stackOf(app));
      for (const id of ['One', 'Two']) {
        const pool = new ManagedUserPool(stackOf(app), id);
        pool.addTrigger(PRE_SIGN_UP, lambdaFunction);
        lambdaFunction.addEnvironment(id, pool.userPoolId);
      }
    }],
    // To depend on a pool is not to depend on its settings.
    ['and waits for a managed pool', (app) => {
      const pool = new ManagedUserPool(stackOf(app), 'Pool');
      const lambdaFunction = functionIn(stackOf(app));
      pool.addTrigger(PRE_SIGN_UP, lambdaFunction);
      lambdaFunction.node.addDependency(pool);
    }],
    ['that a stack has once, another stack than the pool\'s', (app) => {
      const pool = new ManagedUserPool(stackOf(app), 'Pool');
      const lambdaFunction = new SingletonFunction(stackOf(app, 'Functions'), 'Fn', {
        uuid: '7d4b8c6e', code: Code.fromInline('//'), handler: 'index.handler', runtime: Runtime.NODEJS_20_X,
      });
      lambdaFunction.addEnvironment('POOL', pool.userPoolId);
      pool.addTrigger(PRE_SIGN_UP, lambdaFunction);
    }],
    ['of another stack, by props', (app) => {
      const lambdaFunction = functionIn(stackOf(app, 'Functions'));
      knowing_(lambdaFunction, new ManagedUserPool(stackOf(app), 'Pool', { lambdaConfig: { preSignUp: lambdaFunction } }));
    }],
    ['of another stack, beside another one of that stack in the props', (app) => {
      const pool = new ManagedUserPool(stackOf(app), 'Pool',
        { lambdaConfig: { preSignUp: functionIn(stackOf(app, 'Functions')) } });
      pool.addTrigger(CUSTOM_MESSAGE, functionIn(stackOf(app, 'Functions'), 'Fn2'));
    }],
    ['and waits for a pool with settings', (app) => {
      const userPool = new UserPool(stackOf(app), 'Pool');
      const lambdaFunction = functionIn(stackOf(app));
      new UserPoolSettings(stackOf(app), 'Settings', { userPool }).addTrigger(PRE_SIGN_UP, lambdaFunction);
      lambdaFunction.node.addDependency(userPool);
    }],
  ])('%s', (_title, build_) => {
    const app = new App();
    build_(app);
    expect(() => everyTemplate(app)).not.toThrow();
  });
});

describe('beside settings of another pool, a pool without any', () => {
  const settingsIn = (app: App) => {
    const userPool = UserPool.fromUserPoolId(stackOf(app), 'Theirs', 'us-east-1_Example1');
    return new UserPoolSettings(stackOf(app), 'Settings', { userPool, userPoolTags: { team: 'ours' } });
  };
  const knowingSettings = (app: App, id?: string) => {
    const lambdaFunction = functionIn(stackOf(app), id);
    lambdaFunction.addEnvironment('CHANGED', settingsIn(app).changedPaths);
    return lambdaFunction;
  };
  const providerOf = (app: App) => UserPoolSettingsProvider.getOrCreate(stackOf(app));

  test.each<[string, (app: App) => void]>([
    ['that waits for them', (app) => new UserPool(stackOf(app), 'Pool').node.addDependency(settingsIn(app))],
    ['that is managed and waits for them', (app) => {
      new ManagedUserPool(stackOf(app), 'Pool', { deletionProtection: true }).node.addDependency(settingsIn(app));
    }],
    ['whose own trigger knows what they have changed', (app) => {
      new UserPool(stackOf(app), 'Pool', { lambdaTriggers: { userMigration: knowingSettings(app) } });
    }],
    ['whose own trigger is the alias of one that knows it', (app) => {
      new UserPool(stackOf(app), 'Pool', { lambdaTriggers: { userMigration: knowingSettings(app).addAlias('live') } });
    }],
    ['whose name has it', (app) => {
      new UserPool(stackOf(app), 'Pool', { userPoolName: Fn.sub('pool-${Changed}', { Changed: settingsIn(app).changedPaths }) });
    }],
    ['whose name has the name of the function, as a text', (app) => {
      const { lambdaFunction } = providerOf(app);
      settingsIn(app);
      const id = stackOf(app).resolve((lambdaFunction.node.defaultChild as CfnResource).logicalId) as string;
      new UserPool(stackOf(app), 'Pool', { userPoolName: Fn.sub(`pool-\${${id}}`) });
    }],
    ['whose own trigger may call the function', (app) => {
      settingsIn(app);
      const lambdaFunction = functionIn(stackOf(app));
      providerOf(app).lambdaFunction.grantInvoke(lambdaFunction);
      new UserPool(stackOf(app), 'Pool', { lambdaTriggers: { userMigration: lambdaFunction } });
    }],
  ])('%s, makes no cycle', (_title, build_) => {
    const app = new App();
    build_(app);
    expect(() => everyTemplate(app)).not.toThrow();
  });

  test.each([true, false])('that is made under a condition, which holds: %s', async (isMade) => {
    const theirs = stacks.cognito.seed(freshPool());
    const declaring = (team: string) => (app: App) => {
      const stack = stackOf(app);
      const { node } = new UserPool(stack, 'Pool', { signInAliases: { email: true } });
      (node.defaultChild as CfnUserPool).cfnOptions.condition = new CfnCondition(stack, 'IsMade', {
        expression: Fn.conditionEquals('yes', isMade ? 'yes' : 'no'),
      });
      new UserPoolSettings(stack, 'Settings', { userPool: UserPool.fromUserPoolId(stack, 'Theirs', theirs), userPoolTags: { team } });
    };
    expect(statuses(await stacks.deploy(declaring('one')))).toEqual(['CREATE_COMPLETE']);
    expect(statuses(await stacks.deploy(declaring('two')))).toEqual(['UPDATE_COMPLETE']);
    expect(stacks.resources('App', 'AWS::Cognito::UserPool')).toHaveLength(isMade ? 1 : 0);
  });
});

function everyTemplate(app: App): Template[] {
  app.synth();
  return app.node.findAll().filter((each) => each instanceof Stack).map((stack) => Template.fromStack(stack));
}
