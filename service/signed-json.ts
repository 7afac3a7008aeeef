import type { Readable } from 'node:stream';
import { Hash } from '@smithy/hash-node';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Environment } from './endpoint';
import { Problem } from '../src/core/problem';
import { CONTENT_TYPE, SERVICE, TARGET_PREFIX } from '../src/core/wire/api';
import type { JsonObject } from '../src/core/wire/json';

/** What came back, unjudged. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** The header by which services name their exceptions, where there is one. */
  readonly errorType?: string;
  readonly text: string;
}

/** No whole answer came. */
export class ConnectionFault extends Error {
  constructor(
    message: string,
    /** Whether the service may have carried out the request. When in doubt, true. */
    readonly maybeSent: boolean,
  ) {
    super(message);
    this.name = 'ConnectionFault';
  }
}

const CONNECTION_TIMEOUT_MS = 3_000;

/**
 * One POST of signed JSON. There is no generated client on purpose: those drop members that their model lacks, in
 * answers and in requests, and what is dropped from an echo is lost on the pool.
 */
export class SignedJson {
  private readonly http = new NodeHttpHandler({ connectionTimeout: CONNECTION_TIMEOUT_MS });
  private readonly signer: SignatureV4;

  constructor(private readonly endpoint: URL, region: string, environment: Environment) {
    const accessKeyId = environment.AWS_ACCESS_KEY_ID;
    const secretAccessKey = environment.AWS_SECRET_ACCESS_KEY;
    const sessionToken = environment.AWS_SESSION_TOKEN;
    if (!accessKeyId || !secretAccessKey) {
      throw new Problem('the function has no AWS credentials in its environment: give it an execution role');
    }
    this.signer = new SignatureV4({
      service: SERVICE,
      region,
      credentials: { accessKeyId, secretAccessKey, sessionToken },
      sha256: Hash.bind(null, 'sha256'),
    });
  }

  async post(action: string, document: JsonObject, timeoutMs: number): Promise<Answer> {
    const request = await this.sign(action, JSON.stringify(document));
    // One timer for the whole exchange. The handler's own `requestTimeout` ends with the first header (and only warns,
    // unless told to throw), so a server that falls silent in the middle of its answer would never end.
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeoutMs);
    try {
      const { response } = await this.http.handle(request, { abortSignal: abort.signal });
      return {
        status: response.statusCode,
        contentType: response.headers['content-type'] ?? '',
        errorType: response.headers['x-amzn-errortype'],
        text: await textOf(response.body as Readable),
      };
    } catch (error) {
      const { host } = this.endpoint;
      if (abort.signal.aborted) throw new ConnectionFault(`no whole answer from ${host} within ${timeoutMs} ms`, true);
      throw faultOf(error as NodeJS.ErrnoException, host);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the connections that are kept alive between calls: one that slept through a frozen sandbox is a broken one. */
  close(): void {
    this.http.destroy();
  }

  private async sign(action: string, body: string): Promise<HttpRequest> {
    const { protocol, hostname, port, host, pathname } = this.endpoint;
    const request = new HttpRequest({
      method: 'POST',
      protocol,
      hostname,
      port: port ? Number(port) : undefined,
      path: pathname,
      headers: {
        host,
        'content-type': CONTENT_TYPE,
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'cdk-cognito-user-pool-settings',
        'x-amz-target': `${TARGET_PREFIX}.${action}`,
      },
      body,
    });
    return await this.signer.sign(request) as HttpRequest;
  }
}

async function textOf(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function faultOf(error: NodeJS.ErrnoException, host: string): ConnectionFault {
  // The handler's connection timeout is the one TimeoutError that has no code of the system's.
  if (error.name === 'TimeoutError' && !error.code) {
    return new ConnectionFault(`no connection to ${host} within ${CONNECTION_TIMEOUT_MS} ms`, false);
  }
  const neverLeft = error.syscall === 'connect' || error.syscall === 'getaddrinfo';
  const what = neverLeft ? 'no connection to' : 'the connection broke to';
  return new ConnectionFault(`${what} ${host} (${error.code ?? error.name})`, !neverLeft);
}
