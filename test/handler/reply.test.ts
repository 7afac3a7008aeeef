import { captureLog, cloudFormationEvent, FakeClock, serveTls, type LocalServer } from './support';
import { sendReply } from '../../handler/reply';
import { REAL_CLOCK, type Clock } from '../../service/clock';

const ENDING = { status: 'FAILED', physicalResourceId: 'some-id', reason: 'Größe 😀' } as const;
const ADDRESS = '/reply%20here?X-Amz-Signature=top-secret%2F1&b=';

let server: LocalServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A server that answers with one status after the other; `reset`, `silence` and `stall` (headers, then nothing) are faults. */
async function answering(...script: (number | 'reset' | 'silence' | 'stall')[]) {
  const tls = await serveTls((_, request, response) => {
    const next = script.shift() ?? 200;
    if (next === 'reset') request.socket.destroy();
    else if (next === 'stall') response.writeHead(200, { 'content-length': 10 }).flushHeaders();
    else if (next !== 'silence') response.writeHead(next).end('whatever');
  });
  server = tls;
  return tls;
}

async function send(to: Awaited<ReturnType<typeof answering>>, deadline = 100_000, clock: Clock = new FakeClock()) {
  const { log, text, lines } = captureLog();
  const sent = await sendReply(cloudFormationEvent({ ResponseURL: `${to.url}${ADDRESS}` }), ENDING, {
    clock,
    log,
    deadline,
    transport: to.transport,
  });
  return { sent, slept: clock instanceof FakeClock ? clock.slept : [], now: clock.now(), text, lines };
}

test('the reply is one PUT to the very address, with its length in bytes and an empty content type', async () => {
  const to = await answering(200);
  const { sent, text } = await send(to);
  expect(sent).toBe(true);
  const [{ method, url, headers, body }] = to.received;
  expect({ method, url }).toEqual({ method: 'PUT', url: ADDRESS });
  expect(headers['content-type']).toBe('');
  expect(headers['content-length']).toBe(String(body.length));
  expect(headers['transfer-encoding']).toBeUndefined();
  expect(JSON.parse(body.toString())).toMatchObject({ Status: 'FAILED', Reason: 'Größe 😀', PhysicalResourceId: 'some-id' });
  expect(text()).toBe('');
});

test('a broken connection, 5xx, 408 and 429 are tried again after growing pauses', async () => {
  const to = await answering('reset', 500, 503, 408, 429, 200);
  const { sent, slept } = await send(to);
  expect(sent).toBe(true);
  expect(to.received).toHaveLength(6);
  expect(slept).toEqual([300, 600, 1_200, 2_400, 4_800]);
});

test.each([400, 403, 404, 301])('%i is final', async (status) => {
  const to = await answering(status);
  const { sent, lines } = await send(to);
  expect(sent).toBe(false);
  expect(to.received).toHaveLength(1);
  expect(lines()).toMatchObject([{ level: 'error', message: 'CloudFormation did not take the reply', status }]);
});

test('the attempts are limited', async () => {
  const to = await answering(...Array<number>(20).fill(500));
  expect((await send(to)).sent).toBe(false);
  expect(to.received).toHaveLength(8);
});

test('no attempt is made beyond the deadline', async () => {
  const to = await answering(...Array<number>(20).fill(500));
  const { sent, now } = await send(to, 1_000);
  expect(sent).toBe(false);
  expect(now).toBeLessThan(1_000);
  expect(to.received).toHaveLength(3);
});

test.each(['silence', 'stall'] as const)('%s ends at the deadline', async (fault) => {
  const to = await answering(fault);
  const begin = Date.now();
  const { sent, lines } = await send(to, REAL_CLOCK.now() + 300, REAL_CLOCK);
  expect(sent).toBe(false);
  expect(Date.now() - begin).toBeLessThan(2_000);
  expect(lines()).toMatchObject([{ level: 'error', code: 'ETIMEDOUT' }]);
});

test('a server with a certificate that nobody trusts is never told anything', async () => {
  const to = await answering(200);
  const { log, lines } = captureLog();
  const event = cloudFormationEvent({ ResponseURL: `${to.url}${ADDRESS}` });
  expect(await sendReply(event, ENDING, { clock: new FakeClock(), log, deadline: 500 })).toBe(false);
  expect(to.received).toEqual([]);
  expect(lines().at(-1)).toMatchObject({ level: 'error', code: expect.stringMatching(/CERT/) });
});

test.each([undefined, '', 'no url', 'http://127.0.0.1/'])('the address %j is nobody to reply to', async (url) => {
  const { log, lines } = captureLog();
  const event = cloudFormationEvent({ ResponseURL: url as string });
  expect(await sendReply(event, ENDING, { clock: new FakeClock(), log, deadline: 1_000 })).toBe(false);
  expect(lines()).toMatchObject([{ level: 'error', message: 'the request has no https ResponseURL: nobody to reply to' }]);
});

test('the log never holds the address', async () => {
  const to = await answering('reset', 500, 403);
  const { text } = await send(to);
  expect(text()).toContain('trying again');
  expect(text()).not.toMatch(/127\.0\.0\.1|top-secret|reply%20here/);
});
