import type { Measurements } from '../../../bench/measurements';
import { ratio } from '../../../bench/report';
import { generatedFrom } from '../markdown';

export interface Pair {
  readonly label: string;
  readonly unit: string;
  readonly ours: number;
  readonly rival: number;
  readonly digits: number;
}

/** What the plot shows of a run: smaller is better of each. */
export function pairsOf({ calls: { everything }, coldStart, size, synth }: Measurements): Pair[] {
  const pair = (label: string, unit: string, ours: number, rival: number, digits = 0): Pair => ({ label, unit, ours, rival, digits });
  return [
    pair('Values lost by one change', '', everything.ours.lost.length, everything.rival.lost.length),
    pair('Cold start above an empty handler', ' ms', coldStart.ours.above.millis, coldStart.rival.above.millis),
    pair('Peak memory', ' MB', coldStart.ours.peakKb.median / 1024, coldStart.rival.peakKb.median / 1024),
    pair('Handler, minified', ' KB', size.ours.bytes / 1000, size.rival.bytes / 1000),
    pair('Synthesis of each further construct', ' ms', synth.ours.perConstruct.millis, synth.rival.perConstruct.millis, 1),
  ];
}

const WIDTH = 760;
const TOP = 64;
const BAND = 52;
const BAR = { left: 264, width: 350, height: 16 };
const INK = '#1f2328';
const COLOURS = { ours: '#0969da', rival: '#afb8c1' };

/** Two bars for each pair, the longer one full; light behind them, so that they can be read on any page. */
export function plot(pairs: readonly Pair[]): string {
  const height = TOP + pairs.length * BAND;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" `
    + `font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="13" fill="${INK}">
  ${generatedFrom('bench/baseline.json')}
  <title>UserPoolSettings and AwsCustomResource</title>
  <desc>${pairs.map((pair) => `${pair.label}: ${amount(pair, pair.ours)} to ${amount(pair, pair.rival)}`).join('; ')}.</desc>
  <rect width="${WIDTH}" height="${height}" rx="6" fill="#ffffff"/>
  ${[legend(BAR.left, COLOURS.ours, 'UserPoolSettings'), legend(BAR.left + 170, COLOURS.rival, 'AwsCustomResource')].join('\n  ')}
  <text x="${WIDTH - 20}" y="32" text-anchor="end" font-weight="600">ratio</text>
${pairs.map((pair, index) => band(pair, TOP + index * BAND)).join('\n')}
</svg>
`;
}

function legend(x: number, colour: string, text: string): string {
  return `<rect x="${x}" y="21" width="12" height="12" rx="2" fill="${colour}"/><text x="${x + 18}" y="32">${text}</text>`;
}

function band(pair: Pair, y: number): string {
  const { label, ours, rival } = pair;
  return `  <g>
    <text x="${BAR.left - 14}" y="${y + BAR.height + 5}" text-anchor="end">${label}</text>
    ${bar(pair, ours, COLOURS.ours, y)}
    ${bar(pair, rival, COLOURS.rival, y + BAR.height + 2)}
    <text x="${WIDTH - 20}" y="${y + BAR.height + 5}" text-anchor="end" font-weight="600">${ratio(ours, rival)}</text>
  </g>`;
}

function bar(pair: Pair, value: number, colour: string, y: number): string {
  const longest = Math.max(pair.ours, pair.rival);
  const width = longest === 0 ? 0 : Math.round(value / longest * BAR.width);
  return `<rect x="${BAR.left}" y="${y}" width="${width}" height="${BAR.height}" fill="${colour}"/>`
    + `<text x="${BAR.left + width + 6}" y="${y + 13}">${amount(pair, value)}</text>`;
}

function amount({ unit, digits }: Pair, value: number): string {
  return `${value.toFixed(digits)}${unit}`;
}
