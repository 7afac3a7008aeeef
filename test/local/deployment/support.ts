import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  LocalDeployment, type LocalDeploymentOptions, type StackEvent, type Template, type TemplateResource,
} from '../../../local/deployment';
import type { JsonObject } from '../../../src/core/wire/json';

/** A custom resource handler that does as its properties say. */
const TINY_HANDLER = `
const https = require('node:https');
let count = 0;

exports.handler = async (event, context) => {
  const props = event.ResourceProperties;
  count += 1;
  console.log(JSON.stringify({ say: props.Say, type: event.RequestType, count }));
  const home = require('node:os').homedir();
  if (props.Print === 'environment') console.log(JSON.stringify({ environment: process.env, home }));
  if (props.Print === 'context') console.log(JSON.stringify({ ...context, remaining: context.getRemainingTimeInMillis() }));
  if (props.Print === 'stderr') { console.error('to the error stream'); process.stdout.write('to the output'); }
  const mode = [].concat(props[event.RequestType] ?? []);
  if (mode.includes('silence')) return;
  if (mode.includes('hang')) await new Promise(() => setInterval(() => {}, 1000));
  if (mode.includes('exit')) process.exit(3);
  if (mode.includes('throw')) throw new Error('thrown on purpose');
  if (mode.includes('throw once') && count === 1) throw new Error('thrown once');
  const reply = {
    Status: mode.includes('fail') ? 'FAILED' : 'SUCCESS',
    Reason: mode.includes('fail') ? 'told to fail' : undefined,
    PhysicalResourceId: mode.includes('marker') ? 'marker' : props.Id ?? 'thing',
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    Data: { Seen: props.Say ?? '', Count: count },
    ...JSON.parse(props.Reply ?? '{}'),
  };
  for (let tries = 0; tries < 4; tries++) {
    const status = await put(event.ResponseURL, JSON.stringify(reply), mode).catch((error) => error.code);
    console.log(JSON.stringify({ reply: status }));
    if (status === 200 || status === 403) return;
  }
  throw new Error('no reply was taken');
};

function put(url, body, mode) {
  return new Promise((resolve, reject) => {
    const length = mode.includes('characters') ? body.length : Buffer.byteLength(body);
    const headers = { 'content-type': mode.includes('typed') ? 'application/json' : '' };
    if (!mode.includes('chunked')) headers['content-length'] = length;
    const request = https.request(url, { method: 'PUT', headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.write(body);
    request.end();
  });
}
`;

export function writeTinyHandler(folder: string): string {
  const file = join(folder, 'index.js');
  writeFileSync(file, TINY_HANDLER);
  return file;
}

const opened: (() => unknown)[] = [];

/** A deployment whose functions all run the tiny handler; `closeAll` ends it. */
export async function tiny(options: Partial<LocalDeploymentOptions> = {}): Promise<LocalDeployment> {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-handler-'));
  opened.push(() => rmSync(folder, { recursive: true }));
  const file = writeTinyHandler(folder);
  const deployment = await LocalDeployment.start({ cognitoUrl: 'http://127.0.0.1:1', handlerFile: () => file, ...options });
  opened.push(async () => deployment.close());
  return deployment;
}

export async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

export function lambda(properties: JsonObject = {}): TemplateResource {
  return { Type: 'AWS::Lambda::Function', Properties: { Handler: 'index.handler', Timeout: 10, ...properties } };
}

export function thing(properties: JsonObject, more: Partial<TemplateResource> = {}): TemplateResource {
  return { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['Function', 'Arn'] }, ...properties }, ...more };
}

export function template(things: Record<string, TemplateResource>, more: Partial<Template> = {}): Template {
  return { Resources: { Function: lambda(), ...things }, ...more };
}

/** `Create A`, `Update B`: what was sent to the Lambda. */
export function sent({ requests }: LocalDeployment): string[] {
  return requests.map(({ RequestType, LogicalResourceId }) => `${RequestType} ${LogicalResourceId}`);
}

/** `CREATE_COMPLETE A`: what a deployment told of its steps. */
export function steps(events: readonly StackEvent[]): string[] {
  return events.map(({ status, logicalId }) => `${status} ${logicalId}`);
}

/** The lines of the log that are JSON and have this member. */
export function logged(deployment: LocalDeployment, member: string): JsonObject[] {
  const lines = deployment.logs.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as JsonObject);
  return lines.filter((line) => member in line);
}
