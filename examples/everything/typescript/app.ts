import { App, Aspects, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LambdaVersion, StringAttribute, UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import { SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  AdvancedSecurityEnabledMode, UserPoolAdvancedSecurityMode, AuthFactor, ControlPack, CustomEmailSenderLambdaVersion, CustomSmsSenderLambdaVersion,
  DefaultEmailOption, EmailSendingAccount, EncryptionKeyType, InboundFederationLambdaVersion, Issuer, ManagedUserPool, OAuthFlow, OnRemoval,
  PreTokenGenerationLambdaVersion, Reapply, RecoveryOptionName, UserPoolControls, UserPoolMfa, UserPoolSettings, UserPoolSettingsProvider,
  UserPoolTier, UserVerification, VerifiedAttribute, WebAuthnFactorConfiguration,
} from 'cdk-cognito-user-pool-settings';

const ACCOUNT = '123456789012';

const app = new App();
// With the account Cognito is given the permission to invoke functions that are imported from it.
const stack = new Stack(app, 'Auth', { env: { account: ACCOUNT, region: 'us-east-1' } });

const lambdaFunction = (name: string) => Function.fromFunctionArn(stack, name, `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${name}`);
const role = (name: string) => Role.fromRoleArn(stack, name, `arn:aws:iam::${ACCOUNT}:role/${name}`);
const key = (id: string, keyId: string) => Key.fromKeyArn(stack, id, `arn:aws:kms:us-east-1:${ACCOUNT}:key/${keyId}`);

// The function that applies the settings: its options come before the first settings of the stack.
UserPoolSettingsProvider.getOrCreate(stack, {
  timeout: Duration.minutes(5),
  memorySize: 512,
  concurrency: 10,
  logRetention: RetentionDays.ONE_YEAR,
  vpc: Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-0123456789abcdef0',
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    privateSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
    privateSubnetRouteTableIds: ['rtb-0123456789abcdef0', 'rtb-0123456789abcdef1'],
  }),
  vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
  securityGroups: [SecurityGroup.fromSecurityGroupId(stack, 'SecurityGroup', 'sg-0123456789abcdef0')],
  endpointUrl: 'https://vpce-0123456789abcdef0.cognito-idp.us-east-1.vpce.amazonaws.com',
  permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', `arn:aws:iam::${ACCOUNT}:policy/boundary`),
});

const preTokenGeneration = lambdaFunction('pre-token-generation');
const smsConfiguration = { snsCaller: role('sms'), externalId: 'sms-external-id', snsRegion: 'eu-west-1' };

// Every setting of an imported pool, but for the other way to send SMS: a pool has one.
const settings = new UserPoolSettings(stack, 'Settings', {
  userPool: UserPool.fromUserPoolId(stack, 'Pool', 'us-east-1_Example1'),
  policies: {
    passwordPolicy: {
      minimumLength: 17,
      requireUppercase: true,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: true,
      passwordHistorySize: 9,
      temporaryPasswordValidity: Duration.days(3),
    },
    signInPolicy: { allowedFirstAuthFactors: [AuthFactor.PASSWORD, AuthFactor.EMAIL_OTP, AuthFactor.SMS_OTP, AuthFactor.WEB_AUTHN] },
  },
  deletionProtection: true,
  lambdaConfig: {
    preSignUp: lambdaFunction('pre-sign-up'),
    customMessage: lambdaFunction('custom-message'),
    postConfirmation: lambdaFunction('post-confirmation'),
    preAuthentication: lambdaFunction('pre-authentication'),
    postAuthentication: lambdaFunction('post-authentication'),
    defineAuthChallenge: lambdaFunction('define-auth-challenge'),
    createAuthChallenge: lambdaFunction('create-auth-challenge'),
    verifyAuthChallengeResponse: lambdaFunction('verify-auth-challenge-response'),
    preTokenGeneration,
    userMigration: lambdaFunction('user-migration'),
    preTokenGenerationConfig: { lambdaVersion: PreTokenGenerationLambdaVersion.V2_0, lambdaFunction: preTokenGeneration },
    customSmsSender: { lambdaVersion: CustomSmsSenderLambdaVersion.V1_0, lambdaFunction: lambdaFunction('custom-sms-sender') },
    customEmailSender: { lambdaVersion: CustomEmailSenderLambdaVersion.V1_0, lambdaFunction: lambdaFunction('custom-email-sender') },
    kmsKey: key('SendersKey', '11111111-2222-4333-8444-555555555555'),
    inboundFederation: { lambdaVersion: InboundFederationLambdaVersion.V1_0, lambdaFunction: lambdaFunction('inbound-federation') },
  },
  autoVerifiedAttributes: [VerifiedAttribute.PHONE_NUMBER, VerifiedAttribute.EMAIL],
  smsVerificationMessage: 'Your code is {####}',
  emailVerificationMessage: 'Your code is {####}.',
  emailVerificationSubject: 'Your code',
  verificationMessageTemplate: {
    smsMessage: 'Your code is {####}',
    emailMessage: 'Your code is {####}.',
    emailSubject: 'Your code',
    emailMessageByLink: 'Confirm your address: {##confirm##}',
    emailSubjectByLink: 'Confirm your address',
    defaultEmailOption: DefaultEmailOption.CONFIRM_WITH_LINK,
  },
  smsAuthenticationMessage: 'Sign in with {####}',
  userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: [VerifiedAttribute.EMAIL] },
  mfaConfiguration: UserPoolMfa.OPTIONAL,
  deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
  emailConfiguration: {
    sourceArn: `arn:aws:ses:us-east-1:${ACCOUNT}:identity/example.com`,
    replyToEmailAddress: 'help@example.com',
    emailSendingAccount: EmailSendingAccount.DEVELOPER,
    fromEmailAddress: 'Example <no-reply@example.com>',
    configurationSet: 'sign-in',
  },
  smsConfiguration,
  userPoolTags: { 'cost center': '007', 'team': 'identity' },
  adminCreateUserConfig: {
    allowAdminCreateUserOnly: true,
    unusedAccountValidity: Duration.days(3),
    inviteMessageTemplate: {
      smsMessage: 'Welcome {username}, your password is {####}',
      emailMessage: 'Welcome {username}, your password is {####}.',
      emailSubject: 'Welcome',
    },
  },
  userPoolAddOns: {
    advancedSecurityMode: UserPoolAdvancedSecurityMode.ENFORCED,
    advancedSecurityAdditionalFlows: { customAuthMode: AdvancedSecurityEnabledMode.ENFORCED },
  },
  accountRecoverySetting: { recoveryMechanisms: [{ name: RecoveryOptionName.ADMIN_ONLY, priority: 1 }] },
  poolName: 'customers',
  userPoolTier: UserPoolTier.PLUS,
  keyConfiguration: {
    keyType: EncryptionKeyType.CUSTOMER_MANAGED_KEY,
    kmsKey: key('PoolKey', '66666666-7777-4888-8999-000000000000'),
  },
  issuerConfiguration: { issuer: Issuer.UPDATED },
  acrConfiguration: {
    level1: { acrValue: 'urn:example:1' },
    level2: { acrValue: 'urn:example:2' },
    level3: { acrValue: 'urn:example:3' },
    level4: { acrValue: 'urn:example:4' },
  },
  dcrConfiguration: {
    enabled: true,
    openDcrEnabled: true,
    authenticatedGrantTypes: [OAuthFlow.CODE, OAuthFlow.CLIENT_CREDENTIALS],
    openDcrGrantTypes: [OAuthFlow.CODE],
    allowedScopes: ['orders/read', 'orders/write'],
  },
  smsMfaConfiguration: { smsAuthenticationMessage: 'Sign in with {####}', smsConfiguration },
  softwareTokenMfaConfiguration: { enabled: true },
  emailMfaConfiguration: { message: 'Sign in with {####}.', subject: 'Sign in' },
  webAuthnConfiguration: {
    relyingPartyId: 'login.example.com',
    userVerification: UserVerification.REQUIRED,
    factorConfiguration: WebAuthnFactorConfiguration.MULTI_FACTOR_WITH_USER_VERIFICATION,
  },
  // Members younger than the library, as the API spells them.
  additionalSettings: {
    PasswordlessConfiguration: { Days: 7, Enabled: true, Limits: { Burst: 1000, Share: 0.5 }, Modes: ['LINK', 'CODE'] },
  },
  clear: ['userPoolTags.owner'],
  onRemoval: OnRemoval.RESTORE_PREVIOUS,
  reapply: Reapply.WHEN_CHANGED,
});

// A second pool, that sends by AWS End User Messaging.
const eumsConfiguration = {
  eumsSms: {
    caller: role('eums'),
    externalId: 'eums-external-id',
    originationIdentity: 'sender-id',
    configurationSetName: 'sms-set',
    inEntityId: 'entity',
    inTemplateId: 'template',
    region: 'us-east-1',
  },
};
new UserPoolSettings(stack, 'SecondSettings', {
  userPool: UserPool.fromUserPoolId(stack, 'SecondPool', 'us-east-1_Example2'),
  mfaConfiguration: UserPoolMfa.ON,
  smsConfiguration: eumsConfiguration,
  smsMfaConfiguration: { smsConfiguration: eumsConfiguration },
});

// A third one that sends SMS already, by a role that nobody here declares.
const third = new UserPoolSettings(stack, 'ThirdSettings', {
  userPool: UserPool.fromUserPoolId(stack, 'ThirdPool', 'us-east-1_Example3'),
  existingSmsRole: role('existing-sms'),
  clear: ['deviceConfiguration', 'lambdaConfig.customMessage'],
  onRemoval: OnRemoval.RESET_TO_DEFAULT,
});
third.addTrigger(UserPoolOperation.POST_CONFIRMATION, lambdaFunction('third-post-confirmation'));

// A new pool.
const pool = new ManagedUserPool(stack, 'ManagedPool', {
  signInAliases: { email: true },
  signInCaseSensitive: false,
  standardAttributes: { email: { required: true, mutable: true } },
  customAttributes: { tenant: new StringAttribute({ maxLen: 64, mutable: true }) },
  removalPolicy: RemovalPolicy.DESTROY,
  enableSmsRole: true,
  policies: { passwordPolicy: { minimumLength: 14 } },
  autoVerifiedAttributes: [VerifiedAttribute.EMAIL],
  userPoolTier: UserPoolTier.PLUS,
  userPoolAddOns: { advancedSecurityMode: UserPoolAdvancedSecurityMode.ENFORCED },
  mfaConfiguration: UserPoolMfa.ON,
  softwareTokenMfaConfiguration: { enabled: true },
  additionalSettings: { PasswordlessConfiguration: { Enabled: false } },
  clear: ['userPoolTags.owner'],
  onRemoval: OnRemoval.RETAIN,
  reapply: Reapply.WHEN_CHANGED,
});
pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, lambdaFunction('managed-pre-sign-up'));
pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, lambdaFunction('managed-pre-token-generation'), LambdaVersion.V2_0);
pool.addClient('Web');

Aspects.of(app).add(new UserPoolControls({
  packs: [ControlPack.AWS_SOLUTIONS, ControlPack.SECURITY_HUB],
  // Here a second factor is the user's choice.
  exclude: ['AwsSolutions-COG2'],
  failOnErrors: true,
}));

new CfnOutput(stack, 'Changed', { value: settings.changedPaths });

app.synth();
