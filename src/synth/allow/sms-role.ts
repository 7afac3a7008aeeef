import { Lazy, Names, type CfnDeletionPolicy, type CfnResource } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acceptInNag } from './nag';
import type { UserPoolSettingsOptions } from '../../options';
import type { Misfit } from '../render/render';

export interface SmsRoleProps {
  readonly enableSmsRole?: boolean;
}

/** The options with a role of the pool's own for sending SMS, if it is asked for. */
export function withSmsRole(
  scope: Construct, options: UserPoolSettingsOptions, { enableSmsRole }: SmsRoleProps,
): { readonly options: UserPoolSettingsOptions; readonly misfits: readonly Misfit[] } {
  if (!enableSmsRole) return { options, misfits: [] };
  const { smsConfiguration: { snsCaller, eumsSms, externalId = Names.nodeUniqueId(scope.node).slice(-1223), snsRegion } = {} } = options;
  const byFactor = options.smsMfaConfiguration?.smsConfiguration;
  if (snsCaller || eumsSms || byFactor?.snsCaller || byFactor?.eumsSms) {
    return { options, misfits: [{ prop: 'enableSmsRole', sentence: 'makes the role that smsConfiguration has already: give one of the two' }] };
  }
  const role = new Role(scope, 'SmsRole', {
    description: 'Lets the user pool send SMS through Amazon SNS',
    assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com', { conditions: { StringEquals: { 'sts:ExternalId': externalId } } }),
    inlinePolicies: {
      // A phone number is no resource that a policy could name.
      Publish: new PolicyDocument({ statements: [new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] })] }),
    },
  });
  follow(role.node.defaultChild as CfnResource | undefined, scope.node.defaultChild as CfnResource);
  acceptInNag(role.node.defaultChild, 'AwsSolutions-IAM5', 'Amazon SNS sends to phone numbers, which no policy can name', ['Resource::*']);
  return { options: { ...options, smsConfiguration: { snsCaller: role, externalId, ...snsRegion !== undefined && { snsRegion } } }, misfits: [] };
}

/** A pool that outlives its stack would lose the role that it sends by: what is said of the pool, later too, is said of the role. */
function follow(role: CfnResource | undefined, { cfnOptions }: CfnResource): void {
  // A role that is made outside of the app stays there.
  if (!role) return;
  const policy = (name: 'deletionPolicy' | 'updateReplacePolicy') =>
    Lazy.uncachedString({ produce: () => cfnOptions[name] }) as unknown as CfnDeletionPolicy;
  role.cfnOptions.deletionPolicy = policy('deletionPolicy');
  role.cfnOptions.updateReplacePolicy = policy('updateReplacePolicy');
}
