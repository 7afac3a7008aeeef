import * as fc from 'fast-check';
import type { Seed } from '../../local/cognito';
import type { Json, JsonObject } from '../../src/core/wire/json';

/**
 * Random settings in the API's shape, written down apart from the ledger so that they can catch its mistakes. Whatever
 * is drawn for a pool and whatever is declared for it can stand together: the feature plan takes everything, and members
 * that ask for each other come together.
 */

const word = fc.stringMatching(/^[a-z][a-z0-9-]{2,8}$/);
const functionArn = word.map((name) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`);
const keyArn = word.map((name) => `arn:aws:kms:us-east-1:123456789012:key/${name}-0000`);
const roleArn = word.map((name) => `arn:aws:iam::123456789012:role/${name}`);
const code = word.map((text) => `${text} ✓ é {####}`);
const link = word.map((text) => `${text} {##${text}##}`);
const invitation = word.map((text) => `Hej {username}, ${text}: {####}`);
const attributes = ['email', 'phone_number'];
const some = { requiredKeys: [] as [] };

/** JSON as no model knows it: odd names, empty things, any depth; no null, which no API of AWS sends. */
const future: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, depthSize: 'small' },
    fc.string(), fc.integer(), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(oddName(), tie('value'), { maxKeys: 3 }) as fc.Arbitrary<Json>),
})).value;

function oddName(): fc.Arbitrary<string> {
  return fc.oneof(word, fc.constantFrom('__proto__', 'constructor', 'toString', 'a.b', '', 'ü'), fc.string({ minLength: 1, maxLength: 4 }));
}

/** One or two members from the future, under names that no model has. */
const futureMembers: fc.Arbitrary<JsonObject> = fc.dictionary(word.map((name) => `Future${name}`), future, { maxKeys: 2 });

function withFuture(known: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc.tuple(known, fc.oneof({ weight: 3, arbitrary: fc.constant<JsonObject>({}) }, { weight: 1, arbitrary: futureMembers }))
    .map(([members, young]) => ({ ...members, ...young }));
}

const asObject = (members: object): JsonObject => JSON.parse(JSON.stringify(members)) as JsonObject;

const passwordPolicy = {
  MinimumLength: fc.integer({ min: 6, max: 99 }),
  RequireUppercase: fc.boolean(),
  RequireLowercase: fc.boolean(),
  RequireNumbers: fc.boolean(),
  RequireSymbols: fc.boolean(),
  TemporaryPasswordValidityDays: fc.integer({ min: 1, max: 365 }),
};
const passwordHistory = { PasswordHistorySize: fc.integer({ min: 0, max: 24 }) };
const signInPolicy = { AllowedFirstAuthFactors: fc.subarray(['EMAIL_OTP', 'WEB_AUTHN']).map((others) => ['PASSWORD', ...others]) };

const triggers = {
  PreSignUp: functionArn,
  CustomMessage: functionArn,
  PostConfirmation: functionArn,
  PreAuthentication: functionArn,
  PostAuthentication: functionArn,
  DefineAuthChallenge: functionArn,
  CreateAuthChallenge: functionArn,
  VerifyAuthChallengeResponse: functionArn,
  UserMigration: functionArn,
  InboundFederation: fc.record({ LambdaVersion: fc.constant('V1_0'), LambdaArn: functionArn }),
};
const preToken = fc.record({ LambdaVersion: fc.constantFrom('V1_0', 'V2_0', 'V3_0'), LambdaArn: functionArn });
const senders = fc.record({
  CustomSMSSender: fc.record({ LambdaVersion: fc.constant('V1_0'), LambdaArn: functionArn }),
  CustomEmailSender: fc.record({ LambdaVersion: fc.constant('V1_0'), LambdaArn: functionArn }),
  KMSKeyID: keyArn,
}, { requiredKeys: ['KMSKeyID'] });

const template = {
  SmsMessage: code,
  EmailMessage: code,
  EmailSubject: word,
  EmailMessageByLink: link,
  EmailSubjectByLink: word,
  DefaultEmailOption: fc.constantFrom('CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'),
};
const device = { ChallengeRequiredOnNewDevice: fc.boolean(), DeviceOnlyRememberedOnUserPrompt: fc.boolean() };
const mail = {
  SourceArn: word.map((name) => `arn:aws:ses:us-east-1:123456789012:identity/${name}.example.com`),
  ReplyToEmailAddress: word.map((name) => `${name}@example.com`),
  EmailSendingAccount: fc.constantFrom('COGNITO_DEFAULT', 'DEVELOPER'),
  From: word.map((name) => `${name}@example.com`),
  ConfigurationSet: word,
};
const sns = { SnsCallerArn: roleArn, ExternalId: fc.string({ maxLength: 12 }), SnsRegion: fc.constantFrom('us-east-1', 'eu-west-1') };
const eums = {
  CallerArn: roleArn,
  ExternalId: word,
  OriginationIdentity: word,
  ConfigurationSetName: word,
  InEntityId: word,
  InTemplateId: word,
  Region: fc.constant('us-east-1'),
};
const invite = { SMSMessage: invitation, EmailMessage: invitation, EmailSubject: word };
const addOns = {
  AdvancedSecurityMode: fc.constantFrom('OFF', 'AUDIT', 'ENFORCED'),
  AdvancedSecurityAdditionalFlows: fc.record({ CustomAuthMode: fc.constantFrom('AUDIT', 'ENFORCED') }),
};
const recovery = fc.constantFrom<Json>(
  [{ Priority: 1, Name: 'verified_email' }],
  [{ Priority: 1, Name: 'verified_email' }, { Priority: 2, Name: 'verified_phone_number' }],
  [{ Priority: 1, Name: 'admin_only' }],
);
const key = fc.oneof(
  fc.constant({ KeyType: 'AWS_OWNED_KEY' }),
  keyArn.map((KmsKeyArn) => ({ KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn })),
);
const levels = fc.record(Object.fromEntries(
  [1, 2, 3, 4].map((n) => [`Level${n}`, word.map((name) => ({ AcrValue: `urn:${n}:${name}` }))]),
), some);
const dcr = {
  EnableStatus: fc.constantFrom('Enabled', 'Disabled'),
  OpenDcrEnabled: fc.boolean(),
  AuthenticatedGrantTypes: fc.subarray(['code', 'client_credentials']),
  OpenDcrGrantTypes: fc.subarray(['code', 'client_credentials']),
  AllowedScopes: fc.uniqueArray(word, { maxLength: 3 }),
};
const tagKey = fc.oneof(word, fc.constantFrom('cost center', 'a.b', '__proto__', 'ü'));
const tags = fc.dictionary(tagKey, fc.string({ maxLength: 8 }), { maxKeys: 3 });

const legacyMessages = { SmsVerificationMessage: code, EmailVerificationMessage: code, EmailVerificationSubject: word };
const messages = fc.oneof(
  fc.record({ VerificationMessageTemplate: fc.record(template, some) }),
  fc.record(legacyMessages, some),
);

function poolSettings(): fc.Arbitrary<JsonObject> {
  return fc.record({
    Policies: fc.record({
      PasswordPolicy: withFuture(fc.tuple(fc.record(passwordPolicy), fc.record(passwordHistory, some)).map(([a, b]) => asObject({ ...a, ...b }))),
      SignInPolicy: withFuture(fc.record(signInPolicy)),
    }, { requiredKeys: ['PasswordPolicy'] }),
    DeletionProtection: fc.constantFrom('ACTIVE', 'INACTIVE'),
    LambdaConfig: withFuture(fc.tuple(fc.record(triggers, some), fc.option(preToken), fc.option(senders))
      .map(([plain, version, custom]) => asObject({ ...plain, ...(version && { PreTokenGenerationConfig: version }), ...custom }))),
    AutoVerifiedAttributes: fc.constant(attributes),
    UserAttributeUpdateSettings: fc.record({ AttributesRequireVerificationBeforeUpdate: fc.subarray(attributes) }),
    VerificationMessageTemplate: withFuture(fc.record(template, some)),
    SmsAuthenticationMessage: code,
    DeviceConfiguration: fc.record(device),
    EmailConfiguration: withFuture(fc.record(mail, { requiredKeys: ['SourceArn', 'EmailSendingAccount'] })),
    SmsConfiguration: fc.oneof(
      withFuture(fc.record(sns, { requiredKeys: ['SnsCallerArn'] })),
      fc.record({ EumsSms: withFuture(fc.record(eums, { requiredKeys: ['CallerArn'] })) }),
    ),
    UserPoolTags: tags.map((own) => ({ ...own, 'aws:cloudformation:stack-name': 'auth' })),
    AdminCreateUserConfig: withFuture(fc.record({
      AllowAdminCreateUserOnly: fc.boolean(),
      InviteMessageTemplate: fc.record(invite, some),
    }, some)),
    UserPoolAddOns: fc.record(addOns, { requiredKeys: ['AdvancedSecurityMode'] }),
    AccountRecoverySetting: fc.record({ RecoveryMechanisms: recovery }),
    UserPoolTier: fc.constant('PLUS'),
    KeyConfiguration: key,
    IssuerConfiguration: fc.record({ Type: fc.constantFrom('ORIGINAL', 'UPDATED') }),
    AcrConfiguration: levels,
    DcrConfiguration: withFuture(fc.record(dcr)),
  }, { requiredKeys: ['Policies', 'UserPoolTier', 'AutoVerifiedAttributes'] }).map(asObject);
}

/** A pool that could be live today, with members that nobody knows yet at any depth. */
export function seeds(): fc.Arbitrary<Seed> {
  return withFuture(poolSettings()).map((pool) => ({ pool: { Name: 'law', MfaConfiguration: 'OFF', ...pool } }));
}

/** Settings that a template may declare for such a pool, in the wire's shape. */
export function declarations(): fc.Arbitrary<JsonObject> {
  const rest = fc.record({
    Policies: fc.record({
      PasswordPolicy: fc.record({ ...passwordPolicy, ...passwordHistory }, some),
      SignInPolicy: fc.record(signInPolicy),
    }, some),
    DeletionProtection: fc.constantFrom('ACTIVE', 'INACTIVE'),
    LambdaConfig: fc.tuple(fc.record(triggers, some), fc.option(fc.oneof(
      preToken.map((PreTokenGenerationConfig) => ({ PreTokenGenerationConfig })),
      functionArn.map((PreTokenGeneration) => ({ PreTokenGeneration })),
    )), fc.option(senders)).map(([plain, version, custom]) => ({ ...plain, ...version, ...custom })),
    AutoVerifiedAttributes: fc.constantFrom(attributes, [...attributes].reverse()),
    UserAttributeUpdateSettings: fc.record({ AttributesRequireVerificationBeforeUpdate: fc.subarray(attributes) }),
    SmsAuthenticationMessage: code,
    // An empty one is refused: it would say nothing and yet switch device remembering on.
    DeviceConfiguration: fc.record(device, some).filter((flags) => Object.keys(flags).length > 0),
    EmailConfiguration: fc.record(mail, { requiredKeys: ['SourceArn'] }),
    SmsConfiguration: fc.oneof(
      fc.record(sns, { requiredKeys: ['SnsCallerArn'] }),
      fc.record({ EumsSms: fc.record(eums, { requiredKeys: ['CallerArn'] }) }),
    ),
    UserPoolTags: tags,
    AdminCreateUserConfig: fc.record({ AllowAdminCreateUserOnly: fc.boolean(), InviteMessageTemplate: fc.record(invite, some) }, some),
    UserPoolAddOns: fc.record(addOns, { requiredKeys: ['AdvancedSecurityMode'] }),
    AccountRecoverySetting: fc.record({ RecoveryMechanisms: recovery }),
    PoolName: word,
    KeyConfiguration: key,
    IssuerConfiguration: fc.record({ Type: fc.constantFrom('ORIGINAL', 'UPDATED') }),
    AcrConfiguration: levels,
    DcrConfiguration: fc.record(dcr, { requiredKeys: ['EnableStatus'] }),
  }, some);
  return fc.tuple(rest, fc.option(messages, { freq: 2 })).map(([settings, texts]) => asObject({ ...settings, ...texts }));
}

/** A few members of such a document: a pool of which little was ever set, a template that says little. */
export function few(documents: fc.Arbitrary<JsonObject>, most: number): fc.Arbitrary<JsonObject> {
  return fc.tuple(documents, fc.array(fc.nat(), { maxLength: most })).map(([document, picks]) => {
    const names = Object.keys(document);
    const picked = new Set(picks.map((pick) => names[pick % names.length]));
    return Object.fromEntries(Object.entries(document).filter(([name]) => picked.has(name)));
  });
}
