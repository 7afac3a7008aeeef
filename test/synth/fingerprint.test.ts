import {
  Annotations as CdkAnnotations, App, Aspects, Aws, CfnCondition, CfnParameter, CfnResource, Fn, Lazy, NestedStack, Stack, Tags,
  type IAspect, type StackProps,
} from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { CfnUserPool, UserPool, type IUserPool, type UserPoolProps } from 'aws-cdk-lib/aws-cognito';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { ManagedUserPool, UserPoolMfa, UserPoolSettings } from '../../src';
import { RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { Json } from '../../src/core/wire/json';
import { POOL_ID } from '../support/synth';

const ENV = { account: '123456789012', region: 'us-east-1' };
const SETTINGS = { mfaConfiguration: UserPoolMfa.OFF };
const DIGEST = expect.stringMatching(/^[0-9a-f]{16}$/) as string;

const KNOWN_LATER: readonly Json[] = [
  { 'Fn::GetAtt': [expect.stringMatching(/^Bucket/) as string, 'Arn'] },
  { 'Fn::Sub': 'x-${Name}' },
  { 'Fn::Split': [',', { Ref: 'Name' }] },
  { 'Fn::ImportValue': 'exported' },
  { Ref: 'Name' },
];

interface Given {
  readonly stackProps?: StackProps;
  readonly poolProps?: UserPoolProps;
  readonly change?: (parts: { readonly app: App; readonly stack: Stack; readonly pool: UserPool; readonly resource: CfnUserPool }) => void;
}

/** The fingerprint in the template of an L2 pool with settings of the same stack. */
function fingerprintFor({ stackProps, poolProps, change }: Given = {}): Json | undefined {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: ENV, ...stackProps });
  const pool = new UserPool(stack, 'Pool', poolProps);
  new UserPoolSettings(stack, 'Settings', { userPool: pool, ...SETTINGS });
  change?.({ app, stack, pool, resource: pool.node.defaultChild as CfnUserPool });
  return fingerprintIn(stack);
}

function fingerprintIn(stack: Stack): Json | undefined {
  const [resource] = Object.values(Template.fromStack(stack).findResources(RESOURCE_TYPE));
  return (resource as { Properties: { PoolFingerprint?: Json } }).Properties.PoolFingerprint;
}

const visiting = (visit: (node: IConstruct) => void): IAspect => ({ visit });

describe('the fingerprint of a pool of the same stack', () => {
  test.each<[string, Given]>([
    ['a property', { poolProps: { deletionProtection: true } }],
    ['a property that is set on the resource', { change: ({ resource }) => { resource.deletionProtection = 'ACTIVE'; } }],
    ['a property override', { change: ({ resource }) => resource.addPropertyOverride('DeletionProtection', 'ACTIVE') }],
    ['a property override that takes off',
      { change: ({ resource }) => resource.addPropertyDeletionOverride('SmsVerificationMessage') }],
    ['an override of the whole', { change: ({ resource }) => resource.addOverride('Properties.DeletionProtection', 'ACTIVE') }],
    ['a property from the future',
      { change: ({ resource }) => resource.addPropertyOverride('FutureConfiguration', { Mode: 'on' }) }],
    ['an override by a lazy value', {
      change: ({ resource }) => resource.addPropertyOverride('UserPoolName', Lazy.string({ produce: () => 'late' })),
    }],
    ['an aspect', {
      change: ({ app }) => Aspects.of(app).add(visiting((node) => {
        if (node instanceof CfnUserPool) node.deletionProtection = 'ACTIVE';
      })),
    }],
    ['a tag of the app', { change: ({ app }) => Tags.of(app).add('team', 'identity') }],
    ['a tag of the stack', { change: ({ stack }) => Tags.of(stack).add('team', 'identity') }],
    ['a tag of the pool', { change: ({ pool }) => Tags.of(pool).add('team', 'identity') }],
    ['a tag of the stack alone, which CloudFormation hands down', { stackProps: { tags: { team: 'identity' } } }],
    ['a property that depends on a condition', {
      change: ({ stack, resource }) => {
        const condition = new CfnCondition(stack, 'IsProd', { expression: Fn.conditionEquals(Aws.REGION, 'us-east-1') });
        resource.addPropertyOverride('UserPoolName', Fn.conditionIf(condition.logicalId, 'prod', Aws.NO_VALUE));
      },
    }],
  ])('changes with %s', (_title, given) => {
    expect(fingerprintFor(given)).toEqual(expect.arrayContaining([DIGEST]));
    expect(fingerprintFor(given)).not.toEqual(fingerprintFor());
  });

  test.each<[string, Given]>([
    ['another synthesis', {}],
    ['metadata', { change: ({ resource }) => resource.addMetadata('note', 'x') }],
    ['another deletion policy', { change: ({ resource }) => resource.addOverride('DeletionPolicy', 'Delete') }],
    ['a dependency', { change: ({ stack, pool }) => pool.node.addDependency(new Bucket(stack, 'Bucket')) }],
    ['another description of the stack', { stackProps: { description: 'x' } }],
    ['a tag of something else', { change: ({ stack }) => Tags.of(new Bucket(stack, 'Bucket')).add('team', 'identity') }],
    ['a tag that the pool is excluded from and the stack too', {
      change: ({ app }) => Tags.of(app).add('team', 'identity', { includeResourceTypes: ['AWS::S3::Bucket'] }),
    }],
    ['a client of the pool', { change: ({ pool }) => pool.addClient('Client') }],
  ])('does not change with %s', (_title, given) => {
    expect(fingerprintFor(given)).toEqual(fingerprintFor());
  });

  test('does not change with the order in which properties and tags are given', () => {
    const given = (names: readonly string[]) => fingerprintFor({
      change: ({ resource, pool }) => names.forEach((name) => {
        resource.addPropertyOverride(`Future.${name}`, name);
        Tags.of(pool).add(name, name);
      }),
    });
    expect(given(['b', 'a', 'c'])).toEqual(given(['c', 'a', 'b']));
  });

  test('does not change with the order in which properties with intrinsics are given', () => {
    const given = (names: readonly string[]) => fingerprintFor({
      change: ({ stack, resource }) => names.forEach((name) => {
        resource.addPropertyOverride(`Future.${name}`, new CfnParameter(stack, name).valueAsString);
      }),
    });
    expect(given(['Two', 'One'])).toEqual(given(['One', 'Two']));
  });

  test('says that it is a digest, and none of the values', () => {
    const fingerprint = fingerprintFor({ poolProps: { userPoolName: 'planted' } });
    expect(fingerprint).toEqual([DIGEST]);
    expect(JSON.stringify(fingerprint)).not.toContain('planted');
  });

  test('has the values that only the deployment knows, each once', () => {
    const fingerprint = fingerprintFor({
      change: ({ stack, resource }) => {
        const parameter = new CfnParameter(stack, 'Name').valueAsString;
        const bucket = new Bucket(stack, 'Bucket');
        resource.userPoolName = parameter;
        resource.smsAuthenticationMessage = parameter;
        resource.addPropertyOverride('Future', {
          Arn: bucket.bucketArn,
          Deep: [{ Sub: Fn.sub('x-${Name}') }],
          Other: Fn.importValue('exported'),
          List: Fn.split(',', parameter),
        });
      },
    }) as Json[];
    expect(fingerprint[0]).toEqual(DIGEST);
    expect(fingerprint.slice(1)).toHaveLength(KNOWN_LATER.length);
    expect(fingerprint.slice(1)).toEqual(expect.arrayContaining([...KNOWN_LATER]));
  });

  test('has nothing for pseudo parameters, which no deployment changes', () => {
    const pseudo = [Aws.ACCOUNT_ID, Aws.REGION, Aws.STACK_NAME, Aws.STACK_ID, Aws.PARTITION, Aws.URL_SUFFIX];
    expect(fingerprintFor({
      change: ({ resource }) => pseudo.forEach((value, index) => resource.addPropertyOverride(`Future.P${index}`, value)),
    })).toEqual([DIGEST]);
  });

  test('has nothing for a text of pseudo parameters alone', () => {
    const change: Given['change'] = ({ resource }) => {
      resource.userPoolName = Fn.join('-', ['pool', Aws.STACK_NAME]);
      resource.smsAuthenticationMessage = Fn.sub('{####} ${AWS::Region}');
    };
    expect(fingerprintFor({ change })).toEqual([DIGEST]);
  });

  test.each<[string, Json]>([
    ['a newer CDK has for an output of another stack', { 'Fn::GetStackOutput': { StackName: 'Other', OutputName: 'Name' } }],
    ['is from the future', { 'Fn::FromTheFuture': ['Name'] }],
  ])('has what a function brings that %s', (_title, value) => {
    const change: Given['change'] = ({ resource }) => resource.addPropertyOverride('UserPoolName', value);
    expect(fingerprintFor({ change })).toEqual([DIGEST, value]);
  });

  test('has nothing for functions of what is in the template alone', () => {
    const change: Given['change'] = ({ resource }) => resource.addPropertyOverride('Future', [
      Fn.base64('x'), Fn.select(0, ['a', Aws.REGION]), Fn.split('-', Aws.REGION), { 'Fn::ToJsonString': { a: Aws.REGION } },
      { 'Fn::Length': ['a'] },
    ]);
    expect(fingerprintFor({ change })).toEqual([DIGEST]);
  });

  test('has the whole of a choice, so that the other branch is another value', () => {
    const fingerprint = fingerprintFor({
      change: ({ stack, resource }) => {
        const stage = new CfnParameter(stack, 'Stage');
        const condition = new CfnCondition(stack, 'IsProd', { expression: Fn.conditionEquals(stage, 'prod') });
        resource.addPropertyOverride('DeletionProtection', Fn.conditionIf(condition.logicalId, 'ACTIVE', Aws.NO_VALUE));
      },
    });
    expect(fingerprint).toEqual([DIGEST, { 'Fn::If': ['IsProd', 'ACTIVE', { Ref: 'AWS::NoValue' }] }]);
  });

  test('is the same for every construct on the pool', () => {
    const stack = new Stack(new App(), 'Stack', { env: ENV });
    const userPool = new UserPool(stack, 'Pool');
    new UserPoolSettings(stack, 'One', { userPool, ...SETTINGS });
    new UserPoolSettings(stack, 'Two', { userPool, deviceConfiguration: { challengeRequiredOnNewDevice: true } });
    const found = Object.values(Template.fromStack(stack).findResources(RESOURCE_TYPE)) as { Properties: { PoolFingerprint: Json } }[];
    expect(found.map(({ Properties }) => Properties.PoolFingerprint)).toEqual([[DIGEST], found[0].Properties.PoolFingerprint]);
  });

  test('of a ManagedUserPool changes with a setting that CloudFormation writes', () => {
    const fingerprintWith = (deletionProtection: boolean) => {
      const stack = new Stack(new App(), 'Stack', { env: ENV });
      new ManagedUserPool(stack, 'Pool', { deletionProtection, ...SETTINGS });
      return fingerprintIn(stack);
    };
    expect(fingerprintWith(true)).toEqual([DIGEST]);
    expect(fingerprintWith(true)).not.toEqual(fingerprintWith(false));
  });

  test('of a ManagedUserPool has the role that it sends SMS by', () => {
    const stack = new Stack(new App(), 'Stack', { env: ENV });
    new ManagedUserPool(stack, 'Pool', { enableSmsRole: true, ...SETTINGS });
    expect(fingerprintIn(stack)).toEqual([DIGEST, { 'Fn::GetAtt': [expect.stringMatching(/^PoolSmsRole/), 'Arn'] }]);
  });
});

type Import = (stack: Stack, resource: CfnUserPool) => IUserPool;

describe('a pool of the app under another name has a fingerprint', () => {
  const known: readonly [string, Import][] = [
    ['its reference', (stack, { ref }) => UserPool.fromUserPoolId(stack, 'Imported', ref)],
    ['its attribute', (stack, resource) => UserPool.fromUserPoolId(stack, 'Imported', resource.attrUserPoolId)],
    ['its attribute by name',
      (stack, resource) => UserPool.fromUserPoolId(stack, 'Imported', resource.getAtt('UserPoolId').toString())],
  ];
  test.each(known)('if it is imported by %s', (_title, importing) => {
    expect(fingerprintOfRaw(importing)).toEqual([DIGEST]);
  });

  test('if it is imported by the reference to its ARN', () => {
    expect(fingerprintOfRaw((stack, { attrArn }) => UserPool.fromUserPoolArn(stack, 'Imported', attrArn))).toEqual([DIGEST]);
  });

  test('if it is a resource of the type without a class of its own', () => {
    const stack = new Stack(new App(), 'Stack', { env: ENV });
    const resource = new CfnResource(stack, 'Raw', { type: 'AWS::Cognito::UserPool', properties: { UserPoolName: 'x' } });
    new UserPoolSettings(stack, 'Settings', { userPool: UserPool.fromUserPoolId(stack, 'Imported', resource.ref), ...SETTINGS });
    expect(fingerprintIn(stack)).toEqual([DIGEST]);
  });

  function fingerprintOfRaw(importing: Import): Json | undefined {
    const stack = new Stack(new App(), 'Stack', { env: ENV });
    const resource = new CfnUserPool(stack, 'Raw', { deletionProtection: 'ACTIVE' });
    new UserPoolSettings(stack, 'Settings', { userPool: importing(stack, resource), ...SETTINGS });
    return fingerprintIn(stack);
  }
});

describe('a pool that CloudFormation does not write in this app has no fingerprint', () => {
  test.each<[string, (stack: Stack) => IUserPool]>([
    ['its id', (stack) => UserPool.fromUserPoolId(stack, 'Pool', POOL_ID)],
    ['its ARN',
      (stack) => UserPool.fromUserPoolArn(stack, 'Pool', `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${POOL_ID}`)],
    ['a parameter', (stack) => UserPool.fromUserPoolId(stack, 'Pool', new CfnParameter(stack, 'PoolId').valueAsString)],
    ['an export', (stack) => UserPool.fromUserPoolId(stack, 'Pool', Fn.importValue('pool'))],
    ['an attribute of something else', (stack) => UserPool.fromUserPoolId(stack, 'Pool', new Bucket(stack, 'Bucket').bucketName)],
    ['a lazy value', (stack) => UserPool.fromUserPoolId(stack, 'Pool', Lazy.string({ produce: () => POOL_ID }))],
  ])('if it is imported by %s', (_title, importing) => {
    const stack = new Stack(new App(), 'Stack', { env: ENV });
    new UserPoolSettings(stack, 'Settings', { userPool: importing(stack), deletionProtection: true });
    expect(fingerprintIn(stack)).toBeUndefined();
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('a pool of another stack', () => {
  const WARNING = 'Pools/Pool/Resource is made by another stack: an update or a rollback of that stack alone may reset what is declared here';

  function twoStacks(importing: (settings: Stack,
    pool: UserPool) => IUserPool): { readonly pools: Stack; readonly settings: Stack } {
    const app = new App();
    const [pools, settings] = [new Stack(app, 'Pools', { env: ENV }), new Stack(app, 'App', { env: ENV })];
    const name = new CfnParameter(pools, 'Name').valueAsString;
    const pool = new UserPool(pools, 'Pool', {
      userPoolName: name, smsRole: new Role(pools, 'Sms', { assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com') }),
    });
    new UserPoolSettings(settings, 'Settings', { userPool: importing(settings, pool), ...SETTINGS });
    return { pools, settings };
  }
  const SHARED: readonly [string, (settings: Stack, pool: UserPool) => IUserPool][] = [
    ['is shared', (_, pool) => pool],
    ['is imported by the reference to it', (settings, pool) => UserPool.fromUserPoolId(settings, 'Imported', pool.userPoolId)],
  ];

  test.each(SHARED)('that %s has a digest alone, and nothing is exported for it', (_title, importing) => {
    const { pools, settings } = twoStacks(importing);
    expect(fingerprintIn(settings)).toEqual([DIGEST]);
    const exported = Object.values(Template.fromStack(pools).toJSON().Outputs as Record<string, { Value: Json }>).map(({ Value }) => Value);
    expect(JSON.stringify(exported)).not.toContain('"Name"');
  });

  test.each(SHARED)('that %s is warned of', (_title, importing) => {
    const [[place, text], ...more] = warningsOf(twoStacks(importing).settings);
    expect([place, more]).toEqual(['/App/Settings', []]);
    expect(text).toContain(WARNING);
    expect(text).toContain('[ack: cdk-cognito-user-pool-settings:pool-in-another-stack]');
  });

  test('is not warned of where that is acknowledged', () => {
    const { settings } = twoStacks((_, pool) => pool);
    CdkAnnotations.of(settings).acknowledgeWarning('cdk-cognito-user-pool-settings:pool-in-another-stack');
    expect(warningsOf(settings)).toEqual([]);
  });

  test.each<[string, string, (parent: Stack, nested: Stack) => void]>([
    ['the settings are in a nested stack', 'Parent/Pool/Resource', (parent, nested) => {
      new UserPoolSettings(nested, 'Settings', { userPool: new UserPool(parent, 'Pool'), ...SETTINGS });
    }],
    ['the pool is in a nested stack', 'Parent/Nested/Pool/Resource', (parent, nested) => {
      new UserPoolSettings(parent, 'Settings', { userPool: new UserPool(nested, 'Pool'), ...SETTINGS });
    }],
  ])('is warned of where %s', (_title, pool, build) => {
    const app = new App();
    const parent = new Stack(app, 'Parent', { env: ENV });
    build(parent, new NestedStack(parent, 'Nested'));
    const messages = app.synth().getStackByName('Parent').messages.map(({ entry }) => String(entry.data));
    expect(messages).toEqual([expect.stringContaining(`${pool} is made by another stack`)]);
  });
});

/** Where a warning is, and what it says. */
function warningsOf(stack: Stack): [string, string][] {
  return Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ id, entry }) => [id, String(entry.data)]);
}
