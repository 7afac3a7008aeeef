import type { Environment } from '../service/endpoint';

/** What a stream to a person or a pipe is, as far as the tool needs it. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** All that the tool has of the world around it. */
export interface World {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly environment: Environment;
  /** Aborted when a person wants the tool to end. */
  readonly interrupted: AbortSignal;
  /** @default - the standard chain of the AWS SDKs */
  readonly credentials?: () => Promise<Credentials>;
}
