import kept from '../../bench/baseline.json';
import { BUDGET } from '../../bench/budget';
import type { Measurements } from '../../bench/measurements';
import { sections } from '../../bench/rows';
import { pairsOf, plot } from '../../docs/generated/figures/plot';
import { promisesOf } from '../../docs/generated/figures/promises';
import { figuresPage, figuresPlot } from '../../docs/generated/figures-page';

/** A run that nobody made. */
const MADE_UP: Measurements = {
  ...kept,
  node: 'v99.1.2',
  platform: 'plan9 mips',
  coldStartRuns: 77,
  size: { ours: { bytes: 12_345, gzipped: 1000 }, rival: { bytes: 24_690, gzipped: 1000 } },
  coldStart: { ...kept.coldStart, ours: { ...kept.coldStart.ours, above: { millis: 10, peakKb: 1 } }, ratio: { millis: 0.9, peakKb: 1 } },
  calls: {
    ...kept.calls,
    everything: {
      ours: { ...kept.calls.everything.ours, lost: ['PoolName'] },
      rival: { ...kept.calls.everything.rival, lost: ['LambdaConfig.PreSignUp', 'LambdaConfig.UserMigration', 'SmsConfiguration.ExternalId', 'NobodyKnows'] },
    },
  },
};

const POOLS = ['plain pool', 'pool with passkeys', 'pool with everything, MFA too'];
const page = figuresPage(MADE_UP);

test('every section of the bench is on the page, with how it was measured and all its rows', () => {
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(headings).toEqual([...sections(MADE_UP).map(({ title }) => title), 'What was lost']);
  const blocks = page.split(/^## /m).slice(1);
  sections(MADE_UP).forEach(({ how, rows }, index) => {
    expect(blocks[index].toLowerCase()).toContain(how.toLowerCase());
    const labels = [...blocks[index].matchAll(/^\| ([^|]*[^|\s-]) \|/gm)].map(([, label]) => label);
    expect(labels).toEqual(rows.map(({ label }) => label));
  });
});

test('the figures, the machine and the rounds are those of the run that is given', () => {
  expect(page).toContain('| minified | 12345 | 24690 | 0.50 | ours less than 100000 |');
  expect(page).toMatch(/on plan9 mips with node v99\.1\.2/);
  expect(page).toContain('77 rounds');
  expect(page).not.toContain(String(kept.size.ours.bytes));
});

test('what was lost is told by what is known of an omission', () => {
  expect(page).toContain('| known to be reset by an omission | nothing | `LambdaConfig` 2 |');
  expect(page).toContain('| not measured, or contradictory | nothing | `SmsConfiguration`, `NobodyKnows` |');
  expect(page).toContain('| known to be kept, but sent in part | `PoolName` | nothing |');
});

test('a promise that the run broke is told', () => {
  expect(page).toContain('these were broken: the handler lost PoolName; the cold start above empty is 0.90');
  expect(figuresPage({ ...MADE_UP, calls: kept.calls, coldStart: kept.coldStart })).toContain('In this run all were kept.');
});

test('every promise stands beside its figures', () => {
  const all = sections(MADE_UP);
  const promiseOf = promisesOf(all);
  const promised = all.flatMap(({ title, rows }) => rows.filter(promiseOf).map((row) => `${title}: ${row.label}: ${promiseOf(row)}`));
  expect(promised).toEqual([
    'Lost by one changed setting: values, pool with everything: ours 0',
    'Lost by one changed setting: settings that these belong to: ours 0',
    `Calls: reads for a change, plain pool: ours ${BUDGET.readsOfPlainChange}`,
    `Calls: reads for a change, pool with passkeys: ours at most ${BUDGET.readsWithMfaOrPasskeys}`,
    `Calls: reads for a change, pool with everything, MFA too: ours at most ${BUDGET.readsWithMfaOrPasskeys}`,
    ...POOLS.map((pool) => `Calls: writes for a change, ${pool}: ours 1`),
    ...POOLS.map((pool) => `Calls: writes for no change, ${pool}: ours 0`),
    `Handler size, bytes: minified: ours less than ${BUDGET.handlerBytes}`,
    `Cold start to first reply, ms: above empty: ratio at most ${BUDGET.coldStartRatio}`,
    `Synthesis, ms: each further construct: ratio at most ${BUDGET.synthRatio}`,
    `Rules at synthesis, ms: every option: ours less than ${BUDGET.ruleMillis}`,
    `Template: resources, each further construct: ours ${BUDGET.resourcesPerConstruct}`,
    `Template: resources, each further construct with a trigger: ours ${BUDGET.resourcesPerConstructWithTrigger}`,
    `Stack of 450 pools: to the quota's own 60 s, all at once: ours at most ${BUDGET.herdRatio}`,
    'Stack of 450 pools: failed pools, all at once: ours 0',
  ]);
  expect(() => promisesOf(all.slice(1))).toThrow('the promise losses is about none of the figures');
});

describe('the plot', () => {
  /** Of the bars; what stands first at the same place is the legend. */
  const widths = (svg: string) => [...svg.matchAll(/<rect x="264" y="\d+" width="(\d+)"/g)].map(([, width]) => Number(width)).slice(1);

  test('shows the run that is given', () => {
    const svg = figuresPlot(MADE_UP);
    const { millis } = MADE_UP.coldStart.rival.above;
    expect(svg).toContain(`Values lost by one change: 1 to 4; Cold start above an empty handler: 10 ms to ${millis.toFixed(0)} ms;`);
    expect(svg).toContain('Handler, minified: 12 KB to 25 KB');
    expect(widths(svg)).toHaveLength(2 * pairsOf(MADE_UP).length);
  });

  test.each([
    ['half', 5, 10, [175, 350], '0.50'],
    ['nothing of something', 0, 61, [0, 350], '0.00'],
    ['more', 20, 10, [350, 175], '2.00'],
    ['nothing of nothing', 0, 0, [0, 0], '-'],
  ])('draws %s', (label, ours, rival, expected, ratio) => {
    const svg = plot([{ label, unit: '', ours, rival, digits: 0 }]);
    expect(widths(svg)).toEqual(expected);
    expect(svg).toContain(`font-weight="600">${ratio}</text>\n  </g>`);
  });
});
