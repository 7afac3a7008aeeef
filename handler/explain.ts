import { FAULT } from '../service/fault';
import type { ServiceError } from '../src/core/apply/port';

interface Case {
  readonly code: RegExp;
  /** What the service's words must hold for this case, where the code alone does not tell. */
  readonly words?: RegExp;
  /** What is wrong and what to do about it. `found` is what `words` matched. */
  readonly say: (pool: string, found: RegExpExecArray, error: ServiceError) => string;
}

const DENIED = /^(AccessDenied|NotAuthorized|Forbidden)/;
const NETWORK = 'check the endpoint, the proxy, and, if the function runs in a VPC, its route to Cognito';

/** The first row that fits speaks. A code with no row gets the last one, so a new exception is never worse than plain. */
const CASES: readonly Case[] = [
  {
    code: /^ResourceNotFoundException$/,
    words: /user ?pool .*does not exist|^$/i,
    say: (pool) => `user pool ${pool} does not exist in this account and region: check the id passed as userPool`,
  },
  {
    code: DENIED,
    words: /iam:PassRole(?:[^]*?resource:? "?(arn:[^\s"]+))?/,
    say: (pool, [, role]) => `the settings of user pool ${pool} hold ${role ? `role ${role}` : 'a role'}, `
      + 'which the function may not pass to Cognito: '
      + 'pass it as existingSmsRole, which grants iam:PassRole',
  },
  {
    code: DENIED,
    words: /iam:CreateServiceLinkedRole/,
    say: () => 'sending email through Amazon SES needs the service-linked role of email.cognito-idp.amazonaws.com, '
      + 'which this account lacks: '
      + 'create it once with iam:CreateServiceLinkedRole, or grant that to the function',
  },
  {
    code: DENIED,
    words: /kms:\w+/,
    say: (pool, [permission]) => `user pool ${pool} may not use the KMS key of its settings: `
      + `declare the key as kmsKey, which grants ${permission} to the function, `
      + 'and let the key policy allow cognito-idp.amazonaws.com',
  },
  {
    code: DENIED,
    words: /cognito-idp:\w+/,
    say: (pool, [permission]) => `the function may not call ${permission} on user pool ${pool}: `
      + 'look for a permissions boundary or a service control policy that denies it, and for a pool of another account',
  },
  {
    code: DENIED,
    words: /email arn/i,
    say: () => 'emailConfiguration: the SES identity is not of this account: pass one that this account has verified',
  },
  {
    code: DENIED,
    say: (pool, _, { action }) => `${action} on user pool ${pool} was denied: check the permissions of the function's role`,
  },
  {
    code: /^(UnrecognizedClient|InvalidSignature|InvalidClientTokenId|ExpiredToken|MissingAuthenticationToken)/,
    say: (pool) => `the credentials of the function are not valid in the region of user pool ${pool}: `
      + 'check that the region is enabled for the account',
  },
  {
    code: /^UserImportInProgressException$/,
    say: (pool) => `a user import job runs in user pool ${pool} and locks its settings: deploy again when it has ended`,
  },
  {
    code: /^ConcurrentModificationException$/,
    say: (pool) => `user pool ${pool} was being changed by someone else again and again: `
      + 'deploy again when that has ended; CloudTrail tells who calls UpdateUserPool',
  },
  {
    code: /^InvalidSmsRoleTrustRelationshipException$/,
    say: () => 'smsConfiguration: the role does not let Cognito assume it: '
      + 'let it trust cognito-idp.amazonaws.com with the externalId of smsConfiguration as ExternalId',
  },
  {
    code: /^InvalidSmsRoleAccessPolicyException$/,
    say: () => 'smsConfiguration: the role may not send text messages: allow it sns:Publish on all resources',
  },
  {
    code: /^InvalidEmailRoleAccessPolicyException$/,
    say: () => 'emailConfiguration: Cognito may not send with the SES identity: add a policy to the identity that allows it, '
      + 'and check that the identity is in a region that Cognito can use',
  },
  {
    code: /^FeatureUnavailableInTierException$/,
    say: (pool) => `the tier of user pool ${pool} lacks a feature that its settings use: `
      + 'raise userPoolTier, or switch the feature off',
  },
  {
    code: /^TierChangeNotAllowedException$/,
    say: (pool) => `user pool ${pool} cannot change to this userPoolTier: `
      + 'switch off what the new tier lacks, and keep to the tiers your account may use',
  },
  {
    code: /^OperationNotEnabledException$/,
    say: (pool) => `user pool ${pool} does not allow this change here: `
      + 'change global settings of a replicated pool in its primary region',
  },
  {
    code: /^UserPoolTaggingException$/,
    say: () => 'userPoolTags: a tag was refused: keys must not start with aws:, and a pool has at most 50 tags',
  },
  {
    code: /Throttl|TooManyRequests|LimitExceeded|SlowDown/,
    say: (pool) => `Cognito throttled the calls for user pool ${pool} until the time was used up: `
      + 'deploy again, or give the provider a longer timeout',
  },
  {
    code: new RegExp(`^${FAULT.UNREACHABLE}$`),
    say: (pool) => `Cognito could not be reached for user pool ${pool}: ${NETWORK}`,
  },
  {
    code: new RegExp(`^${FAULT.NO_ANSWER}$`),
    say: (pool) => `Cognito gave no answer for user pool ${pool}: deploy again; if it stays so, ${NETWORK}`,
  },
  {
    code: new RegExp(`^${FAULT.UNREADABLE}$`),
    say: (pool) => `what answered for user pool ${pool} was not Cognito: ${NETWORK}`,
  },
  {
    code: new RegExp(`^${FAULT.OUT_OF_TIME}$`),
    say: (pool) => `the time of the function was used up before user pool ${pool} was as declared: `
      + `give the provider a longer timeout, or ${NETWORK}`,
  },
  {
    code: /^(InternalError|InternalFailure|InternalServer|ServiceUnavailable)/,
    say: (pool) => `Cognito had a fault of its own with user pool ${pool}: deploy again`,
  },
  {
    // A change by other means that left the list out leaves such a pool behind, which then refuses its own description.
    code: /^InvalidParameter/,
    words: /AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes/,
    say: (pool) => `user pool ${pool} asks for the verification of attributes that it does not verify: `
      + 'declare autoVerifiedAttributes, which somebody may have taken off, or userAttributeUpdateSettings',
  },
  {
    code: /^(InvalidParameter|Validation)/,
    say: (pool) => `Cognito refused the settings of user pool ${pool}: correct what it names`,
  },
  {
    code: /./,
    say: (pool, _, { action }) => `Cognito refused ${action} for user pool ${pool}`,
  },
];

const FAULTS: readonly string[] = Object.values(FAULT);

/** One sentence in the user's words: what, where, and what to do, then the service's own words without values. */
export function explain(error: ServiceError, userPoolId: string, redact: (text: string) => string): string {
  // What the service refused until the time was used up is what has to be mended; more time would not help.
  if (error.cause && !FAULTS.includes(error.cause.code)) return explain(error.cause, userPoolId, redact);
  for (const { code, words, say } of CASES) {
    const found = (words ?? /(?:)/).exec(error.message);
    if (!found || !code.test(error.code)) continue;
    const said = redact(error.message).trim().replace(/\.$/, '').replace(/\s+/g, ' ');
    return `${say(userPoolId, found, error)} (${error.action}: ${error.code}${said ? `: ${said}` : ''})`;
  }
  return `${error.action} failed`;
}
