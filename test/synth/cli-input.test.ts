import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Aws, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Role } from 'aws-cdk-lib/aws-iam';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { OnRemoval, Reapply, UserPoolSettings, type CliInputProps } from '../../src';
import { RESOURCE_TYPE } from '../../src/core/wire/contract';
import { isObject, type JsonObject } from '../../src/core/wire/json';
import { checkDocument } from '../../src/documents';
import { declarations } from '../support/arbitraries';
import { importedPool, POOL_ID, testStack } from '../support/synth';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'cli-input-')); });
afterAll(() => rmSync(folder, { recursive: true }));

const FORMATS: readonly (readonly [string, (document: JsonObject) => string])[] = [
  ['json', (document) => JSON.stringify(document)],
  ['json', (document) => JSON.stringify(document, null, 4)],
  // What looks like a number or a date to other readers of YAML is refused without quotes.
  ['yaml', (document) => stringify(document, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })],
  ['yaml', (document) => stringify(document, { defaultStringType: 'QUOTE_SINGLE', collectionStyle: 'flow' })],
];

function isKeptByCdk({ UserPoolTags }: JsonObject): boolean {
  return !isObject(UserPoolTags) || !Object.hasOwn(UserPoolTags, '__proto__');
}

function written(text: string, format = 'yaml'): string {
  const path = join(folder, `document.${format}`);
  writeFileSync(path, text);
  return path;
}

function declare(text: string, props: Partial<CliInputProps> = {}, format = 'yaml', stack = testStack()): UserPoolSettings {
  return UserPoolSettings.fromCliInput(stack, 'Settings', { userPool: importedPool(stack), path: written(text, format), ...props });
}

function propertiesOf(settings: UserPoolSettings): JsonObject {
  const [resource] = Object.values(Template.fromStack(Stack.of(settings)).findResources(RESOURCE_TYPE));
  return (resource as { Properties: JsonObject }).Properties;
}

describe('what the document says is what is declared, and nothing else', () => {
  test.each(FORMATS)('%s %s', (format, write) => {
    fc.assert(fc.property(declarations().filter(isKeptByCdk), (document) => {
      const { Settings, ...others } = propertiesOf(declare(write(document), {}, format));

      expect(Settings).toEqual(document);
      expect(others).toEqual({ ServiceToken: expect.anything(), ServiceTimeout: expect.anything(), UserPoolId: POOL_ID });
    }), { numRuns: 40 });
  });
});

describe('what is wrong in a document is one error with the places', () => {
  const told = (text: string, props: Partial<CliInputProps> = {}): string[] => {
    try {
      declare(text, props);
    } catch (error) {
      return (error as Error).message.replaceAll(folder, '').split('\n');
    }
    return [];
  };

  test('all of it', () => {
    expect(told('poolName: a\nPolicies:\n  PasswordPolicy:\n    MinimumLength: 012\nDeletionProtection: MAYBE\nYoung: 1\n')).toEqual([
      'the document /document.yaml of Stack/Settings cannot be declared like this:',
      '  /document.yaml:1:1: error: poolName is no member: did you mean PoolName',
      '  /document.yaml:4:20: error: Policies.PasswordPolicy.MinimumLength begins with 0, which makes it octal to some readers and decimal to others: write it without the 0',
      '  /document.yaml:5:21: error: DeletionProtection must be ACTIVE or INACTIVE',
    ]);
  });

  test.each([
    ['broken YAML', 'PoolName: a\n\tPolicies: {}\n', '2:1: error: is indented by a tab, which YAML does not allow: use spaces'],
    ['what nobody has filled in', 'PoolName: ""\nUserPoolId: ""\n', '1:11: error: PoolName is not filled in yet: give it a value, or take it out'],
    ['another pool', 'PoolName: a\nUserPoolId: us-east-1_Other\n',
      '2:13: error: UserPoolId is another user pool than the one that is given as userPool: take it out, or give the document of that pool'],
    ['what only the pool tells', 'SmsConfiguration: { EumsSms: { CallerArn: "arn:aws:iam::123456789012:role/sms", Region: eu-west-1 } }\n',
      '1:89: error: SmsConfiguration.EumsSms.Region must be the Region of the user pool, or be left out'],
    ['a key that is none', 'KeyConfiguration: { KmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key" }\n',
      '1:32: error: KeyConfiguration.KmsKeyArn is an ARN, and not of a key: give that of a key'],
    ['what is younger, in a list', 'AccountRecoverySetting:\n  RecoveryMechanisms:\n    - { Priority: 1, Name: verified_email, Young: 1 }\n',
      '3:51: error: AccountRecoverySetting.RecoveryMechanisms[0].Young is no member that this version knows, in a list that it can only send as a whole: take it out'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(['the document /document.yaml of Stack/Settings cannot be declared like this:', `  /document.yaml:${expected}`]);
  });

  test('a skeleton declares nothing, and each place to fill in is named', () => {
    const skeletons = join(__dirname, '..', 'documents', 'skeletons');
    for (const name of readdirSync(skeletons)) {
      const path = join(skeletons, name);
      const unfilled = checkDocument(readFileSync(path), path).findings.filter(({ rule, path: [top] }) => rule === 'placeholder' && top !== 'UserPoolId');
      const lines = told('', { path });
      expect(lines.slice(1).map((line) => Number(line.split(':')[1]))).toEqual(unfilled.map(({ line }) => line));
    }
  });

  test.each([
    ['that is not there', 'nowhere.yaml', /^the document .*nowhere\.yaml of Stack\/Settings cannot be read: there is no such file from .*, where a relative path begins$/],
    ['that is a directory', '', /^the document .* of Stack\/Settings cannot be read: the system says EISDIR$/],
    ['that only the deployment knows', Aws.STACK_NAME, /^the path of the document of Stack\/Settings must be known at synth: give it as text$/],
  ])('a path %s', (_, path, expected) => {
    expect(told('', { path: Token.isUnresolved(path) ? path : join(folder, path) })).toEqual([expect.stringMatching(expected)]);
  });
});

test('a relative path begins in the working directory', () => {
  const path = relative(process.cwd(), written('PoolName: a\n'));
  expect(propertiesOf(declare('PoolName: a\n', { path })).Settings).toEqual({ PoolName: 'a' });
});

test('a pool of the app is no other pool than the document names', () => {
  const stack = testStack();
  const settings = declare('UserPoolId: us-east-1_Other\nPoolName: a\n', { userPool: new UserPool(stack, 'Own') }, 'yaml', stack);
  expect(propertiesOf(settings).Settings).toEqual({ PoolName: 'a' });
});

test('the pool that the document names may be the one that is given', () => {
  expect(propertiesOf(declare(`UserPoolId: ${POOL_ID}\nPoolName: a\n`))).toMatchObject({ UserPoolId: POOL_ID, Settings: { PoolName: 'a' } });
});

test('what is younger than this version goes through, with a warning that has its place', () => {
  const settings = declare('Young: { Days: 7 }\nPolicies:\n  PasswordPolicy: { MinimumLength: 8, Emoji: true }\n');

  expect(propertiesOf(settings)).toMatchObject({
    Settings: { Policies: { PasswordPolicy: { MinimumLength: 8 } } },
    AdditionalSettings: '{"Policies":{"PasswordPolicy":{"Emoji":true}},"Young":{"Days":7}}',
  });
  const ofYoung = (place: string, path: string) => `${join(folder, 'document.yaml')}:${place}: warning: ${path} is no member that this version knows: it goes `
    + 'to the service as it is, and may be younger than this version [ack: cdk-cognito-user-pool-settings:unknown-member]';
  expect(warningsOf(settings)).toEqual([ofYoung('1:1', 'Young'), ofYoung('3:39', 'Policies.PasswordPolicy.Emoji')]);
});

test('a rule that doubts is told once, as the construct tells it', () => {
  expect(warningsOf(declare('Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 0 } }\n'))).toEqual([
    expect.stringMatching(/^policies\.passwordPolicy\.temporaryPasswordValidity .* \[ack: cdk-cognito-user-pool-settings:temporary-password-validity-of-zero\]$/),
  ]);
});

test('a name that CDK loses is told, and the rest is declared', () => {
  const settings = declare('UserPoolTags: { __proto__: a, team: b }\n');
  expect(propertiesOf(settings).Settings).toEqual({ UserPoolTags: { team: 'b' } });
  expect(warningsOf(settings)).toEqual([
    expect.stringMatching(/document\.yaml:1:28: warning: UserPoolTags\.__proto__ is a name that CDK loses .* \[ack: .*:lost-name\]$/),
  ]);
});

test('an empty text is declared with a warning', () => {
  const settings = declare('EmailConfiguration: { From: "" }\n');
  expect(propertiesOf(settings).Settings).toEqual({ EmailConfiguration: { From: '' } });
  expect(warningsOf(settings)).toEqual([expect.stringMatching(/document\.yaml:1:29: warning: EmailConfiguration\.From is empty.*\[ack: .*:empty-text\]$/)]);
});

test('each function, role and key is imported once, under an id that its ARN makes', () => {
  const fn = 'arn:aws:lambda:us-east-1:123456789012:function:fn';
  const role = 'arn:aws:iam::123456789012:role/service/sms';
  const key = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555';
  const settings = declare(JSON.stringify({
    LambdaConfig: { PreSignUp: fn, PostConfirmation: fn, CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: `${fn}:live` }, KMSKeyID: key },
    KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: key },
    SmsConfiguration: { SnsCallerArn: role },
    SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: role } },
  }), {}, 'json');

  const imports = Stack.of(settings).node.findChild('SettingsImports').node.children.map(({ node }) => node.id);
  expect(imports.sort()).toEqual([fn, `${fn}:live`, key, role].map((arn) => arn.replaceAll('/', '--')).sort());
  const permissions = Object.values(Template.fromStack(Stack.of(settings)).findResources('AWS::Lambda::Permission'));
  expect(permissions.map(({ Properties }) => (Properties as JsonObject).FunctionName).sort()).toEqual([fn, `${fn}:live`]);
});

test('a document that names none leaves no trace in the tree', () => {
  expect(Stack.of(declare('PoolName: a\n')).node.children.map(({ node }) => node.id)).not.toContain('SettingsImports');
});

test('several documents of one scope do not meet', () => {
  const stack = testStack();
  const document = { LambdaConfig: { PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:fn' } };
  const path = written(JSON.stringify(document), 'json');
  for (const id of ['One', 'Other']) {
    UserPoolSettings.fromCliInput(stack, id, { userPool: UserPool.fromUserPoolId(stack, `${id}Pool`, `us-east-1_${id}`), path });
  }
  expect(Object.values(Template.fromStack(stack).findResources(RESOURCE_TYPE)).map(({ Properties }) => (Properties as JsonObject).Settings))
    .toEqual([document, document]);
});

test('what stands beside the document is handed on', () => {
  const stack = testStack();
  const existingSmsRole = Role.fromRoleArn(stack, 'Sms', 'arn:aws:iam::123456789012:role/existing');
  const settings = declare('DeletionProtection: ACTIVE\n', {
    existingSmsRole, clear: ['deviceConfiguration'], onRemoval: OnRemoval.RESET_TO_DEFAULT, reapply: Reapply.EVERY_DEPLOYMENT,
  }, 'yaml', stack);

  expect(propertiesOf(settings)).toMatchObject({
    Clear: [['DeviceConfiguration']], OnRemoval: 'RESET_TO_DEFAULT', Deployment: expect.stringMatching(/^\d{4}-/),
  });
  expect(JSON.stringify(Template.fromStack(stack).toJSON())).toContain('role/existing');
});

describe('the parsers', () => {
  const loading = (use: (library: typeof import('../../src')) => void): string[] => {
    const loaded: string[] = [];
    jest.isolateModules(() => {
      for (const parser of ['yaml', 'jsonc-parser', 'fastest-levenshtein']) {
        jest.doMock(parser, () => {
          loaded.push(parser);
          return jest.requireActual<object>(parser);
        });
      }
      use(jest.requireActual('../../src'));
    });
    return loaded;
  };

  test('are not loaded by who has no document', () => {
    expect(loading((library) => {
      const stack = testStack();
      new library.UserPoolSettings(stack, 'Settings', { userPool: importedPool(stack), deletionProtection: true });
    })).toEqual([]);
  });

  test('are loaded by who has one', () => {
    const stack = testStack();
    const path = written('PoolName: a\n');
    expect(loading((library) => {
      library.UserPoolSettings.fromCliInput(stack, 'Settings', { userPool: importedPool(stack), path });
    }).sort()).toEqual(['fastest-levenshtein', 'jsonc-parser', 'yaml']);
  });
});

function warningsOf(settings: UserPoolSettings): unknown[] {
  return Annotations.fromStack(Stack.of(settings)).findWarning('*', Match.anyValue()).map(({ entry }) => entry.data);
}
