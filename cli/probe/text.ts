import { contradicted, patternOf, PATTERNS } from './contradiction';
import { doubted, evidenceText, type Findings } from './findings';
import type { Measured } from './measure';
import type { ServiceError } from '../../src/core/apply/port';
import { formatPath, type Path } from '../../src/core/wire/path';
import type { Style } from '../report';

/** Rows as they stand in the ledger, and the rest for people. */
export function textOf(findings: Findings, { colours, width }: Style): string {
  const { measured, answers, skipped, calls, region, date, left } = findings;
  const heading = (text: string) => `\n${colours.bold(text)}`;
  const mark = (text: string) => colours.yellow(`// contradicts: ${text}`);
  const rows = (own: readonly Measured[]) => own.flatMap((each) => {
    const known = contradicted(each);
    return [...known ? [`  ${mark(`${known.effect}, ${known.seen}`)}`] : [], `  ${rowOf(each, findings)}`];
  });
  const top = measured.filter(({ path }) => path.length === 1);
  const nested = measured.filter(({ path }) => path.length > 1);
  const told = (subject: string, words: string, error?: ServiceError) =>
    wrap(`${subject}: ${words}${error ? ` (${error.code}: ${error.message})` : ''}`, width);
  return [
    `${colours.bold(PATTERNS[patternOf(measured)])}`,
    `measured in ${region} on ${date} by ${calls} calls; the user pool that was made for it is ${left === undefined ? 'deleted' : 'left'}`,
    ...top.length > 0 ? [heading('EVIDENCE in src/core/ledger/evidence.ts'), ...rows(top)] : [],
    ...nested.length > 0 ? [heading('NESTED_EVIDENCE'), ...rows(nested)] : [],
    ...answers.length > 0 ? [heading('Other answers')] : [],
    ...answers.flatMap((answer) => {
      const { id, asks } = answer.question;
      const known = doubted(answer);
      return [
        ...wrap(`${id}: ${asks}`, width).map((line) => line.replace(`${id}:`, colours.bold)),
        ...known ? [`    ${mark(known)}`] : [],
        ...answer.outcome.split('; ').flatMap((line) => wrap(line, width - 2).map((part) => `  ${part}`)),
      ];
    }),
    ...skipped.length > 0 ? [heading('Not measured')] : [],
    ...skipped.flatMap((each) => told('path' in each ? formatPath(each.path) : each.question.id, each.reason, each.error)),
  ].join('\n');
}

function rowOf({ path, outcome, effect }: Measured, findings: Findings): string {
  const evidence = evidenceText(findings);
  const name = path.length === 1 ? path[0] : `'${formatPath(path)}'`;
  const paths = (word: string, of: readonly Path[]) => of.length > 0 ? [`${word} ${of.map(formatPath).join(', ')}`] : [];
  const parts = [...paths('kept', effect.kept), ...paths('reset', effect.reset), ...paths('changed', effect.changed)].join('; ');
  const omission = outcome === 'kept' || outcome === 'reset' ? `${outcome}('${evidence}')`
    : `unmeasured('${outcome}: ${parts}: ${evidence}')`;
  return `${name}: { omission: ${omission} },`;
}

/** Between words, with the lines after the first one further in. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? `  ${word}` : `    ${word}`);
  }
  return lines;
}
