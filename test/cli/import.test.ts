import * as fc from 'fast-check';
import { compilerErrors } from './code/programs';
import { answersOf, callsFor, program } from './import-support';
import { cliJson } from '../../cli/code/cli-json';
import { cliYaml } from '../../cli/code/cli-yaml';
import { changesBy } from '../../cli/import/changes';
import { importedPool } from '../../cli/import/import-pool';
import { EmbeddedCognito, freshPool, poolWithEverything, serveCognito, type Seed } from '../../local/cognito';
import { settingsOf } from '../../src/core/plan/settings-of';
import type { JsonObject } from '../../src/core/wire/json';
import { checkDocument } from '../../src/documents';
import { few, seeds } from '../support/arbitraries';
import { runCli } from '../support/cli';
import { everyLeaf, KEYS } from '../support/every-option';
import { fullPool } from '../support/pools';

const ROLE = 'arn:aws:iam::123456789012:role/sms';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const SMS = { SmsConfiguration: { SnsCallerArn: ROLE } };
const TOTP = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const MAIL = { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' } };

const pool = (settings: JsonObject, mfa?: JsonObject, factors?: Seed['factors']): Seed => ({ pool: { Name: 'a pool', ...settings }, mfa, factors });

describe('the pool with everything', () => {
  const answers = answersOf(poolWithEverything());
  const { code, settings, warnings } = program(answers);

  test('is declared as it was read, but for what has two names and for factors that no read tells', () => {
    const { SmsVerificationMessage: _1, EmailVerificationMessage: _2, EmailVerificationSubject: _3, ...read } = settingsOf(answers.pool);
    const { PreTokenGeneration: _4, ...LambdaConfig } = read.LambdaConfig as JsonObject;
    const { UnusedAccountValidityDays: _5, ...AdminCreateUserConfig } = read.AdminCreateUserConfig as JsonObject;
    const { WebAuthnConfiguration } = answers.mfa;
    expect(settings).toEqual({ ...read, LambdaConfig, AdminCreateUserConfig, WebAuthnConfiguration });
    expect(Object.keys(settings)).toHaveLength(22);
    expect(warnings).toEqual([]);
  });

  test('and what is not declared is a comment with its reason', () => {
    const comments = code.split('\n').filter((line) => line.trimStart().startsWith('//')).map((line) => line.trim());
    expect(comments).toMatchInlineSnapshot(`
[
  "// What the user pool us-east-1_Local0001 has.",
  "// The same setting as lambdaConfig.preTokenGenerationConfig.lambdaFunction, under its older name.",
  "// preTokenGeneration,",
  "// The same setting as verificationMessageTemplate.smsMessage, under its older name.",
  "// smsVerificationMessage: 'Example: your code is {####}',",
  "// The same setting as verificationMessageTemplate.emailMessage, under its older name.",
  "// emailVerificationMessage: 'Welcome to Example. Your code is {####}',",
  "// The same setting as verificationMessageTemplate.emailSubject, under its older name.",
  "// emailVerificationSubject: 'Your Example code',",
  "// The same setting as policies.passwordPolicy.temporaryPasswordValidity, under its older name.",
  "// unusedAccountValidity: Duration.days(3),",
  "// Cognito does not tell whether SMS is a second factor of this pool beside",
  "// softwareTokenMfaConfiguration. So no factor is declared, and all stay as they are. To declare them",
  "// take the marks off: of smsMfaConfiguration too if SMS is one, since what is declared is the complete",
  "// set.",
  "// smsMfaConfiguration: {},",
  "// softwareTokenMfaConfiguration: { enabled: true },",
]
`);
  });

  test('compiles, whole and without defaults, and so do other pools', () => {
    expect(compilerErrors({
      'everything': code,
      'everything-but-defaults': program(answers, true).code,
      'fresh': program(answersOf(freshPool())).code,
      'with-the-future': program(answersOf(fullPool())).code,
      'by-eums': program(answersOf(everyLeaf('eums', KEYS))).code,
    })).toEqual([]);
  });
});

test('a new pool without defaults is little', () => {
  expect(program(answersOf(freshPool()), true).settings).toEqual({
    Policies: { PasswordPolicy: { MinimumLength: 8, RequireLowercase: true, RequireNumbers: true, RequireSymbols: true, RequireUppercase: true } },
    PoolName: 'fresh',
    UserPoolTier: 'ESSENTIALS',
  });
});

describe('second factors', () => {
  const ofMfa = (seed: Seed) => {
    const answers = answersOf(seed);
    const { settings, code } = program(answers);
    expect(callsFor(settings, answers)).toEqual([]);
    return { code, mfa: Object.fromEntries(Object.entries(settings).filter(([name]) => /Mfa|WebAuthn/.test(name))) };
  };
  const UNKNOWN = '// Cognito does not tell whether SMS is a second factor of this pool beside';

  test.each<[string, Seed, JsonObject]>([
    ['without MFA none is declared', pool({ ...SMS, MfaConfiguration: 'OFF' }), { MfaConfiguration: 'OFF' }],
    ['passkeys are declared without MFA too', pool({ MfaConfiguration: 'OFF' }, { WebAuthnConfiguration: { RelyingPartyId: 'a.example' } }),
      { MfaConfiguration: 'OFF', WebAuthnConfiguration: { RelyingPartyId: 'a.example' } }],
    ['SMS is one if nothing else is', pool({ ...SMS, MfaConfiguration: 'ON' }), { MfaConfiguration: 'ON', SmsMfaConfiguration: {} }],
    ['TOTP beside no SMS', pool({ MfaConfiguration: 'ON' }, TOTP), { MfaConfiguration: 'ON', ...TOTP }],
    ['email beside no SMS', pool({ ...MAIL, MfaConfiguration: 'OPTIONAL' }, { EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } }),
      { MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } }],
    ['email that says nothing', pool({ ...MAIL, MfaConfiguration: 'OPTIONAL' }, { EmailMfaConfiguration: {} }),
      { MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: {} }],
  ])('%s', (_what, seed, expected) => {
    const { mfa, code } = ofMfa(seed);
    expect(mfa).toEqual(expected);
    expect(code).not.toContain(UNKNOWN);
  });

  test.each([true, false])('none is declared if SMS may be one beside another, whether it is one (%s) or not', (sms) => {
    const { mfa, code } = ofMfa(pool({ ...SMS, MfaConfiguration: 'OPTIONAL' }, TOTP, { sms }));
    expect(mfa).toEqual({ MfaConfiguration: 'OPTIONAL' });
    expect(code).toContain(UNKNOWN);
    expect(code).toContain('  // smsMfaConfiguration: {},\n  // softwareTokenMfaConfiguration: { enabled: true },\n');
  });

  test('that were not read are not declared, and that is said', () => {
    const { pool: described } = answersOf(pool({ ...SMS, MfaConfiguration: 'OPTIONAL' }, TOTP));
    const { settings, code } = program({ pool: described });
    expect(Object.keys(settings).filter((name) => /Mfa/.test(name))).toEqual(['MfaConfiguration']);
    expect(code.split('\n').slice(1, 3)).toEqual([
      '// Second factors and passkeys were not read, and are not declared: for them give what aws cognito-idp',
      '// get-user-pool-mfa-config answers by --from as well.',
    ]);
  });

  test('one that cannot be declared takes the others with it', () => {
    const { mfa, code } = ofMfa(pool({ UserPoolTier: 'LITE', ...MAIL, MfaConfiguration: 'ON' }, { ...TOTP, EmailMfaConfiguration: {} }));
    expect(mfa).toEqual({ MfaConfiguration: 'ON' });
    expect(code).toContain('// Commented out with the other factors, since those that are declared are the complete set.\n  // softwareToken');
  });
});

describe('what has an older name', () => {
  test('of messages is declared by the modern one, also where the pool has the older alone', () => {
    const { Id, Arn } = answersOf(freshPool()).pool;
    const answers = { pool: { Id, Arn, Name: 'old', SmsVerificationMessage: 'Code {####}', EmailVerificationSubject: 'Code' }, mfa: {} };
    const { settings } = program(answers);
    expect(settings.VerificationMessageTemplate).toEqual({ SmsMessage: 'Code {####}', EmailSubject: 'Code' });
    expect(settings).not.toHaveProperty('SmsVerificationMessage');
    expect(callsFor(settings, answers)).toEqual([]);
  });

  test('of temporary passwords is read from an old pool, but for zero, which was the default', () => {
    const policy = { MinimumLength: 8, RequireUppercase: true, RequireLowercase: true, RequireNumbers: true, RequireSymbols: true };
    const old = (days: number) => program({
      pool: { Id: 'us-east-1_Old', Policies: { PasswordPolicy: policy }, AdminCreateUserConfig: { UnusedAccountValidityDays: days } }, mfa: {},
    });
    expect(old(5).settings).toEqual({ Policies: { PasswordPolicy: { ...policy, TemporaryPasswordValidityDays: 5 } } });
    expect(old(0).settings).toEqual({ Policies: { PasswordPolicy: policy } });
  });

  test('of tokens is declared by that, where the pool has it alone', () => {
    const answers = { pool: { Id: 'us-east-1_Old', LambdaConfig: { PreTokenGeneration: FUNCTION } }, mfa: {} };
    expect(program(answers).settings).toEqual({ LambdaConfig: { PreTokenGeneration: FUNCTION } });
  });

  test('goes with the modern one that is left out as the default', () => {
    const { code } = program(answersOf(freshPool()), true);
    expect(code).not.toContain('unusedAccountValidity');
  });
});

describe('what cannot be declared is a comment, and is warned of', () => {
  const refused = (settings: JsonObject, mfa: JsonObject = {}) => {
    const answers = { pool: { Id: 'us-east-1_Old', Arn: 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Old', ...settings }, mfa };
    const made = program(answers);
    expect(callsFor(made.declared, answers)).toEqual([]);
    return made;
  };

  test.each<[string, JsonObject, string]>([
    ['a message without its code', { SmsAuthenticationMessage: 'your code' },
      'smsAuthenticationMessage must contain the placeholder {####}, which Cognito replaces by the code: it is not declared'],
    ['an alias of a key', { LambdaConfig: { KMSKeyID: 'arn:aws:kms:us-east-1:123456789012:alias/senders' } },
      'lambdaConfig.kmsKey is an alias, which CDK cannot look up: give the key itself by Key.fromKeyArn: it is not declared'],
    ['a function that is none', { LambdaConfig: { PreSignUp: 'arn:aws:sns:us-east-1:123456789012:some-topic' } },
      'lambdaConfig.preSignUp is no ARN of a Lambda function, which Function.fromFunctionArn asks for: give the function: it is not declared'],
    ['the latest version of a function', { LambdaConfig: { PreSignUp: `${FUNCTION}:$LATEST` } },
      'lambdaConfig.preSignUp is the latest version, which nobody can be allowed to invoke: give the function itself: it is not declared'],
    ['a text that CDK would resolve', { UserPoolTags: { team: '${Token[TOKEN.7]}' } },
      'userPoolTags.team has a text that CDK takes for a token of its own: set it by another way: it is not declared'],
    ['a text that CloudFormation would resolve', { PoolName: '{{resolve:ssm:name}}' },
      'poolName has a text that CloudFormation takes for a reference to another service: set it by another way: it is not declared'],
    ['a name that CDK would lose', { UserPoolTags: { ['__proto__']: 'a' } },
      'userPoolTags has a name that CDK loses on its way into a template: set it by another way: it is not declared'],
    ['a word that is younger than the library', { UserPoolTier: 'DELUXE' },
      'userPoolTier must be LITE or ESSENTIALS or PLUS: it is not declared'],
    ['a struct that lacks what is asked for', { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: FUNCTION } } },
      'lambdaConfig.preTokenGenerationConfig has no lambdaConfig.preTokenGenerationConfig.lambdaVersion, which has to be declared with it: it is not declared'],
    ['a member of a list', { AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 3, Name: 'verified_email' }] } },
      'accountRecoverySetting.recoveryMechanisms[0].priority must be a whole number from 1 to 2: it is not declared'],
  ])('%s', (_what, settings, warning) => {
    const { warnings, code, declared } = refused(settings);
    expect(warnings).toEqual([warning]);
    expect(declared).toEqual({});
    expect(code.match(/^ *\/\/ (?:  )*(\/\/ )?Commented out, since /gm)).toHaveLength(1);
  });

  test('what would take something off', () => {
    const key = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555';
    const described = { Id: 'us-east-1_Old', KeyConfiguration: { KeyType: 'AWS_OWNED_KEY', KmsKeyArn: key } };
    expect(changesBy({ KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' } }, described.Id, { pool: described })).toEqual([{
      path: ['KeyConfiguration'],
      sentence: 'cannot be declared as it was read without a change of the pool: compare it with the pool, and say what it shall be',
    }]);
  });

  test('an empty ARN that stands for nothing is none of it', () => {
    const { warnings, settings } = refused({ SmsConfiguration: { EumsSms: { CallerArn: ROLE }, SnsCallerArn: '' } });
    expect({ warnings, settings }).toEqual({ warnings: [], settings: { SmsConfiguration: { EumsSms: { CallerArn: ROLE } } } });
  });

  test('and so is the struct that has nothing else', () => {
    const { code } = refused({ LambdaConfig: { KMSKeyID: 'arn:aws:kms:us-east-1:123456789012:alias/senders' } });
    expect(code).toContain([
      '  // lambdaConfig: {',
      '  //   // Commented out, since it is an alias, which CDK cannot look up: give the key itself by',
      '  //   // Key.fromKeyArn.',
      '  //   kmsKey: sendersKey,',
      '  // },',
    ].join('\n'));
    expect(code).toContain("\n// const sendersKey = Key.fromKeyArn(stack, 'SendersKey', 'arn:aws:kms:us-east-1:123456789012:alias/senders');\n");
  });
});

describe('what is younger than the library', () => {
  test('goes into additionalSettings wherever it lies', () => {
    const answers = answersOf(fullPool());
    const { declared, settings, code } = program(answers);
    expect(code).toContain('  // Younger than this library: in the spelling of the API, and not checked.\n  additionalSettings: {\n');
    const read = settingsOf(answers.pool);
    expect(declared.FutureConfiguration).toEqual(read.FutureConfiguration);
    expect(declared.LambdaConfig).toHaveProperty('FutureTrigger', 'arn:aws:lambda:us-east-1:123456789012:function:future');
    expect(settings.LambdaConfig).not.toHaveProperty('FutureTrigger');
    expect(callsFor(declared, answers)).toEqual([]);
  });

  test('is a comment in a document, with what an older AWS CLI would do', () => {
    const { draft, warnings } = importedPool(answersOf(fullPool()), 'update-user-pool', false);
    expect(cliYaml(draft, 'update-user-pool')).toContain('\n  # Commented out, since it is younger than this library, and the AWS CLI refuses');
    expect(warnings.filter((warning) => warning.includes('Future'))).toHaveLength(3);
    expect(cliJson(draft, 'update-user-pool')).not.toContain('Future');
  });

  test('of factors is said, since it cannot be declared', () => {
    const { code } = program({ pool: { Id: 'us-east-1_A' }, mfa: { MfaConfiguration: 'OFF', FutureMfa: {} } });
    expect(code).toContain('// Of the answer of get-user-pool-mfa-config this library does not know FutureMfa, and cannot declare\n// it.\n');
  });
});

describe('names', () => {
  const named = (LambdaConfig: JsonObject) => program({ pool: { Id: 'us-east-1_A', LambdaConfig }, mfa: {} }).code.match(/const \w+ = (Func|Key)\S+/g);
  const fn = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;

  test('a function is named after its trigger, one of several triggers after itself', () => {
    expect(named({ PreSignUp: fn('a'), PostConfirmation: fn('auth_triggers'), CustomMessage: fn('auth_triggers') })).toEqual([
      'const preSignUp = Function.fromFunctionArn(', 'const authTriggersFunction = Function.fromFunctionArn(',
    ].map((each) => expect.stringContaining(each)));
  });

  test('of two with one name the second has a number', () => {
    const other = 'arn:aws:lambda:eu-west-1:123456789012:function:x';
    expect(named({ PreSignUp: fn('x'), PostConfirmation: fn('x'), CustomMessage: other, UserMigration: other })).toEqual([
      expect.stringContaining('const xFunction = '), expect.stringContaining('const xFunction2 = '),
    ]);
  });
});

test('roles, keys and functions of another partition and account are taken as they are', () => {
  const settings = {
    SmsConfiguration: { SnsCallerArn: 'arn:aws-cn:iam::210987654321:role/service-role/sms' },
    LambdaConfig: { PreSignUp: 'arn:aws-cn:lambda:cn-north-1:210987654321:function:f:prod' },
    KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: 'arn:aws-cn:kms:cn-north-1:210987654321:key/mrk-1' },
  };
  const { settings: declared, code } = program({ pool: { Id: 'cn-north-1_A', ...settings }, mfa: {} });
  expect(declared).toEqual(settings);
  // Without an ARN the id tells the Region, and nobody the account.
  expect(code).toContain("new Stack(app, 'Auth', { env: { region: 'cn-north-1' } });");
});

describe('by the command', () => {
  let cognito: EmbeddedCognito;
  let close: () => Promise<void>;
  let url: string;
  let id: string;
  beforeEach(async () => {
    cognito = new EmbeddedCognito();
    id = cognito.seed(pool({ SmsAuthenticationMessage: 'no code', DeletionProtection: 'ACTIVE' }));
    ({ url, close } = await serveCognito(cognito));
  });
  afterEach(async () => close());

  test('a live pool is read by two calls, and a program is on stdout', async () => {
    const { code, stdout, stderr } = await runCli(['import', '--user-pool-id', id], { url });
    expect(code).toBe(0);
    expect(stdout).toContain(`UserPool.fromUserPoolId(stack, 'UserPool', '${id}'),`);
    expect(stdout).toMatch(/\n\napp\.synth\(\);\n$/);
    expect(stderr).toBe('cdk-cognito-user-pool-settings: warning: smsAuthenticationMessage must contain the placeholder {####}, which Cognito replaces by '
      + 'the code: it is not declared\n');
    expect(cognito.requests.map(({ action }) => action)).toEqual(['DescribeUserPool', 'GetUserPoolMfaConfig']);
  });

  test('--json is one document', async () => {
    const { stdout } = await runCli(['import', '--user-pool-id', id, '--json', '-f', 'cli-json', '--operation', 'set-user-pool-mfa-config'], { url });
    expect(JSON.parse(stdout)).toEqual({
      format: 'cli-json',
      operation: 'set-user-pool-mfa-config',
      content: `${JSON.stringify({ UserPoolId: id, MfaConfiguration: 'OFF' }, null, 2)}\n`,
      notes: [],
    });
  });

  test.each([[[]], [['--user-pool-id', 'us-east-1_A', '--from', '-']]])('with %j nothing is read', async (args) => {
    const { code, stdout, stderr } = await runCli(['import', ...args], { url });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('give the user pool either by --user-pool-id or by --from with saved answers of the AWS CLI, one of the two');
    expect(cognito.requests).toEqual([]);
  });
});

describe('of any pool', () => {
  const anyPool = fc.tuple(fc.oneof(seeds(), few(seeds().map(({ pool: settings }) => settings), 4).map((settings) => pool(settings))), fc.boolean());

  test('the program declares nothing that a deployment would have to write', () => {
    fc.assert(fc.property(anyPool, ([seed, omitsDefaults]) => {
      const answers = answersOf(seed);
      expect(callsFor(program(answers, omitsDefaults).declared, answers)).toEqual([]);
    }), { numRuns: 60 });
  });

  test('neither do the documents, which are in order and read the same', () => {
    fc.assert(fc.property(anyPool, ([seed, omitsDefaults]) => {
      const answers = answersOf(seed);
      for (const operation of ['update-user-pool', 'set-user-pool-mfa-config'] as const) {
        const { draft } = importedPool(answers, operation, omitsDefaults);
        const [json, yaml] = [cliJson(draft, operation), cliYaml(draft, operation)]
          .map((text, index) => checkDocument(Buffer.from(text), index === 0 ? 'a.json' : 'a.yaml'));
        expect([json, yaml].flatMap(({ findings }) => findings.filter(({ level }) => level === 'error'))).toEqual([]);
        expect(yaml.settings).toEqual(json.settings);
        expect(json.userPoolId).toBe(answers.pool.Id);
        expect(callsFor(json.settings, answers)).toEqual([]);
      }
    }), { numRuns: 60 });
  });
});
