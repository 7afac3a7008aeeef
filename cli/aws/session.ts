import { explain } from './explain';
import { REAL_CLOCK } from '../../service/clock';
import type { Post } from '../../service/cognito-port';
import { endpointOf, regionOf } from '../../service/endpoint';
import type { Log } from '../../service/log';
import { Redactor } from '../../service/redact';
import type { SignedJson } from '../../service/signed-json';
import type { ServiceError, UserPoolPort } from '../../src/core/apply/port';
import { Failure } from '../failure';
import type { Credentials, World } from '../world';

export interface SessionOptions {
  readonly profile?: string;
  readonly region?: string;
  readonly endpointUrl?: string;
}

/** How long the calls of one opened port may take, all together. */
const PATIENCE_MS = 60_000;

/** Who calls AWS, and where. Nothing is looked up before it is needed. */
export class Session {
  readonly redactor = new Redactor();
  private found: Promise<Credentials> | undefined;

  constructor(private readonly options: SessionOptions, private readonly world: World, private readonly log: Log) {}

  get profile(): string | undefined {
    return this.options.profile;
  }

  /** Where all services are reached, if that was said. */
  get endpointUrl(): string | undefined {
    return this.options.endpointUrl;
  }

  /** The Region that was asked for on the command line. */
  get givenRegion(): string | undefined {
    return this.options.region;
  }

  /** By the standard chain: environment, profiles, IAM Identity Center, processes, web identities, containers, instances. */
  async credentials(): Promise<Credentials> {
    this.found ??= this.world.credentials?.() ?? this.byChain();
    return this.found;
  }

  /** The Region of calls that no user pool's id tells one for. */
  async region(): Promise<string> {
    const { AWS_REGION, AWS_DEFAULT_REGION } = this.world.environment;
    const region = this.options.region ?? AWS_REGION ?? AWS_DEFAULT_REGION ?? await this.regionOfProfile();
    if (!region) throw new Failure('no Region is known: give --region, or set AWS_REGION or the region of the profile');
    return region;
  }

  /** The way to one pool; `--region` is for the replica of a pool in another Region than its id tells. */
  async open(userPoolId: string): Promise<{ readonly port: UserPoolPort; close(): void }> {
    const region = this.options.region ?? regionOf(userPoolId);
    const connection = await this.connect(region);
    const { CognitoPort } = await import('../../service/cognito-port');
    const { judgeAnswer } = await import('../../service/verdict');
    const { log, redactor } = this;
    const deadline = REAL_CLOCK.now() + PATIENCE_MS;
    const post: Post = async (action, document, timeoutMs) => {
      const answer = await connection.post(action, document, timeoutMs);
      const verdict = judgeAnswer(action, answer);
      // A permission that a deployment has just added may be on its way; those of a person are there or are missing.
      if ('error' in verdict && verdict.again === 'spreading') throw verdict.error;
      return answer;
    };
    const port = CognitoPort.open(post, { clock: REAL_CLOCK, log, redactor, deadline });
    return { port, close: () => connection.close() };
  }

  /** What Cognito refused of a user pool, and what to do about it. */
  explain(error: ServiceError, userPoolId: string): string {
    return explain(error, `the user pool ${userPoolId}`, (text) => this.redactor.redact(text));
  }

  /** Signed JSON to Cognito in a Region. */
  async connect(region: string): Promise<SignedJson> {
    const { SignedJson } = await import('../../service/signed-json');
    const { accessKeyId, secretAccessKey, sessionToken } = await this.credentials();
    const { endpointUrl } = this.options;
    if (endpointUrl !== undefined && !/^https?:\/\/[^/?#@\s]+\/?$/.test(endpointUrl)) {
      throw new Failure('--endpoint-url must be a plain http or https URL, such as http://127.0.0.1:4566');
    }
    const environment = { ...this.world.environment, ...endpointUrl !== undefined && { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpointUrl } };
    return new SignedJson(endpointOf(region, environment), region, {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    });
  }

  private async byChain(): Promise<Credentials> {
    const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
    const { profile } = this.options;
    try {
      return await defaultProvider({ profile, logger: QUIET })();
    } catch (error) {
      throw new Failure(`no credentials for AWS were found${profile === undefined ? '' : ` by the profile ${profile}`} (${firstSentence(error)}): sign in with aws sso login or aws configure, `
        + 'name a profile by --profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY', { cause: error });
    }
  }

  private async regionOfProfile(): Promise<string | undefined> {
    const { loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS } = await import('@smithy/core/config');
    const { profile } = this.options;
    return loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, profile })().catch(() => undefined);
  }
}

/** The chain warns by itself of what a person who names a profile has decided. */
const QUIET = { trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function firstSentence(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split(/\.?\n|\. /)[0].replace(/\.$/, '');
}
