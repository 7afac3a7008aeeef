import { App, CfnParameter, Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CfnUserPool, UserPool, type IUserPool } from 'aws-cdk-lib/aws-cognito';
import { SecurityGroup, SubnetType, Vpc, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy, PermissionsBoundary, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  ManagedUserPool, OnRemoval, UserPoolMfa, UserPoolSettings, UserPoolSettingsProvider, type UserPoolSettingsProviderOptions,
} from '../../src';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { everyOption, imported } from '../support/every-option';
import { importedPool, testStack } from '../support/synth';

const ENV = { account: '123456789012', region: 'us-east-1' };
const settingsOn = (stack: Stack) => new UserPoolSettings(stack, 'Settings',
  { userPool: importedPool(stack), deletionProtection: true });

type Options = UserPoolSettingsProviderOptions | ((stack: Stack) => UserPoolSettingsProviderOptions);

function templateWith(options: Options, build: (stack: Stack) => void = settingsOn): Template {
  const stack = testStack();
  UserPoolSettingsProvider.getOrCreate(stack, typeof options === 'function' ? options(stack) : options);
  build(stack);
  return Template.fromStack(stack);
}

const attempt = (options: object) => () => UserPoolSettingsProvider.getOrCreate(testStack(), options);

function propertiesOf(template: Template, type: string): JsonObject {
  const [[, resource],
    ...more] = Object.entries(template.findResources(type)).filter(([id]) => id.startsWith('UserPoolSettingsProvider'));
  expect(more).toEqual([]);
  return (resource as { Properties: JsonObject }).Properties;
}

describe('options of the provider', () => {
  test('given before the first settings of the stack make the function', () => {
    const template = templateWith({ timeout: Duration.minutes(10), memorySize: 512, logRetention: RetentionDays.ONE_YEAR });
    template.hasResourceProperties('AWS::Lambda::Function', { Timeout: 600, MemorySize: 512 });
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 365 });
    template.hasResourceProperties('Custom::CognitoUserPoolSettings', { ServiceTimeout: '780' });
  });

  test('given after it are refused', () => {
    const stack = testStack();
    settingsOn(stack);
    expect(() => UserPoolSettingsProvider.getOrCreate(stack, { memorySize: 512 }))
      .toThrow('Stack/UserPoolSettingsProvider is there already: give its options before the first UserPoolSettings of the stack');
    expect(UserPoolSettingsProvider.getOrCreate(stack)).toBe(UserPoolSettingsProvider.getOrCreate(stack));
  });

  test('given after a ManagedUserPool that needs the function are refused, and after one that needs none are taken', () => {
    const stack = testStack();
    new ManagedUserPool(stack, 'Native', { deletionProtection: true });
    expect(UserPoolSettingsProvider.getOrCreate(stack, { memorySize: 512 })).toBeInstanceOf(UserPoolSettingsProvider);
    const other = testStack();
    new ManagedUserPool(other, 'Pool', { mfaConfiguration: UserPoolMfa.OFF });
    expect(() => UserPoolSettingsProvider.getOrCreate(other, { memorySize: 512 })).toThrow(/is there already/);
  });

  test.each([
    [Duration.seconds(29), '29 seconds'],
    [Duration.minutes(16), '16 minutes'],
  ])('with a timeout of %s are refused', (timeout, got) => {
    expect(attempt({ timeout })).toThrow(`timeout must be from 30 seconds to 15 minutes, got ${got}`);
  });

  test('take a timeout that only the deployment knows', () => {
    const template = templateWith((stack) => ({
      timeout: Duration.seconds(new CfnParameter(stack, 'Seconds',
        { type: 'Number' }).valueAsNumber),
    }));
    template.hasResourceProperties('AWS::Lambda::Function', { Timeout: { Ref: 'Seconds' } });
    template.hasResourceProperties('Custom::CognitoUserPoolSettings', { ServiceTimeout: '1080' });
  });

  test('that are none of the words of AWS Lambda are not passed on', () => {
    const { Properties } = Object.values(templateWith({}).findResources('AWS::Lambda::Function'))[0] as { Properties: JsonObject };
    expect(Object.keys(Properties).sort()).toEqual([
      'Code', 'Description', 'Environment', 'Handler', 'LoggingConfig', 'MemorySize', 'Role', 'Runtime', 'Timeout',
    ]);
  });

  test.each<[string, object, string]>([
    ['memorySize', { memorySize: 127 }, 'memorySize must be a whole number from 128 to 10240, got 127'],
    ['memorySize', { memorySize: 10_241 }, 'memorySize must be a whole number from 128 to 10240, got 10241'],
    ['memorySize', { memorySize: 256.5 }, 'memorySize must be a whole number from 128 to 10240, got 256.5'],
    ['memorySize', { memorySize: NaN }, 'memorySize must be a whole number from 128 to 10240, got NaN'],
    ['concurrency', { concurrency: 0 }, 'concurrency must be a whole number from 1, got 0'],
    ['concurrency', { concurrency: -1 }, 'concurrency must be a whole number from 1, got -1'],
    ['concurrency', { concurrency: 1.5 }, 'concurrency must be a whole number from 1, got 1.5'],
    ['vpcSubnets', { vpcSubnets: { subnetType: SubnetType.PUBLIC } }, 'vpcSubnets is given without vpc: give the VPC too'],
    ['securityGroups', { securityGroups: [] }, 'securityGroups is given without vpc: give the VPC too'],
  ])('with a mistake in %s are refused: %j', (_name, options, message) => {
    expect(attempt(options)).toThrow(new Error(message));
  });

  test.each([
    '', 'cognito-idp.us-east-1.amazonaws.com', 'ftp://a.example', 'https://', 'https://planted@a.example', 'https://planted:x@a.example',
    'https://:planted@a.example', 'https://a.example/?planted=1', 'https://a.example/#planted', 'file:///planted', 'javascript:planted',
  ])('with the endpoint %j are refused, and it is not repeated', (endpointUrl) => {
    expect(attempt({ endpointUrl })).toThrow(new Error('endpointUrl must be a plain http or https URL, without user, query and fragment'));
  });

  test.each(['https://a.example', 'http://localhost:9229', 'https://a.example/base/', 'https://vpce-1.cognito-idp.us-east-1.vpce.amazonaws.com'])(
    'take the endpoint %s', (endpointUrl) => {
      expect(propertiesOf(templateWith({ endpointUrl }), 'AWS::Lambda::Function').Environment)
        .toMatchObject({ Variables: { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpointUrl } });
    },
  );

  test.each<[string, Options, JsonObject]>([
    ['memory', (stack) => ({ memorySize: new CfnParameter(stack, 'P', { type: 'Number' }).valueAsNumber }),
      { MemorySize: { Ref: 'P' } }],
    ['concurrency', (stack) => ({ concurrency: new CfnParameter(stack, 'P', { type: 'Number' }).valueAsNumber }),
      { ReservedConcurrentExecutions: { Ref: 'P' } }],
    ['endpoint', (stack) => ({ endpointUrl: `https://${new CfnParameter(stack, 'P').valueAsString}` }),
      {
        Environment: {
          Variables: {
            AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: {
              'Fn::Join': ['',
                ['https://', { Ref: 'P' }]],
            },
          },
        },
      }],
    ['endpoint that is told late', { endpointUrl: Lazy.string({ produce: () => 'https://late.example' }) },
      { Environment: { Variables: { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'https://late.example' } } }],
  ])('take tokens: %s', (_title, options, properties) => {
    expect(propertiesOf(templateWith(options), 'AWS::Lambda::Function')).toMatchObject(properties);
  });

  test('with several mistakes name all of them in one error', () => {
    expect(attempt({
      timeout: Duration.seconds(1), concurrency: 0, memorySize: 1, vpcSubnets: {}, securityGroups: [], endpointUrl: 'planted',
    })).toThrow(new Error([
      'timeout must be from 30 seconds to 15 minutes, got 1 second',
      'concurrency must be a whole number from 1, got 0',
      'memorySize must be a whole number from 128 to 10240, got 1',
      'vpcSubnets is given without vpc: give the VPC too',
      'securityGroups is given without vpc: give the VPC too',
      'endpointUrl must be a plain http or https URL, without user, query and fragment',
    ].join('; ')));
  });

  test('with a timeout of no whole seconds are refused in the same words', () => {
    expect(attempt({
      timeout: Duration.millis(30_500),
      memorySize: 1,
    })).toThrow(/^timeout must be from 30 seconds to 15 minutes, in whole seconds, got 30 seconds 500 millis; memorySize/);
  });

  test('with an unknown option are refused', () => {
    expect(attempt({ permissionBoundary: 'x' })).toThrow(/permissionBoundary/);
  });

  test('that were refused leave no half-made provider behind', () => {
    const stack = testStack();
    expect(() => UserPoolSettingsProvider.getOrCreate(stack, { memorySize: 1 })).toThrow(/memorySize/);
    expect(UserPoolSettingsProvider.getOrCreate(stack, { memorySize: 512 }).role).toBeDefined();
  });

  test('with a concurrency wait for an hour, and no longer', () => {
    const template = templateWith({ concurrency: 1 });
    template.hasResourceProperties('AWS::Lambda::Function', { ReservedConcurrentExecutions: 1 });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumEventAgeInSeconds: 3600 });
    template.hasResourceProperties('Custom::CognitoUserPoolSettings', { ServiceTimeout: '3600' });
  });
});

describe('a function in a VPC', () => {
  const vpcIn = (stack: Stack): IVpc => Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1',
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    publicSubnetIds: ['subnet-p1', 'subnet-p2'],
    privateSubnetIds: ['subnet-1', 'subnet-2'],
    isolatedSubnetIds: ['subnet-i1', 'subnet-i2'],
  });

  test('is in the private subnets, in a security group of its own', () => {
    const template = templateWith((stack) => ({ vpc: vpcIn(stack) }));
    expect(propertiesOf(template, 'AWS::Lambda::Function').VpcConfig).toEqual({
      SecurityGroupIds: [{ 'Fn::GetAtt': [expect.stringMatching(/^UserPoolSettingsProviderFunctionSecurityGroup/), 'GroupId'] }],
      SubnetIds: ['subnet-1', 'subnet-2'],
    });
    template.hasResourceProperties('AWS::EC2::SecurityGroup',
      { SecurityGroupEgress: [Match.objectLike({ CidrIp: '0.0.0.0/0', IpProtocol: '-1' })] });
    expect(JSON.stringify(template.findResources('AWS::EC2::SecurityGroup'))).not.toContain('Ingress');
  });

  test('is where it is told to be', () => {
    const template = templateWith((stack) => ({
      vpc: vpcIn(stack),
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      securityGroups: [SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1'),
        SecurityGroup.fromSecurityGroupId(stack, 'Group2', 'sg-2')],
    }));
    expect(propertiesOf(template, 'AWS::Lambda::Function').VpcConfig).toEqual({
      SecurityGroupIds: ['sg-1', 'sg-2'],
      SubnetIds: ['subnet-i1', 'subnet-i2'],
    });
    template.resourceCountIs('AWS::EC2::SecurityGroup', 0);
  });

  test('manages its network interfaces by one statement, and has no managed policy', () => {
    const template = templateWith((stack) => ({ vpc: vpcIn(stack) }));
    expect(wildcardsIn(template)).toEqual([{
      Effect: 'Allow',
      Action: [
        'ec2:AssignPrivateIpAddresses', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSubnets', 'ec2:UnassignPrivateIpAddresses',
      ],
      Resource: '*',
    }]);
    expect(propertiesOf(template, 'AWS::IAM::Role').ManagedPolicyArns).toBeUndefined();
    template.hasResource('AWS::IAM::Role', {
      Metadata: {
        cdk_nag: {
          rules_to_suppress: [{
            id: 'AwsSolutions-IAM5',
            reason: Match.anyValue(),
            applies_to: ['Resource::*'],
          }],
        },
      },
    });
  });

  // A public subnet gives a function no way out; CDK says so, in its own words, and leaves the provider half-made.
  test('in public subnets is refused by CDK', () => {
    expect(() => templateWith((stack) => ({
      vpc: vpcIn(stack),
      vpcSubnets: { subnetType: SubnetType.PUBLIC },
    }))).toThrow(/public subnet/i);
  });

  test('runs when the VPC of its stack has a way out, and as long as it has one', () => {
    const template = templateWith((stack) => ({ vpc: new Vpc(stack, 'Vpc', { natGateways: 1 }) }));
    const routes = Object.keys(template.findResources('AWS::EC2::Route'));
    expect(routes.length).toBeGreaterThan(0);
    expect(dependenciesOf(template, Object.keys(template.findResources('Custom::CognitoUserPoolSettings'))[0]))
      .toEqual(expect.arrayContaining(routes.filter((id) => /Private/.test(id))));
  });
});

describe('a permissions boundary', () => {
  const ARN = 'arn:aws:iam::123456789012:policy/boundary';

  test.each<[string, (stack: Stack) => void]>([
    ['of the options', (stack) => {
      UserPoolSettingsProvider.getOrCreate(stack,
        { permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', ARN) });
      settingsOn(stack);
    }],
    ['that is applied to the stack before', (stack) => {
      PermissionsBoundary.of(stack).apply(ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', ARN));
      settingsOn(stack);
    }],
    ['that is applied to the app after', (stack) => {
      settingsOn(stack);
      PermissionsBoundary.of(stack.node.root).apply(ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', ARN));
    }],
  ])('%s holds for the role', (_title, build) => {
    const stack = testStack();
    build(stack);
    expect(propertiesOf(Template.fromStack(stack), 'AWS::IAM::Role').PermissionsBoundary).toEqual(ARN);
  });

  test('that is applied to the stack holds for the role that a ManagedUserPool sends SMS by', () => {
    const stack = testStack();
    new ManagedUserPool(stack, 'Pool', { enableSmsRole: true });
    PermissionsBoundary.of(stack).apply(ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', ARN));
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', { PermissionsBoundary: ARN });
  });
});

describe('roles that are made beforehand', () => {
  const customized = (build: (stack: Stack) => void): Template => {
    const stack = new Stack(new App(), 'Stack', { env: ENV });
    Role.customizeRoles(stack,
      { usePrecreatedRoles: { 'Stack/UserPoolSettingsProvider/Role': 'provider', 'Stack/Pool/SmsRole': 'sms' } });
    build(stack);
    return Template.fromStack(stack);
  };
  const CASES: readonly [string, (stack: Stack) => void][] = [
    ['settings', settingsOn],
    ['settings that are taken back', (stack) => {
      new UserPoolSettings(stack, 'Settings',
        { userPool: importedPool(stack), deletionProtection: true, onRemoval: OnRemoval.RESET_TO_DEFAULT });
    }],
    ['every option', (stack) => {
      new UserPoolSettings(stack, 'Settings', { userPool: importedPool(stack), ...everyOption(imported(stack)) });
    }],
    ['a ManagedUserPool with a role for SMS', (stack) => {
      new ManagedUserPool(stack, 'Pool', { enableSmsRole: true, mfaConfiguration: UserPoolMfa.OFF });
    }],
    ['a VPC', (stack) => {
      UserPoolSettingsProvider.getOrCreate(stack, {
        vpc: Vpc.fromVpcAttributes(stack, 'Vpc',
          { vpcId: 'vpc-1', availabilityZones: ['us-east-1a'], privateSubnetIds: ['subnet-1'] }),
      });
      settingsOn(stack);
    }],
  ];

  test.each(CASES)('are used, and none is made, by %s', (_title, build) => {
    const template = customized(build);
    template.resourceCountIs('AWS::IAM::Role', 0);
    expect(JSON.stringify(propertiesOf(template, 'AWS::Lambda::Function').Role)).toContain(':role/provider');
  });

  test('get no policy', () => {
    customized(settingsOn).resourceCountIs('AWS::IAM::Policy', 0);
  });

  test.each(CASES.filter(([title]) => /taken back|every option/.test(title)))('get no policy either by %s',
    (_title, build) => {
      customized(build).resourceCountIs('AWS::IAM::Policy', 0);
    });
});

describe('the role of the function', () => {
  test('has no managed policy and no wildcard, whatever is declared', () => {
    const template = templateWith({}, (stack) => {
      new UserPoolSettings(stack, 'Imported', { userPool: importedPool(stack), ...everyOption(imported(stack)) });
      new UserPoolSettings(stack, 'Made',
        { userPool: new UserPool(stack, 'L2', { enableSmsRole: true }), mfaConfiguration: UserPoolMfa.OFF });
      new ManagedUserPool(stack, 'Managed',
        { mfaConfiguration: UserPoolMfa.OFF, onRemoval: OnRemoval.RESET_TO_DEFAULT, userPoolTags: { a: 'b' } });
    });
    expect(wildcardsIn(template)).toEqual([]);
    expect(propertiesOf(template, 'AWS::IAM::Role').ManagedPolicyArns).toBeUndefined();
  });

  test('may pass the role that the L2 sends SMS by', () => {
    const stack = testStack();
    new UserPoolSettings(stack, 'Settings',
      { userPool: new UserPool(stack, 'L2', { enableSmsRole: true }), deletionProtection: true });
    expect(passed(Template.fromStack(stack))).toEqual([{ 'Fn::GetAtt': [expect.stringMatching(/^L2smsRole/), 'Arn'] }]);
  });

  test('may pass the role that a ManagedUserPool made for SMS', () => {
    const stack = testStack();
    new ManagedUserPool(stack, 'Pool', { enableSmsRole: true, mfaConfiguration: UserPoolMfa.OFF });
    expect(passed(Template.fromStack(stack))).toEqual([{ 'Fn::GetAtt': [expect.stringMatching(/^PoolSmsRole/), 'Arn'] }]);
  });

  test('may pass the role that a pool is told to have', () => {
    const stack = testStack();
    const existingSmsRole = Role.fromRoleArn(stack, 'Sms', 'arn:aws:iam::123456789012:role/sms');
    new UserPoolSettings(stack, 'Settings', { userPool: importedPool(stack), deletionProtection: true, existingSmsRole });
    expect(passed(Template.fromStack(stack))).toEqual(['arn:aws:iam::123456789012:role/sms']);
  });

  const passedAfter = (change: (resource: CfnUserPool) => void) => {
    const stack = testStack();
    const userPool = new UserPool(stack, 'L2');
    new UserPoolSettings(stack, 'Settings', { userPool, deletionProtection: true });
    change(userPool.node.defaultChild as CfnUserPool);
    return passed(Template.fromStack(stack));
  };
  const LATE = 'arn:aws:iam::123456789012:role/late';

  test('may pass the role that a pool of the app gets later', () => {
    expect(passedAfter((resource) => { resource.smsConfiguration = { snsCallerArn: LATE }; })).toEqual([LATE]);
  });

  test('may pass the role that a pool of the app has by an override', () => {
    expect(passedAfter((resource) => resource.addPropertyOverride('SmsConfiguration', { SnsCallerArn: LATE }))).toEqual([LATE]);
  });

  test('may pass the role that a pool of the app sends by End User Messaging by', () => {
    const EumsSms = { CallerArn: LATE };
    expect(passedAfter((resource) => resource.addPropertyOverride('SmsConfiguration', { EumsSms }))).toEqual([LATE]);
  });

  test.each<[string, (stack: Stack, role: Role) => IUserPool]>([
    ['by Amazon SNS', (stack, { roleArn }) => new UserPool(stack, 'L2', { smsRole: Role.fromRoleArn(stack, 'Sms', roleArn) })],
    ['by End User Messaging', (stack, { roleArn }) => {
      const smsConfiguration = { eumsSms: { callerArn: roleArn } } as unknown as CfnUserPool.SmsConfigurationProperty;
      return UserPool.fromUserPoolId(stack, 'Same', new CfnUserPool(stack, 'L1', { smsConfiguration }).ref);
    }],
    ['by a property that is told late', (stack, { roleArn }) => {
      const smsConfiguration = Lazy.any({ produce: () => ({ snsCallerArn: roleArn }) });
      return UserPool.fromUserPoolId(stack, 'Same', new CfnUserPool(stack, 'L1', { smsConfiguration }).ref);
    }],
  ])('may pass the role that a pool of another stack sends by: %s', (_title, make) => {
    const app = new App();
    const [home, away] = ['Home', 'Away'].map((id) => new Stack(app, id, { env: { account: '123456789012', region: 'us-east-1' } }));
    const role = new Role(home, 'Role', { assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com') });
    new UserPoolSettings(away, 'Settings', { userPool: make(home, role), deletionProtection: true });
    app.synth();
    expect(passed(Template.fromStack(away))).toEqual([{ 'Fn::ImportValue': expect.stringMatching(/^Home:ExportsOutputFnGetAttRole/) as string }]);
  });

  test('that has no room for so many pools is refused at synth also where they are of the app', () => {
    const stack = testStack();
    for (let n = 0; n < 150; n++) {
      new UserPoolSettings(stack, `S${n}`,
        { userPool: new UserPool(stack, `P${n}`), deletionProtection: true });
    }
    expect(() => Template.fromStack(stack)).toThrow(/IAM takes 10240 in the inline policies of a role/);
  });

  test('has the user\'s own statements beside ours', () => {
    const template = templateWith({}, (stack) => {
      settingsOn(stack);
      UserPoolSettingsProvider.getOrCreate(stack).role.addToPrincipalPolicy(new PolicyStatement({
        actions: ['kms:Decrypt'],
        resources: ['arn:x'],
      }));
    });
    template.hasResourceProperties('AWS::IAM::Policy',
      { PolicyDocument: { Statement: [{ Action: 'kms:Decrypt', Effect: 'Allow', Resource: 'arn:x' }] } });
  });
});

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: Json;
}

/** Every statement about a role of ours. */
function statementsIn(template: Template): Statement[] {
  const role = propertiesOf(template, 'AWS::IAM::Role') as { Policies?: { PolicyDocument: { Statement: Statement[] } }[] };
  const apart = Object.values(template.findResources('AWS::IAM::Policy')) as { Properties: { Roles: Json; PolicyDocument: { Statement: Statement[] } } }[];
  return [
    ...(role.Policies ?? []).flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
    ...apart.filter(({ Properties }) => JSON.stringify(Properties.Roles).includes('UserPoolSettingsProvider'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement),
  ];
}

function wildcardsIn(template: Template): Statement[] {
  return statementsIn(template).filter(({ Action, Resource }) => JSON.stringify([Action, Resource]).includes('*'));
}

function passed(template: Template): Json[] {
  return statementsIn(template).filter(({ Action }) => Action === 'iam:PassRole').flatMap(({ Resource }) => Resource as Json[]);
}

function dependenciesOf(template: Template, logicalId: string): string[] {
  const resources = template.toJSON().Resources as Record<string, { DependsOn?: string | string[] }>;
  const direct = (id: string): string[] => {
    const { DependsOn = [], ...rest } = resources[id];
    const text = JSON.stringify(rest);
    return [...new Set([DependsOn].flat().concat(Object.keys(resources).filter((other) => other !== id && text.includes(`"${other}"`))))];
  };
  const found = new Set<string>();
  const visit = (id: string) => direct(id).filter((each) => !found.has(each)).forEach((each) => {
    found.add(each);
    visit(each);
  });
  visit(logicalId);
  return [...found];
}
