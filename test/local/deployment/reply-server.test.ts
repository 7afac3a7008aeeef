import { request } from 'node:https';
import { ReplyServer } from '../../../local/deployment/reply-server';

const IDENTITY = { StackId: 'arn:stack', RequestId: 'request', LogicalResourceId: 'Thing' };
const REPLY = JSON.stringify({ ...IDENTITY, Status: 'SUCCESS', PhysicalResourceId: 'id' });

let server: ReplyServer;

beforeEach(async () => {
  server = await ReplyServer.start({ idleMillis: 50 });
});
afterEach(async () => server.close());

type Headers = Record<string, string | number>;

async function put(url: string, body: string, more: Headers = {}, method = 'PUT'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': '', 'content-length': Buffer.byteLength(body), ...more };
    const sending = request(url, { method, headers, ca: server.certificate, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

test('the reply to a request is given to who waits for it', async () => {
  const expected = server.expect(IDENTITY);
  expect(await put(expected.url, REPLY)).toBe(200);
  expect(await expected.received).toEqual({ reply: JSON.parse(REPLY) as unknown });
  expect(server.problems).toEqual([]);
});

test('every request has a URL of its own, that names it as the real one does', () => {
  const urls = [server.expect(IDENTITY).url, server.expect(IDENTITY).url];
  expect(urls[0]).not.toBe(urls[1]);
  expect(urls[0]).toContain('/arn%3Astack%7CThing%7Crequest?AWSAccessKeyId=');
});

test('a URL without its signature, and one that is over, are refused', async () => {
  const { url, forget } = server.expect(IDENTITY);
  expect(await put(url.replace(/&Signature=.*/, ''), REPLY)).toBe(403);
  forget();
  expect(await put(url, REPLY)).toBe(403);
  expect(server.problems).toEqual(Array(2).fill('403 SignatureDoesNotMatch: no such presigned URL'));
});

test('another method is refused', async () => {
  expect(await put(server.expect(IDENTITY).url, REPLY, {}, 'POST')).toBe(403);
});

test('fewer bytes than announced are waited for, and then refused', async () => {
  const { url } = server.expect(IDENTITY);
  expect(await put(url, REPLY, { 'content-length': Buffer.byteLength(REPLY) + 5 })).toBe(400);
  expect(server.problems).toEqual(['400 RequestTimeout: fewer bytes than the content-length announced']);
});

test('faults are used up in their order', async () => {
  const { url } = server.expect(IDENTITY);
  server.script({ answer: 503, times: 1 }, { answer: 'reset', times: 1 }, { answer: 500, times: 1 });
  expect(await put(url, REPLY)).toBe(503);
  await expect(put(url, REPLY)).rejects.toThrow();
  expect(await put(url, REPLY)).toBe(500);
  expect(await put(url, REPLY)).toBe(200);
});
