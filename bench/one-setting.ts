import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import type { Construct } from 'constructs';
import type { Seed } from '../local/cognito';
import { UserPoolSettings } from '../src';
import type { JsonObject } from '../src/core/wire/json';

/** The pool that every measured handler works on. */
export const POOL_ID = 'us-east-1_Bench0001';

/** The one setting that this bench changes: its path in the pool, and a value that no pool has before. */
export const ASKED_PATH = 'Policies.PasswordPolicy.MinimumLength';
const MINIMUM_LENGTH = 16;

/** The same pool, on which that setting is as declared. */
export function settled({ pool, ...rest }: Seed): Seed {
  const policies = pool.Policies as JsonObject;
  const passwordPolicy = { ...policies.PasswordPolicy as JsonObject, MinimumLength: MINIMUM_LENGTH };
  return { ...rest, pool: { ...pool, Policies: { ...policies, PasswordPolicy: passwordPolicy } } };
}

/** Declares that one setting for a pool. */
export type Declare = (scope: Construct, id: string, userPool: IUserPool) => void;

export const byUserPoolSettings: Declare = (scope, id, userPool) => {
  new UserPoolSettings(scope, id, { userPool, policies: { passwordPolicy: { minimumLength: MINIMUM_LENGTH } } });
};

/** The same beside a trigger. */
export const withTrigger: Declare = (scope, id, userPool) => {
  const functionArn = `arn:aws:lambda:us-east-1:123456789012:function:${id}`;
  const lambdaFunction = Function.fromFunctionAttributes(scope, `${id}Trigger`, { functionArn, sameEnvironment: true });
  new UserPoolSettings(scope, id, {
    userPool, policies: { passwordPolicy: { minimumLength: MINIMUM_LENGTH } }, lambdaConfig: { preSignUp: lambdaFunction },
  });
};

/** As its documentation has it, without the `npm install` at each cold start that older apps have by default. */
export const byAwsCustomResource: Declare = (scope, id, userPool) => {
  new AwsCustomResource(scope, id, {
    onUpdate: {
      service: 'CognitoIdentityServiceProvider',
      action: 'updateUserPool',
      parameters: { UserPoolId: userPool.userPoolId, Policies: { PasswordPolicy: { MinimumLength: MINIMUM_LENGTH } } },
      physicalResourceId: PhysicalResourceId.of(id),
    },
    policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: [userPool.userPoolArn] }),
    installLatestAwsSdk: false,
  });
};
