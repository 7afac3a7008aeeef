import type { Row } from './row';

/** What follows from an answer of Cognito, or from none. What was written before it has been taken back, or the reason says what was not. */
export const ANSWERS: readonly Row[] = [
  {
    of: 'does not exist in this account and region',
    answer: { code: 'ResourceNotFoundException', message: 'User pool us-east-1_Example1 does not exist.' },
    cause: 'The pool was deleted, or the id is of another account or Region',
    remedy: 'Correct the id. On the deletion of a construct this is no failure: what was set is gone with the pool',
  },
  {
    of: 'which the function may not pass to Cognito',
    answer: { code: 'AccessDeniedException', message: 'is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111111111111:role/Sms' },
    cause: 'The pool has an SMS role, which every update has to send back, and the function may pass declared roles only',
    remedy: 'Import the role and give it as `existingSmsRole`',
  },
  {
    of: 'needs the service-linked role of email.cognito-idp.amazonaws.com',
    answer: { code: 'AccessDeniedException', message: 'is not authorized to perform: iam:CreateServiceLinkedRole' },
    cause: 'The pool sends by the account\'s own Amazon SES, set by somebody else, and the role for it does not exist yet',
    remedy: 'Create the role once for the account, or declare `emailConfiguration`, which grants it',
  },
  {
    of: 'may not use the KMS key of its settings',
    answer: { code: 'AccessDeniedException', message: 'is not authorized to perform: kms:CreateGrant' },
    cause: 'The key of custom senders is not declared here, or its policy does not allow Cognito',
    remedy: 'Declare `lambdaConfig.kmsKey`, or grant what is named; look at the key\'s policy',
  },
  {
    of: 'the function may not call',
    answer: { code: 'AccessDeniedException', message: 'is not authorized to perform: cognito-idp:UpdateUserPool' },
    cause: 'The role allows the call, and something above it denies it: a permissions boundary, a service control policy, or the pool is another account\'s',
    remedy: 'Allow the call there. It was tried for 15 seconds, in case a policy that is new had not spread yet',
  },
  {
    of: 'the SES identity is not of this account',
    answer: { code: 'NotAuthorizedException', message: 'Email ARN does not belong to the account' },
    cause: '`emailConfiguration.sourceArn` is the identity of another account',
    remedy: 'Verify an identity in the account of the pool, and name that',
  },
  {
    of: 'was denied: check the permissions of the function\'s role',
    answer: { code: 'AccessDeniedException', message: 'no' },
    cause: 'Cognito denied the call and did not say why',
    remedy: 'Find the call in CloudTrail: its `errorMessage` may tell more',
  },
  {
    of: 'the credentials of the function are not valid in the region',
    answer: { code: 'UnrecognizedClientException' },
    cause: 'The Region of the pool is not enabled for the account, or `endpointUrl` leads elsewhere',
    remedy: 'Enable the Region, or correct the endpoint',
  },
  {
    of: 'a user import job runs in user pool',
    answer: { code: 'UserImportInProgressException' },
    cause: 'Cognito locks the settings while users are imported',
    remedy: 'Deploy again when the job has ended',
  },
  {
    of: 'was being changed by someone else again and again',
    answer: { code: 'ConcurrentModificationException' },
    cause: 'Other writers were faster nine times: several stacks at once, or a script in a loop',
    remedy: 'Find them in CloudTrail; deploy again. Constructs of one stack are in order by themselves',
  },
  {
    of: 'the role does not let Cognito assume it',
    answer: { code: 'InvalidSmsRoleTrustRelationshipException' },
    cause: 'The SMS role does not trust Cognito, or not with this external ID. A role that was just made had 30 seconds to spread',
    remedy: 'Correct its trust policy: the service and the same `sts:ExternalId`',
  },
  {
    of: 'the role may not send text messages',
    answer: { code: 'InvalidSmsRoleAccessPolicyException' },
    cause: 'The SMS role lacks `sns:Publish`. A policy that was just made had 30 seconds to spread',
    remedy: 'Allow it on all resources: a phone number is none',
  },
  {
    of: 'Cognito may not send with the SES identity',
    answer: { code: 'InvalidEmailRoleAccessPolicyException' },
    cause: 'The identity has no policy that lets Cognito send, or is in a Region that Cognito does not send from',
    remedy: 'Add the policy to the identity; take an identity in a Region that the pool may use',
  },
  {
    of: 'asks for the verification of attributes that it does not verify',
    answer: {
      code: 'InvalidParameterException',
      message: 'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
    },
    cause: 'The pool refuses what it describes itself: a change by other means left out `AutoVerifiedAttributes`, which was reset, '
      + 'while `UserAttributeUpdateSettings` stayed (aws-cli#7151)',
    remedy: 'Declare `autoVerifiedAttributes` with the attributes that it names, or `userAttributeUpdateSettings` without them',
  },
  {
    of: 'lacks a feature that its settings use',
    answer: { code: 'FeatureUnavailableInTierException' },
    cause: 'The feature plan of the pool does not have what is declared, or what the pool has',
    remedy: 'Declare a higher `userPoolTier`, or switch the feature off',
  },
  {
    of: 'cannot change to this userPoolTier',
    answer: { code: 'TierChangeNotAllowedException' },
    cause: 'The pool uses what the other plan lacks, or the account may not use the plan',
    remedy: 'Switch those features off first',
  },
  {
    of: 'does not allow this change here',
    answer: { code: 'OperationNotEnabledException' },
    cause: 'The pool is the replica of a pool in another Region',
    remedy: 'Declare the setting for the pool in the primary Region',
  },
  {
    of: 'userPoolTags: a tag was refused',
    answer: { code: 'UserPoolTaggingException' },
    cause: 'A key of AWS\'s own, or more than 50 tags together with those that the pool has',
    remedy: 'Rename or drop tags',
  },
  {
    of: 'Cognito throttled the calls',
    answer: { code: 'TooManyRequestsException' },
    cause: 'The quota of the account was used up until the time of the function was: many pools at once, or other tools',
    remedy: 'Deploy again; give the provider a longer `timeout`, or `concurrency`: [many pools](operating.md#many-pools-and-quotas)',
  },
  {
    of: 'Cognito could not be reached',
    answer: { code: 'Unreachable' },
    cause: 'No connection could be opened, five times: VPC without a route, security group, proxy, name resolution, `endpointUrl`',
    remedy: 'Open a way from the function\'s subnets to `cognito-idp`, by a NAT gateway or an interface endpoint',
  },
  {
    of: 'Cognito gave no answer',
    answer: { code: 'NoAnswer' },
    cause: 'A connection was there, and no whole answer came, or an error of the service. A write may have been made',
    remedy: 'Deploy again: the pool is read first. If it stays so, look at the network as above',
  },
  {
    of: 'was not Cognito: …',
    answer: { code: 'UnreadableAnswer' },
    cause: 'Something between the function and Cognito answered: a proxy, or the page of a wrong `endpointUrl`',
    remedy: 'Correct the endpoint or the route. The text of the answer is not repeated',
  },
  {
    of: 'the time of the function was used up',
    answer: { code: 'OutOfTime' },
    cause: 'Calls took long or were tried again until no time was left; the brackets name the last failure. Without brackets the run did not end by itself, and what it had written is not known',
    remedy: 'Mend what the brackets name, or give the provider a longer `timeout`; then deploy again: the pool is read first',
  },
  {
    of: 'Cognito had a fault of its own',
    answer: { code: 'InternalErrorException' },
    cause: 'The service answered with an error of its own, five times',
    remedy: 'Deploy again; look at the AWS Health Dashboard',
  },
  {
    of: 'Cognito refused the settings',
    answer: { code: 'InvalidParameterException' },
    cause: 'Cognito refused for a reason that no rule here knows. Its words follow in brackets, without values',
    remedy: 'Correct what it names. Please report it: it may become a rule',
  },
  {
    of: 'Cognito refused … for user pool …',
    answer: { code: 'AnotherException', shown: 'any other' },
    cause: 'Cognito refused by an exception that this version does not know',
    remedy: 'Read its words in brackets',
  },
  {
    of: 'the pool is not as expected after the write',
    cause: 'Cognito took the write, and the pool that was read afterwards is not as it should be, nor after repairs: [what follows](#not-as-expected-after-the-write) says which settings',
    remedy: 'See who else writes in CloudTrail; then deploy again. If nobody does, the service does not take the value as it is',
  },
];
