import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge } from './judge';
import type { Synthesis } from './language';
import type { LanguageName } from './options';
import { complaints, isBad, table } from './report';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function synthesis(language: LanguageName, template: string | undefined, failure?: string, isGenerated = false): Synthesis {
  const example = { intent: 'one', language, folder: '', isGenerated };
  if (template === undefined) return { example, seconds: 1, failure };
  const outdir = mkdtempSync(join(tmpdir(), 'judge-'));
  folders.push(outdir);
  if (template) writeFileSync(join(outdir, 'Auth.template.json'), template);
  return { example, seconds: 1, outdir, failure };
}

const reference = synthesis('typescript', '{"a":1,"b":2}');

test.each([
  ['the same template', synthesis('go', '{"b":2,"a":1}'), 'equal', []],
  ['the same template of a generated program', synthesis('go', '{ "a": 1, "b": 2 }', undefined, true), 'equal', []],
  ['another order in that of a generated program', synthesis('go', '{"b":2,"a":1}', undefined, true), 'differs', ['the order of members']],
  ['another template', synthesis('go', '{"a":1,"b":3}'), 'differs', ['Auth.template.json.b: 3 in place of 2']],
  ['a program that failed', synthesis('go', '{"a":1,"b":2}', 'it fell'), 'failed', ['it fell']],
  ['a program that wrote nothing', synthesis('go', ''), 'failed', ['no template was written']],
  ['a program that was only read', synthesis('csharp', undefined), 'parsed', []],
  ['a program that was only read, with a mistake', synthesis('csharp', undefined, 'line 1'), 'failed', ['line 1']],
  ['the reference', reference, 'reference', []],
])('%s has its verdict', (_, given, outcome, details) => {
  expect(judge(given, reference)).toMatchObject({ intent: 'one', outcome, details });
});

test.each([
  ['no reference', undefined],
  ['a reference that failed', synthesis('typescript', '{"a":1,"b":2}', 'it fell')],
])('with %s nothing is equal', (_, missing) => {
  expect(judge(synthesis('go', '{"a":1,"b":2}'), missing)).toMatchObject({ outcome: 'failed' });
});

test('the report has a row for each example and says what is wrong', () => {
  const verdicts = [
    { intent: 'two', language: 'typescript', outcome: 'reference', seconds: 1.26, details: [] },
    { intent: 'one', language: 'typescript', outcome: 'reference', seconds: 0.5, details: [] },
    { intent: 'one', language: 'go', outcome: 'differs', seconds: 12, details: Array.from({ length: 12 }, (_, index) => `path ${index}`) },
  ] as const;
  expect(table(verdicts, ['typescript', 'go'])).toBe([
    '     typescript       go',
    'one  reference 0.5 s  differs 12.0 s',
    'two  reference 1.3 s  -',
  ].join('\n'));
  expect(verdicts.filter(isBad)).toHaveLength(1);
  expect(complaints(verdicts)).toEqual([
    'one in go has another template than in typescript:', ...Array.from({ length: 10 }, (_, index) => `  path ${index}`), '  and 2 more',
  ]);
});
