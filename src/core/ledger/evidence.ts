import type { SettingName } from './ledger';

/** What an `UpdateUserPool` that leaves the member out does to it, and who found that out. */
export interface Omission {
  readonly effect: 'kept' | 'reset' | 'unknown';
  /** Documentation, a dated live measurement of a third party, a report. */
  readonly seen: string;
}

/** Whether `AWS::Cognito::UserPool` can carry the member: `young` are the properties that the oldest CDK we take has no word for. */
export interface CloudFormation {
  readonly support: 'native' | 'young' | 'poor' | 'missing';
  readonly property?: string;
  readonly why?: string;
}

/** What is known of a member beside the law that its row states: for people, for pages and for what is built at synth. */
export interface Evidence {
  readonly omission: Omission;
  readonly cloudFormation: CloudFormation;
  /** The lowest feature plan that takes it. */
  readonly tier?: 'ESSENTIALS' | 'PLUS';
  /** The version of the AWS SDK for JavaScript that first had the member, for the young ones. */
  readonly since?: string;
}

const kept = (seen: string): Omission => ({ effect: 'kept', seen });
const reset = (seen: string): Omission => ({ effect: 'reset', seen });
const unmeasured = (seen = 'documented as reset, never measured'): Omission => ({ effect: 'unknown', seen });
const native = (property: string): CloudFormation => ({ support: 'native', property });
const young = (property: string): CloudFormation => ({ support: 'young', property, why: 'not in the oldest CDK that this library takes' });
const poor = (property: string, why: string): CloudFormation => ({ support: 'poor', property, why });
const missing = (why: string): CloudFormation => ({ support: 'missing', why });

const ERASED = reset('"both erased": aws-cli#6484 (2021)');
const LIVE = 'live, third party, us-east-1';
const REPLACED = reset(`SetUserPoolMfaConfig replaces the whole: ${LIVE}, 2026-08-19`);
const FACTOR = poor('EnabledMfas', 'write-only');
const WITH_FACTORS: CloudFormation = { support: 'poor', why: 'the call that sets passkeys replaces the second factors too (H2): one writer has both' };
const ofFactors = (property: string): Partial<Evidence> => ({ cloudFormation: { ...WITH_FACTORS, property } });

/** One row for every top-level member: a forgotten one does not compile. */
export const EVIDENCE: Readonly<Record<SettingName, Evidence>> = {
  Policies: {
    omission: kept(`${LIVE}, 2026-08-19, also when only one of the two policies is sent; a report of 2018 says reset (aws-cli#3302)`),
    cloudFormation: native('Policies'),
  },
  DeletionProtection: {
    omission: unmeasured('open question cdkd#2675; kept behind the CloudFormation handler'),
    cloudFormation: native('DeletionProtection'),
  },
  LambdaConfig: {
    omission: reset('documented; aws-cli discussion 6842, serverless#9635'),
    cloudFormation: poor('LambdaConfig', 'a function that knows the pool makes a cycle (aws-cdk#7016)'),
  },
  AutoVerifiedAttributes: {
    omission: reset(`${LIVE}, with control, 2026-08-18; aws-cli#6484, #3302`),
    cloudFormation: native('AutoVerifiedAttributes'),
  },
  SmsVerificationMessage: { omission: ERASED, cloudFormation: native('SmsVerificationMessage') },
  EmailVerificationMessage: { omission: ERASED, cloudFormation: native('EmailVerificationMessage') },
  EmailVerificationSubject: { omission: ERASED, cloudFormation: native('EmailVerificationSubject') },
  VerificationMessageTemplate: { omission: ERASED, cloudFormation: native('VerificationMessageTemplate') },
  SmsAuthenticationMessage: { omission: unmeasured(), cloudFormation: native('SmsAuthenticationMessage') },
  UserAttributeUpdateSettings: {
    omission: kept('source of the Terraform provider: "a nil param will result in no modifications"'),
    cloudFormation: native('UserAttributeUpdateSettings'),
  },
  MfaConfiguration: {
    omission: kept(`by UpdateUserPool: ${LIVE}, 2026-08-18; by SetUserPoolMfaConfig an omission means OFF`),
    cloudFormation: poor('MfaConfiguration', 'not every transition works (roadmap#1176, #2221)'),
  },
  DeviceConfiguration: {
    omission: reset('documented: null is off; aws-cli#6484, aws-cdk#33282 (2025)'),
    cloudFormation: poor('DeviceConfiguration', 'removing the property leaves device remembering on (roadmap#448)'),
  },
  EmailConfiguration: { omission: unmeasured(), cloudFormation: native('EmailConfiguration') },
  SmsConfiguration: { omission: unmeasured(), cloudFormation: native('SmsConfiguration') },
  UserPoolTags: {
    omission: unmeasured('contradictory: removed in 2018 (aws-cli#3302), never reported of Terraform, which omits it'),
    cloudFormation: native('UserPoolTags'),
  },
  AdminCreateUserConfig: {
    omission: unmeasured('InviteMessageTemplate was erased (aws-cli#6484, 2021); the rest is documented as reset, never measured'),
    cloudFormation: native('AdminCreateUserConfig'),
  },
  UserPoolAddOns: { omission: unmeasured(), cloudFormation: native('UserPoolAddOns'), tier: 'PLUS' },
  AccountRecoverySetting: {
    omission: unmeasured('documented as reset; a way back to absence is unproven'),
    cloudFormation: native('AccountRecoverySetting'),
  },
  PoolName: {
    omission: kept('inferred: Serverless, Amplify and Terraform never send it and pools keep their names'),
    cloudFormation: native('UserPoolName'),
  },
  UserPoolTier: { omission: kept('documented on one copy of the API page'), cloudFormation: native('UserPoolTier') },
  KeyConfiguration: {
    omission: unmeasured('documented as reset, never measured; a secondary Region asks for the existing value'),
    cloudFormation: young('KeyConfiguration'),
    since: '3.1058.0',
  },
  IssuerConfiguration: {
    omission: unmeasured('documented as reset, never measured; a secondary Region asks for the existing value'),
    cloudFormation: young('IssuerConfiguration'),
    since: '3.1058.0',
  },
  AcrConfiguration: {
    omission: unmeasured('not documented, never measured'),
    cloudFormation: missing('younger than the resource'),
    tier: 'ESSENTIALS',
    since: '3.1146.0',
  },
  DcrConfiguration: {
    omission: kept('documented'),
    cloudFormation: missing('younger than the resource'),
    tier: 'ESSENTIALS',
    since: '3.1169.0',
  },
  SmsMfaConfiguration: { omission: REPLACED, cloudFormation: FACTOR },
  SoftwareTokenMfaConfiguration: { omission: REPLACED, cloudFormation: FACTOR },
  EmailMfaConfiguration: {
    omission: REPLACED,
    cloudFormation: poor('EnabledMfas', 'a pool with email MFA alone cannot be created (roadmap#2221)'),
    tier: 'ESSENTIALS',
  },
  WebAuthnConfiguration: {
    omission: REPLACED,
    cloudFormation: WITH_FACTORS,
  },
};

/** What differs from the above for members further in. */
export const NESTED_EVIDENCE: Readonly<Record<string, Partial<Evidence>>> = {
  'Policies.PasswordPolicy.PasswordHistorySize': { tier: 'ESSENTIALS' },
  'LambdaConfig.InboundFederation': { since: '3.1018.0' },
  'AdminCreateUserConfig.InviteMessageTemplate': { omission: ERASED },
  'SmsConfiguration.EumsSms': { cloudFormation: missing('younger than the resource of the lowest CDK that this works with') },
  'EmailMfaConfiguration.Message': ofFactors('EmailAuthenticationMessage'),
  'EmailMfaConfiguration.Subject': ofFactors('EmailAuthenticationSubject'),
  'WebAuthnConfiguration.RelyingPartyId': ofFactors('WebAuthnRelyingPartyID'),
  'WebAuthnConfiguration.UserVerification': ofFactors('WebAuthnUserVerification'),
  'WebAuthnConfiguration.FactorConfiguration': { ...ofFactors('WebAuthnFactorConfiguration'), tier: 'ESSENTIALS', since: '3.1031.0' },
};
