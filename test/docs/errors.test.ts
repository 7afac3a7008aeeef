import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANSWERS } from '../../docs/generated/errors/answers';
import { WARNINGS } from '../../docs/generated/errors/at-synth';
import { gaps, textsOf } from '../../docs/generated/errors/catalogue';
import { PARTS } from '../../docs/generated/errors/not-told';
import { texts, textsIn } from '../../docs/generated/errors/texts';
import { errorsPage } from '../../docs/generated/errors-page';
import { explain } from '../../handler/explain';
import { ServiceError } from '../../src/core/apply/port';

const TEXTS = texts();
const POOL = 'us-east-1_Example1';

test('docs/errors.md explains every text of the source, and no other', () => {
  expect(gaps(TEXTS)).toEqual({ unexplained: [], stale: [] });
});

test('docs/errors.md is as `npx projen docs` writes it', () => {
  expect(readFileSync(join(__dirname, '../../docs/errors.md'), 'utf8')).toBe(errorsPage());
});

describe('a text is found', () => {
  test.each([
    ['that is thrown', 'throw new Problem("this is wrong: mend it");', 'this is wrong: mend it'],
    ['that is returned', 'const f = (pool: string) => `user pool ${pool} is wrong`;', 'user pool … is wrong'],
    ['that is one of several', 'say(true ? ["one of these is wrong"] : []);', 'one of these is wrong'],
    ['that is put together', 'throw new Error(`the pool ${id} is ` + "wrong: " + why());', 'the pool … is wrong: …'],
    ['that is inside another', 'say(`no: ${a ? "it is not there" : ""}`);', 'it is not there'],
    ['that is a sum in brackets', 'say(x + ("that is " + "not allowed"));', '…that is not allowed'],
  ])('%s', (_, source, text) => {
    expect(textsIn(source, 'some.ts')).toEqual([{ file: 'some.ts', text }]);
  });

  test('of a warning, with its id', () => {
    expect(textsIn('warn(scope, "some-id", "look at this: " + it);', 'some.ts')).toEqual([{ file: 'some.ts', text: 'look at this: …', id: 'some-id' }]);
  });

  test('but not names and words alone', () => {
    expect(textsIn('import { a } from "node:fs"; const b = ["UpdateUserPool", "is declared"];', 'some.ts')).toEqual([]);
  });
});

test('a text that is new, and a row whose text is gone, are told', () => {
  const rest = TEXTS.filter(({ text }) => !text.includes('a user import job runs'));
  expect(gaps([...rest, ...textsIn('throw new Problem("nobody has explained me");', 'some.ts')])).toEqual({
    unexplained: ['some.ts: nobody has explained me'],
    stale: ['a user import job runs in user pool'],
  });
});

const ANSWERED = ANSWERS.flatMap(({ of, answer }) => answer ? [{ of, ...answer }] : []);

test.each(ANSWERED)('$code leads to "$of"', ({ of, code, message = '' }) => {
  const sentence = explain(new ServiceError(code, message, 'UpdateUserPool'), POOL, (text) => text);
  const [{ text }] = textsOf(of, TEXTS).filter(({ file }) => file === 'handler/explain.ts');
  expect(sentence).toMatch(new RegExp(`^${text.split('…').map(literally).join('.+')} \\(UpdateUserPool: ${code}`));
});

test('every sentence that follows from an answer has the answer that leads to it', () => {
  const said = TEXTS.filter(({ file, text }) => file === 'handler/explain.ts' && !PARTS.some((part) => text.includes(part)));
  expect(ANSWERED.flatMap(({ of }) => textsOf(of, said)).map(({ text }) => text).sort()).toEqual(said.map(({ text }) => text).sort());
});

test('the warnings on the page are those that have an id', () => {
  expect(WARNINGS.flatMap(({ of }) => textsOf(of, TEXTS)).map(({ id }) => id).sort()).toEqual(TEXTS.flatMap(({ id }) => id ?? []).sort());
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
