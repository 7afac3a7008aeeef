import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ANSWERS, Refusal } from './answers';
import type { Stacks } from './stacks';
import { element, Raw } from './xml';
import { serveOnLoopback, type Served } from '../loopback';

export interface CloudFormationServer extends Served {
  /** The actions that were asked for, also those that were refused. */
  readonly actions: string[];
}

export interface ServingOptions {
  /** Actions that the caller may not call. @default - all may be called */
  readonly denied?: readonly string[];
}

/** Serves the reading calls of CloudFormation in AWS's query protocol; signatures are asked for, never checked. */
export async function serveCloudFormation(stacks: Stacks, { denied = [] }: ServingOptions = {}): Promise<CloudFormationServer> {
  const actions: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  return { ...await serveOnLoopback(server), actions };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { Action: action = '', ...given } = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
    actions.push(action);
    try {
      if (!request.headers.authorization) throw refused('MissingAuthenticationToken', 'Request is missing Authentication Token');
      if (denied.includes(action)) throw refused('AccessDenied', `User is not authorized to perform: cloudformation:${action}`);
      const known = Object.hasOwn(ANSWERS, action) ? ANSWERS[action] : undefined;
      if (!known) throw new Refusal('InvalidAction', `Could not find operation ${action}`);
      reply(response, 200, element(`${action}Response`, new Raw(element(`${action}Result`, new Raw(known(stacks, given))))));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message, status } = error;
      const inner = `${element('Type', 'Sender')}${element('Code', code)}${element('Message', message)}`;
      reply(response, status, element('ErrorResponse', new Raw(element('Error', new Raw(inner)))));
    }
  }
}

function refused(code: string, message: string): Refusal {
  return new Refusal(code, message, 403);
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/xml', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
