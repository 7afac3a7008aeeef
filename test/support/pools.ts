import { poolWithEverything, type Seed } from '../../local/cognito';
import type { JsonObject } from '../../src/core/wire/json';

/** Everything set, and members at several depths that no model knows yet. */
export function fullPool(): Seed {
  const { pool, ...rest } = poolWithEverything();
  return {
    ...rest,
    pool: {
      ...pool,
      FutureConfiguration: { Enabled: true, Levels: [1, { Name: 'one' }], Empty: [], Inner: { Ratio: 0.5, Number: '7' } },
      LambdaConfig: { ...pool.LambdaConfig as JsonObject, FutureTrigger: 'arn:aws:lambda:us-east-1:123456789012:function:future' },
      Policies: { ...pool.Policies as JsonObject, FuturePolicy: { Strict: true } },
    },
  };
}

/** Everything but second factors and passkeys, so that GetUserPoolMfaConfig has nothing to tell. */
export function fullPoolWithoutMfa(): Seed {
  const { pool } = fullPool();
  const policies = { ...pool.Policies as JsonObject, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } };
  return { pool: { ...pool, MfaConfiguration: 'OFF', Policies: policies } };
}
