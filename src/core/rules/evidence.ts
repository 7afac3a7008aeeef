/** What is known of a rule beside the law that it states: for people and for pages, not for the Lambda. */
export interface RuleEvidence {
  /** What has to hold, in a sentence. */
  readonly says: string;
  /** Where it was seen: documentation, a dated live measurement of a third party, a report. Keys as in docs/behaviour.md. */
  readonly seen: string;
  /** What the service answers to a request that breaks it, where that is known. */
  readonly refusal?: string;
}

/** By the rule's id; a rule without a row fails a test. */
export const RULE_EVIDENCE: Readonly<Record<string, RuleEvidence>> = {
  'temporary-password-validity-of-zero': {
    says: 'A temporary password is valid for 1 to 365 days: Cognito takes 0 for its default of 7.',
    seen: 'documented (R3)',
  },
  'unused-account-validity-of-zero': {
    says: 'An account is kept for 1 to 365 days while its temporary password is unused: Cognito takes 0 for its default of 7.',
    seen: 'documented of its younger name (R3)',
  },
  'software-token-is-no-first-factor': {
    says: 'SOFTWARE_TOKEN is in the API\'s enum and not supported as a first factor.',
    seen: 'documented (R13)',
  },
  'one-time-passwords-with-required-mfa': {
    says: 'With MFA ON, codes by email or SMS cannot be first factors.',
    seen: 'live, third party, us-east-1, 2026 (H8, R13)',
    refusal: 'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
  },
  'passkeys-with-required-mfa': {
    says: 'With MFA ON, passkeys as a first factor have to satisfy MFA by user verification.',
    seen: 'live, third party: cdkd#2064 (H8, R13)',
    refusal: 'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor',
  },
  'sms-codes-need-sms': {
    says: 'Codes by SMS as a first factor need an SMS configuration.',
    seen: 'live, third party, us-east-1, 2026 (H8)',
    refusal: 'SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration',
  },
  'sms-factor-without-mfa': {
    says: 'MFA that is OFF has no second factors.',
    seen: 'live, third party, us-east-1, 2026-08-19 (H2)',
    refusal: 'Invalid MFA configuration given, can\'t turn off MFA and configure an MFA together.',
  },
  'totp-factor-without-mfa': {
    says: 'MFA that is OFF has no second factors.',
    seen: 'live, third party, us-east-1, 2026-08-19 (H2)',
    refusal: 'Invalid MFA configuration given, can\'t turn off MFA and configure an MFA together.',
  },
  'email-factor-without-mfa': {
    says: 'MFA that is OFF has no second factors.',
    seen: 'live, third party, us-east-1, 2026-08-19 (H2)',
    refusal: 'Invalid MFA configuration given, can\'t turn off MFA and configure an MFA together.',
  },
  'email-factor-needs-own-sender': {
    says: 'MFA by email needs EmailSendingAccount DEVELOPER.',
    seen: 'live, third party, us-east-1, 2026 (H4)',
    refusal: 'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT',
  },
  'email-factor-and-recovery-by-email-alone': {
    says: 'With MFA by email, email cannot be the only way to recover an account.',
    seen: 'terraform#41049 (H18, R14)',
  },
  'sms-factor-and-recovery-by-phone': {
    says: 'With MFA by SMS, a phone number cannot be a way to recover an account.',
    seen: 'aws-cdk#11478 (H18, R14)',
    refusal: 'Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured.',
  },
  'recovery-by-administrators-alone': {
    says: 'ADMIN_ONLY stands alone.',
    seen: 'from memory, unverified (R14)',
  },
  'sms-invitation-names-the-user': {
    says: 'The invitation by sms contains {username}.',
    seen: 'aws-cdk#6484 (H13)',
    refusal: 'The message is invalid.',
  },
  'sms-invitation-has-the-password': {
    says: 'The invitation by sms contains {####}, unless users of the pool sign in without a password.',
    seen: 'documented; aws-cdk#6484 (H13)',
    refusal: 'The message is invalid.',
  },
  'email-invitation-names-the-user': {
    says: 'The invitation by email contains {username}.',
    seen: 'aws-cdk#6484 (H13)',
    refusal: 'The message is invalid.',
  },
  'email-invitation-has-the-password': {
    says: 'The invitation by email contains {####}, unless users of the pool sign in without a password.',
    seen: 'documented; aws-cdk#6484 (H13)',
    refusal: 'The message is invalid.',
  },
  'attributes-verified-before-update': {
    says: 'An attribute that has to be verified before an update has to be verified automatically too.',
    seen: 'aws-cli#7151 (H7, R4)',
    refusal: 'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  },
  'code-in-a-link-message': {
    says: 'The email with a link has its text between {## and ##}, not the placeholder of a code.',
    seen: 'aws-cli#8280 (H13)',
    refusal: 'The message is invalid.',
  },
  'both-verification-emails': {
    says: 'AWS documents that the texts for a code and for a link are refused together; pools have been seen to accept both.',
    seen: 'documented; contradicted by tools that send both (R7)',
  },
  'custom-text-by-default-sender': {
    says: 'AWS documents that email texts of one\'s own need EmailSendingAccount DEVELOPER; pools that send by Cognito have been seen to accept them.',
    seen: 'documented; contradicted live (R9)',
  },
  'own-sender-needs-identity': {
    says: 'EmailSendingAccount DEVELOPER sends by the SES identity that SourceArn names.',
    seen: 'documented, that it is required from memory (R10)',
  },
  'one-sms-sender': {
    says: 'SMS are sent by Amazon SNS or by End User Messaging, not by both.',
    seen: 'documented (R11)',
  },
  'one-mfa-sms-sender': {
    says: 'SMS are sent by Amazon SNS or by End User Messaging, not by both.',
    seen: 'documented (R11)',
  },
  'some-sms-sender': {
    says: 'An SMS configuration has a role to send by.',
    seen: 'documented (H12, R11)',
  },
  'end-user-messaging-in-the-pools-region': {
    says: 'End User Messaging SMS is used in the Region of the pool.',
    seen: 'documented (R11)',
  },
  'device-configuration-says-something': {
    says: 'A device configuration has at least one flag; any value switches device remembering on.',
    seen: 'documented (H12, R19)',
  },
  'sms-sender-needs-key': {
    says: 'A custom sms sender needs a KMS key, which encrypts the codes that it sends.',
    seen: 'tools of the field refuse it beforehand (H11, R6)',
  },
  'email-sender-needs-key': {
    says: 'A custom email sender needs a KMS key, which encrypts the codes that it sends.',
    seen: 'tools of the field refuse it beforehand (H11, R6)',
  },
  'acr-names-are-unique': {
    says: 'The names of the four ACR levels differ from each other and from the default names of other levels.',
    seen: 'documented (R17)',
  },
  'customer-key-needs-arn': {
    says: 'CUSTOMER_MANAGED_KEY comes with the key, AWS_OWNED_KEY without one.',
    seen: 'documented',
  },
  'registration-is-opened-on-purpose': {
    says: 'Dynamic client registration says whether it is enabled: without the word Cognito opens it.',
    seen: 'documented (R16)',
  },
  'threat-protection-needs-plus': {
    says: 'The feature plan PLUS is needed for threat protection.',
    seen: 'terraform PR#40734, aws-cdk#32367 (H16)',
    refusal: 'The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection',
  },
  'passwordless-sign-in-needs-essentials': {
    says: 'The feature plan ESSENTIALS or higher is needed for sign-in without a password.',
    seen: 'amplify-backend#2805 (H8, H16)',
    refusal: 'The following features need to be disabled for the LITE pricing tier configured: Passwordless Sign-In',
  },
  'email-factor-needs-essentials': {
    says: 'The feature plan ESSENTIALS or higher is needed for MFA by email.',
    seen: 'documented (R15)',
  },
  'passkey-mfa-needs-essentials': {
    says: 'The feature plan ESSENTIALS or higher is needed for MFA by passkeys.',
    seen: 'documented (R15)',
  },
  'acr-names-need-essentials': {
    says: 'The feature plan ESSENTIALS or higher is needed for names of ACR levels.',
    seen: 'documented (R15)',
  },
  'client-registration-needs-essentials': {
    says: 'The feature plan ESSENTIALS or higher is needed for dynamic client registration.',
    seen: 'documented (R15)',
  },
  'pre-token-generation-is-one-setting': {
    says: 'LambdaConfig.PreTokenGeneration and LambdaConfig.PreTokenGenerationConfig.LambdaArn are one setting under two names.',
    seen: 'documented, and how tools of the field treat them (R2, R5, R8)',
  },
  'sms-verification-message-is-one-setting': {
    says: 'SmsVerificationMessage and VerificationMessageTemplate.SmsMessage are one setting under two names.',
    seen: 'documented, and how tools of the field treat them (R2, R5, R8)',
  },
  'email-verification-message-is-one-setting': {
    says: 'EmailVerificationMessage and VerificationMessageTemplate.EmailMessage are one setting under two names.',
    seen: 'documented, and how tools of the field treat them (R2, R5, R8)',
  },
  'email-verification-subject-is-one-setting': {
    says: 'EmailVerificationSubject and VerificationMessageTemplate.EmailSubject are one setting under two names.',
    seen: 'documented, and how tools of the field treat them (R2, R5, R8)',
  },
  'unused-account-validity-days-is-one-setting': {
    says: 'AdminCreateUserConfig.UnusedAccountValidityDays and Policies.PasswordPolicy.TemporaryPasswordValidityDays are one setting under two names.',
    seen: 'documented, and how tools of the field treat them (R2, R5, R8)',
  },
  'mfa-sms-configuration-is-one-setting': {
    says: 'SmsMfaConfiguration.SmsConfiguration and SmsConfiguration are one setting under two names.',
    seen: 'documented, and how tools of the field treat them (R2, R5, R8)',
  },
  'mfa-sms-authentication-message-is-one-setting': {
    says: 'SmsMfaConfiguration.SmsAuthenticationMessage and SmsAuthenticationMessage are one setting under two names.',
    seen: 'documented, and how tools of the field treat them (R2, R5, R8)',
  },
};
