import type { aws_iam as iam } from 'aws-cdk-lib';

/**
 * How the pool sends SMS: by Amazon SNS (`snsCaller`) or by AWS End User Messaging SMS (`eumsSms`), not by both.
 *
 * Merged per member: members that are not given keep what the pool has, but giving `snsCaller` drops the pool's `eumsSms`
 * and giving `eumsSms` drops what belongs to Amazon SNS. With neither, here or on the pool, it is refused at deployment. No
 * way is known to take the SMS configuration off a pool.
 */
export interface SmsConfiguration {
  /**
   * The role that the pool assumes to send SMS by Amazon SNS.
   *
   * It must trust `cognito-idp.amazonaws.com` and allow `sns:Publish`: at deployment the service refuses a role that it
   * cannot assume with `InvalidSmsRoleTrustRelationshipException`, and one that may not publish with
   * `InvalidSmsRoleAccessPolicyException`. Beside `eumsSms` it is refused at synth.
   *
   * API: `SmsConfiguration.SnsCallerArn`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly snsCaller?: iam.IRole;

  /**
   * The external id that the pool gives when it assumes the role of `snsCaller`.
   *
   * At most 131,072 characters, more is refused at synth. Put the same value as the condition `sts:ExternalId` in the
   * role's trust policy.
   *
   * API: `SmsConfiguration.ExternalId`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly externalId?: string;

  /**
   * The Region whose Amazon SNS sends the SMS.
   *
   * From 5 to 32 characters, anything else is refused at synth: the pool's own Region, or the alternate Region that AWS
   * documents for it. Pools in Seoul (`ap-northeast-2`) must use Tokyo (`ap-northeast-1`).
   *
   * API: `SmsConfiguration.SnsRegion`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly snsRegion?: string;

  /**
   * Sending by AWS End User Messaging SMS in place of Amazon SNS.
   *
   * Required in Regions without Amazon SNS. Beside `snsCaller` it is refused at synth. Merged per member: members that
   * are not given keep what the pool has.
   *
   * API: `SmsConfiguration.EumsSms`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly eumsSms?: EumsSmsConfiguration;
}

/**
 * How the pool sends by AWS End User Messaging SMS.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface EumsSmsConfiguration {
  /**
   * The role that the pool assumes to send the SMS.
   *
   * It must trust `cognito-idp.amazonaws.com` and allow `sms-voice:SendTextMessage`.
   *
   * API: `SmsConfiguration.EumsSms.CallerArn`.
   */
  readonly caller: iam.IRole;

  /**
   * The external id that the pool gives when it assumes the role of `caller`.
   *
   * At most 131,072 characters, more is refused at synth. Put the same value as the condition `sts:ExternalId` in the
   * role's trust policy.
   *
   * API: `SmsConfiguration.EumsSms.ExternalId`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly externalId?: string;

  /**
   * What the SMS are sent from: a phone number, a sender id or a pool of phone numbers.
   *
   * A phone number in E.164 form, or the ARN of the phone number, sender id or phone pool, of at most 131,072 characters;
   * more is refused at synth. The policy of the role of `caller` has to name it in the form that is given here.
   *
   * API: `SmsConfiguration.EumsSms.OriginationIdentity`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly originationIdentity?: string;

  /**
   * The name of the configuration set that the SMS are sent with, for logs and event destinations.
   *
   * At most 131,072 characters, more is refused at synth.
   *
   * API: `SmsConfiguration.EumsSms.ConfigurationSetName`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it sends without a configuration set.
   */
  readonly configurationSetName?: string;

  /**
   * The principal entity id for SMS to India, which India's rules for SMS (DLT) require.
   *
   * At most 131,072 characters, more is refused at synth.
   *
   * API: `SmsConfiguration.EumsSms.InEntityId`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly inEntityId?: string;

  /**
   * The id of the registered template for SMS to India, which India's rules for SMS (DLT) require.
   *
   * At most 131,072 characters, more is refused at synth.
   *
   * API: `SmsConfiguration.EumsSms.InTemplateId`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly inTemplateId?: string;

  /**
   * The Region of the AWS End User Messaging SMS resources.
   *
   * From 5 to 32 characters, and only the pool's own Region: another one is refused, at synth if the pool's id is known
   * there, otherwise at deployment.
   *
   * API: `SmsConfiguration.EumsSms.Region`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it uses its own Region.
   */
  readonly region?: string;
}
