import { join } from 'node:path';
import { App, CfnParameter, Duration, Fn, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { LocalDeployment, type Template } from '../../local/deployment';
import { readDeclarations } from '../options/declarations';
import { everyLeaf, everyOption, imported, KEYS, smsByEums, type Resources } from '../support/every-option';
import { closeAll, declare, LocalApp } from '../support/local-app';
import { GONE, moved, snapshot } from '../support/snapshot';
import type { Settings } from '../support/synth';
import { asParameters } from '../support/tokens';

/** Resources of a stack, under the same names. */
function owned(stack: Stack): Resources {
  const once = <T>(id: string, make: () => T) => (stack.node.tryFindChild(id) as T | undefined) ?? make();
  const code = { code: Code.fromInline('exports.handler = () => {};'), handler: 'index.handler', runtime: Runtime.NODEJS_20_X };
  return {
    lambdaFunction: (name) => once(name, () => new Function(stack, name, { functionName: name, ...code })),
    role: (name) => once(name, () => new Role(stack, name, { roleName: name, assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com') })),
    key: (name) => once(`key-${name}`, () => new Key(stack, `key-${name}`)),
  };
}

/** The paths of all props that a value gives, however deep. */
function given(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => given(item, at));
  if (typeof value !== 'object' || value === null || value instanceof Construct || value instanceof Duration) return [at];
  return Object.entries(value).flatMap(([name, inner]) => given(inner, at ? `${at}.${name}` : name));
}

/** The paths of all props that there are. */
function declarable(struct = 'UserPoolSettingsOptions', at = ''): string[] {
  const { structs } = readDeclarations(join(__dirname, '../../src/options'));
  return [...structs.get(struct)!].flatMap(([name, { type }]) => {
    const path = at ? `${at}.${name}` : name;
    const inner = type.replace(/\[\]$/, '');
    return structs.has(inner) ? declarable(inner, path) : [path];
  });
}

describe('every option there is', () => {
  let app: LocalApp;
  let id: string;

  beforeEach(async () => {
    app = await LocalApp.start();
    id = app.cognito.createUserPool({ UserPoolTier: 'PLUS' });
  });
  afterEach(async () => {
    expect(app.deployment.replyProblems).toEqual([]);
    await closeAll();
  });

  test('is declared here', () => {
    const resources = imported(new Stack());
    const named = [everyOption(resources), everyOption(resources, smsByEums(resources))].flatMap((settings) => given(settings))
      .map((path) => path.replace(/^userPoolTags\..*/, 'userPoolTags'));
    expect([...new Set(named)].sort()).toEqual(declarable().sort());
  });

  test('arrives at a fresh pool, and is not written a second time', async () => {
    const { status, reason } = await app.deploy(id, (stack) => everyOption(imported(stack)));

    expect([status, reason]).toEqual(['CREATE_COMPLETE', undefined]);
    expect(snapshot(app.cognito, id)).toMatchObject(everyLeaf('sns', KEYS));
    expect(app.cognito.factors(id)).toEqual({ sms: true, softwareToken: true, email: true });
    expect(app.writes).toEqual(['UpdateUserPool', 'SetUserPoolMfaConfig']);
    const after = snapshot(app.cognito, id);

    await app.deploy(id, (stack) => everyOption(imported(stack)));
    expect(app.calls).toEqual([]);

    // One more setting, that the pool has: the others were there.
    app.cognito.otherWriter('TagResource', { ResourceArn: after.pool.Arn, Tags: { team: 'identity' } });
    await app.deploy(id, (stack) => {
      const settings = everyOption(imported(stack));
      return { ...settings, userPoolTags: { ...settings.userPoolTags, team: 'identity' } };
    });
    expect([app.calls.length, app.writes, app.changedPaths]).toEqual([2, [], '']);

    // A resource that is made anew finds everything there but the triggers, which its deletion detached.
    await app.destroy();
    expect(app.cognito.pool(id).LambdaConfig).toEqual({});
    await app.deploy(id, (stack) => everyOption(imported(stack)));
    // No read tells whether SMS is a factor beside others (H3), so that it is once more made one.
    expect(app.writes).toEqual(['UpdateUserPool', 'SetUserPoolMfaConfig']);
    expect(app.changedPaths).toMatch(/^(LambdaConfig\.\w+(\.\w+)?,)+SmsMfaConfiguration$/);
    expect(moved(after, snapshot(app.cognito, id))).toEqual({ 'pool.UserPoolTags.team': 'identity' });
  });

  test('arrives with the other way of sending SMS too, and takes the place of the first', async () => {
    await app.deploy(id, (stack) => everyOption(imported(stack)));

    const { status } = await app.deploy(id, (stack) => everyOption(imported(stack), smsByEums(imported(stack))));

    expect(status).toBe('UPDATE_COMPLETE');
    expect(snapshot(app.cognito, id)).toMatchObject(everyLeaf('eums', KEYS));
    expect(Object.keys(app.cognito.pool(id).SmsConfiguration as object)).toEqual(['EumsSms']);
  });

  test('may be a parameter of the stack, with the same outcome', async () => {
    const { status, reason } = await app.deploy(id, (stack) => asParameters<Settings>(stack, everyOption(imported(stack))));

    expect([status, reason]).toEqual(['CREATE_COMPLETE', undefined]);
    expect(snapshot(app.cognito, id)).toMatchObject(everyLeaf('sns', KEYS));
  });

  test('takes the values that are given at deployment', async () => {
    await app.deploy(id, (stack) => ({
      policies: { passwordPolicy: { minimumLength: new CfnParameter(stack, 'Length', { type: 'Number' }).valueAsNumber } },
      userPoolTags: { stage: new CfnParameter(stack, 'Stage').valueAsString },
      dcrConfiguration: { enabled: true, allowedScopes: new CfnParameter(stack, 'Scopes', { type: 'CommaDelimitedList' }).valueAsList },
    }), { Length: '23', Stage: 'prod', Scopes: 'a,b' });

    expect(app.cognito.pool(id)).toMatchObject({
      Policies: { PasswordPolicy: { MinimumLength: 23 } },
      UserPoolTags: { stage: 'prod' },
      DcrConfiguration: { EnableStatus: 'Enabled', AllowedScopes: ['a', 'b'] },
    });
  });

  test('may come from resources of another stack, with the same outcome', async () => {
    // Synthesized together, deployed one after the other, joined by exports, as CDK does it.
    const outdir = join(app.outdir, 'two-stacks');
    const cdk = new App({ outdir });
    const env = { account: '123456789012', region: 'us-east-1' };
    const [base, settings] = [new Stack(cdk, 'Base', { env }), new Stack(cdk, 'App', { env })];
    const resources = owned(base);
    declare(settings, id, everyOption(resources));
    const assembly = cdk.synth();
    const template = (name: string) => assembly.getStackByName(name).template as Template;

    const bases = await app.start({ stackName: 'Base', handlerFile: () => 'never called' });
    expect((await bases.deploy(template('Base'))).status).toBe('CREATE_COMPLETE');
    const joined = await app.start({ assetsDir: outdir, imports: exportsOf(template('Base'), bases) });
    const { status, reason } = await joined.deploy(template('App'));

    expect([status, reason]).toEqual(['CREATE_COMPLETE', undefined]);
    const keyArns = bases.resources.filter(({ type }) => type === 'AWS::KMS::Key').map(({ attributes }) => String(attributes.Arn));
    const [senders, pool] = keyArns;
    expect(snapshot(app.cognito, id)).toMatchObject(everyLeaf('sns', { senders, pool }));
    expect(joined.replyProblems).toEqual([]);
  });

  test('of the future arrives by additionalSettings at any depth, with its types', async () => {
    const before = snapshot(app.cognito, id);
    const PasswordlessConfiguration = {
      Enabled: false, Days: 3, Ratio: 0.5, Text: '3', Truth: 'true', Empty: [], List: [1, 'a', { Deep: [true, 'false'] }], Odd: 'a"b\\c\nd ü',
    };

    const { status, reason } = await app.deploy(id, (stack) => ({
      userPoolTags: { stage: 'prod' },
      additionalSettings: {
        PasswordlessConfiguration,
        Policies: { FuturePolicy: { Max: 5, Region: Fn.ref('AWS::Region') } },
        LambdaConfig: { FutureTrigger: { LambdaArn: new CfnParameter(stack, 'Arn').valueAsString, Retries: 2 } },
        UserPoolAddOns: { FutureFlag: true },
      },
      userPoolAddOns: everyOption(imported(stack)).userPoolAddOns,
    }), { Arn: 'arn:aws:lambda:us-east-1:123456789012:function:future' });

    expect([status, reason]).toEqual(['CREATE_COMPLETE', undefined]);
    const leaf = (path: string) => `pool.${path}`;
    expect(moved(before, snapshot(app.cognito, id))).toEqual({
      ...Object.fromEntries(Object.entries(PasswordlessConfiguration).map(([name, value]) => [leaf(`PasswordlessConfiguration.${name}`), value])),
      [leaf('Policies.FuturePolicy.Max')]: 5,
      [leaf('Policies.FuturePolicy.Region')]: 'us-east-1',
      // An empty one has its first member.
      [leaf('LambdaConfig')]: GONE,
      [leaf('LambdaConfig.FutureTrigger.LambdaArn')]: 'arn:aws:lambda:us-east-1:123456789012:function:future',
      [leaf('LambdaConfig.FutureTrigger.Retries')]: 2,
      [leaf('UserPoolAddOns.FutureFlag')]: true,
      [leaf('UserPoolAddOns.AdvancedSecurityMode')]: 'AUDIT',
      [leaf('UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode')]: 'ENFORCED',
      [leaf('UserPoolTags.stage')]: 'prod',
    });
    expect(app.writes).toEqual(['UpdateUserPool']);
  });
});

interface Exporting {
  readonly Export?: { readonly Name: string };
}

function exportsOf(template: Template, { outputs }: LocalDeployment): Record<string, string> {
  return Object.fromEntries(Object.entries(template.Outputs ?? {})
    .flatMap(([name, output]) => (output as Exporting).Export ? [[(output as Exporting).Export!.Name, outputs[name]]] : []));
}
