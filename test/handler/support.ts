import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, request as httpsRequest } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';
import type { CloudFormationEvent } from '../../handler/event';
import type { Transport } from '../../handler/reply';
import type { Clock } from '../../service/clock';
import { Log } from '../../service/log';

export const POOL = 'us-east-1_AbCdEfGhI';

/** Time that passes only by sleeping; chance that is always at its upper end. */
export class FakeClock implements Clock {
  readonly slept: number[] = [];
  private time = 0;

  now(): number {
    return this.time;
  }

  async sleep(ms: number): Promise<void> {
    this.slept.push(ms);
    this.time += ms;
  }

  random(): number {
    return 1;
  }

  /** Work that takes time. */
  pass(ms: number): void {
    this.time += ms;
  }
}

/** A log, and what was written to it. */
export function captureLog(): { log: Log; lines: () => Record<string, unknown>[]; text: () => string } {
  const written: string[] = [];
  return {
    log: new Log({ requestType: 'Update', userPoolId: POOL }, (line) => written.push(line)),
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(''),
  };
}

export function cloudFormationEvent(changes: Partial<CloudFormationEvent> = {}): CloudFormationEvent {
  return {
    RequestType: 'Create',
    ResponseURL: 'https://127.0.0.1:1/reply?signature=secret-of-the-url',
    StackId: 'arn:aws:cloudformation:us-east-1:111122223333:stack/shop/0a1b',
    RequestId: 'request-1',
    LogicalResourceId: 'Settings',
    ResourceProperties: { UserPoolId: POOL, Settings: {} },
    ...changes,
  };
}

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

export interface LocalServer {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
}

type Answer = (received: Received, ...rest: Parameters<RequestListener>) => void;

/** A server on the loopback, which remembers what it received. */
export async function serve(answer: Answer): Promise<LocalServer> {
  const received: Received[] = [];
  return listen(createServer(listener(received, answer)), 'http', received);
}

let certificate: Promise<{ private: string; cert: string }> | undefined;

/** The same over TLS with a certificate of its own, and a transport that trusts it. */
export async function serveTls(answer: Answer): Promise<LocalServer & { transport: Transport }> {
  certificate ??= generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const { private: key, cert } = await certificate;
  const received: Received[] = [];
  const server = await listen(createTlsServer({ key, cert }, listener(received, answer)), 'https', received);
  const transport = ((url: URL, options: object, callback: Parameters<typeof httpsRequest>[2]) =>
    httpsRequest(url, { ...options, ca: cert }, callback)) as Transport;
  return { ...server, transport };
}

function listener(received: Received[], answer: Answer): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = { method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(chunks) };
      received.push(one);
      answer(one, request, response);
    });
  };
}

async function listen(server: Server, scheme: string, received: Received[]): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
