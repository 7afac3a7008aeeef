import { fullPool } from './pools';
import type { Settings } from './synth';
import type { Seed } from '../../local/cognito';
import type { DeploymentResult, LocalDeployment } from '../../local/deployment';
import type { JsonObject } from '../../src/core/wire/json';

/** Values that may be in a pool or a template, and nowhere else. */
const MARK = 'planted';

/** Messages, addresses and tags of the pool itself that nobody may read in a log. */
export function poolWithSecrets(): Seed {
  const { pool, ...rest } = fullPool();
  return {
    ...rest,
    pool: {
      ...pool,
      SmsConfiguration: { ...pool.SmsConfiguration as JsonObject, ExternalId: `${MARK}-external-id-of-the-pool` },
      SmsAuthenticationMessage: `${MARK} message of the pool {####}`,
      EmailConfiguration: {
        ...pool.EmailConfiguration as JsonObject,
        SourceArn: `arn:aws:ses:us-east-1:123456789012:identity/${MARK}.example.com`,
        ReplyToEmailAddress: `${MARK}@example.com`,
      },
      UserPoolTags: { owner: `${MARK} owner of the pool` },
    },
  };
}

/** Settings with values of which no log and no reply may tell. */
export function settingsWithSecrets(): Settings {
  return {
    smsAuthenticationMessage: `${MARK} declared message {####}`,
    userPoolTags: { stage: `${MARK} declared tag` },
    emailConfiguration: {
      sourceArn: `arn:aws:ses:us-east-1:123456789012:identity/${MARK}-declared.example.com`,
      replyToEmailAddress: `${MARK}-declared@example.com`,
    },
    verificationMessageTemplate: { emailMessage: `${MARK} declared mail {####}` },
    additionalSettings: { FutureSecret: { Token: `${MARK}-future-token` } },
  };
}

/** What a deployment told to anybody: the Lambda's log, the reasons, the attributes and ids in the replies. */
export function told(deployment: LocalDeployment, result: DeploymentResult): string {
  const replies = deployment.resources.filter(({ type }) => type.startsWith('Custom::')).map(({ physicalId, attributes }) => ({ physicalId, attributes }));
  return JSON.stringify([deployment.logs, result, replies, deployment.invocations, deployment.replyProblems]);
}

/** Lambda's log and CloudFormation's events are for other eyes than the settings. */
export function expectNoSecret(deployment: LocalDeployment, result: DeploymentResult): void {
  expect(deployment.logs.length).toBeGreaterThan(0);
  expect(told(deployment, result)).not.toMatch(MARK);
}
