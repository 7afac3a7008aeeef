import { closeAll, logged, template, thing, tiny } from './support';
import type { JsonObject } from '../../../src/core/wire/json';

afterEach(closeAll);

test('a reply that meets 503 and a cut connection is taken in the end', async () => {
  const deployment = await tiny();
  deployment.scriptReplies({ answer: 503, times: 2 }, { answer: 'reset', times: 1 });
  expect((await deployment.deploy(template({ A: thing({}) }))).status).toBe('CREATE_COMPLETE');
  expect(logged(deployment, 'reply').map(({ reply }) => reply)).toEqual([503, 503, 'ECONNRESET', 200]);
  expect(deployment.replyProblems).toEqual([]);
});

test('replies that are never answered end with the function', async () => {
  const deployment = await tiny({ timeScale: 0.1 });
  deployment.scriptReplies({ answer: 'never' });
  const failed = await deployment.deploy(template({ A: thing({ ServiceTimeout: 30 }) }));
  expect(failed.status).toBe('ROLLBACK_FAILED');
  expect(failed.reason).toContain('did not receive a response');
});

test.each([
  ['typed', '403 SignatureDoesNotMatch: signed for an empty content-type, got application/json'],
  ['chunked', '501 NotImplemented: a header implies functionality that is not implemented: transfer-encoding chunked'],
])('a PUT that is %s is refused as by S3', async (mode, problem) => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Create: mode, ServiceTimeout: 30 }) }));
  expect(deployment.replyProblems[0]).toBe(problem);
});

test('a content-length that counts characters cuts the reply off', async () => {
  const deployment = await tiny();
  const failed = await deployment.deploy(template({ A: thing({ Create: 'characters', Say: 'ä'.repeat(20) }) }));
  expect(failed).toMatchObject({ status: 'ROLLBACK_COMPLETE', reason: 'Response object is not valid JSON' });
});

test.each<[string, JsonObject, string]>([
  ['another stack', { StackId: 'other' }, 'Vendor response has StackId "other", not arn:aws:cloudformation'],
  ['another request', { RequestId: 'other' }, 'Vendor response has RequestId "other"'],
  ['another resource', { LogicalResourceId: 'other' }, 'Vendor response has LogicalResourceId "other", not A'],
  ['no status', { Status: 'DONE' }, 'Vendor response has Status "DONE"'],
  ['no physical id', { PhysicalResourceId: '' }, 'Invalid PhysicalResourceId'],
  ['a long physical id', { PhysicalResourceId: 'é'.repeat(513) }, 'Invalid PhysicalResourceId'],
  ['no reason', { Status: 'FAILED' }, 'Vendor response FAILED without a Reason'],
  ['data that is a list', { Data: [] }, 'Vendor response has Data that is no map'],
  ['5,000 bytes', { Data: { long: 'é'.repeat(2000) } }, 'Response object is too long'],
])('a reply with %s fails the resource', async (_, reply, reason) => {
  const deployment = await tiny();
  const failed = await deployment.deploy(template({ A: thing({ Reply: JSON.stringify(reply) }) }));
  expect(failed.reason).toContain(reason);
  expect(deployment.replyProblems[0]).toContain(reason);
});
