import { Duration, RemovalPolicy, Stack, type App } from 'aws-cdk-lib';
import { UserPool, UserPoolOperation, type IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Alias, Code, Function, Runtime, type CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import {
  UserPoolAdvancedSecurityMode, AuthFactor, EmailSendingAccount, ManagedUserPool, OnRemoval, PreTokenGenerationLambdaVersion, Reapply,
  UserPoolMfa, UserPoolSettings, UserPoolSettingsProvider, UserPoolTier, UserVerification, VerifiedAttribute,
  type ManagedUserPoolProps, type UserPoolSettingsProps,
} from '../../src';
import { everyOption, imported } from '../support/every-option';

/** Builds the stacks of one app. */
export type Build = (app: App) => void;

const ENV = { account: '123456789012', region: 'us-east-1' };

function newStack(app: App, id = 'Stack'): Stack {
  return new Stack(app, id, { env: ENV });
}

function importedPool(scope: Construct): IUserPool {
  return UserPool.fromUserPoolId(scope, 'Pool', 'us-east-1_Example1');
}

function newFunction(scope: Construct, id: string): Function {
  return new Function(scope, id, {
    code: Code.fromInline('exports.handler = async (event) => event;'),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_22_X,
  });
}

/** One `UserPoolSettings` in a stack, on a pool that is there already. */
function settingsOf(given: (stack: Stack) => Omit<UserPoolSettingsProps, 'userPool'>): Build {
  return (app) => {
    const stack = newStack(app);
    new UserPoolSettings(stack, 'Settings', { userPool: importedPool(stack), ...given(stack) });
  };
}

/** A pool as cdk-nag wants it. */
const GOOD_POOL: ManagedUserPoolProps = {
  userPoolTier: UserPoolTier.PLUS,
  userPoolAddOns: { advancedSecurityMode: UserPoolAdvancedSecurityMode.ENFORCED },
  policies: {
    passwordPolicy: {
      minimumLength: 14, requireUppercase: true, requireLowercase: true, requireNumbers: true, requireSymbols: true,
    },
  },
  mfaConfiguration: UserPoolMfa.ON,
  softwareTokenMfaConfiguration: { enabled: true },
  deletionProtection: true,
};

/**
 * What users write, as the judges get it: each app is synthesized with the lowest CDK and with the newest. To have one more
 * judged, add it here.
 */
export const APPS: Readonly<Record<string, Build>> = {
  'plain settings': settingsOf(() => ({
    policies: {
      passwordPolicy: { minimumLength: 14, temporaryPasswordValidity: Duration.days(1) },
      signInPolicy: { allowedFirstAuthFactors: [AuthFactor.PASSWORD, AuthFactor.EMAIL_OTP] },
    },
    autoVerifiedAttributes: [VerifiedAttribute.EMAIL],
    deletionProtection: true,
    userPoolTags: { team: 'identity' },
  })),

  'triggers: a function, an alias and a version': settingsOf((stack) => {
    const { currentVersion: version } = newFunction(stack, 'PostConfirmation');
    return {
      lambdaConfig: {
        preSignUp: newFunction(stack, 'PreSignUp'),
        postConfirmation: new Alias(stack, 'Live', { aliasName: 'live', version }),
        preTokenGenerationConfig: {
          lambdaFunction: newFunction(stack, 'PreTokenGeneration').currentVersion,
          lambdaVersion: PreTokenGenerationLambdaVersion.V2_0,
        },
      },
    };
  }),

  'one function for several triggers': settingsOf((stack) => {
    const lambdaFunction = newFunction(stack, 'Challenges');
    return {
      lambdaConfig: {
        defineAuthChallenge: lambdaFunction, createAuthChallenge: lambdaFunction, verifyAuthChallengeResponse: lambdaFunction,
      },
    };
  }),

  'SMS with a role of the app': settingsOf((stack) => {
    const snsCaller = new Role(stack, 'Sms', { assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com') });
    snsCaller.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));
    const smsConfiguration = { snsCaller, externalId: 'external-id', snsRegion: 'eu-west-1' };
    return { smsConfiguration, mfaConfiguration: UserPoolMfa.OPTIONAL, smsMfaConfiguration: { smsConfiguration } };
  }),

  'SMS by End User Messaging with a role of the app': settingsOf((stack) => {
    const send = new PolicyStatement({ actions: ['sms-voice:SendTextMessage'], resources: ['*'] });
    const caller = new Role(stack, 'Sms', {
      assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com'),
      inlinePolicies: { Send: new PolicyDocument({ statements: [send] }) },
    });
    return { smsConfiguration: { eumsSms: { caller, externalId: 'external-id', originationIdentity: 'sender-id' } } };
  }),

  'custom senders with a key of the app': settingsOf((stack) => ({
    lambdaConfig: {
      customEmailSender: { lambdaFunction: newFunction(stack, 'EmailSender') },
      customSmsSender: { lambdaFunction: newFunction(stack, 'SmsSender') },
      kmsKey: new Key(stack, 'Key'),
    },
  })),

  'email by SES': settingsOf(() => ({
    emailConfiguration: {
      emailSendingAccount: EmailSendingAccount.DEVELOPER,
      sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.org',
      fromEmailAddress: 'Sender <sender@example.org>',
    },
  })),

  'MFA and passkeys': settingsOf(() => ({
    userPoolTier: UserPoolTier.ESSENTIALS,
    mfaConfiguration: UserPoolMfa.OPTIONAL,
    softwareTokenMfaConfiguration: { enabled: true },
    webAuthnConfiguration: { relyingPartyId: 'login.example.org', userVerification: UserVerification.PREFERRED },
  })),

  'every option': settingsOf((stack) => everyOption(imported(stack))),

  'RESET_TO_DEFAULT': settingsOf((stack) => ({
    onRemoval: OnRemoval.RESET_TO_DEFAULT,
    deletionProtection: true,
    lambdaConfig: { preSignUp: newFunction(stack, 'PreSignUp') },
  })),

  'RESTORE_PREVIOUS': settingsOf((stack) => ({
    onRemoval: OnRemoval.RESTORE_PREVIOUS,
    clear: ['deviceConfiguration'],
    userPoolTags: { team: 'identity' },
    lambdaConfig: { preSignUp: newFunction(stack, 'PreSignUp') },
  })),

  'two constructs on one pool': (app) => {
    const stack = newStack(app);
    const userPool = importedPool(stack);
    new UserPoolSettings(stack, 'One', { userPool, deletionProtection: true, onRemoval: OnRemoval.RESTORE_PREVIOUS });
    new UserPoolSettings(stack, 'Two', {
      userPool,
      userPoolTags: { team: 'identity' },
      lambdaConfig: { preSignUp: newFunction(stack, 'PreSignUp') },
      onRemoval: OnRemoval.RESTORE_PREVIOUS,
    });
  },

  'a pool of the same app': (app) => {
    const stack = newStack(app);
    const userPool = new UserPool(stack, 'Pool', { deletionProtection: true });
    new UserPoolSettings(stack, 'Settings', {
      userPool,
      lambdaConfig: { preSignUp: newFunction(stack, 'PreSignUp') },
      userPoolTier: UserPoolTier.PLUS,
      onRemoval: OnRemoval.RETAIN,
    });
  },

  'a pool and its functions in other stacks': (app) => {
    const pools = newStack(app, 'Pools');
    const functions = newStack(app, 'Functions');
    new UserPoolSettings(newStack(app, 'Settings'), 'Settings', {
      userPool: new UserPool(pools, 'Pool'),
      lambdaConfig: { preSignUp: newFunction(functions, 'PreSignUp') },
      onRemoval: OnRemoval.RESTORE_PREVIOUS,
    });
  },

  'a stack of no certain Region': (app) => {
    const stack = new Stack(app, 'Stack');
    new UserPoolSettings(stack, 'Settings', {
      userPool: importedPool(stack),
      lambdaConfig: { preSignUp: newFunction(stack, 'PreSignUp') },
    });
  },

  'pools of the same name in two other stacks': (app) => {
    const pools = ['A', 'B'].map((id) => new UserPool(newStack(app, id), 'Pool'));
    const stack = newStack(app);
    pools.forEach((userPool, index) => new UserPoolSettings(stack, `Settings${index}`, { userPool, deletionProtection: true }));
  },

  'a trigger that knows the pool': (app) => {
    const stack = newStack(app);
    const userPool = new UserPool(stack, 'Pool');
    const lambdaFunction = newFunction(stack, 'PreSignUp');
    userPool.grant(lambdaFunction, 'cognito-idp:ListUsers');
    new UserPoolSettings(stack, 'Settings', { userPool }).addTrigger(UserPoolOperation.PRE_SIGN_UP, lambdaFunction);
  },

  'a role that sends SMS already': settingsOf((stack) => ({
    existingSmsRole: Role.fromRoleArn(stack, 'Sms', 'arn:aws:iam::123456789012:role/sms'),
    deletionProtection: true,
  })),

  'a function in a VPC': (app) => {
    const stack = newStack(app);
    const vpc = new Vpc(stack, 'Vpc', { natGateways: 1 });
    UserPoolSettingsProvider.getOrCreate(stack, { vpc });
    new UserPoolSettings(stack, 'Settings', { userPool: importedPool(stack), deletionProtection: true });
  },

  'a new pool': (app) => {
    new ManagedUserPool(newStack(app), 'Pool', GOOD_POOL);
  },

  'a new pool with a trigger and a role for SMS': (app) => {
    const stack = newStack(app);
    const pool = new ManagedUserPool(stack, 'Pool', {
      ...GOOD_POOL,
      signInAliases: { email: true },
      enableSmsRole: true,
      softwareTokenMfaConfiguration: { enabled: true },
      deviceConfiguration: { challengeRequiredOnNewDevice: true },
      onRemoval: OnRemoval.RETAIN,
    });
    pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, newFunction(stack, 'PreSignUp'));
    pool.addClient('Client');
  },

  'a new pool whose settings are reset': (app) => {
    new ManagedUserPool(newStack(app), 'Pool', {
      ...GOOD_POOL, onRemoval: OnRemoval.RESET_TO_DEFAULT, removalPolicy: RemovalPolicy.DESTROY,
    });
  },

  'every option of the provider': (app) => {
    const stack = newStack(app);
    UserPoolSettingsProvider.getOrCreate(stack, {
      timeout: Duration.minutes(5), memorySize: 512, concurrency: 2, logRetention: RetentionDays.ONE_YEAR,
    });
    new UserPoolSettings(stack, 'Settings', {
      userPool: importedPool(stack),
      additionalSettings: { NewConfiguration: { Mode: 'STRICT', Days: 7 } },
      reapply: Reapply.EVERY_DEPLOYMENT,
    });
  },
};

/** Faults below our constructs, one for each judge: a judge that does not tell them has heard nothing. */
export const FAULTY: Build = (app) => {
  const stack = newStack(app);
  const provider = UserPoolSettingsProvider.getOrCreate(stack);
  provider.role.addToPrincipalPolicy(new PolicyStatement({ actions: ['cognito-idp:*'], resources: ['*'] }));
  const userPool = importedPool(stack);
  const first = new UserPoolSettings(stack, 'First', { userPool, deletionProtection: true });
  // The token is the function's ARN: it waits for the function anyway.
  first.node.addDependency(provider.lambdaFunction);
  (provider.lambdaFunction.node.defaultChild as CfnFunction).addPropertyOverride('Timeout', 901);
};
