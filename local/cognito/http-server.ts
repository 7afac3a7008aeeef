import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { EmbeddedCognito } from './embedded-cognito';
import { CognitoRefusal, NetworkFault, type ForeignAnswer } from './errors';
import { isObject, type JsonObject } from './json';
import { CONTENT_TYPE, TARGET_PREFIX } from '../../src/core/wire/api';
import type { Denial, Permission } from '../iam';
import { serveOnLoopback, type Served } from '../loopback';

export type CognitoServer = Served;

export interface ServingOptions {
  /** Why the owner of an access key lacks a permission; nothing if it does not. @default - all callers may do everything */
  authorize?(accessKeyId: string, permission: Permission): Denial | undefined;
}

/** Serves a Cognito to callers that speak HTTP; signatures are asked for, never checked. */
export async function serveCognito(cognito: EmbeddedCognito, options: ServingOptions = {}): Promise<CognitoServer> {
  const server = createServer((request, response) => {
    answer(cognito, options, request, response).catch(() => request.socket.destroy());
  });
  return serveOnLoopback(server);
}

async function answer(
  cognito: EmbeddedCognito, options: ServingOptions, request: IncomingMessage, response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  try {
    const action = actionOf(request);
    const { authorization } = request.headers;
    if (!authorization) throw new CognitoRefusal('MissingAuthenticationTokenException', 'Missing Authentication Token');
    const accessKeyId = accessKeyIdIn(authorization);
    reply(response, 200, cognito.call(action, parse(body), (permission) => options.authorize?.(accessKeyId, permission)));
  } catch (error) {
    if (error instanceof CognitoRefusal) {
      response.setHeader('x-amzn-ErrorType', `${error.code}:`);
      reply(response, error.status, { __type: error.code, message: error.message });
    } else if (error instanceof NetworkFault) {
      enact(error, request, response);
    } else {
      throw error;
    }
  }
}

/** Signature Version 4 names the key: `Credential=<key>/<date>/<Region>/<service>/aws4_request`. */
function accessKeyIdIn(authorization: string): string {
  return /\bCredential=([^/,\s]+)\//.exec(authorization)?.[1] ?? '';
}

function actionOf(request: IncomingMessage): string {
  const [prefix, action] = String(request.headers['x-amz-target'] ?? '').split('.');
  if (request.method !== 'POST' || prefix !== TARGET_PREFIX || !action) throw new CognitoRefusal('UnknownOperationException', '');
  return action;
}

function parse(body: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    value = undefined;
  }
  if (!isObject(value)) throw new CognitoRefusal('SerializationException', 'The request body is no JSON object');
  return value;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function enact({ kind, answer: foreign }: NetworkFault, request: IncomingMessage, response: ServerResponse): void {
  switch (kind) {
    case 'reset': request.socket.resetAndDestroy(); return;
    case 'silence': return;
    case 'answer': write(response, foreign!); return;
  }
}

function reply(response: ServerResponse, status: number, body: JsonObject): void {
  write(response, { status, contentType: CONTENT_TYPE, body: JSON.stringify(body) });
}

function write(response: ServerResponse, { status, contentType, body }: ForeignAnswer): void {
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'x-amzn-RequestId': randomUUID(),
  });
  response.end(body);
}
