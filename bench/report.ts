import { loadavg } from 'node:os';
import { BUDGET } from './budget';
import { bySetting } from './losses';
import type { Measurements } from './measurements';
import { sections, type Row, type Section } from './rows';

const LABEL_WIDTH = 54;
const CELL_WIDTH = 19;
const TEXT_WIDTH = 120;

/** The whole run on a page of plain text. */
export function report(measured: Measurements, baseline: Measurements | undefined): string {
  const { node, platform, coldStart, calls: { everything: { ours, rival } } } = measured;
  const all = sections(measured);
  return [
    `All figures are of this one run: node ${node}, ${platform}, load average ${loadavg()[0].toFixed(1)}`,
    '',
    line('', 'UserPoolSettings', 'AwsCustomResource', 'empty handler', 'ours / AwsCustom.'),
    ...all.flatMap(({ title, rows }) => [title, ...rows.map(tableRow)]),
    '',
    `Cold start above empty: ${coldStart.ratio.millis.toFixed(2)} of AwsCustomResource's, `
      + `at most ${BUDGET.coldStartRatio} is promised`,
    ...list('Lost by UserPoolSettings', ours.lost),
    ...list('Lost by AwsCustomResource', rival.lost),
    '',
    'How it was measured',
    ...all.map(({ title, how }) => `  ${title}: ${how}`),
    ...baseline ? ['', ...comparison(all, baseline)] : [],
  ].join('\n');
}

function tableRow(row: Row): string {
  return line(`  ${row.label}`, ...cells(row));
}

/** Ours, AwsCustomResource's, the empty handler's, and the first to the second. */
export function cells({ ours, rival, empty, digits }: Row): string[] {
  const text = (value: number | undefined) => value === undefined ? '' : value.toFixed(digits);
  return [text(ours), text(rival), text(empty), rival === undefined ? '' : ratio(ours, rival)];
}

function line(label: string, ...texts: string[]): string {
  return (label.padEnd(LABEL_WIDTH) + texts.map((cell) => cell.padStart(CELL_WIDTH)).join('')).trimEnd();
}

export function ratio(value: number, other: number): string {
  return other === 0 ? '-' : (value / other).toFixed(2);
}

/** As far as the table shows. */
function same(value: number, other: number): boolean {
  return value === other || ratio(value, other) === '1.00';
}

function list(title: string, lost: readonly string[]): string[] {
  if (lost.length === 0) return [`${title}: nothing`];
  const words = [...bySetting(lost)].map(([setting, count]) => count > 1 ? `${setting} (${count})` : setting);
  const lines = [`${title}: `];
  words.forEach((word, index) => {
    const item = index < words.length - 1 ? `${word}, ` : word;
    if ((lines[lines.length - 1] + item).length > TEXT_WIDTH) lines.push('  ');
    lines[lines.length - 1] += item;
  });
  return lines.map((text) => text.trimEnd());
}

/** Times of two machines say little, their ratios to AwsCustomResource's more: so both are here. */
function comparison(now: readonly Section[], baseline: Measurements): string[] {
  const former = new Map(labelled(sections(baseline)));
  const lines = labelled(now).map(([label, row]) => {
    const then = former.get(label);
    const [rival, formerRival] = [row.rival ?? 0, then?.rival ?? 0];
    if (!then || (same(row.ours, then.ours) && same(rival, formerRival))) return undefined;
    const relative = rival === 0 || formerRival === 0 ? '-' : ratio(row.ours / rival, then.ours / formerRival);
    return line(label, ratio(row.ours, then.ours), ratio(rival, formerRival), '', relative);
  }).filter((text) => text !== undefined);
  return [
    line(`To bench/baseline.json (node ${baseline.node})`, 'UserPoolSettings', 'AwsCustomResource', '', 'ours / AwsCustom.'),
    ...lines,
    `  the other ${labelled(now).length - lines.length} figures are as they were`,
  ];
}

function labelled(all: readonly Section[]): (readonly [string, Row])[] {
  return all.flatMap(({ title, rows }) => rows.map((row) => [`  ${title}: ${row.label}`, row] as const));
}
