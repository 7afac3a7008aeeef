import { CfnResource } from 'aws-cdk-lib';
import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';
import type { Json, JsonObject } from '../../core/wire/json';

/** A finding of cdk-nag that is answered here, where it is used; nobody has to depend on it. */
export function acceptInNag(construct: IConstruct | undefined, id: string, reason: string, findings?: readonly string[]): void {
  if (!construct || !CfnResource.isCfnResource(construct)) return;
  // Since its version 3 it takes CDK's own acknowledgements.
  for (const finding of findings?.map((each) => `${id}[${each}]`) ?? [id]) {
    construct.node.addMetadata('aws:cdk:acknowledged-rules', { [`Annotation::${finding}`]: reason });
  }
  // Before that, what the template says.
  const { rules_to_suppress: others = [] } = (construct.getMetadata('cdk_nag') ?? {}) as { rules_to_suppress?: readonly Json[] };
  construct.addMetadata('cdk_nag', { rules_to_suppress: [...others, { id, reason, ...findings && { applies_to: findings } }] });
}

/** cdk-nag sees what CloudFormation writes: what the function writes is told to it. */
export function explainToNag(resource: CfnUserPool, settings: JsonObject): void {
  if (settings.MfaConfiguration !== 'ON') return;
  acceptInNag(resource, 'AwsSolutions-COG2', 'MFA is required: the Custom::CognitoUserPoolSettings of this pool sets MfaConfiguration ON');
}
