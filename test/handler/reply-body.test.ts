import { cloudFormationEvent } from './support';
import { LIMIT, replyBody } from '../../handler/reply-body';

const FAILED = { status: 'FAILED', physicalResourceId: 'some-id' } as const;
const parse = (text: string) => JSON.parse(text) as { Reason: string; Data: { ChangedPaths: string } };

test('a success has the identities, the changed paths and no reason', () => {
  const body = replyBody(cloudFormationEvent(), { status: 'SUCCESS', physicalResourceId: 'some-id', changedPaths: ['A.B', 'C'] });
  expect(JSON.parse(body)).toEqual({
    Status: 'SUCCESS',
    PhysicalResourceId: 'some-id',
    StackId: 'arn:aws:cloudformation:us-east-1:111122223333:stack/shop/0a1b',
    RequestId: 'request-1',
    LogicalResourceId: 'Settings',
    NoEcho: false,
    Data: { ChangedPaths: 'A.B,C' },
  });
});

test('a success that changed nothing has an attribute that is empty, not one that is missing', () => {
  const body = replyBody(cloudFormationEvent(), { status: 'SUCCESS', physicalResourceId: 'some-id', changedPaths: [] });
  expect(parse(body).Data).toEqual({ ChangedPaths: '' });
});

test('a failure has its reason and no data', () => {
  const body = replyBody(cloudFormationEvent(), { ...FAILED, reason: 'it says why' });
  expect(JSON.parse(body)).toMatchObject({ Status: 'FAILED', Reason: 'it says why', NoEcho: false });
  expect(body).not.toContain('Data');
});

test('a failure is never without a reason, which CloudFormation asks for', () => {
  expect(parse(replyBody(cloudFormationEvent(), FAILED)).Reason).toBe('no reason was given');
});

test.each([
  ['one byte', 'a'],
  ['two bytes', 'ä'],
  ['three bytes', '€'],
  ['four bytes', '😀'],
  ['an escape in JSON', '"\n'],
  ['a lone surrogate', '\ud800'],
])('a reason of characters of %s is cut at a character, within the limit', (_, characters) => {
  for (let shift = 0; shift < 8; shift++) {
    const reason = 'x'.repeat(shift) + characters.repeat(5_000);
    const body = replyBody(cloudFormationEvent(), { ...FAILED, reason });
    const note = '… (cut; the whole text is in the log)';
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMIT);
    expect(Buffer.byteLength(body)).toBeGreaterThan(LIMIT - 12);
    const cut = parse(body).Reason;
    expect(cut.endsWith(note)).toBe(true);
    expect(reason.startsWith(cut.slice(0, -note.length))).toBe(true);
    expect(cut).not.toContain('\ufffd');
  }
});

test('a reason that just fits is not cut', () => {
  const rest = Buffer.byteLength(replyBody(cloudFormationEvent(), { ...FAILED, reason: 'x' })) - 1;
  const reason = 'y'.repeat(LIMIT - rest);
  const body = replyBody(cloudFormationEvent(), { ...FAILED, reason });
  expect(Buffer.byteLength(body)).toBe(LIMIT);
  expect(parse(body).Reason).toBe(reason);
  expect(parse(replyBody(cloudFormationEvent(), { ...FAILED, reason: `${reason}z` })).Reason).toContain('… (cut');
});

test('changed paths are cut at a whole path', () => {
  const paths = Array.from({ length: 500 }, (_, index) => `UserPoolTags.Größe${index}`);
  const body = replyBody(cloudFormationEvent(), { status: 'SUCCESS', physicalResourceId: 'some-id', changedPaths: paths });
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMIT);
  const kept = parse(body).Data.ChangedPaths.split(',');
  expect(kept.pop()).toBe('…');
  expect(kept).toEqual(paths.slice(0, kept.length));
  expect(kept.length).toBeGreaterThan(100);
});
