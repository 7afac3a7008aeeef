import { createHash, createHmac } from 'node:crypto';
import { ConnectionFault, SignedJson } from '../../service/signed-json';
import { serve, type LocalServer, type Received } from '../handler/support';

const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  AWS_SESSION_TOKEN: 'token==',
};

let server: LocalServer;
let connection: SignedJson | undefined;

afterEach(async () => {
  connection?.close();
  await server?.close();
});

async function connect(answer: Parameters<typeof serve>[0], path = '', environment: Record<string, string> = ENVIRONMENT) {
  server = await serve(answer);
  connection = new SignedJson(new URL(`${server.url}${path}`), 'eu-central-1', environment);
  return connection;
}

const json =
  (document: unknown): Parameters<typeof serve>[0] =>
    (_, __, response) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(document));
    };

/** Signature Version 4, written down from its documentation. */
function signatureOf(request: Received, date: string, region: string, signedHeaders: string[]): string {
  const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const canonical = [
    request.method,
    request.url.split('/').map(encodeURIComponent).join('/'),
    '',
    ...signedHeaders.map((name) => `${name}:${String(request.headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
  const day = date.slice(0, 8);
  const scope = `${day}/${region}/cognito-idp/aws4_request`;
  const key = [day, region, 'cognito-idp', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${ENVIRONMENT.AWS_SECRET_ACCESS_KEY}`,
  );
  return hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex');
}

test.each(['', '/prefix/v1', '/a%20b/'])(
  'the signature is the one of an independent computation, for the path "%s"',
  async (path) => {
    const client = await connect(json({}), path);
    await client.post('DescribeUserPool', { UserPoolId: 'eu-central-1_Größe😀' }, 1_000);

    const [request] = server.received;
    expect(request.url).toBe(path || '/');
    const { authorization, 'x-amz-date': date } = request.headers as Record<string, string>;
    const [, credential, signed, signature] = /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(
      authorization,
    )!;
    expect(credential).toBe(`AKIDEXAMPLE/${date.slice(0, 8)}/eu-central-1/cognito-idp/aws4_request`);
    expect(signed.split(';')).toEqual(
      expect.arrayContaining(['content-type', 'host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target']),
    );
    expect(signature).toBe(signatureOf(request, date, 'eu-central-1', signed.split(';')));
  },
);

test('the request says what it is', async () => {
  const client = await connect(json({}));
  await client.post('SetUserPoolMfaConfig', { a: 'ä€😀' }, 1_000);
  const [{ method, headers, body }] = server.received;
  expect(method).toBe('POST');
  expect(headers).toMatchObject({
    'host': new URL(server.url).host,
    'content-type': 'application/x-amz-json-1.1',
    'content-length': String(Buffer.byteLength('{"a":"ä€😀"}')),
    'x-amz-target': 'AWSCognitoIdentityProviderService.SetUserPoolMfaConfig',
    'x-amz-security-token': 'token==',
  });
  expect(body.toString()).toBe('{"a":"ä€😀"}');
});

test('lasting credentials have no session token', async () => {
  const client = await connect(json({}), '', { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'B' });
  await client.post('DescribeUserPool', {}, 1_000);
  expect(server.received[0].headers['x-amz-security-token']).toBeUndefined();
});

test('missing credentials are said in one sentence', () => {
  expect(() => new SignedJson(new URL('http://127.0.0.1/'), 'us-east-1', {})).toThrow('no AWS credentials');
});

test('members that nobody knows survive both ways, at any depth', async () => {
  const document = {
    Known: 1,
    FromTheFuture: { Deep: [{ Deeper: null, Empty: {}, None: [], Text: '', Number: 1.5, Flag: false }] },
  };
  const client = await connect(json(document));
  const answer = await client.post('UpdateUserPool', document, 1_000);
  expect(JSON.parse(server.received[0].body.toString())).toEqual(document);
  expect(JSON.parse(answer.text)).toEqual(document);
});

test('an answer is handed on unjudged: status, content type, name of the exception, text', async () => {
  const client = await connect((_, __, response) => {
    response
      .writeHead(502, { 'content-type': 'text/html; charset=utf-8', 'x-amzn-ErrorType': 'Name:http://x/' })
      .end('<html>Größe</html>');
  });
  expect(await client.post('DescribeUserPool', {}, 1_000)).toEqual({
    status: 502,
    contentType: 'text/html; charset=utf-8',
    errorType: 'Name:http://x/',
    text: '<html>Größe</html>',
  });
});

test('a redirect is not followed, since the request is signed for one host', async () => {
  const client = await connect((_, __, response) => void response.writeHead(302, { location: '/elsewhere' }).end());
  expect(await client.post('DescribeUserPool', {}, 1_000)).toEqual({
    status: 302,
    contentType: '',
    errorType: undefined,
    text: '',
  });
  expect(server.received).toHaveLength(1);
});

test('characters that are cut by the packets of the network stay whole', async () => {
  const bytes = Buffer.from('{"a":"😀"}');
  const client = await connect((_, __, response) => {
    response.write(bytes.subarray(0, 8));
    setTimeout(() => response.end(bytes.subarray(8)), 20);
  });
  expect((await client.post('DescribeUserPool', {}, 1_000)).text).toBe('{"a":"😀"}');
});

describe('without a whole answer', () => {
  async function faultOf(post: Promise<unknown>): Promise<ConnectionFault> {
    const fault = await post.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(ConnectionFault);
    return fault as ConnectionFault;
  }

  test('silence ends at the timeout, and may have been carried out', async () => {
    const client = await connect(() => undefined);
    const begin = Date.now();
    const fault = await faultOf(client.post('UpdateUserPool', {}, 100));
    expect(Date.now() - begin).toBeLessThan(2_000);
    expect(fault).toMatchObject({ message: `no whole answer from ${new URL(server.url).host} within 100 ms`, maybeSent: true });
  });

  test('silence in the middle of the answer ends at the timeout, and may have been carried out', async () => {
    const client = await connect((_, __, response) => void response.writeHead(200, { 'content-length': 100 }).write('{"a":'));
    expect(await faultOf(client.post('UpdateUserPool', {}, 100))).toMatchObject({
      message: expect.stringContaining('no whole answer'),
      maybeSent: true,
    });
  });

  test('a reset may have been carried out', async () => {
    const client = await connect((_, request) => void request.socket.destroy());
    expect(await faultOf(client.post('UpdateUserPool', {}, 1_000))).toMatchObject({
      message: expect.stringContaining('ECONNRESET'),
      maybeSent: true,
    });
  });

  test('a reset in the middle of the answer may have been carried out', async () => {
    const client = await connect((_, request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"a":');
      setTimeout(() => request.socket.destroy(), 20);
    });
    expect(await faultOf(client.post('UpdateUserPool', {}, 1_000))).toMatchObject({ maybeSent: true });
  });

  test('a refused connection was surely not carried out', async () => {
    const client = await connect(json({}));
    await server.close();
    expect(await faultOf(client.post('UpdateUserPool', {}, 1_000))).toMatchObject({
      message: expect.stringContaining('ECONNREFUSED'),
      maybeSent: false,
    });
  });

  test('a host that has no address was surely not carried out', async () => {
    const client = new SignedJson(new URL('http://no-such-host.invalid/'), 'us-east-1', ENVIRONMENT);
    expect(await faultOf(client.post('UpdateUserPool', {}, 5_000))).toMatchObject({ maybeSent: false });
  });
});
