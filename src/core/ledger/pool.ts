import { choice, clearedBy, kept, keyed, native, neverCleared, poor, text, unknown } from './member';

export const POOL_NAME = text({
  min: 1,
  max: 128,
  pattern: '[\\w\\s+=,.@-]+',
  describedAs: 'Name',
  echo: 'whenDeclared',
  omission: kept('inferred: Serverless, Amplify and Terraform never send it and pools keep their names'),
  clear: neverCleared('a pool always has a name'),
  cloudFormation: native('UserPoolName'),
});

export const DELETION_PROTECTION = choice(['ACTIVE', 'INACTIVE'], {
  default: 'INACTIVE',
  omission: unknown('open question cdkd#2675; kept behind the CloudFormation handler (S4)'),
  clear: clearedBy('INACTIVE'),
  cloudFormation: native('DeletionProtection'),
  prop: { as: 'activity' },
});

/** Never guessed: a pool that does not say its plan is left alone. */
export const USER_POOL_TIER = choice(['LITE', 'ESSENTIALS', 'PLUS'], {
  omission: kept('documented on one copy of the API page'),
  clear: neverCleared('a pool always has a plan'),
  cloudFormation: native('UserPoolTier'),
});

export const USER_POOL_TAGS = keyed(text({ min: 0, max: 256 }), {
  keyMin: 1,
  keyMax: 128,
  reservedPrefix: 'aws:',
  omission: unknown('contradictory: removed in 2018 (aws-cli#3302), never reported of Terraform, which omits it'),
  clear: clearedBy({}),
  cloudFormation: poor('UserPoolTags', 'a pool update rewrites tags that were set by API'),
});

/** Not a setting, but what both writes are addressed to. */
export const USER_POOL_ID = { min: 1, max: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' } as const;
