import { FAULT } from '../../service/fault';
import type { ServiceError } from '../../src/core/apply/port';

/** What is wrong and what to do about it, by the code of a refusal; the first row that fits speaks. */
const CASES: readonly { readonly code: RegExp; readonly say: (pool: string, error: ServiceError) => string }[] = [
  {
    code: /^ResourceNotFoundException$/,
    say: (pool) => `${pool} does not exist in this account and Region: check the id, --profile and --region`,
  },
  {
    code: /^(AccessDenied|NotAuthorized|Forbidden)/,
    say: (pool, { action }) => `these credentials may not call cognito-idp:${action} on ${pool}: allow it, or choose others by --profile`,
  },
  {
    code: /^(UnrecognizedClient|InvalidSignature|InvalidClientTokenId|ExpiredToken|MissingAuthenticationToken)/,
    say: () => 'these credentials are not valid: sign in again, or choose others by --profile; a Region may have to be enabled for the account',
  },
  {
    code: /Throttl|TooManyRequests|LimitExceeded|SlowDown/,
    say: (pool) => `Cognito throttled the calls for ${pool}: try again in a minute`,
  },
  {
    code: new RegExp(`^(${Object.values(FAULT).join('|')})$`),
    say: (pool) => `Cognito could not be reached for ${pool}: check the network, the proxy, --region and --endpoint-url`,
  },
  { code: /(?:)/, say: (pool, { action }) => `Cognito refused ${action} for ${pool}` },
];

/** One sentence for whoever ran the tool, then the service's own words without values. */
export function explain(error: ServiceError, subject: string, redact: (text: string) => string): string {
  const { say } = CASES.find(({ code }) => code.test(error.code))!;
  const said = redact(error.message).trim().replace(/\.$/, '').replace(/\s+/g, ' ');
  return `${say(subject, error)} (${error.action}: ${error.code}${said ? `: ${said}` : ''})`;
}
