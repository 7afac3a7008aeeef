import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { loopbackCertificate } from './certificate';
import type { RequestIdentity } from './custom-resource-protocol';
import { checkReply, headerRefusal, type CheckedReply, type Refusal } from './reply-check';

/** What the next replies meet: so many refusals or cut connections before one is taken, or a silence without end. */
export type ReplyFault = { readonly answer: number | 'reset'; readonly times: number } | { readonly answer: 'never' };

/** A request that waits for its reply. */
export interface ExpectedReply {
  readonly url: string;
  readonly received: Promise<CheckedReply>;
  /** From now on the URL is as good as expired. */
  forget(): void;
}

interface Waiting {
  readonly identity: RequestIdentity;
  readonly resolve: (reply: CheckedReply) => void;
}

export interface ReplyServerOptions {
  /** How long S3 waits for the bytes that the content-length promised. */
  readonly idleMillis?: number;
}

/** The place of the presigned S3 URLs to which the Lambda of a custom resource PUTs its reply. */
export class ReplyServer {
  public static async start(options: ReplyServerOptions = {}): Promise<ReplyServer> {
    const { key, cert } = await loopbackCertificate();
    const server = createServer({ key, cert });
    const replies = new ReplyServer(server, cert, options.idleMillis ?? 2000);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return replies;
  }

  /** What a PUT was refused for, and what CloudFormation held against a reply: empty when the handler does it right. */
  public readonly problems: string[] = [];
  private readonly waiting = new Map<string, Waiting>();
  private faults: ReplyFault[] = [];

  private constructor(private readonly server: Server, public readonly certificate: string, private readonly idleMillis: number) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.take(request, response).catch((error: Error) => this.problems.push(`reply: ${error.message}`));
    });
    server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      // Bytes after the body are read as a next request that makes no sense: the content-length was too small.
      if (error.code?.startsWith('HPE_')) this.problems.push('bytes after the end that the content-length announced');
      socket.destroy();
    });
  }

  public expect(identity: RequestIdentity): ExpectedReply {
    const object = encodeURIComponent(`${identity.StackId}|${identity.LogicalResourceId}|${identity.RequestId}`);
    const path = `/${object}?AWSAccessKeyId=LOCAL&Expires=2147483647&Signature=${randomBytes(16).toString('hex')}`;
    const received = new Promise<CheckedReply>((resolve) => this.waiting.set(path, { identity, resolve }));
    const { port } = this.server.address() as AddressInfo;
    return { url: `https://127.0.0.1:${port}${path}`, received, forget: () => void this.waiting.delete(path) };
  }

  /** Faults are used up in the order in which they were scripted. */
  public script(...faults: ReplyFault[]): void {
    this.faults = [...faults];
  }

  public async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = this.nextFault();
    if (fault?.answer === 'never') return;
    if (fault?.answer === 'reset') return void request.socket.destroy();
    const body = await this.read(request);
    if (fault) return refuse(response, { status: fault.answer, code: 'ServiceUnavailable', message: 'Reduce your request rate' });

    const waiting = this.waiting.get(request.url ?? '');
    const refusal = headerRefusal(request.method, request.headers)
      ?? (waiting ? undefined : { status: 403, code: 'SignatureDoesNotMatch', message: 'no such presigned URL' })
      ?? (body ? undefined : { status: 400, code: 'RequestTimeout', message: 'fewer bytes than the content-length announced' });
    if (refusal) {
      this.problems.push(`${refusal.status} ${refusal.code}: ${refusal.message}`);
      return refuse(response, refusal);
    }
    const checked = checkReply(body!, waiting!.identity);
    if (checked.problem !== undefined) this.problems.push(checked.problem);
    // S3 takes whatever is signed; it is CloudFormation that reads it.
    response.writeHead(200).end();
    waiting!.resolve(checked);
  }

  /** The body, or `undefined` when bytes that were announced do not come. */
  private async read(request: IncomingMessage): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    return new Promise((resolve) => {
      const idle = setTimeout(() => resolve(undefined), this.idleMillis);
      request.on('data', (chunk: Buffer) => void chunks.push(chunk));
      request.on('end', () => resolve(Buffer.concat(chunks)));
      request.on('error', () => resolve(undefined));
      request.on('close', () => { clearTimeout(idle); resolve(undefined); });
    });
  }

  private nextFault(): ReplyFault | undefined {
    const [fault] = this.faults;
    if (!fault || fault.answer === 'never') return fault;
    this.faults = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }, ...this.faults.slice(1)] : this.faults.slice(1);
    return fault;
  }
}

function refuse(response: ServerResponse, { status, code, message }: Refusal): void {
  // The rest of an incomplete body is never read: the connection can not be used again.
  response.writeHead(status, { 'connection': 'close', 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
}
