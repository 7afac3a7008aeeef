import { Duration, Token } from 'aws-cdk-lib';
import type { UserPoolSettingsProviderOptions } from '../options';

/** AWS Lambda's own limit. */
export const LONGEST_TIMEOUT = Duration.minutes(15);

/** Types are not checked in JavaScript, and a misspelt boundary would be none. */
const OPTIONS: readonly string[] = Object.keys({
  timeout: 0, memorySize: 0, concurrency: 0, logRetention: 0, vpc: 0, vpcSubnets: 0, securityGroups: 0, endpointUrl: 0, permissionsBoundary: 0,
} satisfies Record<keyof UserPoolSettingsProviderOptions, 0>);

/** One error with all that AWS would refuse an hour later, or never. */
export function checkProviderOptions(options: UserPoolSettingsProviderOptions): void {
  const mistakes = [
    ...Object.keys(options).filter((name) => !OPTIONS.includes(name)).map((name) => `${name} is no option: the options are ${OPTIONS.join(', ')}`),
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
  if (timeout === undefined || timeout.isUnresolved()) return [];
  const seconds = timeout.toMilliseconds() / 1000;
  const isAllowed = Number.isInteger(seconds) && seconds >= 30 && seconds <= LONGEST_TIMEOUT.toSeconds();
  const inWhole = Number.isInteger(seconds) ? '' : ', in whole seconds';
  return isAllowed ? [] : [`timeout must be from 30 seconds to 15 minutes${inWhole}, got ${timeout.toHumanString()}`];
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
