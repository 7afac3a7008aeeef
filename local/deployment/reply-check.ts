import type { IncomingHttpHeaders } from 'node:http';
import type { CustomResourceReply, RequestIdentity } from './custom-resource-protocol';
import { isObject, type Json } from '../../src/core/wire/json';

/** The limits of the custom resource protocol. */
const MAX_REPLY_BYTES = 4096;
const MAX_PHYSICAL_ID_BYTES = 1024;

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** What S3 holds against a PUT on its presigned URL, before it has read the body. */
export function headerRefusal(method: string | undefined, headers: IncomingHttpHeaders): Refusal | undefined {
  if (method !== 'PUT') return { status: 403, code: 'SignatureDoesNotMatch', message: `signed for PUT, got ${method}` };
  if (headers['content-type']) {
    const message = `signed for an empty content-type, got ${headers['content-type']}`;
    return { status: 403, code: 'SignatureDoesNotMatch', message };
  }
  if (headers['transfer-encoding']) {
    const message = `a header implies functionality that is not implemented: transfer-encoding ${headers['transfer-encoding']}`;
    return { status: 501, code: 'NotImplemented', message };
  }
  if (headers['content-length'] === undefined) return { status: 411, code: 'MissingContentLength', message: 'no content-length' };
  return undefined;
}

/** A reply that CloudFormation takes, or what it holds against the object that it found. */
export type CheckedReply =
  | { readonly reply: CustomResourceReply; readonly problem?: undefined }
  | { readonly problem: string; readonly reply?: undefined };

export function checkReply(body: Buffer, identity: RequestIdentity): CheckedReply {
  if (body.length > MAX_REPLY_BYTES) {
    return { problem: `Response object is too long: ${body.length} bytes of at most ${MAX_REPLY_BYTES}` };
  }
  const reply = parse(body);
  if (!isObject(reply)) return { problem: 'Response object is not valid JSON' };
  for (const name of ['StackId', 'RequestId', 'LogicalResourceId'] as const) {
    if (reply[name] === identity[name]) continue;
    return { problem: `Vendor response has ${name} ${JSON.stringify(reply[name])}, not ${identity[name]}` };
  }
  const { Status, Reason, PhysicalResourceId, Data } = reply;
  if (Status !== 'SUCCESS' && Status !== 'FAILED') return { problem: `Vendor response has Status ${JSON.stringify(Status)}` };
  if (!isText(PhysicalResourceId) || Buffer.byteLength(PhysicalResourceId) > MAX_PHYSICAL_ID_BYTES) {
    return { problem: 'Invalid PhysicalResourceId' };
  }
  if (Status === 'FAILED' && !isText(Reason)) return { problem: 'Vendor response FAILED without a Reason' };
  if (Data !== undefined && Data !== null && !isObject(Data)) return { problem: 'Vendor response has Data that is no map' };
  return { reply: reply as unknown as CustomResourceReply };
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '';
}

function parse(body: Buffer): Json | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as Json;
  } catch {
    return undefined;
  }
}
