import { Problem } from '../src/core/problem';
import { SERVICE } from '../src/core/wire/api';

export type Environment = Readonly<Record<string, string | undefined>>;

/** As the AWS SDKs name them: the service's own, then the one for all services. */
const ENDPOINT_VARIABLES = ['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', 'AWS_ENDPOINT_URL'];

/** The construct sets it to `AWS::URLSuffix`, so every partition works without a table of partitions. */
const SUFFIX_VARIABLE = 'COGNITO_URL_SUFFIX';

/** A region, an underscore, letters and digits, 55 in all. Anchored, since the region becomes part of a host name. */
const POOL_ID = /^(?=.{1,55}$)([a-z]{2,}(?:-[a-z]+)+-\d+)_[0-9A-Za-z]+$/;

/** The region that a pool is in is part of its id, so a pool is found where it is and not where the function runs. */
export function regionOf(userPoolId: unknown): string {
  const region = typeof userPoolId === 'string' ? POOL_ID.exec(userPoolId)?.[1] : undefined;
  if (region === undefined) {
    const got = typeof userPoolId === 'string' ? `'${userPoolId.slice(0, 100)}'` : 'no id';
    throw new Problem(
      `userPool: the id of a user pool looks like us-east-1_AbCdEfGhI, got ${got}: check the pool passed as userPool`,
    );
  }
  return region;
}

export function endpointOf(region: string, environment: Environment): URL {
  const variable = ENDPOINT_VARIABLES.find((name) => environment[name]);
  if (!variable) return new URL(`https://${SERVICE}.${region}.${environment[SUFFIX_VARIABLE] || 'amazonaws.com'}/`);

  const given = parse(environment[variable]!);
  // Its text is not repeated: whoever puts a password into an URL does not expect to find it in a stack's events.
  if (!given) {
    throw new Problem(
      `the environment variable ${variable} is no plain http or https URL: correct the endpoint of the provider`,
    );
  }
  return given;
}

function parse(text: string): URL | undefined {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const plain = /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  return plain ? url : undefined;
}
