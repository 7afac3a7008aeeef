import { App, CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CfnUserPool, type CfnUserPoolProps } from 'aws-cdk-lib/aws-cognito';
import { ManagedUserPool, type ManagedUserPoolProps } from '../../src';
import { EVIDENCE, NESTED_EVIDENCE } from '../../src/core/ledger/evidence';
import { foldTwins } from '../../src/core/plan/twins';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { parsePath, valueAt, withValueAt } from '../../src/core/wire/path';
import { assignNative, settingsIn, splitByLedger } from '../../src/synth/pool/cloud-formation';
import { propertiesOf } from '../../src/synth/pool/pool-resource';
import { render } from '../../src/synth/render/render';
import { leavesOf } from '../laws/oracle';
import { everyOption, imported, smsByEums } from '../support/every-option';
import { testStack } from '../support/synth';

/**
 * The members that CloudFormation writes, by hand. Once there, always there: on the way back to the function an update of the pool
 * would come first that leaves the member out. New ones go to the function.
 */
const NATIVE = [
  'AccountRecoverySetting',
  'AdminCreateUserConfig',
  'AutoVerifiedAttributes',
  'DeletionProtection',
  'EmailConfiguration',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  'Policies',
  'PoolName',
  'SmsAuthenticationMessage',
  'SmsConfiguration',
  'SmsVerificationMessage',
  'UserAttributeUpdateSettings',
  'UserPoolAddOns',
  'UserPoolTags',
  'UserPoolTier',
  'VerificationMessageTemplate',
];

/** Members in these which CloudFormation has no word for. */
const NOT_NATIVE = ['SmsConfiguration.EumsSms'];

/** What a pool has that was never given a policy. */
const POLICY = { MinimumLength: 8, RequireUppercase: true, RequireLowercase: true, RequireNumbers: true, RequireSymbols: true };

const options = (stack: Stack) => everyOption(imported(stack));
const everySetting = (): JsonObject => {
  const stack = testStack();
  return stack.resolve(render(options(stack)).settings) as JsonObject;
};

describe('the members that CloudFormation writes', () => {
  test('are these, for good', () => {
    const native = Object.entries(EVIDENCE).filter(([,
      { cloudFormation }]) => cloudFormation.support === 'native').map(([name]) => name);
    expect(native.sort()).toEqual(NATIVE);
    const otherwise = Object.entries(NESTED_EVIDENCE)
      .filter(([path,
        { cloudFormation }]) => NATIVE.includes(parsePath(path)[0]) && cloudFormation && cloudFormation.support !== 'native').map(([path]) => path);
    expect(otherwise).toEqual(NOT_NATIVE);
    expect(Object.entries(NESTED_EVIDENCE).filter(([, { cloudFormation }]) => cloudFormation?.support === 'native')).toEqual([]);
  });

  test('are told from the others, member by member', () => {
    const { native, rest } = splitByLedger(everySetting());
    expect(Object.keys(native).sort()).toEqual(NATIVE);
    expect(Object.keys(rest).sort()).toEqual(Object.keys(everySetting()).filter((name) => !NATIVE.includes(name)).sort());
  });

  test('and the others are the whole, each leaf in one place', () => {
    const stack = testStack();
    const given = { ...options(stack), smsConfiguration: { ...smsByEums(imported(stack)), snsRegion: 'eu-west-1' } };
    const settings = stack.resolve(render(given).settings) as JsonObject;
    const { native, rest } = splitByLedger(settings);
    // The service describes this name and does not take it (H5); its value goes under the other.
    const all = leavesOf(withValueAt(settings, ['AdminCreateUserConfig', 'UnusedAccountValidityDays'], undefined));
    const [ours, theirs] = [rest, native].map((document) => leavesOf({ ...document }));
    expect([...theirs.keys()].filter((leaf) => ours.has(leaf))).toEqual([]);
    expect(Object.fromEntries([...theirs, ...ours])).toEqual(Object.fromEntries(all));
    expect(rest.SmsConfiguration).toEqual({ EumsSms: (settings.SmsConfiguration as JsonObject).EumsSms });
    expect(native.SmsConfiguration).toEqual({ SnsRegion: 'eu-west-1' });
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['alone', { AdminCreateUserConfig: { UnusedAccountValidityDays: 5 } },
      { Policies: { PasswordPolicy: { ...POLICY, TemporaryPasswordValidityDays: 5 } } }],
    ['beside others', { AdminCreateUserConfig: { UnusedAccountValidityDays: 5, AllowAdminCreateUserOnly: true } },
      { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }, Policies: { PasswordPolicy: { ...POLICY, TemporaryPasswordValidityDays: 5 } } }],
    ['beside its own', { AdminCreateUserConfig: { UnusedAccountValidityDays: 5 }, Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 5 } } },
      { Policies: { PasswordPolicy: { ...POLICY, TemporaryPasswordValidityDays: 5 } } }],
  ])('have days under the name that the service takes: %s', (_title, settings, native) => {
    expect(splitByLedger(settings)).toEqual({ native, rest: {} });
  });

  test('have a password policy as a whole, as a new pool has it', () => {
    expect(splitByLedger({ Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: false } } }).native)
      .toEqual({ Policies: { PasswordPolicy: { ...POLICY, MinimumLength: 12, RequireSymbols: false } } });
    expect(splitByLedger({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } }).native)
      .toEqual({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } });
  });

  test.each<[string, JsonObject, 'native' | 'rest']>([
    ['an empty list', { AutoVerifiedAttributes: [] }, 'native'],
    ['an empty structure', { UserPoolTags: {} }, 'native'],
    ['an empty structure of the function', { LambdaConfig: {} }, 'rest'],
    ['SMS as a factor', { SmsMfaConfiguration: {} }, 'rest'],
    ['a member from the future', { FutureConfiguration: { Mode: 'on' } }, 'rest'],
    ['a member from the future in one that CloudFormation writes', { Policies: { FuturePolicy: { Mode: 'on' } } }, 'native'],
  ])('keep what says something by being there: %s', (_title, settings, where) => {
    expect(splitByLedger(settings)).toEqual({ native: {}, rest: {}, [where]: settings });
  });

  test('keep an empty structure that is divided', () => {
    const { native, rest } = splitByLedger({ SmsConfiguration: {} });
    expect({ ...native, ...rest }).toEqual({ SmsConfiguration: {} });
  });

  test('take a token as a whole', () => {
    const token = Lazy.any({ produce: () => ({ SnsCallerArn: 'x' }) }) as unknown as Json;
    expect(splitByLedger({ SmsConfiguration: token, LambdaConfig: token })).toEqual({
      native: { SmsConfiguration: token },
      rest: { LambdaConfig: token },
    });
  });
});

describe('the properties of the resource', () => {
  const assigned = (native: JsonObject, before: CfnUserPoolProps = {}): JsonObject => {
    const stack = testStack();
    const resource = new CfnUserPool(stack, 'Raw', before);
    assignNative(resource, native);
    return propertiesOf(resource);
  };

  test('are the settings, with their values, under the API\'s names but one', () => {
    const { native } = splitByLedger(everySetting());
    const { PoolName, ...same } = native;
    expect(assigned(native)).toEqual({ ...same, UserPoolName: PoolName });
  });

  test('say what they were given: there and back', () => {
    const { native } = splitByLedger(everySetting());
    expect(settingsIn(assigned(native))).toEqual(foldTwins(native));
  });

  test.each(NATIVE)('take off what nobody declared: %s', (name) => {
    const { native } = splitByLedger(everySetting());
    const { [name]: _gone, ...others } = native;
    const stack = testStack();
    const resource = new CfnUserPool(stack, 'Raw');
    assignNative(resource, native);
    assignNative(resource, others);
    const property = name === 'PoolName' ? 'UserPoolName' : name;
    const left = propertiesOf(resource)[property];
    // Tags that somebody else gave are theirs.
    expect(left).toEqual(name === 'UserPoolTags' ? native.UserPoolTags : undefined);
  });

  test('that the function writes are taken off as well', () => {
    expect(assigned({}, {
      mfaConfiguration: 'ON',
      enabledMfas: ['SMS_MFA'],
      lambdaConfig: { preSignUp: 'x' },
      deviceConfiguration: { challengeRequiredOnNewDevice: true },
      emailVerificationMessage: 'x',
    })).toEqual({});
  });

  test.each<[string, ManagedUserPoolProps | ((stack: Stack) => ManagedUserPoolProps), JsonObject]>([
    ['a text', (stack) => ({ poolName: new CfnParameter(stack, 'P').valueAsString }), { UserPoolName: { Ref: 'P' } }],
    ['a number',
      (stack) => ({
        policies: {
          passwordPolicy: {
            minimumLength: new CfnParameter(stack, 'P',
              { type: 'Number' }).valueAsNumber,
          },
        },
      }),
      { Policies: { PasswordPolicy: { MinimumLength: { Ref: 'P' } } } }],
    ['a list',
      (stack) => ({ autoVerifiedAttributes: new CfnParameter(stack, 'P', { type: 'CommaDelimitedList' }).valueAsList as never }),
      { AutoVerifiedAttributes: { Ref: 'P' } }],
    ['a tag', (stack) => ({ userPoolTags: { team: new CfnParameter(stack, 'P').valueAsString } }),
      { UserPoolTags: { team: { Ref: 'P' } } }],
    ['a flag', (stack) => ({ deletionProtection: new CfnParameter(stack, 'P').valueAsString as never }),
      { DeletionProtection: { Ref: 'P' } }],
    ['a structure', { emailConfiguration: Lazy.any({ produce: () => ({ from: 'a@example.org' }) }) as never },
      { EmailConfiguration: { From: 'a@example.org' } }],
    ['something late', { userPoolTier: Lazy.string({ produce: () => 'PLUS' }) as never }, { UserPoolTier: 'PLUS' }],
  ])('have tokens where tokens were given: %s', (_title, props, properties) => {
    const stack = testStack();
    new ManagedUserPool(stack, 'Pool', typeof props === 'function' ? props(stack) : props);
    Template.fromStack(stack).hasResource('AWS::Cognito::UserPool', { Properties: properties });
  });

  // The resource takes tags one by one.
  test('leave tags that a token stands for to the function', () => {
    const stack = testStack();
    new ManagedUserPool(stack, 'Pool', { userPoolTags: Lazy.any({ produce: () => ({ team: 'identity' }) }) as never });
    const template = Template.fromStack(stack);
    template.hasResource('AWS::Cognito::UserPool', { Properties: Match.absent() });
    template.hasResourceProperties('Custom::CognitoUserPoolSettings', { Settings: { UserPoolTags: { team: 'identity' } } });
  });

  test('have names that the class knows, each of them', () => {
    const known = Object.getOwnPropertyNames(new CfnUserPool(testStack(), 'Raw'));
    const stack = testStack();
    const resource = new CfnUserPool(stack, 'Raw');
    assignNative(resource, splitByLedger(everySetting()).native);
    expect(Object.getOwnPropertyNames(resource).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('are read wherever CloudFormation has a word, in the words of the API', () => {
    const all = Object.fromEntries([...Object.entries(EVIDENCE), ...Object.entries(NESTED_EVIDENCE)]
      .flatMap(([path,
        { cloudFormation }]) => cloudFormation?.property && cloudFormation.property !== 'EnabledMfas' ? [[cloudFormation.property, path]] : []));
    for (const [property, path] of Object.entries(all)) {
      const read = settingsIn({ [property]: 'value' });
      expect([property,
        valueAt(foldTwins(read), parsePath(path)) ?? Object.keys(leavesOf({ ...read })).length]).toEqual([property,
        expect.anything()]);
    }
    expect(Object.keys(all).sort()).toEqual([
      'AccountRecoverySetting', 'AdminCreateUserConfig', 'AutoVerifiedAttributes', 'DeletionProtection', 'DeviceConfiguration',
      'EmailAuthenticationMessage', 'EmailAuthenticationSubject', 'EmailConfiguration', 'EmailVerificationMessage', 'EmailVerificationSubject',
      'IssuerConfiguration', 'KeyConfiguration', 'LambdaConfig', 'MfaConfiguration', 'Policies', 'SmsAuthenticationMessage', 'SmsConfiguration',
      'SmsVerificationMessage', 'UserAttributeUpdateSettings', 'UserPoolAddOns', 'UserPoolName', 'UserPoolTags', 'UserPoolTier',
      'VerificationMessageTemplate', 'WebAuthnFactorConfiguration', 'WebAuthnRelyingPartyID', 'WebAuthnUserVerification',
    ]);
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['nothing', {}, {}],
    ['factors', { EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
      { SmsMfaConfiguration: {}, SoftwareTokenMfaConfiguration: { Enabled: true }, EmailMfaConfiguration: {} }],
    ['no factors', { EnabledMfas: [] }, {}],
    ['factors that nobody knows', { EnabledMfas: ['FUTURE', { Ref: 'P' }] }, {}],
    ['factors that a token stands for', { EnabledMfas: { Ref: 'P' } }, {}],
    ['email as a factor with its message', { EnabledMfas: ['EMAIL_OTP'], EmailAuthenticationMessage: 'x' },
      { EmailMfaConfiguration: { Message: 'x' } }],
    ['an older name', { SmsVerificationMessage: 'x' }, { VerificationMessageTemplate: { SmsMessage: 'x' } }],
    ['what is no setting', { Schema: [], AliasAttributes: ['email'], UsernameConfiguration: {}, FutureProperty: 1 }, {}],
  ])('are read as settings: %s', (_title, properties, settings) => {
    expect(settingsIn(properties)).toEqual(settings);
  });

  test('do not make a factor of a message alone', () => {
    expect(settingsIn({ EmailAuthenticationMessage: 'x', EnabledMfas: ['SMS_MFA'] })).toEqual({ SmsMfaConfiguration: {} });
  });
});

describe('what is known of CloudFormation', () => {
  test('is that a property has the resource\'s own name, as far as this CDK has a word for it', () => {
    const names = Object.values(EVIDENCE).flatMap(({
      cloudFormation: {
        support,
        property,
      },
    }) => support === 'native' ? [property!] : []);
    const stack = new Stack(new App(), 'Stack');
    const resource = new CfnUserPool(stack, 'Raw');
    for (const name of names) resource.addPropertyOverride(name, 'x');
    expect(Object.keys(propertiesOf(resource)).sort()).toEqual(names.sort());
  });
});
