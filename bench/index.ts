import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brokenPromises } from './budget';
import { measure, type Measurements } from './measurements';
import { report } from './report';

const BASELINE = join(__dirname, 'baseline.json');
const USAGE = `npm run bench -- [--runs 15] [--synth-runs 9] [--json] [--write]

Measures the shipped handler, AwsCustomResource's own and an empty one side by side, on the embedded Cognito.
  --runs        how many cold starts of each
  --synth-runs  how many syntheses of each app
  --json        JSON in place of the table
  --write       keeps the figures as bench/baseline.json, which later runs compare themselves to; 'npx projen docs' then
                makes docs/figures.md of them
Ends with 1 if a promise is broken, and with 2 if it could not measure.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'runs': { type: 'string', default: '15' },
      'synth-runs': { type: 'string', default: '9' },
      'json': { type: 'boolean', default: false },
      'write': { type: 'boolean', default: false },
      'help': { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const measured = await measure({
    coldStartRuns: count('--runs', values.runs),
    synthRuns: count('--synth-runs', values['synth-runs']),
    onStep: (step) => console.error(`... ${step}`),
  });
  const json = JSON.stringify(measured, rounded, 2);
  console.log(values.json ? json : report(measured, baseline()));
  if (values.write) {
    writeFileSync(BASELINE, `${json}\n`);
    console.error("bench/baseline.json is written: 'npx projen docs' makes docs/figures.md and its plot of it");
  }
  return verdict(measured);
}

function verdict(measured: Measurements): number {
  const broken = brokenPromises(measured);
  broken.forEach((sentence) => console.error(`BROKEN: ${sentence}`));
  return broken.length > 0 ? 1 : 0;
}

function baseline(): Measurements | undefined {
  return existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) as Measurements : undefined;
}

function count(option: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1000) return value;
  throw new Error(`${option} takes a whole number from 1 to 1000, got '${text}'`);
}

/** No figure is known more exactly. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}

main().then((code) => {
  process.exitCode = code;
}, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
