import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dependencies } from './newest-cdk/package.json';

const FOLDER = join(__dirname, 'newest-cdk');

export const INSTALL = 'npm ci --prefix test/second-opinion/newest-cdk';

/** As newest-cdk/synthesize.js has them. */
export const FLAGS = ['no flags', 'recommended flags'];

/** What newest-cdk/judge.js says of an app. */
export interface Verdict {
  readonly flags: string;
  readonly app: string;
  /** How many checks of cdk-nag 2 resources of ours passed. */
  readonly passed: number;
  readonly findings: readonly Finding[];
}

export interface Finding {
  readonly judge: string;
  readonly rule: string;
  readonly path: string;
  /** Whether it is about a construct of this library or about something below one. */
  readonly isOurs: boolean;
  readonly message: string;
}

/** Whether exactly the versions that the folder asks for are there: without them Node.js would find the project's own. */
export function isNewestCdkInstalled(): boolean {
  return Object.entries(dependencies).every(([name, range]) => {
    const file = join(FOLDER, 'node_modules', name, 'package.json');
    const { version } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as { version: string } : { version: undefined };
    return version === range.replace(/^npm:.*@/, '');
  });
}

/** Every app's templates by the newest CDK, in OUTDIR/<flags>/<app>. */
export async function synthesizeWithNewestCdk(outdir: string): Promise<void> {
  // CDK's own validation is asked by the judge.
  await run('synthesize.js', outdir, { CDK_VALIDATION: 'false' });
}

export async function judgeWithNewestCdk(outdir: string): Promise<Verdict[]> {
  await run('judge.js', outdir);
  return JSON.parse(readFileSync(join(outdir, 'verdicts.json'), 'utf8')) as Verdict[];
}

async function run(script: string, outdir: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  // What CDK calls deprecated ends with its next major version: nothing here may use it.
  const options = { env: { ...process.env, JSII_DEPRECATED: 'fail', ...env } };
  await promisify(execFile)(process.execPath, [join(FOLDER, script), outdir], options);
}
