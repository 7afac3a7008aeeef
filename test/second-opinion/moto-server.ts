import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pythonThatRuns } from './python';
import type { JsonObject } from '../../src/core/wire/json';

/** The first Python on this machine that has moto's server. */
export function pythonWithMoto(): string | undefined {
  return pythonThatRuns('import moto.server');
}

/** Somebody else's Cognito, in a process of its own on a free port. */
export class MotoServer {
  public static async start(python: string): Promise<MotoServer> {
    const child = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', '0'], {
      // No developer's profile or credentials may reach a server that is asked for anything.
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PYTHONUNBUFFERED: '1', AWS_EC2_METADATA_DISABLED: 'true' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const lines: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      // Werkzeug tells on its error stream where it runs.
      createInterface({ input: child.stderr }).on('line', (line) => {
        lines.push(line);
        const found = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(line);
        if (found) resolve(found[1]);
      });
      child.once('error', reject);
      child.once('close', (code) => reject(new Error(`moto ended with ${code}: ${lines.join('\n')}`)));
    });
    return new MotoServer(url, child);
  }

  private constructor(public readonly url: string, private readonly child: ChildProcess) {}

  /** One API call; moto reads the Region from the signature and checks nothing else of it. */
  public async call(action: string, request: JsonObject): Promise<JsonObject> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
        'authorization': 'AWS4-HMAC-SHA256 Credential=LOCAL/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=none',
      },
      body: JSON.stringify(request),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${action}: ${response.status} ${text}`);
    return text === '' ? {} : JSON.parse(text) as JsonObject;
  }

  public async close(): Promise<void> {
    const closed = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await closed;
  }
}
