import { arn, choice, clearedBy, clearedByOmission, structure, type Facts } from './member';

const trigger = (facts: Facts = {}) => arn({
  clear: clearedByOmission,
  breaksWhenDangling: true,
  prop: { as: 'functionArn' },
  ...facts,
});

const versionedTrigger = (versions: readonly string[], facts: Facts = {}) => structure({
  // Documented as optional, yet the request fails without it (H11); senders and federation know one version only.
  LambdaVersion: choice(versions, { default: 'V1_0', ...(versions.length === 1 && { prop: { implied: versions[0] } }) }),
  LambdaArn: arn({ prop: { name: 'lambdaFunction', as: 'functionArn' } }),
}, {
  required: ['LambdaVersion', 'LambdaArn'],
  clear: clearedByOmission,
  whole: true,
  breaksWhenDangling: true,
  ...facts,
});

/** `LambdaConfig` */
export const LAMBDA_CONFIG = structure({
  PreSignUp: trigger(),
  CustomMessage: trigger(),
  PostConfirmation: trigger(),
  PreAuthentication: trigger(),
  PostAuthentication: trigger(),
  DefineAuthChallenge: trigger(),
  CreateAuthChallenge: trigger(),
  VerifyAuthChallengeResponse: trigger(),
  PreTokenGeneration: trigger({ twinOf: 'LambdaConfig.PreTokenGenerationConfig.LambdaArn' }),
  UserMigration: trigger(),
  PreTokenGenerationConfig: versionedTrigger(['V1_0', 'V2_0', 'V3_0']),
  CustomSMSSender: versionedTrigger(['V1_0'], { prop: { name: 'customSmsSender' } }),
  CustomEmailSender: versionedTrigger(['V1_0']),
  KMSKeyID: arn({
    clear: clearedByOmission,
    serves: ['CustomSMSSender', 'CustomEmailSender'],
    needs: 'createGrant',
    prop: { name: 'kmsKey', as: 'keyArn' },
  }),
  InboundFederation: versionedTrigger(['V1_0']),
}, {
  clear: clearedBy({}),
});
