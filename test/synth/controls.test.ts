import { Annotations, App, Aspects, CfnParameter, Duration, Lazy, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { CfnUserPool, Mfa, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import {
  AdvancedSecurityEnabledMode, UserPoolAdvancedSecurityMode, AuthFactor, ControlPack, ManagedUserPool, OnRemoval, UserPoolControls,
  UserPoolMfa,
  UserPoolSettings, UserPoolTier, type UserPoolControlsProps,
} from '../../src';
import { POOL_ID, type Settings } from '../support/synth';

const ENV = { account: '123456789012', region: 'us-east-1' };
const PREFIX = 'cdk-cognito-user-pool-settings:';

const NAG = ['AwsSolutions-COG1', 'AwsSolutions-COG2', 'AwsSolutions-COG3', 'AwsSolutions-COG8'];
const HUB = ['Cognito.1', 'Cognito.3', 'Cognito.4', 'Cognito.5', 'Cognito.6'];

/** What every control takes. */
const GOOD: Settings = {
  policies: {
    passwordPolicy: {
      minimumLength: 12,
      requireUppercase: true,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: true,
      temporaryPasswordValidity: Duration.days(3),
    },
  },
  mfaConfiguration: UserPoolMfa.ON,
  softwareTokenMfaConfiguration: { enabled: true },
  userPoolAddOns: {
    advancedSecurityMode: UserPoolAdvancedSecurityMode.ENFORCED,
    advancedSecurityAdditionalFlows: { customAuthMode: AdvancedSecurityEnabledMode.ENFORCED },
  },
  userPoolTier: UserPoolTier.PLUS,
  deletionProtection: true,
};

/** What breaks every control of an imported pool. */
const BAD: Settings = {
  policies: {
    passwordPolicy: { minimumLength: 6, requireSymbols: false },
    signInPolicy: { allowedFirstAuthFactors: [AuthFactor.PASSWORD] },
  },
  mfaConfiguration: UserPoolMfa.OFF,
  userPoolAddOns: { advancedSecurityMode: UserPoolAdvancedSecurityMode.OFF },
  userPoolTier: UserPoolTier.LITE,
  deletionProtection: false,
};

type Said = Record<string, string[]>;

interface Told {
  readonly warnings: Said;
  readonly errors: Said;
  /** The sentences, by the control. */
  readonly sentences: Record<string, string>;
}

/** What the controls say of an app, by the construct whose resource it is said at. */
function told(build: (stack: Stack, app: App) => void, props?: UserPoolControlsProps,
  at: (app: App) => IConstruct = (app) => app): Told {
  const app = new App();
  build(new Stack(app, 'Stack', { env: ENV }), app);
  Aspects.of(at(app)).add(new UserPoolControls(props));
  return toldBy(app);
}

function toldBy(app: App): Told {
  const messages = app.synth({ skipValidation: false }).stacks.flatMap((artifact) => artifact.messages);
  const said = (level: string): Said => {
    const found = messages.filter((message) => String(message.level) === level && idOf(String(message.entry.data)) !== undefined);
    return Object.fromEntries([...new Set(found.map(({ id }) => id))].map((place) => [
      place.slice(1).replace(/\/Resource$/, ''), found.filter(({ id }) => id === place).map(({ entry }) => idOf(String(entry.data))!),
    ]));
  };
  return {
    warnings: said('warning'),
    errors: said('error'),
    sentences: Object.fromEntries(messages.map(({ entry }) => [idOf(String(entry.data)), String(entry.data)])),
  };
}

function idOf(text: string): string | undefined {
  return [...NAG, ...HUB].find((id) => text.includes(`[ack: ${PREFIX}${id}]`) || text.startsWith(`${id}: `));
}

describe('a pool of the app', () => {
  const DEFAULTS = ['AwsSolutions-COG2', 'AwsSolutions-COG3', 'AwsSolutions-COG8', 'Cognito.1', 'Cognito.4', 'Cognito.5', 'Cognito.6'];

  test.each<[string, (stack: Stack) => void]>([
    ['the L2', (stack) => { new UserPool(stack, 'Pool'); }],
    ['a ManagedUserPool', (stack) => { new ManagedUserPool(stack, 'Pool'); }],
    ['the L2 with settings about something else', (stack) => {
      new UserPoolSettings(stack, 'Settings', { userPool: new UserPool(stack, 'Pool'), userPoolTags: { a: 'b' } });
    }],
  ])('is asked of what it has by default: %s', (_title, build) => {
    expect(told(build)).toMatchObject({ warnings: { 'Stack/Pool': DEFAULTS }, errors: {} });
  });

  test.each<[string, (stack: Stack) => void]>([
    ['a ManagedUserPool', (stack) => { new ManagedUserPool(stack, 'Pool', GOOD); }],
    ['a ManagedUserPool that resets', (stack) => {
      const { userPoolTier, ...rest } = GOOD;
      const pool = new ManagedUserPool(stack, 'Pool', { ...rest, onRemoval: OnRemoval.RESET_TO_DEFAULT });
      new UserPoolSettings(stack, 'Tier', { userPool: pool, userPoolTier });
    }],
    ['the L2 and settings',
      (stack) => { new UserPoolSettings(stack, 'Settings', { userPool: new UserPool(stack, 'Pool'), ...GOOD }); }],
    ['the L2 and settings in two', (stack) => {
      const userPool = new UserPool(stack, 'Pool');
      const { mfaConfiguration, softwareTokenMfaConfiguration, ...rest } = GOOD;
      new UserPoolSettings(stack, 'Mfa', { userPool, mfaConfiguration, softwareTokenMfaConfiguration });
      new UserPoolSettings(stack, 'Rest', { userPool, ...rest });
    }],
    ['the L2 and settings by its reference', (stack) => {
      const pool = new UserPool(stack, 'Pool');
      new UserPoolSettings(stack, 'Settings', { userPool: UserPool.fromUserPoolId(stack, 'Same', pool.userPoolId), ...GOOD });
    }],
    ['the L2 and settings of another stack', (stack) => {
      const userPool = new UserPool(stack, 'Pool');
      new UserPoolSettings(new Stack(stack.node.root, 'Other', { env: ENV }), 'Settings', { userPool, ...GOOD });
    }],
    ['a resource', (stack) => {
      new CfnUserPool(stack, 'Pool', {
        policies: {
          passwordPolicy: {
            minimumLength: 8,
            requireLowercase: true,
            requireUppercase: true,
            requireNumbers: true,
            requireSymbols: true,
          },
        },
        mfaConfiguration: 'ON',
        enabledMfas: ['SOFTWARE_TOKEN_MFA'],
        userPoolTier: 'PLUS',
        deletionProtection: 'ACTIVE',
        userPoolAddOns: { advancedSecurityMode: 'ENFORCED', advancedSecurityAdditionalFlows: { customAuthMode: 'ENFORCED' } },
      });
    }],
    ['what comes by overrides', (stack) => {
      const pool = new ManagedUserPool(stack, 'Pool',
        { mfaConfiguration: UserPoolMfa.ON, softwareTokenMfaConfiguration: { enabled: true } });
      const resource = pool.node.defaultChild as CfnUserPool;
      resource.addPropertyOverride('UserPoolAddOns',
        { AdvancedSecurityMode: 'ENFORCED', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'ENFORCED' } });
      resource.addPropertyOverride('UserPoolTier', 'PLUS');
      resource.addPropertyOverride('DeletionProtection', 'ACTIVE');
    }],
  ])('that is as it should be is not spoken of: %s', (_title, build) => {
    expect(told(build)).toMatchObject({ warnings: {}, errors: {} });
  });

  test('is spoken of at the construct that declares what is broken, and else at the pool', () => {
    expect(told((stack) => {
      const userPool = new UserPool(stack, 'Pool', { deletionProtection: true });
      new UserPoolSettings(stack, 'Mfa',
        { userPool, mfaConfiguration: UserPoolMfa.OPTIONAL, softwareTokenMfaConfiguration: { enabled: true } });
      new UserPoolSettings(stack, 'Threats', { userPool, userPoolAddOns: { advancedSecurityMode: UserPoolAdvancedSecurityMode.AUDIT } });
    }).warnings).toEqual({
      'Stack/Pool': ['AwsSolutions-COG8', 'Cognito.4'],
      'Stack/Mfa': ['AwsSolutions-COG2'],
      'Stack/Threats': ['AwsSolutions-COG3', 'Cognito.1'],
    });
  });

  test('is spoken of at the function\'s part of a ManagedUserPool where that declares it', () => {
    expect(told((stack) => { new ManagedUserPool(stack, 'Pool', { ...GOOD, mfaConfiguration: UserPoolMfa.OPTIONAL }); }).warnings)
      .toEqual({ 'Stack/Pool/Settings': ['AwsSolutions-COG2'] });
  });

  test('is spoken of at a resource, under the construct that is known by name', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ENV });
    new UserPoolSettings(stack, 'Settings', { userPool: new UserPool(stack, 'Pool', { deletionProtection: true }), mfaConfiguration: UserPoolMfa.OFF });
    Aspects.of(app).add(new UserPoolControls({ packs: [ControlPack.AWS_SOLUTIONS] }));
    const places = app.synth().getStackByName('Stack').messages.map(({ id }) => id);
    expect(new Set(places)).toEqual(new Set(['/Stack/Pool/Resource', '/Stack/Settings/Resource']));
  });

  test('is spoken of at the resource, where it is a resource alone', () => {
    expect(Object.keys(told((stack) => { new CfnUserPool(stack, 'Raw'); }).warnings)).toEqual(['Stack/Raw']);
  });

  test('is asked once, however many settings it has', () => {
    const { warnings } = told((stack) => {
      const userPool = new UserPool(stack, 'Pool');
      for (const name of ['A', 'B', 'C']) new UserPoolSettings(stack, name, { userPool, userPoolTags: { [name]: 'x' } });
    });
    expect(warnings).toEqual({ 'Stack/Pool': DEFAULTS });
  });

  test('is asked once, also where the controls are added twice', () => {
    const { warnings } = told((stack) => {
      new UserPool(stack, 'Pool');
      Aspects.of(stack).add(new UserPoolControls());
    });
    expect(warnings).toEqual({ 'Stack/Pool': DEFAULTS });
  });

  test('is asked of settings that another stack declares, which is told there', () => {
    expect(told((stack, app) => {
      const userPool = new UserPool(stack, 'Pool');
      new UserPoolSettings(new Stack(app, 'Other', { env: ENV }), 'Settings',
        { userPool, deletionProtection: false, ...{ userPoolTier: UserPoolTier.LITE } });
    }).warnings).toMatchObject({ 'Other/Settings': ['AwsSolutions-COG8', 'Cognito.6'] });
  });

  test('is asked in a nested stack', () => {
    expect(Object.keys(told((stack) => { new UserPool(new NestedStack(stack, 'Nested'), 'Pool'); }).warnings)).toEqual(['Stack/Nested/Pool']);
  });

  test('is asked in a stage, where the controls are added to that', () => {
    const app = new App();
    const stage = new Stage(app, 'Prod', { env: ENV });
    new UserPool(new Stack(stage, 'Stack'), 'Pool');
    Aspects.of(stage).add(new UserPoolControls());
    const messages = app.synth().getNestedAssembly('assembly-Prod').stacks.flatMap((artifact) => artifact.messages);
    expect(new Set(messages.map(({ id }) => id))).toEqual(new Set(['/Prod/Stack/Pool/Resource']));
  });

  // CDK's aspects do not go from an app into its stages: `Aspects.of(app)`, as the documentation has it, asks an app of stages nothing.
  test('is not asked in a stage, where the controls are added to the app', () => {
    const app = new App();
    new UserPool(new Stack(new Stage(app, 'Prod', { env: ENV }), 'Stack'), 'Pool');
    Aspects.of(app).add(new UserPoolControls());
    expect(app.synth().getNestedAssembly('assembly-Prod').stacks.flatMap((artifact) => artifact.messages)).toEqual([]);
  });

  test.each<[string, (stack: Stack) => CfnUserPool]>([
    ['a parameter', (stack) => new CfnUserPool(stack, 'Pool', {
      mfaConfiguration: new CfnParameter(stack, 'Mfa').valueAsString,
      deletionProtection: new CfnParameter(stack, 'D').valueAsString,
      userPoolTier: new CfnParameter(stack, 'Tier').valueAsString,
      userPoolAddOns: { advancedSecurityMode: new CfnParameter(stack, 'A').valueAsString },
    })],
  ])('is not asked of what only the deployment knows: %s', (_title, build) => {
    const { warnings } = told((stack) => { build(stack); });
    expect(Object.values(warnings).flat()).toEqual(['Cognito.4']);
  });

  test('is asked of what is told late', () => {
    expect(told((stack) => {
      new ManagedUserPool(stack, 'Pool', { ...GOOD, mfaConfiguration: Lazy.string({ produce: () => 'OFF' }) as UserPoolMfa });
    }).warnings).toEqual({ 'Stack/Pool/Settings': ['AwsSolutions-COG2', 'Cognito.5'] });
  });

  test('of the L2 with a part of a password policy has the rest of it weak', () => {
    const { warnings, sentences } = told((stack) => {
      const { policies: _policies, ...rest } = GOOD;
      const userPool = new UserPool(stack, 'Pool', { passwordPolicy: { minLength: 12 } });
      new UserPoolSettings(stack, 'Settings', { userPool, ...rest });
    });
    expect(warnings).toEqual({ 'Stack/Pool': ['AwsSolutions-COG1', 'Cognito.3'] });
    expect(sentences['AwsSolutions-COG1'])
      .toContain('policies.passwordPolicy.requireUppercase is false unless given, and AwsSolutions-COG1 asks for true');
  });

  test('that is managed with a part of a password policy has the rest of it as a new pool has it', () => {
    expect(told((stack) => { new ManagedUserPool(stack, 'Pool', { ...GOOD, policies: { passwordPolicy: { minimumLength: 12 } } }); }).warnings)
      .toEqual({});
  });

  test('with a part of a password policy in settings keeps the rest of the service\'s own', () => {
    const { warnings } = told((stack) => {
      const { policies, ...rest } = GOOD;
      new UserPoolSettings(stack, 'Settings',
        { userPool: new ManagedUserPool(stack, 'Pool', rest), policies: { passwordPolicy: { minimumLength: 12 } } });
    });
    expect(warnings).toEqual({});
  });

  test('of the L2 with its MFA is asked of that', () => {
    expect(told((stack) => {
      new UserPool(stack, 'Pool', { mfa: Mfa.REQUIRED, mfaSecondFactor: { otp: true, sms: false }, deletionProtection: true });
    }, { packs: [ControlPack.AWS_SOLUTIONS] }).warnings).toEqual({ 'Stack/Pool': ['AwsSolutions-COG3', 'AwsSolutions-COG8'] });
  });
});

describe('an imported pool', () => {
  const pool = (stack: Stack, id = 'Pool') => UserPool.fromUserPoolId(stack, id, POOL_ID);

  test('is asked of nothing that nobody declares', () => {
    expect(told((stack) => {
      pool(stack);
      new UserPoolSettings(stack, 'Settings', { userPool: pool(stack, 'Same'), userPoolTags: { a: 'b' } });
    })).toMatchObject({ warnings: {}, errors: {} });
  });

  test('is asked of what is declared, at the construct that declares it', () => {
    expect(told((stack) => {
      const { userPoolTier, ...rest } = BAD;
      new UserPoolSettings(stack, 'One', { userPool: pool(stack), ...rest });
      new UserPoolSettings(stack, 'Two', { userPool: pool(stack, 'Same'), userPoolTier });
    }).warnings).toEqual({
      'Stack/One': ['AwsSolutions-COG1', 'AwsSolutions-COG2', 'AwsSolutions-COG3', ...HUB],
      'Stack/Two': ['AwsSolutions-COG8'],
    });
  });

  test('is asked of what two stacks declare together, once', () => {
    expect(told((stack, app) => {
      const other = new Stack(app, 'Other', { env: ENV });
      new UserPoolSettings(stack, 'One',
        { userPool: pool(stack), policies: { signInPolicy: { allowedFirstAuthFactors: [AuthFactor.PASSWORD] } } });
      new UserPoolSettings(other, 'Two', { userPool: pool(other), mfaConfiguration: UserPoolMfa.OFF });
    }).warnings).toEqual({ 'Other/Two': ['AwsSolutions-COG2', 'Cognito.5'] });
  });

  test('is asked of what is cleared as of the default, at the construct that clears it', () => {
    expect(told((stack) => {
      new UserPoolSettings(stack, 'One', { userPool: pool(stack), clear: ['deletionProtection', 'policies.passwordPolicy.requireSymbols'] });
      new UserPoolSettings(stack, 'Two', { userPool: pool(stack, 'Same'), clear: ['userPoolAddOns'] });
    }).warnings).toEqual({ 'Stack/One': ['Cognito.6'], 'Stack/Two': ['AwsSolutions-COG3', 'Cognito.1', 'Cognito.4'] });
  });

  test('is asked of a trigger-only construct nothing', () => {
    expect(told((stack) => { new UserPoolSettings(stack, 'Settings', { userPool: pool(stack) }); }).warnings).toEqual({});
  });

  test('whose id only the deployment knows is asked too', () => {
    expect(told((stack) => {
      const userPool = UserPool.fromUserPoolId(stack, 'Pool', new CfnParameter(stack, 'PoolId').valueAsString);
      new UserPoolSettings(stack, 'Settings', { userPool, deletionProtection: false });
    }).warnings).toEqual({ 'Stack/Settings': ['Cognito.6'] });
  });

  test('is asked also where the controls are added to the second of two stacks', () => {
    const app = new App();
    const [one, two] = ['One', 'Two'].map((name) => new Stack(app, name, { env: ENV }));
    new UserPoolSettings(one, 'Settings', { userPool: pool(one), userPoolTags: { a: 'b' } });
    new UserPoolSettings(two, 'Settings', { userPool: pool(two), deletionProtection: false });
    Aspects.of(two).add(new UserPoolControls());
    expect(toldBy(app).warnings).toEqual({ 'Two/Settings': ['Cognito.6'] });
  });

  test('is asked once for each stage', () => {
    const app = new App();
    for (const name of ['Beta', 'Prod']) {
      const stack = new Stack(new Stage(app, name, { env: ENV }), 'Stack');
      new UserPoolSettings(stack, 'Settings', { userPool: pool(stack), deletionProtection: false });
      Aspects.of(stack).add(new UserPoolControls());
    }
    const assembly = app.synth();
    for (const name of ['Beta', 'Prod']) {
      const messages = assembly.getNestedAssembly(`assembly-${name}`).stacks.flatMap((artifact) => artifact.messages);
      expect(messages.map(({ id }) => id)).toEqual([`/${name}/Stack/Settings/Resource`]);
    }
  });
});

describe('the controls', () => {
  const bad = (stack: Stack) => {
    new UserPoolSettings(stack, 'Settings',
      { userPool: UserPool.fromUserPoolId(stack, 'Pool', POOL_ID), ...BAD });
  };

  test.each<[string, UserPoolControlsProps, readonly string[]]>([
    ['nothing', {}, [...NAG, ...HUB]],
    ['both packs', { packs: [ControlPack.AWS_SOLUTIONS, ControlPack.SECURITY_HUB] }, [...NAG, ...HUB]],
    ['one pack', { packs: [ControlPack.AWS_SOLUTIONS] }, NAG],
    ['the other', { packs: [ControlPack.SECURITY_HUB] }, HUB],
    ['a pack twice', { packs: [ControlPack.SECURITY_HUB, ControlPack.SECURITY_HUB] }, HUB],
    ['no pack', { packs: [] }, []],
    ['exceptions', { exclude: ['Cognito.6', 'AwsSolutions-COG3'] },
      [...NAG, ...HUB].filter((id) => !['Cognito.6', 'AwsSolutions-COG3'].includes(id))],
    ['an exception of another pack', { packs: [ControlPack.SECURITY_HUB], exclude: ['AwsSolutions-COG1'] }, HUB],
    ['every exception', { exclude: [...NAG, ...HUB] }, []],
  ])('that are asked are those that are chosen: %s', (_title, props, ids) => {
    expect(Object.values(told(bad, props).warnings).flat()).toEqual(ids);
  });

  test('that there are not are refused, all in one error', () => {
    expect(() => new UserPoolControls({ exclude: ['Cognito.2', 'Cognito.6', 'COG1'] }))
      .toThrow(new Error(`exclude: Cognito.2, COG1 is no control: the controls are ${[...NAG, ...HUB].join(', ')}`));
  });

  test('of a pack that there is not are refused with the packs that there are', () => {
    expect(() => new UserPoolControls({ packs: ['CIS' as ControlPack] })).toThrow(/packs: CIS is no pack/);
  });

  test('whose level is error fail the synthesis where that is asked for, and others stay warnings', () => {
    const { warnings, errors, sentences } = told(bad, { failOnErrors: true });
    expect(errors).toEqual({ 'Stack/Settings': ['AwsSolutions-COG1', 'AwsSolutions-COG3', 'AwsSolutions-COG8'] });
    expect(warnings).toEqual({ 'Stack/Settings': ['AwsSolutions-COG2', ...HUB] });
    expect(sentences['AwsSolutions-COG8']).toBe('AwsSolutions-COG8: userPoolTier is LITE, and AwsSolutions-COG8 asks for PLUS: choose it');
  });

  const ACKNOWLEDGED = [...NAG, ...HUB].filter((id) => !['Cognito.6', 'AwsSolutions-COG1'].includes(id));
  const acknowledgedAt = (build: (stack: Stack) => IConstruct): string[] => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ENV });
    const at = build(stack);
    Aspects.of(app).add(new UserPoolControls());
    Annotations.of(at).acknowledgeWarning(`${PREFIX}Cognito.6`);
    Annotations.of(at).acknowledgeWarning(`${PREFIX}AwsSolutions-COG1`, 'a reason');
    return Object.values(toldBy(app).warnings).flat();
  };

  test('are acknowledged at the stack', () => {
    expect(acknowledgedAt((stack) => {
      bad(stack);
      return stack;
    })).toEqual(ACKNOWLEDGED);
  });

  test.each<[string, (stack: Stack) => IConstruct]>([
    ['the settings',
      (stack) => new UserPoolSettings(stack, 'Settings', { userPool: UserPool.fromUserPoolId(stack, 'Pool', POOL_ID), ...BAD })],
    ['the pool', (stack) => {
      const { mfaConfiguration: _ofTheFunction, ...native } = BAD;
      return new ManagedUserPool(stack, 'Pool', native);
    }],
  ])('are acknowledged at the construct that they are put at: %s', (_title, build) => {
    expect(acknowledgedAt(build)).toEqual(ACKNOWLEDGED);
  });

  test('say nothing of what is no pool', () => {
    expect(told((stack) => { new Bucket(stack, 'Bucket'); })).toEqual({ warnings: {}, errors: {}, sentences: {} });
  });

  test.each<[string, (app: App) => IConstruct, readonly string[]]>([
    ['a pool', (app) => app.node.findChild('Stack').node.findChild('A'), ['Stack/A']],
    ['a stack', (app) => app.node.findChild('Other'), ['Other/C']],
  ])('that are added to %s are asked there alone', (_title, at, places) => {
    const build = (stack: Stack, app: App) => {
      new UserPool(stack, 'A');
      new UserPool(stack, 'B');
      new ManagedUserPool(new Stack(app, 'Other', { env: ENV }), 'C');
    };
    expect(Object.keys(told(build, {}, at).warnings)).toEqual(places);
  });

  test('say what is, what is asked for and what to do, in the words of the props', () => {
    const { sentences } = told((stack) => {
      new UserPool(stack, 'Pool',
        { passwordPolicy: { minLength: 6, tempPasswordValidity: Duration.days(30), requireDigits: true } });
    });
    expect(sentences['Cognito.3']).toBe([
      'policies.passwordPolicy.minimumLength is 6, and Cognito.3 asks for 8 at least: raise it',
      'policies.passwordPolicy.requireLowercase is false unless given, and Cognito.3 asks for true: switch it on',
      'policies.passwordPolicy.requireUppercase is false unless given, and Cognito.3 asks for true: switch it on',
      'policies.passwordPolicy.requireSymbols is false unless given, and Cognito.3 asks for true: switch it on',
      'policies.passwordPolicy.temporaryPasswordValidity is 30 days, and Cognito.3 asks for 7 days at most: shorten it',
    ].join('; ') + ` [ack: ${PREFIX}Cognito.3]`);
  });

  test('leave the template as it is', () => {
    const template = (isAsked: boolean) => {
      const app = new App();
      const stack = new Stack(app, 'Stack', { env: ENV });
      new UserPoolSettings(stack, 'Settings',
        { userPool: new UserPool(stack, 'Pool'), deviceConfiguration: { challengeRequiredOnNewDevice: true } });
      if (isAsked) Aspects.of(app).add(new UserPoolControls());
      return app.synth().getStackByName('Stack').template as unknown;
    };
    expect(template(true)).toEqual(template(false));
  });
});
