import { Duration, Token } from 'aws-cdk-lib';
import type { UserPoolSettingsProviderOptions } from '../options';

/** AWS Lambda's own limit. */
export const LONGEST_TIMEOUT = Duration.minutes(15);

/** One error with all that AWS would refuse an hour later, or never. */
export function checkProviderOptions(options: UserPoolSettingsProviderOptions): void {
  const mistakes = [
    ...timeoutMistakes(options),
    ...wholeNumberMistakes('concurrency', options.concurrency, 1),
    ...wholeNumberMistakes('memorySize', options.memorySize, 128, 10_240),
    ...(['vpcSubnets', 'securityGroups'] as const).filter((name) => options[name] !== undefined && !options.vpc)
      .map((name) => `${name} is given without vpc: give the VPC too`),
    ...endpointMistakes(options),
  ];
  if (mistakes.length > 0) throw new Error(mistakes.join('; '));
}

function timeoutMistakes({ timeout }: UserPoolSettingsProviderOptions): string[] {
  const isAllowed = timeout === undefined || timeout.isUnresolved()
    || (timeout.toSeconds() >= 30 && timeout.toSeconds() <= LONGEST_TIMEOUT.toSeconds());
  return isAllowed ? [] : [`timeout must be from 30 seconds to 15 minutes, got ${timeout.toHumanString()}`];
}

function wholeNumberMistakes(name: string, value: number | undefined, least: number, most = Infinity): string[] {
  const isAllowed = value === undefined || Token.isUnresolved(value) || (Number.isInteger(value) && value >= least && value <= most);
  return isAllowed ? [] : [`${name} must be a whole number from ${least}${most === Infinity ? '' : ` to ${most}`}, got ${value}`];
}

/** What the handler takes: plain http or https. The text is not repeated, since it may hold a password. */
function endpointMistakes({ endpointUrl }: UserPoolSettingsProviderOptions): string[] {
  if (endpointUrl === undefined || Token.isUnresolved(endpointUrl)) return [];
  const url = URL.canParse(endpointUrl) ? new URL(endpointUrl) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  return isPlain ? [] : ['endpointUrl must be a plain http or https URL, without user, query and fragment'];
}
