import { plot, pairsOf } from './figures/plot';
import { promisesOf } from './figures/promises';
import { code, generatedFrom, table, tableOfUsed } from './markdown';
import kept from '../../bench/baseline.json';
import { brokenPromises } from '../../bench/budget';
import { bySetting } from '../../bench/losses';
import type { Measurements } from '../../bench/measurements';
import { cells } from '../../bench/report';
import { sections, type Section } from '../../bench/rows';
import { EVIDENCE, type Omission } from '../../src/core/ledger/evidence';
import type { SettingName } from '../../src/core/ledger/ledger';

const HEAD = ['', '`UserPoolSettings`', '`AwsCustomResource`', 'empty handler', 'ratio', 'promised'];

export function figuresPage(measured: Measurements = kept): string {
  const { node, platform, calls: { everything: { ours, rival } } } = measured;
  const all = sections(measured);
  const promiseOf = promisesOf(all);
  const losses = Object.entries(OMISSIONS).map(([effect, words]) => [words, lost(ours.lost, effect), lost(rival.lost, effect)]);
  return `${generatedFrom('bench/baseline.json')}

# Figures

All figures are of one run, on ${platform} with node ${node}, made and kept by

\`\`\`sh
npm run bench -- --write && npx projen docs
\`\`\`

The same figures, for machines to read, are in [bench/baseline.json](../bench/baseline.json). \`npm run bench\` measures again and
compares. The handlers run in processes of their own before the embedded Cognito of this repository
([local/cognito](../local/cognito)), not in Lambda and not before AWS; the empty one does nothing but reply. Times are those of
the machine, and another one has others. *Ratio* is \`UserPoolSettings\` to \`AwsCustomResource\`: 0.50 is half as much.

![Two bars for each of five figures, those of the tables below](figures.svg)

*Promised* is what every run is held to: \`npm run bench\` ends with 1 when a promise is broken. ${verdict(measured)}

${all.map((section) => block(section, promiseOf)).join('\n\n')}

## What was lost

By one changed setting of a pool with a value for everything; the number is that of a setting's values, if there are several.

What an omission does in the embedded Cognito is what [settings.md](settings.md) has as kept or reset, with the evidence. Where
nobody has measured it, or reports disagree, it is what AWS says of all members that a request leaves out: a reset.

${table(['', '`UserPoolSettings`', '`AwsCustomResource`'], losses)}
`;
}

export function figuresPlot(measured: Measurements = kept): string {
  return plot(pairsOf(measured));
}

function block({ title, how, rows }: Section, promiseOf: ReturnType<typeof promisesOf>): string {
  return `## ${title}

${how[0].toUpperCase()}${how.slice(1)}.

${tableOfUsed(HEAD, rows.map((row) => [row.label, ...cells(row), promiseOf(row)]))}`;
}

function verdict(measured: Measurements): string {
  const broken = brokenPromises(measured);
  return broken.length === 0 ? 'In this run all were kept.' : `In this run these were broken: ${broken.join('; ')}.`;
}

const OMISSIONS: Readonly<Record<Omission['effect'], string>> = {
  reset: 'known to be reset by an omission',
  unknown: 'not measured, or contradictory',
  kept: 'known to be kept, but sent in part',
};

function lost(paths: readonly string[], effect: string): string {
  const settings = [...bySetting(paths)].filter(([name]) => (EVIDENCE[name as SettingName]?.omission.effect ?? 'unknown') === effect);
  return settings.map(([name, count]) => count > 1 ? `${code(name)} ${count}` : code(name)).join(', ') || 'nothing';
}
